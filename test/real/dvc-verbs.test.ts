import { chmodSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { add } from "../../src/flows/add.ts";
import { checkout } from "../../src/flows/checkout.ts";
import { fetch, pull, push } from "../../src/flows/transfer.ts";
import { contextAt, git, read, remove, snapshot, write } from "../flows/rig.ts";
import { dvc, mainlineRun, twins } from "./dvc-twins.ts";

const TRANSFER = { targets: [], remote: null, jobs: null, allCommits: false, runCache: false };
const CHECKOUT = { targets: [], force: false, relink: false, allowMissing: false };

const DATA = { "data/a.txt": "a\n", "data/deep/b.txt": "b\n", "one.bin": "one\n", "fo:o !x.txt": "odd\n" };

async function both(theirs: string, own: string, paths: string[], dir = "."): Promise<void> {
	const { code, all } = await dvc(join(theirs, dir), "add", ...paths);
	expect({ code, all: code === 0 ? "" : all }).toEqual({ code: 0, all: "" });
	await add(contextAt(join(own, dir)), { paths, noCommit: false });
	expect(snapshot(own)).toEqual(snapshot(theirs));
}

/** A project with tracked data, made by git and dvc; the data itself is not committed. */
async function dataTwins(config: readonly (readonly string[])[] = []): Promise<[string, string]> {
	const [theirs, own] = await twins({ "README.md": "x\n" }, config);
	for (const root of [theirs, own]) write(root, DATA);
	return [theirs, own];
}

describe("add beside dvc add", () => {
	it("tracks files and folders, again and after changes", async () => {
		const [theirs, own] = await dataTwins();
		for (const root of [theirs, own]) chmodSync(join(root, "one.bin"), 0o755);
		await both(theirs, own, ["data", "one.bin", "fo:o !x.txt"]);
		await both(theirs, own, ["data/"]);
		for (const root of [theirs, own]) write(root, { "data/new.txt": "new\n", "one.bin": "two\n" });
		await both(theirs, own, ["data", "one.bin"]);
		expect((await dvc(own, "status", "--json")).out).toBe("{}");
	});

	it("adds, changes and removes parts of a tracked folder", async () => {
		const [theirs, own] = await dataTwins();
		await both(theirs, own, ["data"]);
		for (const root of [theirs, own]) write(root, { "data/deep/c.txt": "c\n", "data/a.txt": "changed\n" });
		await both(theirs, own, ["data/deep/c.txt"]);
		await both(theirs, own, ["data/a.txt"]);
		for (const root of [theirs, own]) remove(root, "data/deep/b.txt");
		await both(theirs, own, ["data/deep/b.txt"]);
		for (const root of [theirs, own]) write(root, { "data/more/x.txt": "x\n", "data/more/y.txt": "y\n" });
		await both(theirs, own, ["more"], "data");
	});

	it("replaces a link by its content", async () => {
		const [theirs, own] = await dataTwins();
		for (const root of [theirs, own]) symlinkSync("one.bin", join(root, "link.bin"));
		await both(theirs, own, ["link.bin"]);
	});

	it("keeps comments of a .dvc file, and its own keys", async () => {
		const [theirs, own] = await dataTwins();
		await both(theirs, own, ["one.bin"]);
		for (const root of [theirs, own]) {
			write(root, {
				"one.bin.dvc": `# ours\n${read(root, "one.bin.dvc")}desc: a thing\nmeta: {k: 1}\n`,
				"one.bin": "three\n",
			});
		}
		await both(theirs, own, ["one.bin"]);
	});

	it.each([["hardlink"], ["symlink"]])("links as cache.type says: %s", async (type) => {
		const [theirs, own] = await dataTwins([["cache.type", type]]);
		await both(theirs, own, ["data", "one.bin"]);
	});

	it.each([
		["what is not there", ["nothing"]],
		["DVC's own files", ["dvc.yaml"]],
		["what git tracks", ["README.md"]],
		["what a stage makes", ["made.txt"]],
		["a folder with tracked data in it", ["."]],
	])("refuses %s and leaves nothing behind", async (_, paths) => {
		const [, own] = await dataTwins();
		write(own, { "dvc.yaml": "stages:\n  s:\n    cmd: echo 1 > made.txt\n    outs: [made.txt]\n", "made.txt": "1\n" });
		const before = snapshot(own);
		await expect(add(contextAt(own), { paths, noCommit: false })).rejects.toMatchObject({ kind: "input" });
		expect(snapshot(own)).toEqual(before);
		expect((await dvc(own, "add", ...paths)).code).not.toBe(0);
	});
});

const PIPELINE = {
	"dvc.yaml": `stages:
  s:
    cmd: mkdir -p out && cp in.txt out/a.txt && echo '{"acc":1}' > m.json
    deps: [in.txt]
    outs: [out]
    metrics: [m.json: {cache: false}]
`,
	"in.txt": "in\n",
};

async function withRemote(): Promise<{ root: string; clone: string; remote: string }> {
	const remote = mkdtempSync(join(tmpdir(), "mainline-remote-"));
	const [root] = await twins(PIPELINE);
	await dvc(root, "remote", "add", "-d", "store", remote);
	write(root, DATA);
	await dvc(root, "add", "data", "one.bin");
	await mainlineRun(root);
	await git(root, "add", "-A");
	await git(root, "commit", "-q", "-m", "data");
	const clone = mkdtempSync(join(tmpdir(), "mainline-clone-"));
	await git(clone, "clone", "-q", root, ".");
	return { root, clone, remote };
}

describe("push, fetch and pull beside dvc's", () => {
	it("pushes what dvc pulls", async () => {
		const { root, clone } = await withRemote();
		const pushed = await push(contextAt(root), TRANSFER);
		expect(pushed).toMatchObject({ answer: "yes", document: { failed: [], remote: "store", runs: 1 } });
		expect((await dvc(root, "push")).all).toContain("Everything is up to date");
		const { code, all } = await dvc(clone, "pull");
		expect({ code, all: code === 0 ? "" : all }).toEqual({ code: 0, all: "" });
		expect((await dvc(clone, "status", "--json")).out).toBe("{}");
	});

	it("pulls what dvc pushed", async () => {
		const { root, clone } = await withRemote();
		await dvc(root, "push");
		const pulled = await pull(contextAt(clone), { ...TRANSFER, force: false, allowMissing: false });
		expect(pulled).toMatchObject({ answer: "yes", document: { missing: [], failed: [] } });
		expect((await dvc(clone, "status", "--json")).out).toBe("{}");
		expect(read(clone, "data/deep/b.txt")).toBe("b\n");
	});

	it("restores a run, metrics in git included, on a machine that has only the remote", async () => {
		const { root, clone } = await withRemote();
		await push(contextAt(root), TRANSFER);
		await git(clone, "rm", "-q", "dvc.lock");
		await pull(contextAt(clone), { ...TRANSFER, targets: [], runCache: true, force: false, allowMissing: true });
		remove(clone, "m.json");
		expect(await mainlineRun(clone, { targets: ["s"] })).toEqual({ s: "restored" });
		expect(read(clone, "m.json")).toBe('{"acc":1}\n');
		expect((await dvc(clone, "status", "s", "--json")).out).toBe("{}");
	});

	it("takes only what is asked for", async () => {
		const { root, clone } = await withRemote();
		await push(contextAt(root), TRANSFER);
		await pull(contextAt(clone), { ...TRANSFER, targets: ["data/deep"], force: false, allowMissing: false });
		expect(readdirSync(join(clone, "data"))).toEqual(["deep"]);
		const fetched = await fetch(contextAt(clone), { ...TRANSFER, targets: ["one.bin.dvc"] });
		expect(fetched.document).toMatchObject({ transferred: 1, bytes: 4 });
	});

	it("says which objects nobody has", async () => {
		const { root, clone, remote } = await withRemote();
		await push(contextAt(root), TRANSFER);
		remove(remote, "files/md5/59");
		remove(remote, ...readdirSync(join(remote, "files/md5")).map((name) => `files/md5/${name}`));
		const pulled = await pull(contextAt(clone), { ...TRANSFER, force: false, allowMissing: false });
		expect(pulled.answer).toBe("no");
		expect(pulled.document.failed.length).toBeGreaterThan(0);
		expect(pulled.document.missing).toContain("data");
	});

	it("pushes every commit's data", async () => {
		const { root, remote } = await withRemote();
		write(root, { "one.bin": "second\n" });
		await dvc(root, "add", "one.bin");
		await git(root, "commit", "-qam", "second");
		await push(contextAt(root), { ...TRANSFER, allCommits: true });
		expect((await dvc(root, "push", "--all-commits")).all).toContain("Everything is up to date");
		expect(readdirSync(join(remote, "files/md5")).length).toBeGreaterThan(4);
	});

	it("lets run --pull restore instead of running", async () => {
		const { root, clone } = await withRemote();
		await push(contextAt(root), TRANSFER);
		remove(clone, "m.json");
		const outcomes = await mainlineRun(clone, { pull: true });
		expect(outcomes).toEqual({ "data.dvc": "restored", "one.bin.dvc": "restored", s: "restored" });
		expect((await dvc(clone, "status", "--json")).out).toBe("{}");
	});
});

describe("checkout beside dvc's", () => {
	it("follows a branch: brings back, replaces and removes", async () => {
		const { root } = await withRemote();
		const start = snapshot(root);
		await checkout(contextAt(root), CHECKOUT);
		await git(root, "checkout", "-q", "-b", "other");
		write(root, { "one.bin": "other\n", "extra.txt": "extra\n" });
		await add(contextAt(root), { paths: ["one.bin", "extra.txt"], noCommit: false });
		await git(root, "add", "-A");
		await git(root, "commit", "-qm", "other");
		await git(root, "checkout", "-q", "main");
		const { document } = await checkout(contextAt(root), CHECKOUT);
		expect(document.changes).toEqual([
			{ path: "extra.txt", change: "deleted" },
			{ path: "one.bin", change: "modified" },
		]);
		const { ".gitignore": _a, ...now } = snapshot(root);
		const { ".gitignore": _b, ...before } = start;
		expect(Object.keys(now).filter((path) => !path.startsWith(".dvc/"))).toEqual(
			Object.keys(before).filter((path) => !path.startsWith(".dvc/")),
		);
		expect((await dvc(root, "status", "--json")).out).toBe("{}");
	});

	it("does not lose what is saved nowhere", async () => {
		const { root } = await withRemote();
		write(root, { "one.bin": "precious\n" });
		await expect(checkout(contextAt(root), CHECKOUT)).rejects.toMatchObject({ code: "unsaved-data" });
		expect(read(root, "one.bin")).toBe("precious\n");
		await checkout(contextAt(root), { ...CHECKOUT, force: true });
		expect(read(root, "one.bin")).toBe("one\n");
	});

	it("tells what the cache does not hold", async () => {
		const { clone } = await withRemote();
		const { answer, document } = await checkout(contextAt(clone), CHECKOUT);
		expect(answer).toBe("no");
		expect([...document.missing].sort()).toEqual(["data", "one.bin", "out"]);
	});
});
