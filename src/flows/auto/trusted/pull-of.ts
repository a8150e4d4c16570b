import { Git } from "../../../git/index.ts";
import type { GitHub, PullRequest, WorkflowRun } from "../../../github/index.ts";
import type { FlowContext } from "../../context.ts";
import type { AutoOptions } from "../options.ts";
import { isLockCommit } from "./push-lock.ts";

/**
 * By head repository, branch and commit, never by a number that the run itself says: the open ones that have the commit as
 * their head, that to the default branch first; where none has, the one of that branch which comes nearest.
 */
export async function pullsOf(gitHub: GitHub, run: WorkflowRun, mainLine: string): Promise<PullRequest[]> {
	const { head, headRepository } = run;
	if (headRepository === null) return [];
	const all = await gitHub.pullsFrom({ owner: headRepository.owner, branch: head.branch });
	const theirs = all
		.filter((pull) => pull.headRef === head.branch && pull.headRepositoryId === headRepository.id)
		.toSorted((a, b) => Number(b.baseRef === mainLine) - Number(a.baseRef === mainLine));
	const open = theirs.filter(({ state }) => state === "open");
	const exact = open.filter(({ headSha }) => headSha === head.sha);
	if (exact.length > 0) return exact;
	return [theirs.find(({ headSha }) => headSha === head.sha) ?? open[0] ?? theirs[0]].filter(
		(pull) => pull !== undefined,
	);
}

/** The pull's head, where it looks like our own commit of the lock on the head that ran: we may have been ended after it. */
export async function lockedHead(
	{ cwd }: FlowContext,
	{ remote, lock }: AutoOptions,
	{ pull, run }: { readonly pull: PullRequest; readonly run: WorkflowRun },
): Promise<string | null> {
	if (lock !== "push" || pull.fork || pull.state !== "open" || pull.headSha === run.head.sha) return null;
	const git = await Git.open(cwd);
	try {
		await git.fetchCommit(remote, pull.headSha);
		return (await isLockCommit(git, pull.headSha, run.head.sha)) ? pull.headSha : null;
	} finally {
		git.close();
	}
}
