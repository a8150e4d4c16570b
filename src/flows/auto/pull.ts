import { Git } from "../../git/index.ts";
import type { PullRequestEvent } from "../../github/index.ts";
import { Failure } from "../../kernel/index.ts";
import {
	type CheckOutput,
	COMMENT_MARKER,
	type NotRun,
	type PullReport,
	pullHeadline,
	type RunDocument,
	renderCheck,
	renderComment,
	renderFailureCheck,
} from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { compose } from "../report/compose.ts";
import { isSettled, openReview, type Review } from "../report/review.ts";
import { Board } from "./board.ts";
import { executeReview, shareKnown } from "./execute.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";

/** After these the head is another one than before; other actions leave what was said as true as it was. */
const ACTIONS: ReadonlySet<string> = new Set(["opened", "synchronize", "reopened"]);

/** A pull request: plan, run what may run, compare, judge, say so. The check is concluded whatever happens. */
export async function onPullRequest(
	context: FlowContext,
	options: AutoOptions,
	event: PullRequestEvent,
): Promise<AutoOutcome> {
	if (!ACTIONS.has(event.action))
		return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
	const { gitHub, checkName, runUrl, comment } = options;
	const { progress } = context;
	const about = { gitHub, progress, checkName, runUrl, comment, headSha: event.head.sha, pull: event.number };
	const board = new Board(about);
	await board.begin("Looking at what changed");
	try {
		return await judged(context, { options, event, board });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Case {
	readonly options: AutoOptions;
	readonly event: PullRequestEvent;
	readonly board: Board;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	const { board, event, options } = at;
	const head = await mergedHead(context, at);
	const review = await openReview(context, head.base);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(at, review) : null;
		const sides = {
			pull: { number: event.number },
			base: { name: event.base.ref, commit: head.base },
			head: { name: "this PR", commit: event.head.sha },
			links: options.runUrl === null ? {} : { run: options.runUrl },
			warnings: [],
		};
		if (stale && notRun === null && options.run === "elsewhere") {
			const report = await compose(context, review, { ...sides, run: null, notRun: null, merging: null, next: TAKEN });
			return await handOn(board, review, report);
		}
		if (!stale) await shareKnown(context, review);
		const run = stale && notRun === null && !isBlocked(review) ? await executeReview(context, review) : null;
		const report = await compose(context, review, {
			...sides,
			run,
			notRun,
			merging: hasFailed(run) ? null : { rev: head.commit, remote: options.remote },
		});
		context.signal.throwIfAborted();
		return await published(report, board);
	} finally {
		review.workspace.git?.close();
	}
}

/** The comment first: who sees the check turn finds it explained. */
async function published(report: PullReport, board: Board): Promise<AutoOutcome> {
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

const TAKEN = [{ text: "the job that runs it writes the result here" }];

/** The plan is told at once. The check stays open: the job that runs the stages concludes it, and writes the comment anew. */
async function handOn(board: Board, review: Review, report: PullReport): Promise<AutoOutcome> {
	const count = review.plan.stages.filter(({ action }) => action === "run" || action === "maybe").length;
	const said = `${count} ${count === 1 ? "stage waits" : "stages wait"} for a machine to run on`;
	const comment = await board.tell(renderComment(report));
	const check = await board.begin(said, renderCheck(report).summary);
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

/** The commit that was checked out and what it changes: of GitHub's test merge the first parent, else the event's base. */
async function mergedHead(context: FlowContext, { event, options }: Case): Promise<{ commit: string; base: string }> {
	const git = await Git.open(context.cwd);
	const commit = await git.resolve("HEAD");
	const [first, second] = await git.writtenParents(commit);
	const base = second === event.head.sha && first !== undefined ? first : event.base.sha;
	await git.fetchCommit(options.remote, base);
	return { commit, base };
}

/** Why stale stages must not run here; null when they may. Code from elsewhere never runs, nor does that of who may not write. */
async function whyNot({ event, options }: Case, review: Review): Promise<NotRun | null> {
	if (isBlocked(review)) return null;
	if (event.fork) return { reason: "fork", text: null };
	if (options.run === "never") return { reason: "lookup", text: null };
	const may = options.gitHub === null ? "none" : await options.gitHub.permission(event.author);
	return may === "admin" || may === "write" ? null : { reason: "untrusted", text: null };
}

function isBlocked({ plan }: Review): boolean {
	return plan.stages.some(({ action }) => action === "blocked");
}

function hasFailed(run: RunDocument | null): boolean {
	return run?.stages.some(({ outcome }) => outcome === "failed") ?? false;
}

/** The last word on the check, and in the comment when it is the author's to mend. Its own trouble must not hide the cause. */
async function sayFailure({ progress, signal }: FlowContext, board: Board, cause: unknown): Promise<void> {
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
