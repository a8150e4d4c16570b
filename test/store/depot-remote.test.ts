import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { directoryListing, hashBytes } from "../../src/digest/index.ts";
import type { Oid } from "../../src/kernel/index.ts";
import { DepotRemote } from "../../src/store/depot-remote.ts";
import { Cache, fetch, type ObjectRef, push, RemoteMemory, RunCache } from "../../src/store/index.ts";
import { testFormat } from "./entry-format.ts";
import { FolderDepot, type Mishap } from "./folder-depot.ts";
import { hurried } from "./surroundings.ts";

let room: string;
let here: Cache;
let there: Cache;
let depot: FolderDepot;
let remote: DepotRemote;
let waits: number[];

function open(page: number | null = 10): void {
	depot = new FolderDepot(join(room, "remote"), page);
	remote = new DepotRemote("store", depot, { surroundings: hurried(waits) });
}

beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-depot-"));
	[here, there] = [new Cache(join(room, "here")), new Cache(join(room, "there"))];
	waits = [];
	open();
});

const idOf = (bytes: Uint8Array | string): Oid => hashBytes(Buffer.from(bytes));
const ref = (oid: Oid): ObjectRef => ({ oid, hash: "md5" });
const keyOf = (oid: Oid): string => `files/md5/${oid.slice(0, 2)}/${oid.slice(2)}`;

async function store(cache: Cache, texts: readonly string[]): Promise<Oid> {
	for (const text of texts) await cache.addBytes(Buffer.from(text), idOf(text));
	const { oid, text } = directoryListing(texts.map((each) => ({ relpath: `f-${each}`, oid: idOf(each) })));
	await cache.addBytes(Buffer.from(text), oid);
	return oid;
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

describe("objects over a depot", () => {
	it("lie as DVC lays them, the listing after its files", async () => {
		const oid = await store(here, ["a", "b"]);
		expect(await push([ref(oid)], { cache: here, remote })).toMatchObject({ transferred: 3, failed: [] });
		const written = depot.calls.filter((call) => call.startsWith("write"));
		expect(written.at(-1)).toBe(`write ${keyOf(oid)}`);
		expect(written).toContain(`write ${keyOf(idOf("a"))}`);
		expect(await fetch([ref(oid)], { cache: there, remote })).toMatchObject({ transferred: 3, failed: [] });
		expect(await there.missingBelow(oid)).toEqual([]);
	});

	it.each<Mishap>(["cut", "wrong-bytes", "busy", "gone"])("survive %s at any call", async (mishap) => {
		const oid = await store(here, ["a", "b", "c"]);
		for (let at = 1, calls = 1; at <= calls; at++) {
			rmSync(join(room, "remote"), { recursive: true, force: true });
			depot.spoil(at, mishap);
			expect(await push([ref(oid)], { cache: here, remote })).toMatchObject({ transferred: 4, failed: [] });
			calls = depot.calls.length;
		}
		for (let at = 1, calls = 1; at <= calls; at++) {
			there = new Cache(join(room, `there ${at}`));
			depot.spoil(at, mishap);
			const report = await fetch([ref(oid)], { cache: there, remote });
			calls = depot.calls.length;
			if (report.failed.length > 0) {
				// a listing is read once: spoilt, it is refused, and the next run has it
				expect(await there.has(oid)).toBe(false);
				expect((await fetch([ref(oid)], { cache: there, remote })).failed).toEqual([]);
			}
			expect(await there.missingBelow(oid)).toEqual([]);
			for (const text of ["a", "b", "c"]) expect(await there.verify(idOf(text))).toBe("present");
		}
	});

	it("wait as long as they were asked to, and give up with the remote's words", async () => {
		const oid = await store(here, ["a"]);
		depot.spoil(0, "busy");
		await expect(push([ref(oid)], { cache: here, remote })).rejects.toMatchObject({
			code: "remote-busy",
			message: expect.stringMatching(/overloaded.*tried 6 times/),
		});
		expect(waits.length).toBe(5);
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(7000);
	});

	it("do not try again what will stay refused, and begin nothing more", async () => {
		const oid = await store(here, numbers(200));
		depot.spoil(2, "denied");
		await expect(push([ref(oid)], { cache: here, remote })).rejects.toMatchObject({ code: "remote-denied" });
		expect(depot.calls.length).toBeLessThan(20);
		expect(waits).toEqual([]);
	});

	it("go on from where a big one broke", async () => {
		const bytes = randomBytes(3 * 1024 * 1024);
		await here.addBytes(bytes, idOf(bytes));
		await push([ref(idOf(bytes))], { cache: here, remote });
		depot.spoil(1, "cut");
		let moved = 0;
		const fetched = await remote.fetch(idOf(bytes), there, "md5", (count) => {
			moved += count;
		});
		expect(fetched).toBe(BigInt(bytes.length));
		expect(moved).toBe(bytes.length);
		expect(depot.calls.filter((call) => call.startsWith("read"))[1]).toMatch(/ 32768$/);
		expect(readFileSync(there.path(idOf(bytes)))).toEqual(bytes);
	});

	it("are never taken in when they are not what their names say", async () => {
		const oid = idOf("right");
		await here.addBytes(Buffer.from("right"), oid);
		await push([ref(oid)], { cache: here, remote });
		writeFileSync(join(room, "remote", keyOf(oid)), "wrong");
		const { failed } = await fetch([ref(oid)], { cache: there, remote });
		expect(failed).toMatchObject([{ oid, reason: expect.stringContaining("not what its name says") }]);
		expect(readdirSync(join(room, "there/files/md5", oid.slice(0, 2)))).toEqual([]);
	});
});

describe("asking what is there", () => {
	const seed = async (count: number): Promise<Oid[]> => {
		const texts = numbers(count);
		const oid = await store(here, texts);
		await push([ref(oid)], { cache: here, remote });
		depot.calls.length = 0;
		return texts.map(idOf);
	};

	it("asks for each of a few, and lists nothing", async () => {
		const [first, second] = await seed(600);
		if (first === undefined || second === undefined) throw new Error("no objects");
		expect(await remote.has([first, second, idOf("never")])).toEqual(new Set([first, second]));
		expect([depot.count("stat"), depot.count("list")]).toEqual([3, 0]);
	});

	it("lists the shelves of many, where that takes fewer requests", async () => {
		const oids = await seed(3000);
		open(1000);
		expect((await remote.has(oids)).size).toBe(3000);
		expect(depot.calls.length).toBeLessThan(3000 / 4);
		expect(depot.count("list")).toBeGreaterThan(200);
	});

	it("gives up listing a large remote for what could be asked", async () => {
		const oids = await seed(6000);
		const wanted = oids.slice(0, 1600);
		open(1);
		expect((await remote.has(wanted)).size).toBe(1600);
		expect(depot.count("list")).toBeLessThan(10);
	});

	it("never lists where nothing can be listed", async () => {
		const oids = await seed(2000);
		open(null);
		expect((await remote.has(oids)).size).toBe(2000);
		expect(depot.count("list")).toBe(0);
	});

	it("asks one question to push again what is all there", async () => {
		const oid = await store(here, numbers(500));
		await push([ref(oid)], { cache: here, remote });
		depot.calls.length = 0;
		expect((await push([ref(oid)], { cache: here, remote })).transferred).toBe(0);
		expect(depot.calls).toEqual([`stat ${keyOf(oid)}`]);
	});
});

describe("what was seen at a remote", () => {
	it("spares asking for the files of a directory that changed a little", async () => {
		const memory = new RemoteMemory(join(room, "notes"));
		const old = await store(here, numbers(400));
		await push([ref(old)], { cache: here, remote, memory });
		const changed = await store(here, [...numbers(400), "one more"]);
		depot.calls.length = 0;
		expect((await push([ref(changed)], { cache: here, remote, memory })).transferred).toBe(2);
		expect([depot.count("stat"), depot.count("list")]).toEqual([3, 0]);
		expect(memory.recall(remote.address).map(({ oid }) => oid)).toEqual([changed, old]);
	});

	it("is not believed when the listing is gone: what the remote lost is sent again", async () => {
		const memory = new RemoteMemory(join(room, "notes"));
		const old = await store(here, numbers(100));
		await push([ref(old)], { cache: here, remote, memory });
		rmSync(join(room, "remote"), { recursive: true });
		const changed = await store(here, [...numbers(100), "one more"]);
		expect((await push([ref(changed)], { cache: here, remote, memory })).transferred).toBe(102);
		expect(memory.recall(remote.address).map(({ oid }) => oid)).toEqual([changed]);
	});

	it("vanishes when a fetch finds a file missing", async () => {
		const memory = new RemoteMemory(join(room, "notes"));
		const oid = await store(here, ["a", "b"]);
		await push([ref(oid)], { cache: here, remote, memory });
		expect(memory.recall(remote.address)).toHaveLength(1);
		rmSync(join(room, "remote", keyOf(idOf("a"))));
		expect((await fetch([ref(oid)], { cache: there, remote, memory })).failed).toHaveLength(2);
		expect(memory.recall(remote.address)).toEqual([]);
	});

	it("is bounded, and nothing when its file is damaged", () => {
		const memory = new RemoteMemory(join(room, "notes"));
		for (const text of numbers(200)) memory.note("a", [ref(`${idOf(text)}.dir` as Oid)]);
		expect(memory.recall("a")).toHaveLength(64);
		expect(memory.recall("b")).toEqual([]);
		for (const file of readdirSync(join(room, "notes/remotes"))) {
			writeFileSync(join(room, "notes/remotes", file), readFileSync(join(room, "notes/remotes", file)).subarray(0, 90));
		}
		expect(memory.recall("a")).toEqual([]);
		memory.note("a", [ref(`${idOf("new")}.dir` as Oid)]);
		expect(memory.recall("a")).toHaveLength(1);
	});
});

describe("runs over a depot", () => {
	it("travel by key, once, and none that are false", async () => {
		const runs = new RunCache(join(room, "here"), testFormat);
		const other = new RunCache(join(room, "there"), testFormat);
		const outs = [{ path: "o", oid: idOf("o"), hash: "md5" as const }];
		const name = await runs.save({ cmd: "c", deps: outs, params: new Map(), outs });
		await runs.save({ cmd: "another", deps: outs, params: new Map(), outs });
		expect(await remote.pushRuns(runs)).toBe(2);
		expect(await remote.pushRuns(runs)).toBe(0);
		writeFileSync(join(room, "remote/runs", name.key.slice(0, 2), name.key, "0".repeat(64)), "cmd: evil\n");
		depot.calls.length = 0;
		expect(await remote.fetchRuns(other, [name.key])).toBe(1);
		expect(depot.calls.filter((call) => call.startsWith("list"))).toEqual([
			`list runs/${name.key.slice(0, 2)}/${name.key}/`,
		]);
		expect(await other.names()).toEqual([name]);
		expect(await remote.fetchRuns(other)).toBe(1);
	});
});
