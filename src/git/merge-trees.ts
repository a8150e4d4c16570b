import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, gitFailed, gitText } from "./command.ts";
import { signature } from "./commit.ts";
import { send } from "./talk.ts";

/** What merging two commits gives. */
export interface TreeMerge {
	/** Id of the tree; with conflicts, their markers stand in its files. */
	readonly tree: string;
	/** Paths that are left to be settled, relative to the git root. */
	readonly conflicts: readonly string[];
}

/** How the content of some paths is merged, in place of git's own way. */
export interface MergeDriver {
	/** Lines of `.gitattributes` that name the driver `mainline`. */
	readonly attributes: readonly string[];
	/** With `%O %A %B %P %L`, for the shell. */
	readonly command: string;
}

/** Git's own way, for a clone whose `.gitattributes` names a driver that others, GitHub among them, do not have. */
const BY_LINES = "git merge-file --marker-size=%L %A %O %B";

/**
 * Merges two commits without touching a branch, the index or a file; with `driver` null as GitHub does, which runs no
 * drivers. Null where git (before 2.38) cannot, and for
 * histories that share nothing.
 */
export async function mergeTrees(
	root: string,
	{ ours, theirs }: { readonly ours: string; readonly theirs: string },
	driver: MergeDriver | null,
): Promise<TreeMerge | null> {
	const folder = await mkdtemp(join(tmpdir(), "mainline-attributes-"));
	const attributes = join(folder, "attributes");
	// what a driver says on its standard output would stand in the midst of git's answer
	const settings = [`merge.mainline.driver=${driver?.command ?? BY_LINES} >&2`, `core.attributesFile=${attributes}`];
	const args = ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs];
	try {
		await writeFile(attributes, `${(driver?.attributes ?? []).join("\n")}\n`);
		const result = await git(root, [...settings.flatMap((setting) => ["-c", setting]), ...args]);
		if (result.code === 129 || result.stderr.includes("unrelated histories")) return null;
		if (result.code > 1) throw gitFailed(args, result);
		const [tree = "", ...conflicts] = result.stdoutText.split("\0").filter((part) => part !== "");
		return { tree, conflicts };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export interface MergeCommit {
	readonly tree: string;
	/** The branch that is merged into first. */
	readonly parents: readonly [string, string];
	readonly message: string;
	readonly at: Date;
}

/** A merge commit that no ref names yet. Its id depends on the arguments alone. */
export function commitMerge(root: string, { tree, parents, message, at }: MergeCommit): Promise<string> {
	const [first, second] = parents;
	return gitText(root, ["commit-tree", tree, "-p", first, "-p", second], {
		env: signature(at),
		input: `${message}\n`,
	});
}

/** Makes a ref of the remote name a commit, whatever it named before. */
export async function pushRef(root: string, remote: string, commit: string, ref: string): Promise<void> {
	const args = ["push", "--quiet", "--no-verify", remote, `+${commit}:${ref}`];
	const { result, failure } = await send({ root }, { to: remote, about: ref, args });
	if (result.code !== 0) throw failure();
}
