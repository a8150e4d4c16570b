import { Failure } from "../../kernel/index.ts";
import {
	type CheckOutput,
	COMMENT_MARKER,
	checkOf,
	commentOf,
	headlineOf,
	type LiveRun,
	liveTitle,
	type PlanDocument,
	type PullRequestReport,
	renderFailureCheck,
	summaryWithProgress,
	withProgress,
} from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Board } from "./board.ts";
import type { AutoOutcome } from "./options.ts";
import { type Waiting, waitingWords } from "./waiting.ts";

/** The comment first: who sees the check turn finds it explained. */
export async function published(report: PullRequestReport, board: Board): Promise<AutoOutcome> {
	const output = checkOf(report);
	const comment = await board.tell(commentOf(report));
	const check = await board.conclude(output);
	const { verdict, title } = headlineOf(report);
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

export interface HandedOn {
	readonly waiting: Waiting;
	/** How far that job says it is, of what plan, and the command that asks anew; absent where it says nothing. */
	readonly live?: { readonly plan: PlanDocument; readonly live: LiveRun; readonly askAnew: string } | null;
}

/** The plan is told at once. The check stays open: the job that runs the stages concludes it, and writes the comment anew. */
export async function handOn(
	board: Board,
	report: PullRequestReport,
	{ waiting, live = null }: HandedOn,
): Promise<AutoOutcome> {
	const said = live === null ? waitingWords(waiting) : liveTitle(live.plan, live.live);
	const shown = (text: string, put: typeof withProgress): string => (live === null ? text : put(text, live.plan, live));
	const comment = await board.tell(shown(commentOf(report), withProgress));
	const check = await board.begin(said, shown(checkOf(report).summary, summaryWithProgress));
	return {
		answer: "yes",
		document: report,
		said,
		result: report,
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
