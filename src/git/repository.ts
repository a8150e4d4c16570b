import { resolve } from "node:path";
import { Conversation } from "../shell/index.ts";
import { git, gitText } from "./command.ts";
import { type CommitBeside, commitBeside } from "./commit.ts";
import { fetchCommit } from "./fetch.ts";
import { ignoredOf, trackedOf, type WorkFiles, workFiles } from "./files.ts";
import { History } from "./history.ts";
import { commitMerge, type MergeCommit, type MergeDriver, mergeTrees, pushRef, type TreeMerge } from "./merge-trees.ts";
import { notUsable } from "./not-usable.ts";
import { attributeOf, defaultBranch, diffAgainst, readSetting, writeSetting } from "./settings.ts";
import { createTag, makeTag, type NewTag } from "./tag-object.ts";
import {
	fetchTags,
	forgetHeads,
	type Head,
	keepTag,
	listHeads,
	listTags,
	pushTags,
	remoteTags,
	type SentTag,
	type TagInfo,
} from "./tags.ts";
import { checkedOut, newerThan, tipOf } from "./tip.ts";
import { GitTree } from "./tree.ts";
import { unknownRevision } from "./unknown-revision.ts";
import { workTree } from "./work-tree.ts";

type Places = Pick<Git, "root" | "commonDir" | "indexFile">;

/** What was found once: no repository moves while we run, and every flow opens the one that it works on. */
const known = new Map<string, Places>();

async function lookedUp(directory: string): Promise<{ found: Places | null; stderr: string }> {
	const before = known.get(directory);
	if (before !== undefined) return { found: before, stderr: "" };
	const asked = ["rev-parse", "--show-toplevel", "--git-common-dir", "--git-path", "index"];
	const { code, stdoutText, stderr } = await git(directory, asked);
	const [root = "", commonDir = "", index = ""] = stdoutText.split("\n");
	if (code !== 0) return { found: null, stderr };
	const found = { root, commonDir: resolve(directory, commonDir), indexFile: resolve(directory, index) };
	known.set(directory, found);
	return { found, stderr };
}

/** A git repository, driven through the user's own git. Every method is one question or one act. */
export class Git extends History {
	/** Absolute path of the working tree's top folder. */
	readonly root: string;
	/** Absolute path of the git directory that all worktrees share. */
	readonly commonDir: string;
	/** Absolute path of this working tree's index. */
	readonly indexFile: string;
	/** Ends what talks to another machine. */
	readonly signal: AbortSignal | undefined;
	#objects: Conversation | null = null;

	private constructor({ root, commonDir, indexFile }: Places, signal?: AbortSignal) {
		super();
		this.root = root;
		this.signal = signal;
		this.commonDir = commonDir;
		this.indexFile = indexFile;
	}

	/** The repository that `directory` lies in. Failures: `program-missing` (no git), `not-a-git-repository`. */
	static async open(directory: string, signal?: AbortSignal): Promise<Git> {
		const { found, stderr } = await lookedUp(directory);
		if (found !== null) return new Git(found, signal);
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

	/** The tree of everything that git tracks, as it lies there now; the index stays as it is. */
	workTree(): Promise<string> {
		return workTree(this);
	}

	/** The files of a commit, or of a tree, below `below` (relative to the git root). */
	treeAt(commit: string, below = "."): GitTree {
		this.#objects ??= new Conversation("git", ["cat-file", "--batch"], this.root);
		return new GitTree({ commit, root: this.root, below, objects: this.#objects });
	}

	/** Makes sure that one commit's files are here: a shallow clone lacks what a comparison needs. */
	fetchCommit(remote: string, commit: string): Promise<void> {
		return fetchCommit(this, remote, commit);
	}

	/** What the first of these refs that the remote has names there now. */
	tipOf(remote: string, refs: readonly string[]): Promise<string | null> {
		return tipOf(this, remote, refs);
	}

	/** That commit of the remote where it comes after ours; brought in to find out. */
	newerThan(remote: string, commit: string, refs: readonly string[]): Promise<string | null> {
		return newerThan(this, remote, commit, refs);
	}

	checkedOut(): Promise<string | null> {
		return checkedOut(this.root);
	}

	/** Whether a tracked file was changed and not committed. */
	async isDirty(): Promise<boolean> {
		return (await gitText(this.root, ["status", "--porcelain", "--untracked-files=no"])) !== "";
	}

	/** Which of the paths (relative to the git root) git ignores; tracked ones never are. */
	ignored(paths: readonly string[]): Promise<Set<string>> {
		return ignoredOf(this.root, paths);
	}

	/** Which of the paths (relative to the git root) git tracks; a folder counts when a file below it is tracked. */
	tracked(paths: readonly string[]): Promise<Set<string>> {
		return trackedOf(this.root, paths);
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

	/** Makes the object of a tag that has no name yet; its id. */
	makeTag(tag: NewTag): Promise<string> {
		return makeTag(this.root, this.commonDir, tag);
	}

	keepTag(tag: SentTag): Promise<void> {
		return keepTag(this.root, tag);
	}

	pushTags(remote: string, tags: readonly SentTag[], head?: Head): Promise<void> {
		return pushTags(this, remote, tags, head);
	}

	remoteTags(remote: string, names: readonly string[]): Promise<Map<string, string>> {
		return remoteTags(this, remote, names);
	}

	heads(): Promise<Map<string, string>> {
		return listHeads(this.root);
	}

	forgetHeads(remote: string): Promise<void> {
		return forgetHeads(this, remote);
	}

	fetchTags(remote: string): Promise<void> {
		return fetchTags(this, remote);
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
		return (await readSetting(this.root, `remote.${remote}.url`))?.trim() ?? null;
	}

	/** The same as git would use it, with the nicknames of its settings (`url.….insteadOf`) read; nobody is asked for it. */
	async resolvedUrl(remote: string): Promise<string | null> {
		const result = await git(this.root, ["ls-remote", "--get-url", remote]);
		const url = result.code === 0 ? result.stdoutText.trim() : "";
		return url === "" || url === remote ? null : url;
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
