import { execFileSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { directoryListing, hashBytes, type ListedFile } from "../../src/digest/index.ts";
import type { Oid } from "../../src/kernel/index.ts";
import { Cache, type PlaceOptions } from "../../src/store/index.ts";

const COPY: PlaceOptions = { types: ["copy"] };
let room: string;
let cache: Cache;

beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-cache-"));
	cache = new Cache(join(room, "cache"));
});

async function storeFile(text: string): Promise<Oid> {
	const bytes = Buffer.from(text);
	await cache.addBytes(bytes, hashBytes(bytes));
	return hashBytes(bytes);
}

async function storeDirectory(files: Record<string, string>): Promise<Oid> {
	const listed: ListedFile[] = [];
	for (const [relpath, text] of Object.entries(files)) listed.push({ relpath, oid: await storeFile(text) });
	const { oid, text } = directoryListing(listed);
	await cache.addBytes(Buffer.from(text), oid);
	return oid;
}

function contentOf(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
		statSync(join(folder, path)).isFile(),
	);
	return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe("the cache", () => {
	it("keeps objects where DVC does, read-only", async () => {
		writeFileSync(join(room, "one"), "1\n");
		await cache.add(join(room, "one"), hashBytes(Buffer.from("1\n")));
		const object = join(room, "cache/files/md5/b0/26324c6904b2a9cb4b88d6d61c81d1");
		expect(readFileSync(object, "utf8")).toBe("1\n");
		expect(lstatSync(object).mode & 0o777).toBe(0o444);
		expect(readdirSync(join(room, "cache/files/md5/b0"))).toHaveLength(1);
	});

	it("does not take in a file under a wrong id, even where it grew since it was hashed", async () => {
		const file = join(room, "file");
		writeFileSync(file, "2\n");
		const wrong = hashBytes(Buffer.from("1\n"));
		await expect(cache.add(file, wrong)).rejects.toMatchObject({ code: "file-changing" });
		expect(await cache.has(wrong)).toBe(false);
	});

	it("tells present, missing and corrupt objects apart, although a corrupt one is read-only", async () => {
		const oid = await storeFile("hello");
		expect(await cache.verify(oid)).toBe("present");
		chmodSync(cache.path(oid), 0o644);
		writeFileSync(cache.path(oid), "HELLO");
		expect(await cache.has(oid)).toBe(false);
		chmodSync(cache.path(oid), 0o444);
		expect(await cache.has(oid)).toBe(true);
		expect(await cache.verify(oid)).toBe("corrupt");
		expect(await cache.verify(hashBytes(Buffer.from("other")))).toBe("missing");
	});

	it("replaces an object of the wrong size when the right content comes", async () => {
		const oid = await storeFile("hello");
		chmodSync(cache.path(oid), 0o644);
		writeFileSync(cache.path(oid), "hel");
		chmodSync(cache.path(oid), 0o444);
		await storeFile("hello");
		expect(await cache.verify(oid)).toBe("present");
	});

	it("names what is missing below a directory", async () => {
		const oid = await storeDirectory({ a: "a", "b/c": "c" });
		expect(await cache.missingBelow(oid)).toEqual([]);
		const other = new Cache(join(room, "other"));
		expect(await other.missingBelow(oid)).toEqual([oid]);
		await other.addBytes(readFileSync(cache.path(oid)), oid);
		await other.addBytes(Buffer.from("a"), hashBytes(Buffer.from("a")));
		expect(await other.missingBelow(oid)).toEqual([hashBytes(Buffer.from("c"))]);
	});

	it("finds objects of DVC 2.x at their own place", async () => {
		const bytes = Buffer.from("a\n");
		await cache.addBytes(bytes, hashBytes(bytes), "md5-dos2unix");
		expect(existsSync(join(room, "cache/60/b725f10c9c85c70d97880dfe8191b3"))).toBe(true);
		expect(await cache.has(hashBytes(bytes))).toBe(false);
		expect(await cache.verify(hashBytes(bytes), "md5-dos2unix")).toBe("present");
	});
});

describe("placing", () => {
	it("makes a file, changes it, and leaves it alone when it is right", async () => {
		const [one, two] = [await storeFile("one"), await storeFile("two")];
		const target = join(room, "deep/file");
		expect(await cache.place(one, target, COPY)).toEqual({ added: 1, changed: 0, removed: 0 });
		expect(await cache.place(two, target, COPY)).toEqual({ added: 0, changed: 1, removed: 0 });
		const { mtimeMs } = statSync(target);
		expect(await cache.place(two, target, COPY)).toEqual({ added: 0, changed: 0, removed: 0 });
		expect(statSync(target).mtimeMs).toBe(mtimeMs);
		expect(statSync(target).mode & 0o777).toBe(0o666 & ~process.umask());
	});

	it("gives a file the execute bit, also one that is already right", async () => {
		const oid = await storeFile("#!/bin/sh\n");
		await cache.place(oid, join(room, "a"), COPY);
		await cache.place(oid, join(room, "a"), { ...COPY, exec: true });
		expect(statSync(join(room, "a")).mode & 0o100).toBe(0o100);
		await cache.place(oid, join(room, "b"), { types: ["hardlink"], exec: true });
		expect(statSync(join(room, "b")).mode & 0o100).toBe(0o100);
		expect(statSync(cache.path(oid)).mode & 0o777).toBe(0o444);
	});

	it("moves a directory from one content to another: new, changed and vanished files, emptied folders", async () => {
		const before = await storeDirectory({ same: "s", changed: "old", "gone/deep/file": "g", "sub/stays": "x" });
		const after = await storeDirectory({ same: "s", changed: "new", "sub/stays": "x", "sub/new": "n" });
		const target = join(room, "data");
		await cache.place(before, target, COPY);
		expect(await cache.place(after, target, COPY)).toEqual({ added: 1, changed: 1, removed: 1 });
		expect(contentOf(target)).toEqual({ changed: "new", same: "s", "sub/new": "n", "sub/stays": "x" });
		expect(existsSync(join(target, "gone"))).toBe(false);
	});

	it("turns a file into a directory and back", async () => {
		const [file, directory] = [await storeFile("f"), await storeDirectory({ "a/b": "ab" })];
		const target = join(room, "thing");
		for (const oid of [file, directory, file]) await cache.place(oid, target, COPY);
		expect(readFileSync(target, "utf8")).toBe("f");
		await cache.place(directory, target, COPY);
		const swapped = await storeDirectory({ a: "now a file" });
		await cache.place(swapped, target, COPY);
		expect(contentOf(target)).toEqual({ a: "now a file" });
	});

	it("makes an empty directory", async () => {
		await cache.place(await storeDirectory({}), join(room, "empty"), COPY);
		expect(readdirSync(join(room, "empty"))).toEqual([]);
	});

	it("refuses to lose data that is saved nowhere, unless forced", async () => {
		const oid = await storeDirectory({ a: "a" });
		const target = join(room, "data");
		await cache.place(oid, target, COPY);
		writeFileSync(join(target, "precious"), "only here");
		await expect(cache.place(oid, target, COPY)).rejects.toMatchObject({ code: "unsaved-data" });
		writeFileSync(join(room, "file"), "only here, too");
		await expect(cache.place(oid, join(room, "file"), COPY)).rejects.toMatchObject({ code: "unsaved-data" });
		expect(contentOf(target)).toEqual({ a: "a", precious: "only here" });
		await cache.place(oid, target, { ...COPY, force: true });
		expect(contentOf(target)).toEqual({ a: "a" });
	});

	it("leaves ignored files where they are", async () => {
		const target = join(room, "data");
		await cache.place(await storeDirectory({ a: "a" }), target, COPY);
		writeFileSync(join(target, "x.tmp"), "mine");
		const rules = { ignored: (path: string) => path.endsWith(".tmp") };
		await cache.place(await storeDirectory({ a: "b" }), target, { ...COPY, rules });
		expect(contentOf(target)).toEqual({ a: "b", "x.tmp": "mine" });
	});

	it("touches nothing when an object is missing", async () => {
		const oid = await storeDirectory({ a: "a", b: "b" });
		const target = join(room, "data");
		await cache.place(oid, target, COPY);
		const absent = directoryListing([{ relpath: "a", oid: hashBytes(Buffer.from("never stored")) }]);
		await cache.addBytes(Buffer.from(absent.text), absent.oid);
		await expect(cache.place(absent.oid, target, COPY)).rejects.toMatchObject({ code: "object-missing" });
		expect(contentOf(target)).toEqual({ a: "a", b: "b" });
	});

	it.each(["../escape", "/etc/escape", "a/../../escape", "a//b", "./a", "a\0b", ""])(
		"refuses a listing that names %j",
		async (relpath) => {
			const text = Buffer.from(JSON.stringify([{ md5: await storeFile("x"), relpath }]));
			const oid = `${hashBytes(text)}.dir` as Oid;
			await cache.addBytes(text, oid);
			await expect(cache.place(oid, join(room, "data"), COPY)).rejects.toMatchObject({ code: "listing-corrupt" });
			expect(existsSync(join(room, "escape"))).toBe(false);
		},
	);

	it("does not write through a link that leads out of the directory", async () => {
		mkdirSync(join(room, "outside"));
		mkdirSync(join(room, "data"));
		symlinkSync(join(room, "outside"), join(room, "data/sub"));
		const oid = await storeDirectory({ "sub/file": "x" });
		await expect(cache.place(oid, join(room, "data"), COPY)).rejects.toMatchObject({ code: "link-in-the-way" });
		await cache.place(oid, join(room, "data"), { ...COPY, force: true });
		expect(readdirSync(join(room, "outside"))).toEqual([]);
		expect(contentOf(join(room, "data"))).toEqual({ "sub/file": "x" });
	});

	it("links hard: the object itself, read-only, an empty file apart", async () => {
		const oid = await storeDirectory({ full: "x", empty: "" });
		const target = join(room, "data");
		await cache.place(oid, target, { types: ["hardlink"] });
		expect(statSync(join(target, "full")).ino).toBe(statSync(cache.path(hashBytes(Buffer.from("x")))).ino);
		expect(statSync(join(target, "full")).mode & 0o777).toBe(0o444);
		expect(statSync(join(target, "empty")).nlink).toBe(1);
		await cache.place(oid, target, { types: ["hardlink"], relink: true });
		expect(contentOf(target)).toEqual({ empty: "", full: "x" });
		expect(readdirSync(target)).toHaveLength(2);
	});

	it("links symbolically by absolute path, and puts links right that lost their object", async () => {
		const oid = await storeDirectory({ a: "x" });
		const target = join(room, "data");
		await cache.place(oid, target, { types: ["symlink"] });
		expect(readlinkSync(join(target, "a"))).toBe(cache.path(hashBytes(Buffer.from("x"))));
		execFileSync("rm", ["-rf", cache.dir]);
		await storeDirectory({ a: "x", b: "y" });
		const next = await storeDirectory({ a: "y" });
		execFileSync("rm", ["-rf", cache.path(hashBytes(Buffer.from("x")))]);
		await cache.place(next, target, { types: ["symlink"] });
		expect(contentOf(target)).toEqual({ a: "y" });
	});

	it("falls back to the next link type where one does not work", async () => {
		const oid = await storeFile("x");
		await cache.place(oid, join(room, "a"), { types: ["reflink", "copy"] });
		expect(readFileSync(join(room, "a"), "utf8")).toBe("x");
	});
});
