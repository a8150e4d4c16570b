import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { Examiner } from "../../src/digest/examiner.ts";
import {
	directoryListing,
	dos2unixHashFile,
	HashState,
	hashBytes,
	hashFile,
	parseListing,
	readTree,
} from "../../src/digest/index.ts";

const ALL = { ignored: () => false, key: "none" };
let room: string;
beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-digest-"));
});
const file = (name: string, text: string | Uint8Array): string => {
	const path = join(room, name);
	mkdirSync(join(path, ".."), { recursive: true });
	writeFileSync(path, text);
	return path;
};
const md5sum = (path: string): string => execFileSync("md5sum", [path], { encoding: "utf8" }).slice(0, 32);

describe("a file's id", () => {
	it("is the MD5 of its bytes, whatever its size", async () => {
		for (const size of [0, 1, 262_144, 262_145, 1_048_575, 1_048_576, 1_048_577, 5_000_000]) {
			const path = file(`f${size}`, Buffer.alloc(size, "abcdefg"));
			expect(await hashFile(path)).toMatchObject({ oid: md5sum(path), size: BigInt(size) });
		}
	});

	it("comes out the same for many large files at once", async () => {
		const paths = Array.from({ length: 9 }, (_, i) => file(`big${i}`, Buffer.alloc(3_000_000 + i, `${i}`)));
		const hashes = await Promise.all(paths.map((path) => hashFile(path)));
		expect(hashes.map(({ oid }) => oid)).toEqual(paths.map(md5sum));
	});

	it("follows a link, and says what is wrong with a dangling one, a pipe, a directory and nothing", async () => {
		file("real", "1\n");
		symlinkSync("real", join(room, "link"));
		symlinkSync("nowhere", join(room, "dangling"));
		execFileSync("mkfifo", [join(room, "pipe")]);
		expect((await hashFile(join(room, "link"))).oid).toBe("b026324c6904b2a9cb4b88d6d61c81d1");
		await expect(hashFile(join(room, "dangling"))).rejects.toMatchObject({ code: "broken-link" });
		await expect(hashFile(join(room, "pipe"))).rejects.toMatchObject({ code: "not-a-regular-file" });
		await expect(hashFile(room)).rejects.toMatchObject({ code: "not-a-regular-file" });
		await expect(hashFile(join(room, "absent"))).rejects.toMatchObject({ code: "file-not-found" });
	});
});

describe("the id of DVC 2.x", () => {
	it("takes CR LF for LF in text, and leaves other files alone", async () => {
		expect(await dos2unixHashFile(file("text", "a\r\nb\r\n"))).toBe(hashBytes(Buffer.from("a\nb\n")));
		expect(await dos2unixHashFile(file("lone", "a\rb\r\n"))).toBe(hashBytes(Buffer.from("a\rb\n")));
		const binary = Buffer.from("\0\r\n");
		expect(await dos2unixHashFile(file("binary", binary))).toBe(hashBytes(binary));
		const foreign = Buffer.from("データ\r\n");
		expect(await dos2unixHashFile(file("foreign", foreign))).toBe(hashBytes(foreign));
		expect(await dos2unixHashFile(file("empty", ""))).toBe(hashBytes(Buffer.alloc(0)));
	});

	it("does not see a CR LF across the border of two pieces", async () => {
		const bytes = Buffer.concat([Buffer.alloc(1_048_575, "x"), Buffer.from("\r\n"), Buffer.from("y\r\n")]);
		const expected = Buffer.concat([Buffer.alloc(1_048_575, "x"), Buffer.from("\r\n"), Buffer.from("y\n")]);
		expect(await dos2unixHashFile(file("border", bytes))).toBe(hashBytes(expected));
	});
});

describe("a directory's id", () => {
	it.each([
		[{ z: "z\n" }, "e585909ede8ff221dcb6bafc95bdfad7.dir"],
		[{ f: "b\n" }, "5d8e295e92e703918f22665c78540d89.dir"],
		[{}, "d751713988987e9331980363e24189ce.dir"],
	])("of %j is DVC's %s", async (files, oid) => {
		mkdirSync(join(room, "d"));
		for (const [name, text] of Object.entries(files)) file(`d/${name}`, text);
		expect((await readTree(join(room, "d"), ALL)).oid).toBe(oid);
	});

	it("sorts by code points and escapes as Python does", () => {
		const oid = hashBytes(Buffer.from("x"));
		const { text } = directoryListing(
			["\u{1f600}", "\ufffd", 'q"\t', "é", "a/b", "a-b"].map((relpath) => ({ relpath, oid })),
		);
		const names = [...text.matchAll(/"relpath": ("(?:[^"\\]|\\.)*")/g)].map((match) => match[1]);
		expect(names).toEqual(['"a-b"', '"a/b"', '"q\\"\\t"', '"\\u00e9"', '"\\ufffd"', '"\\ud83d\\ude00"']);
		expect(parseListing(Buffer.from(text))?.map(({ relpath }) => relpath)).toEqual([
			"a-b",
			"a/b",
			'q"\t',
			"é",
			"\ufffd",
			"\u{1f600}",
		]);
	});

	it("counts files and bytes, follows links to files, skips links to folders and empty folders", async () => {
		file("d/a", "12345");
		file("d/sub/b", "1");
		mkdirSync(join(room, "d/empty"));
		symlinkSync("a", join(room, "d/link"));
		symlinkSync("sub", join(room, "d/folder-link"));
		const tree = await readTree(join(room, "d"), ALL);
		expect(tree).toMatchObject({ size: 11n, nfiles: 3n });
		expect(tree.entries.map(({ relpath }) => relpath)).toEqual(["a", "link", "sub/b"]);
	});

	it("does not exist for what DVC could not read back", async () => {
		mkdirSync(join(room, "d"));
		const bad = Buffer.concat([Buffer.from(join(room, "d/")), Buffer.from([0x66, 0xff])]);
		writeFileSync(bad, "x");
		await expect(readTree(join(room, "d"), ALL)).rejects.toMatchObject({ code: "name-not-utf8" });
		file("e/.dvcignore", "");
		await expect(readTree(join(room, "e"), ALL)).rejects.toMatchObject({ code: "dvcignore-inside" });
		mkdirSync(join(room, "g"));
		execFileSync("mkfifo", [join(room, "g/pipe")]);
		await expect(readTree(join(room, "g"), ALL)).rejects.toMatchObject({ code: "not-a-regular-file" });
		await expect(readTree(join(room, "absent"), ALL)).rejects.toMatchObject({ code: "file-not-found" });
	});

	it("is not read from damaged or hostile listings", () => {
		const md5 = hashBytes(Buffer.from("x"));
		for (const text of [
			"",
			"{}",
			"[1]",
			"[",
			'[{"md5": "x", "relpath": "a"}]',
			`[{"md5": "${md5}", "relpath": "../a"}]`,
		]) {
			expect(parseListing(Buffer.from(text))).toBeNull();
		}
		const clash = ["a/b/c", "a/b"].map((relpath) => ({ relpath, oid: md5 }));
		expect(parseListing(Buffer.from(directoryListing(clash).text))).toBeNull();
		expect(parseListing(Buffer.from(`[{"md5": "${md5}", "relpath": "a", "size": 1, "etag": "e"}]`))).toEqual([
			{ relpath: "a", oid: md5 },
		]);
	});
});

describe("the memory of hashes", () => {
	const open = (): Promise<HashState> => HashState.open(join(room, "state"));
	const settle = (): Promise<void> => sleep(80);

	it("does not read an unchanged file again, in this run and the next", async () => {
		const path = file("a", "hello");
		await settle();
		const state = await open();
		const first = await state.hashFile(path);
		await state.save();
		// A lie in the memory is believed: the file was not read.
		const memory = join(room, "state/files.json");
		const lie = readFileSync(memory, "utf8").split("\n").slice(1).join("\n").replace(first.oid, "0".repeat(32));
		writeFileSync(memory, `${hashBytes(Buffer.from(lie))}\n${lie}`);
		expect((await (await open()).hashFile(path)).oid).toBe("0".repeat(32));
	});

	it.each([
		["content of another size", (path: string) => appendFileSync(path, "!")],
		["content of the same size", (path: string) => writeFileSync(path, "HELLO")],
		[
			"content of the same size with the old time put back",
			(path: string) => {
				const { atime, mtime } = statSync(path);
				writeFileSync(path, "HELLO");
				utimesSync(path, atime, mtime);
			},
		],
		[
			"another file moved over it",
			(path: string) => {
				writeFileSync(`${path}.new`, "HELLO");
				renameSync(`${path}.new`, path);
			},
		],
	])("notices %s", async (_, change) => {
		const path = file("d/a", "hello");
		await settle();
		const state = await open();
		await state.hashFile(path);
		await state.hashTree(join(room, "d"), ALL);
		change(path);
		const read = await hashFile(path);
		expect((await state.hashFile(path)).oid).toBe(read.oid);
		expect((await state.hashTree(join(room, "d"), ALL)).entries.map(({ oid }) => oid)).toEqual([read.oid]);
	});

	it("notices a change in the very moment of the first look", async () => {
		const path = file("d/a", "00000");
		const state = await open();
		for (let i = 1; i < 200; i++) {
			await state.hashFile(path);
			await state.hashTree(join(room, "d"), ALL);
			const text = String(i).padStart(5, "0");
			writeFileSync(path, text);
			expect((await state.hashFile(path)).oid).toBe(hashBytes(Buffer.from(text)));
			expect((await state.hashTree(join(room, "d"), ALL)).entries[0]?.oid).toBe(hashBytes(Buffer.from(text)));
		}
	});

	it("does not trust a file touched in the tick of the look, nor for two seconds where times have no fraction", async () => {
		const remembered = async (path: string): Promise<boolean> => {
			const state = await open();
			await state.hashFile(path);
			await state.save();
			const names = readdirSync(join(room, "state"));
			return names.includes("files.json") && readFileSync(join(room, "state/files.json"), "utf8").includes(path);
		};
		const path = file("fresh", "x");
		expect(await remembered(path)).toBe(false);
		const wholeSecond = Math.floor(statSync(path).mtimeMs / 1000);
		utimesSync(path, wholeSecond, wholeSecond);
		await settle();
		expect(await remembered(path)).toBe(false);
		utimesSync(path, wholeSecond - 5, wholeSecond - 5);
		await settle();
		expect(await remembered(path)).toBe(true);
	});

	it("finds new, removed and renamed files of a directory, and reads only those", async () => {
		for (let i = 0; i < 50; i++) file(`d/${i % 5}/f${i}`, `${i}`);
		await settle();
		const state = await open();
		await state.hashTree(join(room, "d"), ALL);
		await state.save();
		file("d/new", "n");
		execFileSync("rm", [join(room, "d/0/f0")]);
		renameSync(join(room, "d/1/f1"), join(room, "d/1/g1"));
		const later = await (await open()).hashTree(join(room, "d"), ALL);
		expect(later.oid).toBe((await readTree(join(room, "d"), ALL)).oid);
		expect(later.nfiles).toBe(50n);
	});

	it("asks about many files in this thread and in all of them with one answer", async () => {
		const names = Array.from({ length: 5000 }, (_, i) => `d/${i}`);
		for (const name of names) file(name, name);
		const stats = async (expected: number | null): Promise<BigInt64Array> => {
			const examiner = new Examiner(room, expected);
			await examiner.add(names.slice(0, 3000));
			await examiner.add(names.slice(3000));
			return examiner.end();
		};
		const inAll = await stats(null);
		expect(inAll.length).toBe(5000 * 5);
		expect(await stats(5000)).toEqual(inAll);
		// so many that this thread gives the rest away
		expect(await stats(1_000_000_000)).toEqual(inAll);
	});

	it("asks the ignore rules again when they are other rules or have no name", async () => {
		file("d/a", "a");
		file("d/b.tmp", "b");
		await settle();
		const state = await open();
		const rules = { ignored: (path: string) => path.endsWith(".tmp"), key: "no tmp" };
		expect((await state.hashTree(join(room, "d"), rules)).nfiles).toBe(1n);
		expect((await state.hashTree(join(room, "d"), rules)).nfiles).toBe(1n);
		expect((await state.hashTree(join(room, "d"), ALL)).nfiles).toBe(2n);
		expect((await state.hashTree(join(room, "d"), { ignored: () => true })).nfiles).toBe(0n);
		expect((await state.hashTree(join(room, "d"), { ignored: () => false })).nfiles).toBe(2n);
	});

	it("forgets silently what is damaged", async () => {
		file("d/a", "a");
		const path = file("f", "f");
		await settle();
		const state = await open();
		await state.hashTree(join(room, "d"), ALL);
		await state.hashFile(path);
		await state.save();
		for (const name of readdirSync(join(room, "state"))) {
			for (const damage of ["", "{", "null\n", "\0\0\0\n\0", `{"version":1}\n`]) {
				writeFileSync(join(room, "state", name), damage);
				const next = await open();
				expect((await next.hashFile(path)).oid).toBe(hashBytes(Buffer.from("f")));
				expect((await next.hashTree(join(room, "d"), ALL)).nfiles).toBe(1n);
			}
		}
	});

	it("works where nothing can be saved", async () => {
		const path = file("f", "f");
		const state = await HashState.open(join(path, "below-a-file"));
		expect((await state.hashFile(path)).oid).toBe(hashBytes(Buffer.from("f")));
		await state.save();
	});
});
