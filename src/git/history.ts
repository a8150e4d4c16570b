import { git, gitText } from "./command.ts";
import { type CommitInfo, commitInfo, lastChange } from "./commit.ts";
import { writtenParents } from "./fetch.ts";
import { firstParentOf, firstParents, type Walk } from "./first-parents.ts";

/** What commits say, and how they follow each other. */
export abstract class History {
	/** Absolute path of the working tree's top folder. */
	abstract readonly root: string;

	/** Null where the two share no history in this clone. */
	async mergeBase(a: string, b: string): Promise<string | null> {
		const result = await git(this.root, ["merge-base", a, b]);
		return result.code === 0 ? result.stdoutText.trim() : null;
	}

	/** How many commits `to` has that `from` has not. */
	async commitsBetween(from: string, to: string): Promise<number> {
		return Number(await gitText(this.root, ["rev-list", "--count", `${from}..${to}`]));
	}

	/** The newest commits that `to` has and `from` has not, newest first; `along`: of one line only, what was merged into it left out. */
	async newestCommits(of: { from: string; to: string; most: number; along?: boolean }): Promise<string[]> {
		const line = of.along === true ? ["--first-parent"] : [];
		const text = await gitText(this.root, ["rev-list", ...line, `--max-count=${of.most}`, `${of.from}..${of.to}`]);
		return text.split("\n").filter((line) => line !== "");
	}

	/** The messages of the newest commits that `to` has and `from` has not, newest first. */
	async messages(of: { from: string; to: string; most: number }): Promise<string[]> {
		const range = [`--max-count=${of.most}`, `${of.from}..${of.to}`];
		return (await gitText(this.root, ["log", "--format=%B%x00", ...range])).split("\0");
	}

	/** Paths that differ between two commits, relative to the git root, both names of a renamed file included. */
	async changedFiles(a: string, b: string): Promise<string[]> {
		const text = await gitText(this.root, ["diff", "--name-only", "--no-renames", "-z", a, b]);
		return text.split("\0").filter((path) => path !== "");
	}

	/** Files of a commit, in all of it, whose path ends so; sorted as git sorts. */
	async filesEnding(commit: string, end: string): Promise<string[]> {
		const text = await gitText(this.root, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit]);
		return text.split("\0").filter((path) => path === end || path.endsWith(`/${end}`));
	}

	commitInfo(commit: string): Promise<CommitInfo> {
		return commitInfo(this.root, commit);
	}

	/** The newest commit of `from..to` that changed a file (relative to the git root); null where none did. */
	lastChange(change: {
		readonly from: string;
		readonly to: string;
		readonly path: string;
	}): Promise<CommitInfo | null> {
		return lastChange(this.root, change);
	}

	/** The line of a branch back from a commit, newest first, as far as this clone has it. */
	firstParents(commit: string, walk: Walk): Promise<string[]> {
		return firstParents(this.root, commit, walk);
	}

	/** Commit → its first parent, of those that this clone has. */
	firstParentOf(commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
		return firstParentOf(this.root, commits);
	}

	/** The parents that the commit names, whether this clone has them or not. */
	writtenParents(commit: string): Promise<string[]> {
		return writtenParents(this.root, commit);
	}
}
