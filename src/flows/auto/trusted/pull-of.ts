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
 * By head repository, branch and commit, never by a number that the run itself says: the one that has the commit as its
 * head; where it has a later one, still the one of that branch. Open ones first, then the newest.
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
	const exact = theirs.filter((pull) => pull.headSha === head.sha);
	const candidates = exact.length > 0 ? exact : theirs;
	const pull = candidates.find(({ state }) => state === "open") ?? candidates[0] ?? null;
	if (pull === null || pull.headSha === head.sha || pull.state !== "open" || lock !== "push")
		return { pull, locked: null };
	await fetched(context, remote, pull.headSha);
	// we were ended after the lock was put on the branch
	return { pull, locked: (await isLockCommit(context, pull.headSha, head.sha)) ? pull.headSha : null };
}

async function fetched({ cwd }: FlowContext, remote: string, commit: string): Promise<void> {
	const git = await Git.open(cwd);
	await git.fetchCommit(remote, commit);
	git.close();
}
