import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addFromElsewhere } from "../../src/flows/add/elsewhere.ts";
import { add } from "../../src/flows/add.ts";
import { checkout } from "../../src/flows/checkout.ts";
import { globTargets } from "../../src/flows/glob.ts";
import { plan } from "../../src/flows/plan.ts";
import { run } from "../../src/flows/run.ts";
import { push } from "../../src/flows/transfer.ts";
import { contextAt, type Files, git, project, RUN, read, remove, write } from "./rig.ts";

const how = { ...RUN, jobs: 1 };
const PLAN = { targets: [], base: null, check: false, data: false, force: false };
const TRANSFER = { targets: [], remote: null, jobs: null, allCommits: false, runCache: false };
const CHECKOUT = { targets: [], force: false, relink: false, allowMissing: false };

const CHAIN: Files = {
	"dvc.yaml": `stages:
  make:
    cmd: mkdir -p out && cp in.txt out/a.txt && echo b > out/b.txt
    deps: [in.txt]
    outs: [out]
  use:
    cmd: cp out/a.txt used.txt && cat code.txt >> used.txt
    deps: [out/a.txt, code.txt]
    outs: [used.txt]
`,
	"in.txt": "1\n",
	"code.txt": "code\n",
};

async function outcomes(
	root: string,
	options: Partial<Parameters<typeof run>[1]> = {},
): Promise<Record<string, string>> {
	const { document } = await run(contextAt(root), { ...how, ...options });
	return Object.fromEntries(document.stages.map(({ address, outcome }) => [address, outcome]));
}

describe("--glob", () => {
	it("finds what Python's glob finds, sorted", async () => {
		const root = await project({ "a/x.csv": "", "a/b/y.csv": "", "z.csv": "", ".hidden/h.csv": "", "a/.dot.csv": "" });
		mkdirSync(join(root, "a/b/empty"));
		symlinkSync("a", join(root, "link"));
		symlinkSync("..", join(root, "a/up"));
		expect(globTargets(root, ["*.csv"])).toEqual(["z.csv"]);
		expect(globTargets(root, ["**/*.csv"])).toEqual(
			expect.arrayContaining(["z.csv", "a/x.csv", "a/b/y.csv", "link/x.csv", "link/b/y.csv"]),
		);
		expect(globTargets(root, ["a/*", "a/.*"])).toEqual(["a/b", "a/up", "a/x.csv", "a/.dot.csv"]);
		expect(globTargets(root, ["a/b/**/"])).toEqual(["a/b", "a/b/empty"]);
		expect(globTargets(root, ["a/b/../x.csv"])).toEqual(["a/b/../x.csv"]);
		expect(() => globTargets(root, ["*.tsv"])).toThrow(/nothing here fits `\*\.tsv`/);
	});
});

describe("run --allow-missing", () => {
	it("leaves a stage alone whose data is recorded but absent", async () => {
		const root = await project(CHAIN);
		await outcomes(root);
		remove(root, "out", "used.txt", ".dvc/cache/files");
		expect(await outcomes(root, { allowMissing: true })).toEqual({ make: "unchanged", use: "unchanged" });
		expect(await outcomes(root, { allowMissing: true, dry: true })).toEqual({ make: "unchanged", use: "unchanged" });
	});

	it("places what a changed stage reads, and runs it alone", async () => {
		const root = await project(CHAIN);
		await outcomes(root);
		remove(root, "out", "used.txt");
		write(root, { "code.txt": "new\n" });
		expect(await outcomes(root, { allowMissing: true })).toEqual({ make: "unchanged", use: "executed" });
		expect(read(root, "used.txt")).toBe("1\nnew\n");
	});

	it("sees that a file of an absent folder is recorded anew", async () => {
		const root = await project(CHAIN);
		await outcomes(root);
		write(root, { "in.txt": "2\n" });
		await outcomes(root, { targets: ["make"], singleItem: true });
		remove(root, "out", "used.txt");
		expect(await outcomes(root, { allowMissing: true })).toEqual({ make: "unchanged", use: "executed" });
		expect(read(root, "used.txt")).toBe("2\ncode\n");
	});
});

describe("core.autostage", () => {
	it("puts what a run, or add, wrote into git's index; a failed run puts nothing", async () => {
		const root = await project({ ...CHAIN, ".dvc/config": "[core]\n    autostage = true\n", "data.csv": "1\n" });
		const staged = async (): Promise<string[]> =>
			(await git(root, "diff", "--cached", "--name-only")).trim().split("\n");
		write(root, { "dvc.yaml": `${CHAIN["dvc.yaml"]}  bad:\n    cmd: exit 1\n    deps: [used.txt]\n` });
		await outcomes(root);
		expect(await staged()).toEqual([""]);
		write(root, { "dvc.yaml": CHAIN["dvc.yaml"] ?? "", "in.txt": "2\n" });
		await outcomes(root);
		expect(await staged()).toEqual(["dvc.lock"]);
		const { document } = await add(contextAt(root), { paths: ["data.csv"], noCommit: false });
		expect(document.staged).toBe(true);
		expect(await staged()).toEqual([".gitignore", "data.csv.dvc", "dvc.lock"]);
	});
});

describe("a selection", () => {
	it("of single stages runs although the project's pipelines are refused", async () => {
		const root = await project({
			"dvc.yaml":
				"stages:\n  a:\n    cmd: echo a > a\n    deps: [b]\n    outs: [a]\n  b:\n    cmd: echo b > b\n    deps: [a]\n    outs: [b]\n  c:\n    cmd: echo c > c\n    outs: [c]\n",
		});
		await expect(outcomes(root)).rejects.toMatchObject({ code: "dependency-cycle" });
		await expect(plan(contextAt(root), PLAN)).rejects.toMatchObject({ code: "dependency-cycle" });
		expect(await outcomes(root, { targets: ["c"], singleItem: true })).toEqual({ c: "executed" });
	});

	it("with --force-downstream goes on after a stage whose result was known", async () => {
		const root = await project(CHAIN);
		await outcomes(root);
		remove(root, "out");
		expect(await outcomes(root, { forceDownstream: true })).toEqual({ make: "restored", use: "executed" });
	});
});

describe("a frozen stage", () => {
	it("gets its recorded data back, and fails by name for what is nowhere", async () => {
		const root = await project(CHAIN);
		await outcomes(root);
		write(root, { "dvc.yaml": (CHAIN["dvc.yaml"] ?? "").replace("outs: [out]", "frozen: true\n    outs: [out]") });
		remove(root, "out");
		expect(await outcomes(root)).toEqual({ make: "frozen", use: "unchanged" });
		expect(read(root, "out/a.txt")).toBe("1\n");
		remove(root, "out", ".dvc/cache/files");
		const { document } = await run(contextAt(root), how);
		expect(document.stages[0]).toMatchObject({
			outcome: "failed",
			message: expect.stringContaining("mainline pull"),
		});
	});
});

describe("run --force", () => {
	it("records what a frozen stage has and reads now", async () => {
		const root = await project(CHAIN);
		write(root, { "dvc.yaml": (CHAIN["dvc.yaml"] ?? "").replace("outs: [out]", "frozen: true\n    outs: [out]") });
		write(root, { "out/a.txt": "1\n" });
		await outcomes(root);
		write(root, { "in.txt": "2\n" });
		const before = read(root, "dvc.lock");
		expect(await outcomes(root)).toEqual({ make: "frozen", use: "unchanged" });
		expect(read(root, "dvc.lock")).toBe(before);
		await outcomes(root, { force: true });
		expect(read(root, "dvc.lock")).not.toBe(before);
	});
});

describe("an output that git tracks", () => {
	it("is refused before any output of its stage is moved into the cache", async () => {
		const root = await project({
			"dvc.yaml": "stages:\n  s:\n    cmd: echo a > a; echo b > b\n    outs: [a, b]\n",
			b: "b\n",
		});
		await git(root, "add", "-A");
		await git(root, "commit", "-qm", "b");
		const { document } = await run(contextAt(root), how);
		expect(document.stages[0]).toMatchObject({ outcome: "failed", message: expect.stringContaining("tracked by git") });
		expect(existsSync(join(root, ".dvc/cache/files"))).toBe(false);
	});
});

describe("with cache.type symlink", () => {
	const linked: Files = { ...CHAIN, ".dvc/config": "[cache]\n    type = symlink\n" };

	it("a stage makes again what the cache lost, though links to it are left", async () => {
		const root = await project(linked);
		await outcomes(root);
		remove(root, ".dvc/cache");
		expect(await outcomes(root)).toEqual({ make: "executed", use: "executed" });
		expect(read(root, "used.txt")).toBe("1\ncode\n");
	});

	it("a link of somebody's own that leads nowhere is still told by name", async () => {
		const root = await project(linked);
		await outcomes(root);
		symlinkSync("../nowhere", join(root, "out/link"));
		const { document } = await run(contextAt(root), how);
		expect(document.stages[0]).toMatchObject({
			outcome: "failed",
			message: expect.stringContaining("leads nowhere"),
		});
	});
});

describe("push of earlier revisions", () => {
	it("takes branches, tags or all commits, and keeps to the targets", async () => {
		const config = "[core]\n    remote = r\n['remote \"r\"']\n    url = ../remote\n";
		const root = await project({ ".dvc/config": config, "one.txt": "1\n", "two.txt": "x\n" });
		const commit = async (): Promise<void> => {
			await git(root, "add", "-A");
			await git(root, "commit", "-qm", "more");
		};
		await add(contextAt(root), { paths: ["one.txt", "two.txt"], noCommit: false });
		await commit();
		await git(root, "tag", "-a", "v1", "-m", "first");
		for (const text of ["2\n", "3\n"]) {
			write(root, { "one.txt": text, "two.txt": `x${text}` });
			await add(contextAt(root), { paths: ["one.txt", "two.txt"], noCommit: false });
			await commit();
		}
		const sent = async (options: Partial<Parameters<typeof push>[1]>): Promise<number> => {
			remove(root, ".dvc/remote", ".dvc/tmp", "remote");
			return (await push(contextAt(root), { ...TRANSFER, targets: ["one.txt"], ...options })).document.transferred;
		};
		expect(await sent({})).toBe(1);
		expect(await sent({ allBranches: true })).toBe(1);
		expect(await sent({ allTags: true })).toBe(2);
		expect(await sent({ allCommits: true })).toBe(3);
		expect(await sent({ allCommits: true, targets: [] })).toBe(6);
	});
});

describe("checkout --summary", () => {
	it("counts files", async () => {
		const root = await project({ "d/a": "a\n", "d/b": "b\n" });
		await add(contextAt(root), { paths: ["d"], noCommit: false });
		remove(root, "d");
		const { document } = await checkout(contextAt(root), { ...CHECKOUT, summary: true });
		expect(document.summary).toEqual({ new: 2, modified: 0, deleted: 0 });
	});
});

describe("add --out", () => {
	it("leaves nothing behind when there is nothing to bring, or no room", async () => {
		const root = await project({ "there.txt": "mine\n" });
		const options = { toRemote: false, remote: null, jobs: null, force: false };
		const missing = addFromElsewhere(contextAt(root), { ...options, source: "/nowhere/at/all", out: "new.txt" });
		await expect(missing).rejects.toMatchObject({ code: "file-not-found" });
		const taken = addFromElsewhere(contextAt(root), { ...options, source: "there.txt", out: "there.txt" });
		await expect(taken).rejects.toMatchObject({ code: "in-the-way" });
		const outside = addFromElsewhere(contextAt(root), { ...options, source: "there.txt", out: "../x.txt" });
		await expect(outside).rejects.toMatchObject({ code: "outside" });
		expect(
			(await git(root, "status", "--porcelain", "--ignored"))
				.split("\n")
				.filter((line) => /dvc$|new|tmp\/main.*else/.test(line)),
		).toEqual([]);
	});
});
