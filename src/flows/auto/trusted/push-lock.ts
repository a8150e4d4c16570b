import { Git } from "../../../git/index.ts";
import type { GitHub, PullRequest } from "../../../github/index.ts";
import { joinPath } from "../../../kernel/index.ts";
import type { FlowContext } from "../../context.ts";
import { knownAt } from "../../release/know.ts";
import type { Review } from "../../report/review.ts";

/** By this line a commit is known as one of these. */
const TRAILER = "Mainline-Lock: true";

export interface LockPush {
	readonly gitHub: GitHub;
	readonly pull: PullRequest;
	/** The head that was judged. */
	readonly head: string;
	/** GitHub's page of the run whose results they are. */
	readonly runUrl: string;
}

/**
 * Puts the true `dvc.lock` on a pull request's branch: one commit on the head that was judged, or none. Only where the head by
 * itself, not merged with its base, has these results, and where no person changed the lock on the branch. The commit's id,
 * or null and why there is none in the log.
 */
export async function pushLock(
	context: FlowContext,
	reviews: readonly Review[],
	push: LockPush,
): Promise<string | null> {
	const { pull, head, gitHub, runUrl } = push;
	const { progress } = context;
	if (pull.fork || pull.state !== "open") return null;
	const git = await Git.open(context.cwd);
	try {
		const files = await trueLocks(git, reviews, head);
		if (files === null) {
			progress.say(`dvc.lock is left as it is: ${pull.headRef} without ${pull.baseRef} has other inputs`);
			return null;
		}
		if (files.size === 0) return null;
		const own = await personsLock(git, [...files.keys()], { pull, head });
		if (own !== null) {
			progress.warn(`${own} was changed by hand on ${pull.headRef}: it is left as it is`);
			return null;
		}
		const commit = await gitHub.commitOnBranch({
			branch: pull.headRef,
			onto: head,
			headline: "Bring dvc.lock up to date",
			body: `What ${runUrl} made of ${head.slice(0, 7)}.\n\n${TRAILER}`,
			files,
		});
		progress.say(
			commit === null
				? `${pull.headRef} has moved on: its dvc.lock is left to the next run`
				: `dvc.lock on ${pull.headRef} is up to date as of ${commit.slice(0, 7)}`,
		);
		return commit;
	} finally {
		git.close();
	}
}

/** Whether a commit looks like one of these, made on `head`. Anybody can write what it looks like: see `trueLock`. */
export async function isLockCommit(git: Git, commit: string, head: string): Promise<boolean> {
	const { parents, body } = await git.commitInfo(commit);
	return parents.length === 1 && parents[0] === head && hasTrailer(body);
}

/** A commit that is `head` with its true locks and nothing else, whoever made it: what was judged is what it holds. Else null. */
export async function trueLock(
	{ cwd, progress }: FlowContext,
	reviews: readonly Review[],
	{ head, locked }: LockPush & { readonly locked: string },
): Promise<string | null> {
	const git = await Git.open(cwd);
	try {
		const files = (await trueLocks(git, reviews, head)) ?? new Map<string, Uint8Array>();
		const changed = await git.changedFiles(head, locked);
		const tree = git.treeAt(locked);
		for (const path of changed) {
			const [wanted, found] = [files.get(path), await tree.read(path)];
			if (wanted !== undefined && found !== null && Buffer.compare(wanted, found) === 0) continue;
			progress.warn(`${locked.slice(0, 7)} says that it brings dvc.lock up to date, and ${path} in it is not so`);
			return null;
		}
		return locked;
	} finally {
		git.close();
	}
}

/** Files, relative to the git root, that have to read otherwise on the head; null when its results are not known. */
async function trueLocks(
	git: Git,
	reviews: readonly Review[],
	head: string,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
	const files = new Map<string, Uint8Array>();
	for (const { workspace, shelves } of reviews) {
		const { root, below, config } = workspace;
		const { unknown, locks } = await knownAt(git.treeAt(head, below), { root, config, ...shelves });
		if (unknown.size > 0) return null;
		for (const [path, bytes] of locks) files.set(joinPath(below, path), bytes);
	}
	return files;
}

/** The first lock that somebody else than us changed last on the branch; null when nobody did. */
async function personsLock(
	git: Git,
	paths: readonly string[],
	{ pull, head }: { readonly pull: PullRequest; readonly head: string },
): Promise<string | null> {
	for (const path of paths) {
		const change = await git.lastChange({ from: pull.baseSha, to: head, path });
		if (change !== null && !hasTrailer(change.body)) return path;
	}
	return null;
}

function hasTrailer(body: string): boolean {
	return body.split("\n").includes(TRAILER);
}
