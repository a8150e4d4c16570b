import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitText } from "./command.ts";
import { BOT } from "./identity.ts";

export interface CommitInfo {
	readonly id: string;
	readonly tree: string;
	readonly parents: readonly string[];
	/** Committer time, whole seconds. */
	readonly time: Date;
	readonly author: string;
	readonly subject: string;
	readonly body: string;
}

export async function commitInfo(root: string, commit: string): Promise<CommitInfo> {
	const text = await gitText(root, ["show", "--no-patch", "--format=%H%x00%T%x00%P%x00%ct%x00%an%x00%s%x00%b", commit]);
	const [id = "", tree = "", parents = "", seconds = "0", author = "", subject = "", body = ""] = text.split("\0");
	return {
		id,
		tree,
		parents: parents.split(" ").filter((parent) => parent !== ""),
		time: new Date(Number(seconds) * 1000),
		author,
		subject,
		body,
	};
}

/** The newest commit that `to` has and `from` has not, and that changed a file; null where none did. */
export async function lastChange(
	root: string,
	{ from, to, path }: { readonly from: string; readonly to: string; readonly path: string },
): Promise<CommitInfo | null> {
	const commit = await gitText(root, ["rev-list", "-1", `${from}..${to}`, "--", `:(literal,top)${path}`]);
	return commit === "" ? null : commitInfo(root, commit);
}

export interface CommitBeside {
	readonly parent: string;
	/** Files to replace or add, relative to the git root. */
	readonly changes: ReadonlyMap<string, Uint8Array>;
	readonly message: string;
	readonly at: Date;
}

/**
 * A commit beside the branch: no ref moves, no working tree is touched. Author, committer and dates are fixed by the
 * arguments, so that the same content gives the same commit id on every machine and in every attempt.
 */
export async function commitBeside(root: string, commit: CommitBeside): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "mainline-index-"));
	const env = { GIT_INDEX_FILE: join(folder, "index") };
	try {
		await gitText(root, ["read-tree", commit.parent], { env });
		for (const [path, bytes] of commit.changes) {
			const object = await gitText(root, ["hash-object", "-w", "--stdin"], { input: bytes });
			await gitText(root, ["update-index", "--add", "--cacheinfo", `100644,${object},${path}`], { env });
		}
		const tree = await gitText(root, ["write-tree"], { env });
		return await gitText(root, ["commit-tree", tree, "-p", commit.parent], {
			env: signature(commit.at),
			input: `${commit.message}\n`,
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Author, committer and their dates, fixed: the same commit in every attempt. */
export function signature(at: Date): Record<string, string> {
	const date = `@${Math.floor(at.getTime() / 1000)} +0000`;
	return {
		GIT_AUTHOR_NAME: BOT.name,
		GIT_AUTHOR_EMAIL: BOT.email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: BOT.name,
		GIT_COMMITTER_EMAIL: BOT.email,
		GIT_COMMITTER_DATE: date,
	};
}
