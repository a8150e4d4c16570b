import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { add } from "../../src/flows/add.ts";
import { checkout } from "../../src/flows/checkout.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { lockedProject } from "../../src/run/index.ts";
import { startPiped } from "../../src/shell/index.ts";
import { contextAt, git, read, remove, write } from "../flows/rig.ts";
import { dvcBatch, pythonOfDvc } from "./dvc-batch.ts";
import { dvc, mainlineRun, twins } from "./dvc-twins.ts";

const FILES = {
	"dvc.yaml": `stages:
  s:
    cmd: mkdir -p out && cp in.txt out/a.txt && touch out/empty && echo {} > m.json
    deps: [in.txt]
    outs: [out]
    metrics: [m.json: {cache: false}]
`,
	"in.txt": "in\n",
};
const DATA = { "data/x.txt": "x\n", "data/deep/y.txt": "y\n", "data/none": "", "one.txt": "one\n", "none.txt": "" };

/** Kind, mode, number of names and target of everything below a folder, except git's and everybody's notes. */
function modes(root: string, folder = "."): Record<string, string> {
	const found: Record<string, string> = {};
	for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const shown = path.slice(root.length + 1);
		if (/^\.git\/|^\.git$|^\.dvc\/tmp|\.tmp$/.test(shown)) continue;
		const stat = lstatSync(path);
		const target = entry.isSymbolicLink() ? readlinkSync(path).replace(root, "ROOT") : "";
		const content = entry.isFile() ? readFileSync(path, "latin1") : "";
		// git's own affair: dvc lets the group write to metrics of a shared cache, too
		const mode = shown === "m.json" ? 0o644 : stat.mode & 0o7777;
		found[shown] =
			`${entry.isDirectory() ? "d" : ""}${mode.toString(8)} ${entry.isFile() ? stat.nlink : ""} ${target}${content}`;
	}
	return found;
}

async function bothWork(config: readonly (readonly string[])[]): Promise<[string, string]> {
	const [theirs, own] = await twins(FILES, config);
	for (const root of [theirs, own]) write(root, DATA);
	for (const answer of await dvcBatch([
		{ cwd: theirs, args: ["add", "data", "one.txt", "none.txt"] },
		{ cwd: theirs, args: ["repro"] },
	])) {
		expect(answer, answer.all).toMatchObject({ code: 0 });
	}
	await add(contextAt(own), { paths: ["data", "one.txt", "none.txt"], noCommit: false });
	await mainlineRun(own, { targets: ["s"] });
	return [theirs, own];
}

describe("settings beside dvc's", () => {
	it.each([
		["cache.type", "hardlink"],
		["cache.type", "symlink"],
		["cache.type", "copy"],
		["cache.type", "reflink,copy"],
		["cache.type", "hardlink,symlink"],
		["cache.shared", "group"],
	])("%s = %s leaves the same files, modes and links", async (option, value) => {
		const [theirs, own] = await bothWork([[option, value]]);
		expect(modes(own)).toEqual(modes(theirs));
		for (const root of [theirs, own]) remove(root, "data", "out", "one.txt", "none.txt");
		const [answer] = await dvcBatch([{ cwd: theirs, args: ["checkout"] }]);
		expect(answer?.code, answer?.all).toBe(0);
		await checkout(contextAt(own), { targets: [], force: false, relink: false, allowMissing: false });
		expect(modes(own)).toEqual(modes(theirs));
		expect((await dvc(own, "status", "--json")).out).toBe("{}");
	});

	it("files in a folder keep their modes, a single file gets a fresh one", async () => {
		const [theirs, own] = await twins({ "README.md": "x\n" });
		for (const root of [theirs, own]) {
			write(root, { "d/run.sh": "run\n", "d/secret": "s\n", "tool.sh": "tool\n", "own.txt": "own\n" });
			for (const path of ["d/run.sh", "tool.sh"]) chmodSync(join(root, path), 0o755);
			for (const path of ["d/secret", "own.txt"]) chmodSync(join(root, path), 0o600);
		}
		await dvcBatch([{ cwd: theirs, args: ["add", "d", "tool.sh", "own.txt"] }]);
		await add(contextAt(own), { paths: ["d", "tool.sh", "own.txt"], noCommit: false });
		expect(modes(own)).toEqual(modes(theirs));
	});

	it("an executable file is a copy where links are asked for: dvc makes the object in the cache executable", async () => {
		const tool = {
			"dvc.yaml":
				"stages:\n  s:\n    cmd: cp in.txt tool.sh && chmod +x tool.sh\n    deps: [in.txt]\n    outs: [tool.sh]\n",
			"in.txt": "in\n",
		};
		const [theirs, own] = await twins(tool, [["cache.type", "hardlink"]]);
		await dvcBatch([{ cwd: theirs, args: ["repro"] }]);
		await mainlineRun(own);
		const object = ".dvc/cache/files/md5/ba/8d2b9408ed255ee92a112fe7ba59be";
		expect([modes(theirs)["tool.sh"], modes(theirs)[object]]).toEqual(["544 2 in\n", "544 2 in\n"]);
		expect([modes(own)["tool.sh"], modes(own)[object]]).toEqual(["744 1 in\n", "444 1 in\n"]);
		expect(read(own, "dvc.lock")).toBe(read(theirs, "dvc.lock"));
	});

	it("cache.type that changed is followed by checkout --relink", async () => {
		const [theirs, own] = await bothWork([["cache.type", "copy"]]);
		for (const root of [theirs, own]) write(root, { ".dvc/config": "[cache]\n    type = symlink\n" });
		await dvcBatch([{ cwd: theirs, args: ["checkout", "--relink"] }]);
		await checkout(contextAt(own), { targets: [], force: false, relink: true, allowMissing: false });
		expect(modes(own)).toEqual(modes(theirs));
	});

	it("cache.dir is outside of the project, and serves two of them", async () => {
		const folder = mkdtempSync(join(tmpdir(), "mainline-caches-"));
		const [theirs, own] = await twins(FILES, [["cache.dir", join(folder, "theirs")]]);
		write(own, { ".dvc/config": `[cache]\n    dir = ${join(folder, "ours")}\n` });
		for (const root of [theirs, own]) write(root, DATA);
		await dvcBatch([
			{ cwd: theirs, args: ["add", "data", "one.txt", "none.txt"] },
			{ cwd: theirs, args: ["repro", "s"] },
		]);
		await add(contextAt(own), { paths: ["data", "one.txt", "none.txt"], noCommit: false });
		await mainlineRun(own, { targets: ["s"] });
		expect(modes(join(folder, "ours"))).toEqual(modes(join(folder, "theirs")));
		const [, second] = await twins(FILES);
		// counts from the folder that the configuration lies in
		write(second, {
			".dvc/config": `[cache]\n    dir = ../../${join(folder, "ours").split("/").slice(2).join("/")}\n`,
		});
		expect(await mainlineRun(second)).toEqual({ s: "restored" });
		expect(readdirSync(join(second, ".dvc"))).not.toContain("cache");
		expect((await dvc(second, "status", "--json")).out).toBe("{}");
	});

	it("core.autostage puts what was written into git's index, and nothing else", async () => {
		const [theirs, own] = await bothWork([["core.autostage", "true"]]);
		const staged = (root: string) => git(root, "diff", "--cached", "--name-only");
		expect(await staged(own)).toBe(await staged(theirs));
		expect((await staged(own)).split("\n")).toContain("dvc.lock");
		expect(await git(own, "status", "--porcelain")).toBe(await git(theirs, "status", "--porcelain"));
	});

	it("core.no_scm leaves git alone", async () => {
		const [theirs, own] = await bothWork([["core.no_scm", "true"]]);
		expect(modes(own)).toEqual(modes(theirs));
		expect(readdirSync(own)).not.toContain(".gitignore");
	});

	it("core.site_cache_dir, in which dvc remembers hashes, changes nothing here", async () => {
		const [theirs, own] = await bothWork([["core.site_cache_dir", mkdtempSync(join(tmpdir(), "mainline-site-"))]]);
		expect(modes(own)).toEqual(modes(theirs));
	});
});

describe("core.hardlink_lock", () => {
	const place = (root: string, patienceMs: number) => ({
		root,
		command: "mainline test",
		pid: process.pid,
		clock: systemClock,
		progress: { say() {}, live() {}, output() {}, warn() {}, group: () => () => {}, end() {} } as never,
		signal: new AbortController().signal,
		hardLinks: true,
		patienceMs,
	});

	it("keeps dvc out while we work, and lets it in afterwards", async () => {
		const [root] = await twins(FILES, [["core.hardlink_lock", "true"]]);
		await lockedProject(place(root, 1000), async () => {
			const { code, all } = await dvc(root, "repro");
			expect([code, all]).toEqual([255, expect.stringContaining("Unable to acquire lock")]);
		});
		expect(readdirSync(join(root, ".dvc/tmp")).filter((name) => name.includes("|"))).toEqual([]);
		expect((await dvc(root, "repro")).code).toBe(0);
		expect(await mainlineRun(root)).toEqual({ s: "unchanged" });
	});

	it("keeps us out while dvc works, and lets us in afterwards", async () => {
		const [root] = await twins(FILES, [["core.hardlink_lock", "true"]]);
		const script = `
from dvc.repo import Repo
import sys
with Repo(".").lock:
    print("held", flush=True)
    sys.stdin.read()
`;
		const holder = await startPiped(pythonOfDvc(), ["-c", script], { cwd: root });
		await new Promise((resolve) => holder.stdout.once("data", resolve));
		await expect(lockedProject(place(root, 500), async () => {})).rejects.toMatchObject({ code: "dvc-busy" });
		holder.stdin.end();
		await holder.ended;
		expect(await lockedProject(place(root, 5000), async () => "in")).toBe("in");
	});

	it("is broken by dvc when its time is over, and by us when its process is gone", async () => {
		const [root] = await twins(FILES, [["core.hardlink_lock", "true"]]);
		const dead = Number(execFileSync("/bin/sh", ["-c", "echo $$"], { encoding: "utf8" }));
		const leave = (until: Date): void => {
			const lock = join(root, ".dvc/tmp/lock");
			const claim = `${lock}|${execFileSync("hostname", { encoding: "utf8" }).trim()}|${dead}|17`;
			writeFileSync(claim, claim);
			execFileSync("ln", [claim, lock]);
			execFileSync("touch", ["-d", until.toISOString(), claim]);
			chmodSync(claim, 0o644);
		};
		leave(new Date(Date.now() - 60_000));
		expect((await dvc(root, "repro")).code).toBe(0);
		leave(new Date(Date.now() + 3_600_000));
		expect((await dvc(root, "repro")).code).not.toBe(0);
		expect(await mainlineRun(root)).toEqual({ s: "unchanged" });
		expect(read(root, "out/a.txt")).toBe("in\n");
	});
});
