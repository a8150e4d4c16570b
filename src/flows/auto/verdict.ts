import { Failure } from "../../kernel/index.ts";
import {
	type CheckOutput,
	COMMENT_MARKER,
	type LiveRun,
	liveTitle,
	type PullReport,
	pullHeadline,
	renderCheck,
	renderComment,
	renderFailureCheck,
	summaryWithProgress,
	withProgress,
} from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Review } from "../report/review.ts";
import type { Board } from "./board.ts";
import type { AutoOutcome } from "./options.ts";

/** The comment first: who sees the check turn finds it explained. */
export async function published(report: PullReport, board: Board): Promise<AutoOutcome> {
	const output = renderCheck(report);
	const comment = await board.tell(renderComment(report));
	const check = await board.conclude(output);
	const { verdict, title } = pullHeadline(report);
	return {
		answer: verdict === "failed" || verdict === "waits" ? "no" : "yes",
		document: report,
		said: title,
		result: report,
		check: check === null ? null : { url: check.url, conclusion: output.conclusion },
		comment: comment === null ? null : { url: comment.url, action: comment.action },
		runElsewhere: false,
	};
}

/** The next step while a run goes on. */
export const TAKEN = [{ text: "the job that runs it writes the result here" }];

/** How much waits for another job. */
export function waitingWords({ plan }: Review): string {
	const count = plan.stages.filter(({ action }) => action === "run" || action === "maybe").length;
	return `${count} ${count === 1 ? "stage waits" : "stages wait"} for a machine to run on`;
}

/** The plan is told at once. The check stays open: the job that runs the stages concludes it, and writes the comment anew. */
export async function handOn(
	board: Board,
	{ review, live = null }: { readonly review: Review; readonly live?: LiveRun | null },
	report: PullReport,
): Promise<AutoOutcome> {
	const { document: plan } = review;
	const said = live === null ? waitingWords(review) : liveTitle(plan, live);
	const shown = (text: string, put: typeof withProgress): string =>
		live === null ? text : put(text, plan, { live, told: true });
	const comment = await board.tell(shown(renderComment(report), withProgress));
	const check = await board.begin(said, shown(renderCheck(report).summary, summaryWithProgress));
	return {
		answer: "yes",
		document: review.document,
		said,
		result: review.document,
		check: check === null ? null : { url: check.url, conclusion: "" },
		comment: comment === null ? null : { url: comment.url, action: comment.action },
		runElsewhere: true,
	};
}

/** The last word on the check, and in the comment when it is the author's to mend. Its own trouble must not hide the cause. */
export async function sayFailure({ progress, signal }: FlowContext, board: Board, cause: unknown): Promise<void> {
	const output = signal.aborted ? CANCELLED : cause instanceof Failure ? renderFailureCheck(cause) : OUR_FAULT;
	try {
		if (cause instanceof Failure && cause.kind === "input" && !signal.aborted) await board.tell(failureComment(output));
		await board.conclude(output);
	} catch (failure) {
		progress.warn(`the check could not be concluded: ${failure instanceof Error ? failure.message : String(failure)}`);
	}
}

function failureComment({ summary }: CheckOutput): string {
	return `${COMMENT_MARKER}\n## ❌ Mainline: the project cannot be read\n\n${summary}\n`;
}

const CANCELLED: CheckOutput = {
	conclusion: "cancelled",
	title: "Cancelled",
	summary: "The run was cancelled. What it had finished is saved: running it again goes on from there.",
	annotations: [],
};

const OUR_FAULT: CheckOutput = {
	conclusion: "failure",
	title: "Mainline itself failed",
	summary: "This is a bug of Mainline, not of this pull request. The job's log has the details; please report it.",
	annotations: [],
};
