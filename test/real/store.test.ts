import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { HashState } from "../../src/digest/index.ts";
import { type Oid, parseOid } from "../../src/kernel/index.ts";
import { Cache, fetch, type LinkType, openRemote, push, type Remote } from "../../src/store/index.ts";
import { bareSurroundings } from "../store/surroundings.ts";

const ALL = { ignored: () => false, key: "none" };
let repo: string;
let remote: Remote;
let cache: Cache;

function dvc(...args: string[]): string {
	return execFileSync("dvc", args, {
		cwd: repo,
		encoding: "utf8",
		env: { ...process.env, DVC_NO_ANALYTICS: "1" },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

beforeEach(async () => {
	const room = mkdtempSync(join(tmpdir(), "mainline-real-store-"));
	repo = join(room, "repo");
	mkdirSync(repo);
	execFileSync("git", ["init", "-q"], { cwd: repo });
	dvc("init", "-q");
	dvc("remote", "add", "-d", "store", join(room, "remote"));
	remote = await openRemote({ name: "store", url: join(room, "remote"), options: new Map() }, bareSurroundings());
	cache = new Cache(join(repo, ".dvc/cache"));
});

/** Names and contents that have gone wrong before. */
function makeData(): void {
	for (const [name, text] of Object.entries({
		"a b": "1",
		é: "2",
		"\u{1f600}": "3",
		"\ufffd": "4",
		'q"uo\tte\n': "5",
		"sub/deep/x": "6",
		empty: "",
	})) {
		mkdirSync(join(repo, "data", name, ".."), { recursive: true });
		writeFileSync(join(repo, "data", name), text);
	}
	writeFileSync(join(repo, "crlf"), "a\r\nb\r\n");
}

function recorded(name: string): Oid {
	const oid = parseOid(/md5: (\S+)/.exec(readFileSync(join(repo, `${name}.dvc`), "utf8"))?.[1] ?? "");
	if (oid === null) throw new Error(`no id in ${name}.dvc`);
	return oid;
}

function dotDvc(name: string, oid: Oid, counts: string): void {
	writeFileSync(join(repo, `${name}.dvc`), `outs:\n- md5: ${oid}\n${counts}  hash: md5\n  path: ${name}\n`);
}

describe("with the real dvc", () => {
	it("hashes as dvc does, and what it saves and pushes dvc pulls", async () => {
		makeData();
		const state = await HashState.open(join(repo, ".dvc/tmp/mainline"));
		const tree = await state.hashTree(join(repo, "data"), ALL);
		const file = await state.hashFile(join(repo, "crlf"));
		for (const { relpath, oid, stamp } of tree.entries) await cache.add(join(repo, "data", relpath), oid, { stamp });
		await cache.addBytes(Buffer.from(tree.listing), tree.oid);
		await cache.add(join(repo, "crlf"), file.oid);
		dotDvc("data", tree.oid, `  size: ${tree.size}\n  nfiles: ${tree.nfiles}\n`);
		dotDvc("crlf", file.oid, `  size: ${file.size}\n`);
		expect(dvc("status")).toContain("Data and pipelines are up to date.");
		const objects = [tree.oid, file.oid].map((oid) => ({ oid, hash: "md5" as const }));
		expect((await push(objects, { cache, remote })).failed).toEqual([]);
		expect(dvc("status", "-c")).toContain("in sync");
		for (const path of [".dvc/cache", "data", "crlf"]) rmSync(join(repo, path), { recursive: true });
		dvc("pull");
		expect((await state.hashTree(join(repo, "data"), ALL)).oid).toBe(tree.oid);
		expect(dvc("status")).toContain("Data and pipelines are up to date.");
	});

	it.each<LinkType>(["copy", "hardlink", "symlink"])(
		"fetches what dvc pushed and places it (%s) so that dvc finds it clean",
		async (type) => {
			makeData();
			dvc("config", "cache.type", type);
			dvc("add", "-q", "data", "crlf");
			dvc("push", "-q");
			for (const path of [".dvc/cache", "data", "crlf"]) rmSync(join(repo, path), { recursive: true });
			const objects = [recorded("data"), recorded("crlf")].map((oid) => ({ oid, hash: "md5" as const }));
			expect((await fetch(objects, { cache, remote })).failed).toEqual([]);
			for (const name of ["data", "crlf"]) await cache.place(recorded(name), join(repo, name), { types: [type] });
			expect(dvc("status")).toContain("Data and pipelines are up to date.");
			expect(dvc("checkout")).not.toMatch(/^[AMD]\s/m);
			expect(readdirSync(join(repo, "data"))).toHaveLength(7);
		},
	);

	it("gives the execute bit as dvc records it", async () => {
		writeFileSync(join(repo, "tool"), "#!/bin/sh\n");
		chmodSync(join(repo, "tool"), 0o755);
		dvc("add", "-q", "tool");
		rmSync(join(repo, "tool"));
		await cache.place(recorded("tool"), join(repo, "tool"), { types: ["copy"], exec: true });
		expect(dvc("status")).toContain("Data and pipelines are up to date.");
		execFileSync(join(repo, "tool"));
	});
});
