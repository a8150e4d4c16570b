import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { add } from "../../src/flows/add.ts";
import { checkout } from "../../src/flows/checkout.ts";
import { plan } from "../../src/flows/plan.ts";
import { run } from "../../src/flows/run.ts";
import { fetch, pull, push } from "../../src/flows/transfer.ts";
import { contextAt, type Files, git, project, RUN, read, remove, write } from "./rig.ts";

const CHECKOUT = { targets: [], force: false, relink: false, allowMissing: false };
const TRANSFER = { targets: [], remote: null, jobs: null, allCommits: false, runCache: false };
const PULL = { ...TRANSFER, force: false, allowMissing: false };

async function withRemote(files: Files): Promise<{ root: string; remote: string }> {
	const remote = mkdtempSync(join(tmpdir(), "mainline-flow-remote-"));
	const root = await project({
		".dvc/config": `[core]\n    remote = store\n['remote "store"']\n    url = ${remote}\n`,
		...files,
	});
	return { root, remote };
}

describe("add", () => {
	it("writes the .dvc file, the ignore line and the objects", async () => {
		const root = await project({ "data/a": "1\n", "data/b/c": "2\n", "f.bin": "1\n" });
		const { document } = await add(contextAt(root), { paths: ["data", "f.bin"], noCommit: false });
		expect(document.added).toEqual([
			{
				path: "data",
				file: "data.dvc",
				digest: expect.stringMatching(/^md5:[0-9a-f]{32}\.dir$/),
				change: "new",
				size: 4,
				files: 2,
			},
			{ path: "f.bin", file: "f.bin.dvc", digest: "md5:b026324c6904b2a9cb4b88d6d61c81d1", change: "new", size: 2 },
		]);
		expect(read(root, "f.bin.dvc")).toBe(
			"outs:\n- md5: b026324c6904b2a9cb4b88d6d61c81d1\n  size: 2\n  hash: md5\n  path: f.bin\n",
		);
		expect(read(root, ".gitignore")).toBe("/data\n/f.bin\n");
		expect(statSync(join(root, ".dvc/cache/files/md5/b0/26324c6904b2a9cb4b88d6d61c81d1")).mode & 0o777).toBe(0o444);
		const again = await add(contextAt(root), { paths: ["data"], noCommit: false });
		expect(again.document.added[0]?.change).toBe("unchanged");
	});

	it("takes paths as seen from where the user stands", async () => {
		const root = await project({ "sub/x": "x\n" });
		const { document } = await add(contextAt(join(root, "sub")), { paths: ["./x"], noCommit: false });
		expect(document.added[0]).toMatchObject({ path: "sub/x", file: "sub/x.dvc" });
		expect(read(root, "sub/.gitignore")).toBe("/x\n");
	});

	it("leaves no line and no file behind when it refuses one of several", async () => {
		const root = await project({ "a.txt": "a\n" });
		await expect(add(contextAt(root), { paths: ["a.txt", "../elsewhere"], noCommit: false })).rejects.toMatchObject({
			code: "outside",
		});
		expect(readdirSync(root).sort()).toEqual([".dvc", ".git", "a.txt"]);
	});
});

describe("data on its way", () => {
	it("goes to the remote once, and comes back", async () => {
		const { root, remote } = await withRemote({ "data/a": "1\n", "data/b": "2\n" });
		await add(contextAt(root), { paths: ["data"], noCommit: false });
		const pushed = await push(contextAt(root), TRANSFER);
		expect(pushed).toMatchObject({ answer: "yes", document: { transferred: 3, failed: [], remote: "store" } });
		expect((await push(contextAt(root), TRANSFER)).document.transferred).toBe(0);
		remove(root, "data", ".dvc/cache");
		const pulled = await pull(contextAt(root), PULL);
		expect(pulled).toMatchObject({
			answer: "yes",
			document: { transferred: 3, changes: [{ path: "data", change: "new" }], missing: [] },
		});
		expect(read(root, "data/b")).toBe("2\n");
		expect(readdirSync(join(remote, "files/md5")).length).toBe(3);
	});

	it("answers no, and names what nobody has", async () => {
		const { root } = await withRemote({ "f.txt": "1\n" });
		await add(contextAt(root), { paths: ["f.txt"], noCommit: false });
		remove(root, ".dvc/cache");
		const { answer, document } = await push(contextAt(root), TRANSFER);
		expect(answer).toBe("no");
		expect(document.failed).toEqual([
			{ path: "f.txt", digest: "md5:b026324c6904b2a9cb4b88d6d61c81d1", reason: expect.any(String) },
		]);
		expect((await fetch(contextAt(root), TRANSFER)).answer).toBe("no");
	});

	it("needs a remote, and says how to have one", async () => {
		const root = await project();
		await expect(push(contextAt(root), TRANSFER)).rejects.toMatchObject({ code: "no-remote" });
		await expect(push(contextAt(root), { ...TRANSFER, remote: "nope" })).rejects.toMatchObject({
			code: "unknown-remote",
		});
	});
});

describe("checkout", () => {
	it("brings back one file of a folder", async () => {
		const root = await project({ "data/a": "1\n", "data/b": "2\n" });
		await add(contextAt(root), { paths: ["data"], noCommit: false });
		remove(root, "data");
		const { document } = await checkout(contextAt(root), { ...CHECKOUT, targets: ["data/b"] });
		expect(document.changes).toEqual([{ path: "data/b", change: "new" }]);
		expect(readdirSync(join(root, "data"))).toEqual(["b"]);
	});

	it("removes what it placed when no stage has it any more, and leaves an output that is not cached any more", async () => {
		const outs = (lines: string): Files => ({
			"dvc.yaml": `stages:\n  s:\n    cmd: echo 1 > a.txt; echo 1 > b.txt\n    outs:\n${lines}`,
		});
		const root = await project(outs("    - a.txt\n    - b.txt\n"));
		await run(contextAt(root), RUN);
		write(root, outs("    - a.txt: {cache: false}\n    - b.txt\n"));
		expect((await checkout(contextAt(root), CHECKOUT)).document.changes).toEqual([]);
		write(root, outs("    - a.txt\n    - b.txt\n"));
		await checkout(contextAt(root), CHECKOUT);
		write(root, outs("    - a.txt\n"));
		expect((await checkout(contextAt(root), CHECKOUT)).document.changes).toEqual([
			{ path: "b.txt", change: "deleted" },
		]);
	});

	it("misses nothing of what is as it should be, though the cache is lost", async () => {
		const root = await project({ "f.txt": "1\n", "data/a": "1\n", "data/b": "2\n" });
		await add(contextAt(root), { paths: ["f.txt", "data"], noCommit: false });
		remove(root, ".dvc/cache");
		expect(await checkout(contextAt(root), CHECKOUT)).toMatchObject({
			answer: "yes",
			document: { changes: [], missing: [] },
		});
		remove(root, "data/b");
		expect(await checkout(contextAt(root), CHECKOUT)).toMatchObject({
			answer: "no",
			document: { missing: ["data"] },
		});
	});
});

describe("plan", () => {
	it("tells what differs from another revision, without its data", async () => {
		const yaml = (lr: string): Files => ({
			"dvc.yaml": "stages:\n  s:\n    cmd: echo 1 > o.txt\n    params: [lr]\n    outs: [o.txt]\n",
			"params.yaml": `lr: ${lr}\n`,
		});
		const lock =
			"schema: '2.0'\nstages:\n  s:\n    cmd: echo 1 > o.txt\n    params:\n      params.yaml:\n        lr: 1\n    outs:\n    - path: o.txt\n      hash: md5\n      md5: b026324c6904b2a9cb4b88d6d61c81d1\n      size: 2\n";
		const root = await project({ ...yaml("1"), "dvc.lock": lock });
		await git(root, "add", "-A");
		await git(root, "commit", "-qm", "base");
		write(root, { ...yaml("2"), "dvc.lock": lock.replace("lr: 1", "lr: 2") });
		const ask = { targets: [], base: null, check: true, data: false, force: false };
		expect(await plan(contextAt(root), ask)).toMatchObject({
			answer: "yes",
			document: { root: ".", base: null, stages: [{ action: "none" }] },
		});
		const { answer, document } = await plan(contextAt(root), { ...ask, base: "HEAD" });
		expect(answer).toBe("yes");
		expect(document.base).toMatch(/^[0-9a-f]{40}$/);
		expect(document.stages[0]).toMatchObject({
			action: "none",
			why: [{ kind: "parameter", file: "params.yaml", name: "lr", change: "modified", old: 1n, new: 2n }],
		});
	});
});
