import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, symlinkSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { GcDocument } from "../../src/report/index.ts";
import { OldProject, went } from "./gc-rig.ts";
import { git, read, remove, write } from "./rig.ts";

const WHO = { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.com" };

/** Commits in the middle of nowhere: named by nothing but what a test gives them, and told from another by their own data. */
class Reasons {
	readonly project: OldProject;
	readonly origin = mkdtempSync(join(tmpdir(), "mainline-gc-origin-"));

	private constructor(project: OldProject) {
		this.project = project;
	}

	static async make(): Promise<Reasons> {
		const reasons = new Reasons(await OldProject.make());
		await git(reasons.origin, "init", "-q", "--bare", "-b", "main");
		await reasons.git("remote", "add", "origin", reasons.origin);
		await reasons.project.commit({ "base.txt": "base" });
		return reasons;
	}

	git(...args: string[]): Promise<string> {
		return git(this.project.root, ...args);
	}

	/** A commit that names the data `text`, with two after it, on no branch; main is checked out again. */
	async aside(text: string): Promise<string> {
		await this.git("checkout", "-q", "--detach", "main");
		const commit = await this.project.commit({ "data/x": text });
		await this.git("checkout", "-q", "main");
		return commit;
	}
}

describe("gc at a remote, for each reason to keep", () => {
	let document: GcDocument;
	let project: OldProject;
	beforeAll(async () => {
		const reasons = await Reasons.make();
		({ project } = reasons);
		const { root } = project;
		await reasons.git("branch", "side", await reasons.aside("a branch"));
		await reasons.git("tag", "v1", await reasons.aside("a tag"));
		await reasons.git("tag", "-a", "v2", "-m", "v2", await reasons.aside("an annotated tag"));
		const parent = await reasons.aside("what a tip came from");
		const tip = (await reasons.git("commit-tree", "-p", parent, "-m", "tip", "main^{tree}")).trim();
		await reasons.git("branch", "tip", tip);
		const elsewhere = async (ref: string, text: string): Promise<void> => {
			await reasons.git("push", "-q", "origin", `${await reasons.aside(text)}:${ref}`);
		};
		await elsewhere("refs/heads/theirs", "a branch of the git remote");
		await elsewhere("refs/tags/theirs", "a tag of the git remote");
		await elsewhere("refs/pull/7/head", "a pull request of a fork");
		await elsewhere("refs/exps/ab/cdef/try", "an experiment at the git remote");
		const hidden = await reasons.aside("what a replaced commit names");
		await reasons.git("tag", "replaced", hidden);
		await reasons.git("replace", hidden, "main");
		await reasons.git(
			"worktree",
			"add",
			"-q",
			"--detach",
			`${root}-linked`,
			await reasons.aside("a linked working tree"),
		);
		await git(`${root}-linked`, "rm", "-q", "data.dvc");
		await project.commit({ "data/x": "a stash" });
		await reasons.git("reset", "-q", "--soft", "HEAD~1");
		await reasons.git("stash", "-q");
		await project.commit({ "data/x": "a later stash" });
		await reasons.git("reset", "-q", "--soft", "HEAD~1");
		await reasons.git("stash", "-q");
		await reasons.aside("nothing any more");
		// as if that had been done a week before the clearing
		const moved = await reasons.aside("what a ref was moved away from lately");
		const date = `${Math.floor(Date.now() / 1000) + 93 * 86_400} +0000`;
		execFileSync("git", ["update-ref", "--create-reflog", "-m", "moved", "refs/heads/gone", moved], {
			cwd: root,
			env: { ...process.env, ...WHO, GIT_COMMITTER_DATE: date },
		});
		await reasons.git("update-ref", "refs/heads/gone", "main");
		await project.track({ "work.txt": "git's index" });
		await reasons.git("add", "work.txt.dvc");
		await project.track({ "work.txt": "the working tree" });
		// what the working tree alone names, this repository's history never did
		document = await project.gc({ unknown: true });
	}, 120_000);

	it("deletes something", () => {
		expect(went(document)).toMatchObject({ directory: expect.any(Number), file: expect.any(Number) });
	});
	it.each([
		"base",
		"a branch",
		"a tag",
		"an annotated tag",
		"what a tip came from",
		"a branch of the git remote",
		"a tag of the git remote",
		"a pull request of a fork",
		"an experiment at the git remote",
		"what a replaced commit names",
		"a linked working tree",
		"a stash",
		"a later stash",
		"what a ref was moved away from lately",
		"git's index",
		"the working tree",
	])("keeps the data of %s", async (text) => {
		expect(await project.holds(text)).toBe(true);
	});
	it("does not keep the data of nothing any more", async () => {
		expect(await project.holds("nothing any more")).toBe(false);
	});
});

/** Four commits, of which the second is needed by nothing: `lost` is its data. */
async function withLost(): Promise<OldProject> {
	const project = await OldProject.make();
	await project.commit({ "data/a": "first", "data/b": "same" });
	await git(project.root, "tag", "v1");
	for (const text of ["lost", "parent", "tip"]) await project.commit({ "data/a": text });
	return project;
}

/** The names in the remote's folder of what a text of the project's history lists. */
const listingAt = (project: OldProject, digest: string): string =>
	join(project.remote, "files/md5", digest.slice(0, 2), digest.slice(2));

async function directoryAt(project: OldProject, rev: string): Promise<string> {
	const text = await git(project.root, "show", `${rev}:data.dvc`);
	return /[0-9a-f]{32}\.dir/.exec(text)?.[0] ?? "";
}

describe("gc", () => {
	it("says what would go, deletes it with --yes, and finds nothing more", async () => {
		const project = await withLost();
		const before = project.objects();
		expect(went(await project.gc({ yes: false }))).toEqual({ directory: 1, file: 1 });
		expect(project.objects()).toEqual(before);
		const document = await project.gc();
		expect(document.places[0]?.deleted).toMatchObject({ count: 2 });
		expect(await Promise.all(["first", "same", "lost", "parent", "tip"].map((text) => project.holds(text)))).toEqual([
			true,
			true,
			false,
			true,
			true,
		]);
		expect(went(await project.gc())).toEqual({});
	});

	it("keeps what is young: commits, moves of refs, objects", async () => {
		const project = await withLost();
		// objects are as old as the commits: a clock at the edge tells that the grace counts from now
		expect(went(await project.gc({ yes: false }, { days: 29 }))).toEqual({});
		expect(went(await project.gc({ yes: false }, { days: 31 }))).toEqual({ directory: 1, file: 1 });
		expect(went(await project.gc({ yes: false, olderThanMs: 101 * 86_400_000 }))).toEqual({});
	});

	it("keeps an object that came lately, though the commit that named it is old", async () => {
		const project = await withLost();
		const old = Math.floor(Date.now() / 1000) - 90 * 86_400;
		await git(project.root, "filter-branch", "--env-filter", `export GIT_COMMITTER_DATE="${old} +0000"`, "--", "main");
		await git(project.root, "update-ref", "-d", "refs/original/refs/heads/main");
		await git(project.root, "tag", "-f", "v1", "main~3");
		await git(project.root, "reflog", "expire", "--expire=now", "--all");
		const { places } = await project.gc({ yes: false }, { days: 0 });
		expect(places[0]?.going).toEqual([]);
		expect(places[0]?.staying).toContainEqual({ reason: "young", count: 1, bytes: expect.any(Number) });
		expect(went(await project.gc({ yes: false, olderThanMs: 0 }, { days: 1 }))).toEqual({ directory: 1, file: 1 });
	});

	it("leaves what this repository never named, and all that it names, unless told otherwise", async () => {
		const project = await withLost();
		const other = await OldProject.make();
		await other.commit({ "data/x": "another project's", "data/y": "lost" });
		cpSync(other.remote, project.remote, { recursive: true });
		const document = await project.gc();
		expect(document.places[0]?.staying).toContainEqual({ reason: "unknown", count: 1, bytes: expect.any(Number) });
		expect([await project.holds("another project's"), await project.holds("lost")]).toEqual([true, true]);
		expect(went(await project.gc({ unknown: true }))).toEqual({ directory: 1, file: 2 });
	});

	it("keeps what a young run names, and an old run as long as it can be restored", async () => {
		const project = await OldProject.make();
		const pipeline = { "dvc.yaml": "stages:\n  s:\n    cmd: cp in out\n    deps: [in]\n    outs: [out]\n" };
		write(project.root, pipeline);
		const results = ["one", "two", "three", "four"];
		for (const text of results) {
			write(project.root, { in: text });
			await project.run();
			await project.push();
			await project.commitAll();
		}
		expect(went(await project.gc({ yes: false }, { days: 29 }))).toEqual({});
		expect(went(await project.gc())).toEqual({ run: 2, file: 2 });
		expect(await Promise.all(results.map((text) => project.holds(text)))).toEqual([false, false, true, true]);
		expect(project.runs()).toHaveLength(2);
	});

	it("deletes nothing where a needed directory cannot be looked into, unless it is taken for lost", async () => {
		const project = await withLost();
		unlinkSync(listingAt(project, await directoryAt(project, "v1")));
		project.forgetCache();
		const document = await project.gc();
		expect(went(document)).toEqual({});
		expect(document.places[0]?.staying).toContainEqual({ reason: "doubt", count: 2, bytes: expect.any(Number) });
		expect(document.places[0]?.remarks.join()).toContain("data.dvc at ");
		expect(went(await project.gc({ allowMissing: true }))).toMatchObject({ directory: 1 });
	});

	it("does not look for the listing of a folder that git holds itself, whether it is read or written", async () => {
		const project = await withLost();
		const [read, made] = ["a".repeat(32), "b".repeat(32)];
		const lock = (out: string, at: string): string =>
			`schema: '2.0'\nstages:\n  s:\n    cmd: c\n    deps:\n    - path: src\n      hash: md5\n      md5: ${read}.dir\n    outs:\n    - path: ${at}\n      hash: md5\n      md5: ${out}.dir\n`;
		write(project.root, { "p/src/a.py": "x", "p/plots/a.json": "{}", "p/dvc.lock": lock(made, "plots") });
		write(project.root, { "w.dvc": `outs:\n- md5: ${"c".repeat(32)}.dir\n  hash: md5\n  path: w\n  cache: false\n` });
		await project.commitAll();
		expect(went(await project.gc({ yes: false }))).toEqual({ directory: 2, file: 2 });
		// the same where nothing says so: an output that git does not hold
		write(project.root, { "p/dvc.lock": lock(made, "elsewhere") });
		await project.commitAll();
		const { places } = await project.gc({ yes: false });
		expect(places[0]?.going).toEqual([]);
		expect(places[0]?.remarks.join()).toContain(`1 directory that something kept names cannot be looked into: ${made}`);
	});

	it("reads a listing from the cache where the remote lacks it", async () => {
		const project = await withLost();
		unlinkSync(listingAt(project, await directoryAt(project, "v1")));
		expect(went(await project.gc())).toEqual({ directory: 1, file: 1 });
		expect(await project.holds("first")).toBe(true);
	});

	it("keeps all that a file which cannot be read ever named", async () => {
		const project = await withLost();
		const text = read(project.root, "data.dvc");
		write(project.root, { "data.dvc": text.slice(0, text.indexOf("md5:") + 12) });
		await project.commitAll();
		await git(project.root, "tag", "broken");
		await git(project.root, "revert", "--no-edit", "HEAD");
		const document = await project.gc();
		expect(went(document)).toEqual({});
		expect(document.remarks.join()).toContain("data.dvc cannot be read");
	});

	it("refuses a shallow clone, and a link in place of a record", async () => {
		const project = await withLost();
		const shallow = mkdtempSync(join(tmpdir(), "mainline-gc-shallow-"));
		await git(shallow, "clone", "-q", "--depth=1", `file://${project.root}`, "clone");
		await expect(new OldProject(join(shallow, "clone"), project.remote).gc()).rejects.toMatchObject({
			code: "gc-shallow",
		});
		symlinkSync("elsewhere", join(project.root, "linked.dvc"));
		await project.commitAll();
		await git(project.root, "tag", "linked");
		remove(project.root, "linked.dvc");
		await project.commitAll();
		await expect(project.gc()).rejects.toMatchObject({ code: "gc-link" });
	});

	it("goes on where a clearing was killed between the directories and their files", async () => {
		const project = await withLost();
		const stop = new Error("killed");
		const kill = (line: string): void => {
			if (/: 1 of 2 gone/.test(line)) throw stop;
		};
		await expect(project.gc({}, { live: kill })).rejects.toBe(stop);
		expect(existsSync(listingAt(project, await directoryAt(project, "main~2")))).toBe(false);
		expect(await project.holds("lost")).toBe(true);
		project.forgetCache();
		expect(went(await project.gc())).toEqual({ file: 1 });
		expect(await project.holds("lost")).toBe(false);
		expect(readdirSync(join(project.remote, "mainline/gc"))).toEqual([]);
	});

	it("spares what is named by somebody else meanwhile", async () => {
		const project = await withLost();
		const origin = mkdtempSync(join(tmpdir(), "mainline-gc-origin-"));
		await git(origin, "init", "-q", "--bare", "-b", "main");
		await git(project.root, "remote", "add", "origin", origin);
		await git(project.root, "push", "-q", "origin", "main");
		const lost = (await git(project.root, "rev-parse", "main~2")).trim();
		const tag = (line: string): void => {
			if (!line.startsWith("listing")) return;
			execFileSync("git", ["update-ref", "refs/tags/churn@v9", lost], { cwd: origin });
		};
		expect(went(await project.gc({}, { live: tag }))).toEqual({});
		expect(await project.holds("lost")).toBe(true);
	});

	it.each([
		["between two batches", "1 of 2 gone"],
		["at the end", "2 of 2 gone"],
	])("says so where somebody names what is gone already, %s", async (_, moment) => {
		const project = await withLost();
		const lost = (await git(project.root, "rev-parse", "main~2")).trim();
		const tag = (line: string): void => {
			if (line.includes(moment)) execFileSync("git", ["tag", "late", lost], { cwd: project.root });
		};
		await expect(project.gc({}, { live: tag })).rejects.toMatchObject({ code: "gc-overtaken" });
		await project.push();
		await git(project.root, "checkout", "-q", "late");
		await project.push();
		expect(await project.holds("lost")).toBe(true);
	});

	it("clears a cache of this project's own of all that is not needed, and leaves what a git remote cannot be asked for", async () => {
		const project = await withLost();
		await project.track({ "scratch.txt": "never committed" });
		remove(project.root, "scratch.txt.dvc", "scratch.txt");
		expect(went(await project.gc({ remote: null, cache: true }))).toEqual({ directory: 1, file: 2 });
		await git(project.root, "remote", "add", "upstream", "nowhere");
		await expect(project.gc()).rejects.toMatchObject({ code: "gc-no-origin" });
		await git(project.root, "remote", "rename", "upstream", "origin");
		await expect(project.gc()).rejects.toMatchObject({ code: "git-failed" });
		await expect(project.gc({ local: true })).rejects.toMatchObject({ code: "bad-option" });
		expect(went(await project.gc({ local: true, yes: false }))).toEqual({ directory: 1, file: 1 });
	});

	it("sees all of a crowded place, and objects of DVC 2", async () => {
		const project = await OldProject.make();
		const ids = Array.from({ length: 40 }, (_, n) => `${n < 30 ? "00" : "ff"}${n.toString().padStart(30, "0")}`);
		for (const id of ids) write(project.remote, { [`files/md5/${id.slice(0, 2)}/${id.slice(2)}`]: "x" });
		const old = "ab".padEnd(32, "c");
		write(project.remote, { [`ab/${old.slice(2)}`]: "of DVC 2" });
		for (const text of [`- md5: ${old}\n  path: old\n`, "- path: old\n", "- path: old\n  desc: new\n"]) {
			write(project.root, { "old.dvc": `outs:\n${text}` });
			await project.commitAll();
		}
		const document = await project.gc({ yes: false });
		expect(went(document)).toEqual({ file: 1 });
		expect(document.places[0]?.staying).toEqual([{ reason: "unknown", count: 40, bytes: 40 }]);
		expect(went(await project.gc({ yes: false, unknown: true }))).toEqual({ file: 41 });
	});

	it("asks where, before it deletes", async () => {
		const project = await OldProject.make();
		await project.commitAll();
		await expect(project.gc({ remote: null })).rejects.toMatchObject({ code: "bad-option" });
	});
});
