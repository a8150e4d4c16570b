import type { GitHub, IssueCommentEvent, PullRequest, WorkflowRun } from "../../../github/index.ts";
import { approvalName } from "../why-not.ts";
import { hasSeen } from "./authority.ts";
import type { Reply } from "./reply.ts";

/** The file of the untrusted lane, as `mainline init` names it. */
const UNTRUSTED_WORKFLOW = "mainline-pull-request.yml";

export interface AboutPull {
	readonly gitHub: GitHub;
	readonly event: IssueCommentEvent;
	readonly pull: PullRequest;
	readonly checkName: string;
}

type OfPull = Pick<AboutPull, "gitHub" | "pull">;

/** For the pull's head, the newest first. */
function runsOf({ gitHub, pull }: OfPull): Promise<WorkflowRun[]> {
	return gitHub.workflowRuns({ workflow: UNTRUSTED_WORKFLOW, sha: pull.headSha, event: "pull_request" });
}

/** The newest run for the pull's head; null where none has begun. */
export async function newestRun(about: OfPull): Promise<WorkflowRun | null> {
	return (await runsOf(about))[0] ?? null;
}

/** Begins the run of a pull's head anew, or lets one begin that waits. A fork's code is let run for this one commit, by name. */
export async function runAgain(about: AboutPull, sha: string | null): Promise<Reply> {
	const { gitHub, event, pull, checkName } = about;
	const unseen = await hasSeen(about, sha);
	if (unseen !== null) return { kind: "refused", said: unseen, text: null };
	const run = await newestRun(about);
	if (run === null) return { kind: "refused", said: "no run of it has begun yet", text: null };
	if (run.status !== "completed") return { kind: "done", said: `it is at work already: ${run.url}`, text: null };
	const { headSha } = await gitHub.pullRequest(pull.number);
	if (headSha !== pull.headSha) return { kind: "refused", said: "its head has changed just now", text: null };
	if (pull.fork) {
		await gitHub.checkRun({
			name: approvalName(checkName),
			headSha,
			status: "completed",
			conclusion: "success",
			output: {
				title: `Let run by ${event.sender}`,
				summary: `The code of \`${headSha}\` was read by ${event.sender}.`,
			},
		});
	}
	if (run.conclusion === "action_required") await gitHub.approveRun(run);
	else await gitHub.rerun(run);
	return { kind: "done", said: `${headSha.slice(0, 7)} runs: ${run.url}`, text: null };
}

/** Ends what runs for the pull's head. What a stage had finished stays on its machine. */
export async function cancelRuns(about: OfPull): Promise<Reply> {
	const running = (await runsOf(about)).filter(({ status }) => status !== "completed");
	for (const { id } of running) await about.gitHub.cancelRun(id);
	if (running.length === 0) return { kind: "refused", said: "nothing of it runs", text: null };
	return { kind: "done", said: "the run is being ended; stages that had finished are kept on its machine", text: null };
}
