import { Git } from "../../../git/index.ts";
import type { GitHub, PullRequest, WorkflowRun } from "../../../github/index.ts";
import type { FlowContext } from "../../context.ts";
import type { AutoOptions } from "../options.ts";
import { isLockCommit } from "./push-lock.ts";

export interface FoundPull {
	readonly pull: PullRequest | null;
	/** The pull's head, where it is our own commit of the lock on the head that ran. */
	readonly locked: string | null;
}

/**
 * By head repository, branch and commit, never by a number that the run itself says. Open ones first, then the newest. Where
 * we were ended after the lock was put on the branch, its head is that commit.
 */
export async function pullOf(
	context: FlowContext,
	{ remote, lock }: AutoOptions,
	{ gitHub, run }: { readonly gitHub: GitHub; readonly run: WorkflowRun },
): Promise<FoundPull> {
	const { head, headRepository } = run;
	if (headRepository === null) return { pull: null, locked: null };
	const all = await gitHub.pullsFrom({ owner: headRepository.owner, branch: head.branch });
	const theirs = all.filter((pull) => pull.headRef === head.branch && pull.headRepositoryId === headRepository.id);
	const fitting = theirs.filter((pull) => pull.headSha === head.sha);
	const pull = fitting.find(({ state }) => state === "open") ?? fitting[0] ?? null;
	const later = theirs.find(({ state }) => state === "open");
	if (pull !== null || later === undefined || lock !== "push") return { pull, locked: null };
	await fetched(context, remote, later.headSha);
	const ours = await isLockCommit(context, later.headSha, head.sha);
	return ours ? { pull: later, locked: later.headSha } : { pull: null, locked: null };
}

async function fetched({ cwd }: FlowContext, remote: string, commit: string): Promise<void> {
	const git = await Git.open(cwd);
	await git.fetchCommit(remote, commit);
	git.close();
}
