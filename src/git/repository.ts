import { resolve } from "node:path";
import { Conversation } from "../shell/index.ts";
import { git, gitFailed, gitText } from "./command.ts";
import { type CommitBeside, type CommitInfo, commitBeside, commitInfo, lastChange } from "./commit.ts";
import { fetchCommit, writtenParents } from "./fetch.ts";
import { below, type WorkFiles, workFiles } from "./files.ts";
import { firstParentOf, firstParents, type Walk } from "./first-parents.ts";
import { commitMerge, type MergeCommit, type MergeDriver, mergeTrees, pushRef, type TreeMerge } from "./merge-trees.ts";
import { notUsable } from "./not-usable.ts";
import { attributeOf, defaultBranch, diffAgainst, readSetting, writeSetting } from "./settings.ts";
import {
	createTag,
	dropTag,
	fetchTags,
	forgetHeads,
	type Head,
	listHeads,
	listTags,
	type NewTag,
	pushTags,
	remoteTag,
	type TagInfo,
} from "./tags.ts";
import { GitTree } from "./tree.ts";
import { unknownRevision } from "./unknown-revision.ts";

/** So many paths fit into one command line, whatever their length, and are quickly told apart. */
const FEW = 100;

type Places = Pick<Git, "root" | "commonDir" | "indexFile">;

async function lookedUp(directory: string): Promise<{ found: Places | null; stderr: string }> {
	const asked = ["rev-parse", "--show-toplevel", "--git-common-dir", "--git-path", "index"];
	const { code, stdoutText, stderr } = await git(directory, asked);
	const [root = "", commonDir = "", index = ""] = stdoutText.split("\n");
	const found = { root, commonDir: resolve(directory, commonDir), indexFile: resolve(directory, index) };
	return { found: code === 0 ? found : null, stderr };
}

/** A git repository, driven through the user's own git. Every method is one question or one act. */
export class Git {
	/** Absolute path of the working tree's top folder. */
	readonly root: string;
	/** Absolute path of the git directory that all worktrees share. */
	readonly commonDir: string;
	/** Absolute path of this working tree's index. */
	readonly indexFile: string;
	#objects: Conversation | null = null;

	private constructor({ root, commonDir, indexFile }: Places) {
		this.root = root;
		this.commonDir = commonDir;
		this.indexFile = indexFile;
	}

	/** The repository that `directory` lies in. Failures: `program-missing` (no git), `not-a-git-repository`. */
	static async open(directory: string): Promise<Git> {
		const { found, stderr } = await lookedUp(directory);
		if (found !== null) return new Git(found);
		throw notUsable(directory, stderr);
	}

	/** Null where the folder is not in a working tree. */
	static async find(directory: string): Promise<Git | null> {
		const { found } = await lookedUp(directory);
		return found === null ? null : new Git(found);
	}

	/** The full commit id that `rev` names, or null. */
	async tryResolve(rev: string): Promise<string | null> {
		if (rev === "" || rev.startsWith("-")) return null;
		const result = await git(this.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${rev}^{commit}`]);
		return result.code === 0 ? result.stdoutText.trim() : null;
	}

	/** The full commit id that `rev` names. Failure `unknown-revision`, with the cure for a shallow clone. */
	async resolve(rev: string): Promise<string> {
		const commit = await this.tryResolve(rev);
		if (commit !== null) return commit;
		throw unknownRevision(rev, await this.isShallow());
	}

	async isShallow(): Promise<boolean> {
		return (await gitText(this.root, ["rev-parse", "--is-shallow-repository"])) === "true";
	}

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
		const text = await gitText(this.root, ["log", `--max-count=${of.most}`, "--format=%B%x00", `${of.from}..${of.to}`]);
		return text.split("\0");
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

	/** The files of a commit below `below` (relative to the git root). */
	treeAt(commit: string, below = "."): GitTree {
		this.#objects ??= new Conversation("git", ["cat-file", "--batch"], this.root);
		return new GitTree({ commit, root: this.root, below, objects: this.#objects });
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

	/** Makes sure that one commit's files are here: a shallow clone lacks what a comparison needs. */
	fetchCommit(remote: string, commit: string): Promise<void> {
		return fetchCommit(this.root, remote, commit);
	}

	/** Whether a tracked file was changed and not committed. */
	async isDirty(): Promise<boolean> {
		return (await gitText(this.root, ["status", "--porcelain", "--untracked-files=no"])) !== "";
	}

	/** Which of the paths (relative to the git root) git ignores; tracked ones never are. */
	async ignored(paths: readonly string[]): Promise<Set<string>> {
		if (paths.length === 0) return new Set();
		const result = await git(this.root, ["check-ignore", "-z", "--stdin"], { input: paths.join("\0") });
		if (result.code > 1) throw gitFailed(["check-ignore"], result);
		return new Set(result.stdoutText.split("\0").filter((path) => path !== ""));
	}

	/** Which of the paths (relative to the git root) git tracks; a folder counts when a file below it is tracked. */
	async tracked(paths: readonly string[]): Promise<Set<string>> {
		if (paths.length === 0) return new Set();
		const few = paths.length <= FEW;
		const asked = few ? ["--", ...paths.map((path) => `:(literal)${path}`)] : [];
		const found = (await gitText(this.root, ["ls-files", "-z", ...asked])).split("\0").filter((path) => path !== "");
		// git holds every path against every file
		return new Set(few ? found : below(found, new Set(paths)));
	}

	/** What git tracks, and what it neither tracks nor ignores. */
	files(): Promise<WorkFiles> {
		return workFiles(this.root);
	}

	/** Puts files (relative to the git root) into the index as they are now, whatever `.gitignore` says of them. */
	async stage(paths: readonly string[]): Promise<void> {
		if (paths.length === 0) return;
		await gitText(this.root, ["add", "--force", "--", ...paths.map((path) => `:(literal)${path}`)]);
	}

	tags(): Promise<TagInfo[]> {
		return listTags(this.root);
	}

	createTag(tag: NewTag): Promise<void> {
		return createTag(this.root, tag);
	}

	pushTags(remote: string, names: readonly string[], head?: Head): Promise<void> {
		return pushTags(this.root, remote, names, head);
	}

	remoteTag(remote: string, name: string): Promise<string | null> {
		return remoteTag(this.root, remote, name);
	}

	dropTag(name: string): Promise<void> {
		return dropTag(this.root, name);
	}

	heads(): Promise<Map<string, string>> {
		return listHeads(this.root);
	}

	forgetHeads(remote: string): Promise<void> {
		return forgetHeads(this.root, remote);
	}

	fetchTags(remote: string): Promise<void> {
		return fetchTags(this.root, remote);
	}

	commitBeside(commit: CommitBeside): Promise<string> {
		return commitBeside(this.root, commit);
	}

	/** Merges two commits without touching anything; null where git is too old for it. */
	mergeTrees(
		commits: { readonly ours: string; readonly theirs: string },
		driver: MergeDriver | null,
	): Promise<TreeMerge | null> {
		return mergeTrees(this.root, commits, driver);
	}

	commitMerge(commit: MergeCommit): Promise<string> {
		return commitMerge(this.root, commit);
	}

	/** Makes a ref of the remote name a commit, whatever it named before. */
	pushRef(remote: string, commit: string, ref: string): Promise<void> {
		return pushRef(this.root, remote, commit, ref);
	}

	/** The URL of a remote, or null when there is none of that name. */
	async remoteUrl(remote: string): Promise<string | null> {
		const result = await git(this.root, ["config", "--get", `remote.${remote}.url`]);
		return result.code === 0 ? result.stdoutText.trim() : null;
	}

	/** Names of all remotes. */
	async remotes(): Promise<string[]> {
		return (await gitText(this.root, ["remote"])).split("\n").filter((name) => name !== "");
	}

	setting(name: string): Promise<string | null> {
		return readSetting(this.root, name);
	}

	set(name: string, value: string): Promise<void> {
		return writeSetting(this.root, name, value);
	}

	/** What `.gitattributes` says about one attribute of paths (relative to the git root); null for nothing. */
	attributes(attribute: string, paths: readonly string[]): Promise<Map<string, string | null>> {
		return attributeOf(this.root, attribute, paths);
	}

	defaultBranch(): Promise<string> {
		return defaultBranch(this.root);
	}

	/** What would change if a file (relative to the git root) held this text. */
	diffAgainst(path: string, text: string): Promise<string> {
		return diffAgainst(this.root, path, text);
	}

	/** Ends the helper process, if one was started. */
	close(): void {
		this.#objects?.close();
		this.#objects = null;
	}
}
