import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { hashBytes } from "../../src/digest/index.ts";
import { type Key, parseOid, type Value } from "../../src/kernel/index.ts";
import { readDotDvc } from "../../src/manifest/dot-dvc.ts";
import {
	keepVersions,
	listedDirectory,
	parseLock,
	type Recorded,
	updateDotDvc,
	updateLock,
	versionedFiles,
} from "../../src/manifest/index.ts";

const FOLDER = resolve(import.meta.dirname, "../fixtures/cloud-versioned");
const text = (name: string): string => readFileSync(resolve(FOLDER, name), "utf8");

function outOf(dotDvc: string): Recorded {
	const [out] = readDotDvc(Buffer.from(dotDvc), "x.dvc", null).lock?.outs ?? [];
	if (out === undefined) throw new Error("no output");
	return out;
}

function entry() {
	const found = parseLock(Buffer.from(text("dvc.lock")), "dvc.lock").get("s");
	if (found === undefined) throw new Error("no entry");
	return found;
}

function oid(content: string) {
	const found = parseOid(hashBytes(Buffer.from(content)));
	if (found === null) throw new Error("no oid");
	return found;
}

describe("what cloud-versioned remotes record", () => {
	it("is a directory whose id DVC computes from the files listed", () => {
		expect(outOf(text("data.dvc"))).toMatchObject({
			oid: "8399ba35e97953265437ded197198e37.dir",
			hash: "md5",
			size: 7n,
			nfiles: 3n,
		});
		const { deps, outs } = entry();
		expect(deps.map((dep) => dep.oid)).toContain("8399ba35e97953265437ded197198e37.dir");
		expect(outs.map((out) => out.oid)).toContain("c6c3114292f7b055988dd0cc6c695ad0.dir");
	});

	it("lists a directory's content as its listing would", () => {
		const listed = listedDirectory(outOf(text("data.dvc")).extra?.get("files"));
		expect(`${hashBytes(Buffer.from(listed?.listing ?? ""))}.dir`).toBe("8399ba35e97953265437ded197198e37.dir");
	});

	it("says which version of each file lies at which remote", () => {
		const files = versionedFiles(outOf(text("data.dvc")));
		expect(files.map(({ relpath }) => relpath)).toEqual(["a.txt", "sub/b.txt", "z"]);
		expect(files[0]?.versions).toEqual(new Map([["v", "01M88GNC4D9A5HTJ3Z0QG8YEV5"]]));
		const [file] = versionedFiles(outOf(text("one.bin.dvc")));
		expect(file).toMatchObject({ relpath: "", versions: new Map([["v", "01M88EZVMXTMDC9BK1SCQYKZ6C"]]) });
	});

	it("is nothing where no file is listed, or not by its MD5", () => {
		expect(outOf("outs:\n- hash: md5\n  path: d\n  files: []\n").oid).toBeNull();
		expect(outOf("outs:\n- hash: md5\n  path: d\n  files:\n  - relpath: a\n    etag: abcdef\n").oid).toBeNull();
	});

	it("is written back as it was read, by entry and by file", () => {
		expect(updateLock(text("dvc.lock"), "s", entry())).toBe(text("dvc.lock"));
		for (const name of ["data.dvc", "one.bin.dvc"]) {
			expect(updateDotDvc(text(name), { deps: [], outs: [outOf(text(name))] })).toBe(text(name));
		}
	});

	it("keeps versions of what did not change, and forgets those of what did", () => {
		const before = outOf(text("data.dvc"));
		const changed = { relpath: "a.txt", oid: oid("new"), size: 3n };
		const same = { relpath: "z", oid: parseOid("41ff0912a07fdc52799ff27b38e7f140") ?? oid(""), size: 2n };
		const listing = `[{"md5": "${changed.oid}", "relpath": "a.txt"}, {"md5": "${same.oid}", "relpath": "z"}]`;
		const id = parseOid(`${hashBytes(Buffer.from(listing))}.dir`);
		const now = keepVersions(before, { path: "data", oid: id, hash: "md5", size: 5n, nfiles: 2n }, [same, changed]);
		expect(updateDotDvc(text("data.dvc"), { deps: [], outs: [now] })).toBe(
			[
				"outs:\n- hash: md5\n  path: data\n  files:",
				`\n  - relpath: a.txt\n    md5: ${changed.oid}\n    size: 3`,
				"\n  - relpath: z\n    md5: 41ff0912a07fdc52799ff27b38e7f140\n    size: 2\n    cloud:\n      v:",
				"\n        etag: 41ff0912a07fdc52799ff27b38e7f140\n        version_id: 01M88GNC8H4Z9EKA51SR6JPD07\n",
			].join(""),
		);
	});

	it("keeps a file's version only while its content is the same", () => {
		const before = outOf(text("one.bin.dvc"));
		const plain = { path: "one.bin", oid: before.oid, hash: "md5", size: 4n } as const;
		const cloud: [Key, Value][] = [["cloud", before.extra?.get("cloud") ?? null]];
		expect(keepVersions(before, plain, null)).toEqual({ ...plain, extra: new Map(cloud) });
		expect(keepVersions(before, { ...plain, oid: oid("other") }, null)).not.toHaveProperty("extra");
	});
});
