import type { PullRequest, WorkflowRun } from "../../../github/index.ts";
import type { NextStep, NotRun } from "../../../report/index.ts";
import type { Review } from "../../report/review.ts";
import { stagesAsked } from "../asked-stages.ts";
import type { AutoOptions } from "../options.ts";
import type { ProjectName } from "../projects.ts";
import { nameWithin } from "../stage-names.ts";
import { isBlocked, whyNot } from "../why-not.ts";
import { CLAIM_ARTIFACT } from "./claim-of.ts";

interface Asked {
	readonly pull: PullRequest;
	readonly run: WorkflowRun;
	readonly ended: boolean;
	readonly review: Review;
	readonly place: ProjectName;
	/** Names of the reports that the run left. */
	readonly reports: readonly string[];
}

/** Why stages are stale still: nothing may run, the run goes on, or it ended without them. */
export async function whyStale(
	options: AutoOptions,
	{ pull, run, ended, review, place, reports }: Asked,
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
			if (stages.length === 0) return { reason: "lost", text: silence(reports) };
			const only = `Only ${stages.join(", ")} was asked for in this run`;
			return {
				reason: "policy",
				text: broughtNone(stages, { place, review }) ? `${only}, and no job brought it.` : `${only}.`,
			};
		}
		default:
			return { reason: "lost", text: silence(reports) };
	}
}

/** What reports leave open, of a run that should have brought all; null where there is none. */
function silence(reports: readonly string[]): string | null {
	if (reports.length === 0) return null;
	if (reports.every((name) => name === CLAIM_ARTIFACT.name)) return SILENT;
	const names = reports.slice(0, 8).map((name) => `\`${name}\``);
	return `Reports came as ${names.join(", ")}. ${NOBODYS}`;
}

/** Whether nothing came of any of the stages that were asked for, though there are such. */
function broughtNone(asked: readonly string[], { place, review }: Pick<Asked, "place" | "review">): boolean {
	const names = new Set(asked.map((name) => nameWithin(place.path, name)));
	const here = review.plan.stages.filter(({ stage }) => names.has(stage.address) || names.has(stage.name ?? ""));
	return here.length > 0 && here.every(({ action }) => action === "run" || action === "maybe");
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
const NOBODYS =
	"None brings the stages that are stale: a job ended before it left its report, or no job's `stages` name them. One that always runs has no result that could be looked up.";
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
