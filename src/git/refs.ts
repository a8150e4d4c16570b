import { gitText, NO_PRUNE } from "./command.ts";
import { ask } from "./talk.ts";

/** A ref and the commit that it names, through tags of tags. */
export interface Ref {
	/** `refs/heads/main`; `HEAD` for what is checked out. */
	readonly name: string;
	readonly commit: string;
}

/** A working tree of the repository, linked ones included. */
export interface Worktree {
	/** Absolute. */
	readonly path: string;
	/** Null before the first commit. */
	readonly head: string | null;
}

export interface HistoryCommit {
	readonly id: string;
	/** Committer time, whole seconds. */
	readonly time: Date;
	readonly parents: readonly string[];
}

/** `git replace` and grafts show this clone another history than all others have. */
export const AS_WRITTEN = "--no-replace-objects";
const NO_GRAFTS = { GIT_GRAFT_FILE: "/dev/null" };

/** Everything that git knows by a name: branches, those of remotes, tags, stashes, DVC's experiments. What names no commit is left out. */
export async function allRefs(root: string): Promise<Ref[]> {
	const names = lines(await gitText(root, ["for-each-ref", "--format=%(refname)"]));
	const found = await commitsOf(root, names);
	return names.flatMap((name, index) => {
		const commit = found[index] ?? null;
		return commit === null ? [] : [{ name, commit }];
	});
}

/** The commits that names or ids come to, through tags; null for what is none, or is not here. */
export async function commitsOf(root: string, names: readonly string[]): Promise<(string | null)[]> {
	const input = names.map((name) => `${name}^{commit}\n`).join("");
	const args = [AS_WRITTEN, "cat-file", "--batch-check=%(objectname) %(objecttype)"];
	const found = (await gitText(root, args, { input })).split("\n");
	return names.map((_, index) => {
		const [commit = "", type] = (found[index] ?? "").split(" ");
		return type === "commit" ? commit : null;
	});
}

/** Working trees whose folder is still there. */
export async function worktrees(root: string): Promise<Worktree[]> {
	const blocks = (await gitText(root, ["worktree", "list", "--porcelain", "-z"])).split("\0\0");
	return blocks.flatMap((block) => {
		const fields = block.split("\0");
		const value = (key: string): string | undefined =>
			fields.find((field) => field.startsWith(`${key} `))?.slice(key.length + 1);
		const path = value("worktree");
		const head = value("HEAD") ?? "";
		const gone = fields.some((field) => field === "bare" || field.startsWith("prunable"));
		return path === undefined || gone ? [] : [{ path, head: /^0*$/.test(head) ? null : head }];
	});
}

/** A commit that a ref of this clone named once, or that a stash is. */
export interface LeftBehind {
	readonly commit: string;
	/** When the ref came there; null for a stash, which is still meant. */
	readonly at: Date | null;
}

/** What refs of this clone were moved away from, and every stash: what somebody may still want to go back to. */
export async function leftBehind(root: string): Promise<LeftBehind[]> {
	const text = await gitText(root, ["log", "-g", "--all", "--no-show-signature", "--format=%H %gd", "--date=unix"]);
	return lines(text).map((line) => {
		const [commit = "", selector = ""] = line.split(" ");
		const seconds = /@\{(\d+)\}$/.exec(selector)?.[1];
		const stash = selector.startsWith("stash@") || seconds === undefined;
		return { commit, at: stash ? null : new Date(Number(seconds) * 1000) };
	});
}

/** All commits that can be reached from some, in no order that means something. */
export async function historyOf(root: string, commits: readonly string[]): Promise<HistoryCommit[]> {
	if (commits.length === 0) return [];
	const input = commits.map((commit) => `${commit}\n`).join("");
	const args = [AS_WRITTEN, "rev-list", "--timestamp", "--parents", "--stdin"];
	const text = await gitText(root, args, { input, env: NO_GRAFTS });
	return lines(text).map((line) => {
		const [seconds = "0", id = "", ...parents] = line.split(" ");
		return { id, time: new Date(Number(seconds) * 1000), parents };
	});
}

/** Brings in all of a remote's branches and tags. A local tag that the remote names otherwise is replaced: the remote is the record. */
export async function fetchAll(root: string, remote: string): Promise<void> {
	const refspecs = ["+refs/tags/*:refs/tags/*", `+refs/heads/*:refs/remotes/${remote}/*`];
	const args = ["fetch", "--quiet", "--force", NO_PRUNE, "--no-recurse-submodules", remote, ...refspecs];
	await ask({ root }, { to: remote, about: "branches and tags", args });
}

/** A ref of a remote. */
export interface Offered {
	readonly name: string;
	/** What it names: a commit, or a tag of one, or anything. */
	readonly object: string;
}

/** All refs that the remote offers; nothing is brought in. */
export async function offered(root: string, remote: string): Promise<Offered[]> {
	const args = ["ls-remote", "--quiet", "--refs", remote];
	const text = await ask({ root }, { to: remote, about: "the list of its refs", args });
	return lines(text).map((line) => {
		const [object = "", name = ""] = line.split("\t");
		return { name, object };
	});
}

/** So many refs are asked for at a time. */
const REFS_AT_ONCE = 200;

/** Brings in what some refs of the remote name and is not here, without a ref of ours for it. */
export async function fetchRefs(root: string, remote: string, refs: readonly Offered[]): Promise<void> {
	const input = refs.map(({ object }) => `${object}\n`).join("");
	const there = lines(await gitText(root, ["cat-file", "--batch-check"], { input }));
	const lacking = refs.filter((_, index) => there[index]?.endsWith(" missing") === true).map(({ name }) => name);
	for (let at = 0; at < lacking.length; at += REFS_AT_ONCE) {
		const some = lacking.slice(at, at + REFS_AT_ONCE);
		const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", remote, ...some];
		await ask({ root }, { to: remote, about: "refs", args });
	}
}

function lines(text: string): string[] {
	return text.split("\n").filter((line) => line !== "");
}
