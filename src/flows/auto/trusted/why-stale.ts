import type { PullRequest, WorkflowRun } from "../../../github/index.ts";
import type { NextStep, NotRun } from "../../../report/index.ts";
import type { Review } from "../../report/review.ts";
import { stagesAsked } from "../asked-stages.ts";
import type { AutoOptions } from "../options.ts";
import { isBlocked, whyNot } from "../why-not.ts";

interface Asked {
	readonly pull: PullRequest;
	readonly run: WorkflowRun;
	readonly ended: boolean;
	readonly review: Review;
	/** The run left a report. */
	readonly claimed: boolean;
}

/** Why stages are stale still: nothing may run, the run goes on, or it ended without them. */
export async function whyStale(
	options: AutoOptions,
	{ pull, run, ended, review, claimed }: Asked,
): Promise<NotRun | null> {
	const forbidden = await whyNot(
		{ ...options, run: "here" },
		{ fork: pull.fork, author: pull.author, head: run.head.sha },
		review,
	);
	if (isBlocked(review)) return null;
	if (run.conclusion === "action_required") return { reason: "policy", text: HELD };
	if (forbidden !== null || !ended) return forbidden;
	switch (run.conclusion) {
		case "cancelled":
			return { reason: "policy", text: "The run was cancelled: run it again to go on from what it had finished." };
		case "timed_out":
			return { reason: "lost", text: "The run took longer than its workflow allows, and was ended." };
		case "skipped":
		case "stale":
			return { reason: "policy", text: "GitHub skipped the run." };
		case "success": {
			const stages = await stagesOf(options, run);
			if (stages.length > 0) return { reason: "policy", text: `Only ${stages.join(", ")} was asked for in this run.` };
			return { reason: "lost", text: claimed ? SILENT : null };
		}
		default:
			return { reason: "lost", text: claimed ? SILENT : null };
	}
}

/** What somebody asked the run for; none: all that is stale. */
async function stagesOf(
	{ gitHub, checkName }: AutoOptions,
	{ head, id, attempt }: WorkflowRun,
): Promise<readonly string[]> {
	return gitHub === null ? [] : stagesAsked({ gitHub, checkName, headSha: head.sha, run: id, attempt });
}

const SILENT =
	"The run's report says nothing of stages that are stale. One that always runs has no result that could be looked up.";
const HELD = "GitHub holds the run back until somebody who may write here approves it.";

/** What a reader can write to go on. */
export function nextAfter(notRun: NotRun | null, run: WorkflowRun, prefix: string): NextStep[] {
	if (notRun === null || run.conclusion === "action_required") return [];
	const command = `${prefix} run ${run.head.sha}`;
	if (notRun.reason === "fork") return [{ text: "somebody who may write here, and has read it, lets it run", command }];
	const again = notRun.reason === "lost" || run.conclusion === "cancelled";
	if (notRun.reason === "policy" && run.conclusion === "success")
		return [{ text: "run the rest", command: `${prefix} run` }];
	return again ? [{ text: "run it again", command: `${prefix} retry` }] : [];
}
