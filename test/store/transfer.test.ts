import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { directoryListing, hashBytes } from "../../src/digest/index.ts";
import type { Oid } from "../../src/kernel/index.ts";
import {
	Cache,
	fetch,
	type ObjectRef,
	openRemote,
	push,
	type Remote,
	RunCache,
	type TransferProgress,
} from "../../src/store/index.ts";
import { testFormat } from "./entry-format.ts";
import { bareSurroundings } from "./surroundings.ts";

let room: string;
let here: Cache;
let there: Cache;
let remote: Remote;

beforeEach(async () => {
	room = mkdtempSync(join(tmpdir(), "mainline-transfer-"));
	[here, there] = [new Cache(join(room, "here")), new Cache(join(room, "there"))];
	remote = await openRemote({ name: "store", url: join(room, "remote"), options: new Map() }, bareSurroundings());
});

const idOf = (text: string): Oid => hashBytes(Buffer.from(text));
const ref = (oid: Oid): ObjectRef => ({ oid, hash: "md5" });
const remotePath = (oid: Oid): string => join(room, "remote/files/md5", oid.slice(0, 2), oid.slice(2));

async function store(cache: Cache, texts: readonly string[]): Promise<Oid> {
	for (const text of texts) await cache.addBytes(Buffer.from(text), idOf(text));
	const { oid, text } = directoryListing(texts.map((each) => ({ relpath: `f-${each}`, oid: idOf(each) })));
	await cache.addBytes(Buffer.from(text), oid);
	return oid;
}

describe("push and fetch", () => {
	it("carry a directory from one machine to another", async () => {
		const oid = await store(here, ["a", "b", "c"]);
		const seen: TransferProgress[] = [];
		expect(await push([ref(oid)], { cache: here, remote, progress: (now) => seen.push(now) })).toMatchObject({
			transferred: 4,
			failed: [],
		});
		expect(seen.at(-1)).toMatchObject({ files: 4, total: 4 });
		expect(statSync(remotePath(oid)).mode & 0o777).toBe(0o444);
		expect(await fetch([ref(oid)], { cache: there, remote })).toMatchObject({ transferred: 4, failed: [] });
		expect(await there.missingBelow(oid)).toEqual([]);
		expect(await there.verify(oid)).toBe("present");
	});

	it("move nothing that is there already", async () => {
		const oid = await store(here, ["a", "b"]);
		await push([ref(oid)], { cache: here, remote });
		const { ino } = statSync(remotePath(idOf("a")));
		expect((await push([ref(oid)], { cache: here, remote })).transferred).toBe(0);
		const wider = await store(here, ["a", "b", "new"]);
		expect((await push([ref(wider)], { cache: here, remote })).transferred).toBe(2);
		expect(statSync(remotePath(idOf("a"))).ino).toBe(ino);
		await fetch([ref(oid)], { cache: there, remote });
		expect((await fetch([ref(wider)], { cache: there, remote })).transferred).toBe(2);
	});

	it("do not publish a listing whose files did not all arrive", async () => {
		const oid = await store(here, ["a", "b"]);
		rmSync(here.path(idOf("b")), { force: true });
		const report = await push([ref(oid)], { cache: here, remote });
		expect(report.failed.map((each) => each.oid)).toEqual([idOf("b"), oid]);
		expect(await remote.has([oid, idOf("a")])).toEqual(new Set([idOf("a")]));
		await here.addBytes(Buffer.from("b"), idOf("b"));
		expect(await push([ref(oid)], { cache: here, remote })).toMatchObject({ transferred: 2, failed: [] });
	});

	it("name what the remote lacks, fetch the rest, and go on when it comes", async () => {
		const oid = await store(here, ["a", "b"]);
		await push([ref(oid)], { cache: here, remote });
		rmSync(remotePath(idOf("b")), { force: true });
		const report = await fetch([ref(oid), ref(idOf("never"))], { cache: there, remote });
		expect(new Set(report.failed.map((each) => each.oid))).toEqual(new Set([idOf("never"), idOf("b"), oid]));
		expect(await there.has(idOf("a"))).toBe(true);
		expect(await there.has(oid)).toBe(false);
	});

	it("refuse corrupt objects in both directions and leave nothing behind", async () => {
		const [good, bad] = [idOf("good"), idOf("bad")];
		for (const text of ["good", "bad"]) await here.addBytes(Buffer.from(text), idOf(text));
		await push([ref(good), ref(bad)], { cache: here, remote });
		chmodSync(remotePath(bad), 0o644);
		writeFileSync(remotePath(bad), "BAD");
		const report = await fetch([ref(good), ref(bad)], { cache: there, remote });
		expect(report.failed.map((each) => each.oid)).toEqual([bad]);
		const folder = join(room, "there/files/md5", bad.slice(0, 2));
		expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
		await here.addBytes(Buffer.from("other"), idOf("other"));
		chmodSync(here.path(idOf("other")), 0o644);
		writeFileSync(here.path(idOf("other")), "OTHER");
		chmodSync(here.path(idOf("other")), 0o444);
		expect((await push([ref(idOf("other"))], { cache: here, remote })).failed).toHaveLength(1);
		expect(await remote.has([idOf("other")])).toEqual(new Set());
	});

	it("fetch a part of a directory on request", async () => {
		const oid = await store(here, ["a", "b"]);
		await push([ref(oid)], { cache: here, remote });
		await fetch([ref(oid)], { cache: there, remote, only: (_, relpath) => relpath === "f-b" });
		expect(await there.missingBelow(oid)).toEqual([idOf("a")]);
	});

	it("refuse a hostile listing from the remote", async () => {
		const text = Buffer.from(JSON.stringify([{ md5: idOf("x"), relpath: "../../x" }]));
		const oid = `${hashBytes(text)}.dir` as Oid;
		await here.addBytes(text, oid);
		await remote.push(oid, here);
		expect((await fetch([ref(oid)], { cache: there, remote })).failed).toHaveLength(1);
		expect(await there.has(oid)).toBe(false);
	});

	it("carry runs both ways, once, and none that are false", async () => {
		const runs = new RunCache(join(room, "here"), testFormat);
		const other = new RunCache(join(room, "there"), testFormat);
		const outs = [{ path: "o", oid: idOf("o"), hash: "md5" as const }];
		const name = await runs.save({ cmd: "c", deps: outs, params: new Map(), outs });
		expect(await remote.pushRuns(runs)).toBe(1);
		expect(await remote.pushRuns(runs)).toBe(0);
		writeFileSync(join(room, "remote/runs", name.key.slice(0, 2), name.key, "0".repeat(64)), "cmd: evil\n");
		expect(await remote.fetchRuns(other)).toBe(1);
		expect(readFileSync(other.path(name))).toEqual(readFileSync(runs.path(name)));
		expect(await other.names()).toEqual([name]);
	});
});

describe("opening a remote", () => {
	it.each(["gopher://host/x", "hdfs://host/x"])("refuses %s by name", async (url) => {
		const opening = openRemote({ name: "store", url, options: new Map() }, bareSurroundings());
		await expect(opening).rejects.toThrow(/remote "store" uses \w+:\/\//);
	});

	it("takes a folder and a file URL", async () => {
		await here.addBytes(Buffer.from("x"), idOf("x"));
		const byUrl = await openRemote(
			{ name: "u", url: `file://${join(room, "remote")}`, options: new Map() },
			bareSurroundings(),
		);
		await byUrl.push(idOf("x"), here);
		expect(await remote.has([idOf("x")])).toEqual(new Set([idOf("x")]));
	});
});
