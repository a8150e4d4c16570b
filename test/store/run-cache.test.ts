import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { hashBytes } from "../../src/digest/index.ts";
import type { Value } from "../../src/kernel/index.ts";
import type { LockEntry } from "../../src/manifest/model.ts";
import { RunCache, sameInputs } from "../../src/store/index.ts";
import { testFormat } from "./entry-format.ts";

/** Entries that DVC 3.67.1 wrote. */
const RECORDED = resolve(import.meta.dirname, "../fixtures/run-cache");
/** Its text lost a U+0085 on the way through YAML: DVC's own names for it cannot be computed from it again. */
const LOSSY = "797517c1747df64d0ed9a270cbf2c7562e3ae401a502f04b530e999a23f3f1dc";

let room: string;
beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-runs-"));
});

function entry(params: [string, Value][], out = "out"): LockEntry {
	return {
		cmd: "make it",
		deps: [{ path: "in", oid: hashBytes(Buffer.from("in")), hash: "md5", size: 2n }],
		params: new Map([["params.yaml", new Map(params)]]),
		outs: [{ path: "out", oid: hashBytes(Buffer.from(out)), hash: "md5", size: BigInt(out.length) }],
	};
}

describe("the run cache", () => {
	it("gives every entry that DVC recorded DVC's own names", async () => {
		const recorded = new RunCache(RECORDED, testFormat);
		const names = await recorded.names();
		expect(names).toHaveLength(20);
		for (const name of names.filter(({ value }) => value !== LOSSY)) {
			const read = testFormat.fromText(readFileSync(recorded.path(name), "utf8"), "entry");
			expect({ key: recorded.key(read), value: recorded.digest(read) }).toEqual(name);
		}
	});

	it("writes an entry where and as DVC does", async () => {
		const recorded = new RunCache(RECORDED, testFormat);
		const runs = new RunCache(room, testFormat);
		for (const name of (await recorded.names()).filter(({ value }) => value !== LOSSY)) {
			await runs.save(testFormat.fromText(readFileSync(recorded.path(name), "utf8"), "entry"));
			expect(readFileSync(runs.path(name), "utf8")).toBe(readFileSync(recorded.path(name), "utf8"));
		}
	});

	it("finds what it saved, the newest first", async () => {
		const runs = new RunCache(room, testFormat);
		const names = [];
		for (const out of ["one", "two", "three"]) names.push(await runs.save(entry([["a", 1n]], out)));
		for (const [age, name] of names.entries()) utimesSync(runs.path(name), 1000, 1000 - age);
		const found = await runs.find(names[0]?.key ?? "");
		expect(found.map((each) => each.outs[0]?.size)).toEqual([3n, 3n, 5n]);
		expect(found[0]?.outs[0]?.oid).toBe(hashBytes(Buffer.from("one")));
	});

	it("passes over entries that are damaged or are not what their name says", async () => {
		const runs = new RunCache(room, testFormat);
		const { key, value } = await runs.save(entry([["a", 1n]]));
		const folder = join(room, "runs", key.slice(0, 2), key);
		writeFileSync(join(folder, "0".repeat(64)), readFileSync(join(folder, value)));
		writeFileSync(join(folder, "1".repeat(64)), "cmd: [");
		writeFileSync(join(folder, "junk.tmp"), "");
		expect(readdirSync(folder)).toHaveLength(4);
		expect(await runs.find(key)).toHaveLength(1);
		expect(await runs.accept({ key, value: "2".repeat(64) }, readFileSync(join(folder, value), "utf8"))).toBe(false);
	});

	it("shares a key between runs that differ in a parameter called size, and tells them apart", () => {
		const runs = new RunCache(room, testFormat);
		const [one, two] = [entry([["model", new Map([["size", 1n]])]]), entry([["model", new Map([["size", 2n]])]])];
		expect(runs.key(one)).toBe(runs.key(two));
		expect(sameInputs(one, two)).toBe(false);
		expect(sameInputs(one, entry([["model", new Map([["size", 1]])]]))).toBe(true);
		expect(sameInputs(one, { ...one, cmd: "other" })).toBe(false);
		expect(sameInputs(one, { ...one, deps: [] })).toBe(false);
	});

	it("is empty where there is none", async () => {
		expect(await new RunCache(join(room, "none"), testFormat).names()).toEqual([]);
		mkdirSync(join(room, "runs"));
		cpSync(RECORDED, room, { recursive: true });
		expect(await new RunCache(room, testFormat).find("f".repeat(64))).toEqual([]);
	});
});
