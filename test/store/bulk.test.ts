import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { hashBytes, readTree, type TreeHash } from "../../src/digest/index.ts";
import { Cache } from "../../src/store/index.ts";

const FILES = 1200;
const ALL = { ignored: () => false };

let room: string;
let data: string;
let cache: Cache;

beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-bulk-"));
	data = join(room, "data");
	cache = new Cache(join(room, "cache"));
	for (let index = 0; index < FILES; index++) {
		const folder = join(data, String(index % 7));
		if (index < 7) mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, `${index}`), `${index}\n`);
	}
});

function tree(): Promise<TreeHash> {
	return readTree(data, ALL);
}

function objectOf(text: string): string {
	return cache.path(hashBytes(Buffer.from(text)));
}

function objects(): string[] {
	const folder = join(room, "cache/files/md5");
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

describe("many files, taken into the cache at once", () => {
	it("become objects that are whole, read-only and true to their names, and leave no temporaries", async () => {
		const found = await tree();
		await cache.addTree(data, found);
		expect(objects()).toHaveLength(FILES + 1);
		for (const object of objects().filter((path) => !path.endsWith(".dir"))) {
			expect(lstatSync(object).mode & 0o777).toBe(0o444);
			const { oid } = { oid: hashBytes(readFileSync(object)) };
			expect(object).toBe(cache.path(oid));
		}
		expect(await cache.missingBelow(found.oid)).toEqual([]);
		expect(readFileSync(cache.path(found.oid), "utf8")).toBe(found.listing);
	});

	it("are said to be copies already where none is a link and all have the mode of a new file", async () => {
		expect(await cache.addTree(data, await tree())).toBe(true);
		chmodSync(join(data, "3/3"), 0o600);
		expect(await cache.addTree(data, await tree())).toBe(false);
	});

	it("include what needs more than a plain copy: links and large files", async () => {
		writeFileSync(join(room, "elsewhere"), "elsewhere\n");
		symlinkSync("../../elsewhere", join(data, "0/link"));
		writeFileSync(join(data, "0/large"), Buffer.alloc(3 << 20, 7));
		writeFileSync(join(data, "0/empty"), "");
		expect(await cache.addTree(data, await tree())).toBe(false);
		expect(readFileSync(objectOf("elsewhere\n"), "utf8")).toBe("elsewhere\n");
		expect(lstatSync(objectOf("elsewhere\n")).isFile()).toBe(true);
		expect(statSync(cache.path(hashBytes(Buffer.alloc(3 << 20, 7)))).size).toBe(3 << 20);
		expect(statSync(objectOf("")).size).toBe(0);
	});

	it("mend an object that something touched, and keep one that is right", async () => {
		await cache.addTree(data, await tree());
		const [touched, right] = [objectOf("5\n"), objectOf("6\n")];
		const { ino } = statSync(right);
		chmodSync(touched, 0o644);
		writeFileSync(touched, "x\n");
		await cache.addTree(data, await tree());
		expect(readFileSync(touched, "utf8")).toBe("5\n");
		expect(statSync(right).ino).toBe(ino);
	});

	it("are refused when one is no longer what was hashed, and its object is not made", async () => {
		const before = await tree();
		writeFileSync(join(data, "1/8"), "9999\n");
		await expect(cache.addTree(data, before)).rejects.toMatchObject({ code: "file-changing" });
		expect(objects()).not.toContain(objectOf("9999\n"));
		expect(objects()).not.toContain(objectOf("8\n"));
		expect(objects()).not.toContain(cache.path(before.oid));
	});
});

describe("killed while many files are taken in", () => {
	it("leaves no half object and no listing, and the next run completes it", { timeout: 120_000 }, async () => {
		for (let index = 0; index < 4 * FILES; index++) writeFileSync(join(data, "0", `more-${index}`), `more ${index}\n`);
		const found = await tree();
		const worker = [join(import.meta.dirname, "killed/bulk-worker.ts"), data, cache.dir];
		for (let kill = 1; kill <= 5; kill++) {
			// what is done is to be over at once: no cache is written at its end
			const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
			const child = spawn(process.execPath, worker, { stdio: "ignore", env });
			// killed at work, however long the start takes; each time a little later
			const before = objects().length;
			while (child.exitCode === null && objects().length < before + kill * 200) await setTimeout(2);
			child.kill("SIGKILL");
			if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
			for (const object of objects().filter((path) => !path.endsWith(".tmp") && !path.endsWith(".dir"))) {
				expect(object).toBe(cache.path(hashBytes(readFileSync(object))));
				expect(lstatSync(object).mode & 0o777).toBe(0o444);
			}
			// the listing comes last: killed between it and the program's end, all is there
			if (objects().includes(cache.path(found.oid))) expect(await cache.missingBelow(found.oid)).toEqual([]);
		}
		await cache.addTree(data, found);
		expect(await cache.missingBelow(found.oid)).toEqual([]);
	});
});

describe("placing anew what is right already", () => {
	it("leaves copies as they are, their modes included, and replaces links", async () => {
		const found = await tree();
		await cache.addTree(data, found);
		const inode = (path: string): number => lstatSync(join(data, path)).ino;
		chmodSync(join(data, "2/2"), 0o600);
		const before = { kept: inode("0/0"), odd: inode("2/2") };
		await cache.place(found.oid, data, { types: ["reflink", "copy"], relink: true });
		expect(inode("0/0")).toBe(before.kept);
		expect(inode("2/2")).toBe(before.odd);
		expect(lstatSync(join(data, "2/2")).mode & 0o777).toBe(0o600);
		await cache.place(found.oid, data, { types: ["hardlink"], relink: true });
		expect(inode("0/0")).toBe(statSync(objectOf("0\n")).ino);
		await cache.place(found.oid, data, { types: ["copy"], relink: true });
		expect(inode("0/0")).not.toBe(statSync(objectOf("0\n")).ino);
	});
});
