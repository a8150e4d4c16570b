import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { GcDocument } from "../../src/report/index.ts";
import { OldProject, went } from "./gc-rig.ts";
import { git } from "./rig.ts";

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
		await reasons.git(
			"worktree",
			"add",
			"-q",
			"--detach",
			`${root}-linked`,
			await reasons.aside("a linked working tree"),
		);
		await project.commit({ "data/x": "a stash" });
		await reasons.git("reset", "-q", "--soft", "HEAD~1");
		await reasons.git("stash", "-q");
		await reasons.aside("nothing any more");
		await project.track({ "work.txt": "git's index" });
		await reasons.git("add", "work.txt.dvc");
		await project.track({ "work.txt": "the working tree" });
		document = await project.gc();
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
		"a linked working tree",
		"a stash",
		"git's index",
		"the working tree",
	])("keeps the data of %s", async (text) => {
		expect(await project.holds(text)).toBe(true);
	});
	it("does not keep the data of nothing any more", async () => {
		expect(await project.holds("nothing any more")).toBe(false);
	});
});
