import type { PullRequestEvent } from "../../github/index.ts";
import type { PullReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { compose } from "../report/compose.ts";
import { isSettled, openReview } from "../report/review.ts";
import { shareTimes } from "../times/shared.ts";
import { Board } from "./board.ts";
import { checkNameFor } from "./check-name.ts";
import { executeReview, shareKnown } from "./execute.ts";
import { runLive } from "./live/run.ts";
import { mergedHead } from "./merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";
import { handOn, published, sayFailure, TAKEN } from "./verdict.ts";
import { hasFailed, isBlocked, whyNot } from "./why-not.ts";

/** After these the head is another one than before; other actions leave what was said as true as it was. */
export const ACTIONS: ReadonlySet<string> = new Set(["opened", "synchronize", "reopened"]);

/** A pull request: plan, run what may run, compare, judge, say so. The check is concluded whatever happens. */
export async function onPullRequest(
	context: FlowContext,
	options: AutoOptions,
	event: PullRequestEvent,
): Promise<AutoOutcome> {
	if (!ACTIONS.has(event.action))
		return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
	const { gitHub, runUrl, comment } = options;
	const checkName = checkNameFor(options.checkName, event.base.ref, event.repository.defaultBranch);
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
	const head = await mergedHead(context, options.remote, event);
	const review = await openReview(context, head.base);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const sides = {
			pull: { number: event.number },
			base: { name: event.base.ref, commit: head.base },
			head: { name: "this PR", commit: event.head.sha },
			links: options.runUrl === null ? {} : { run: options.runUrl },
			warnings: [],
		};
		const plannedReport = (): Promise<PullReport> =>
			compose(context, review, { ...sides, run: null, notRun: null, merging: null, next: TAKEN });
		if (stale && notRun === null && options.run === "elsewhere") {
			const report = await plannedReport();
			return await handOn(board, { review }, report);
		}
		if (!stale) await shareKnown(context, review);
		const runs = stale && notRun === null && !isBlocked(review);
		const live = { board, plan: review.document, report: plannedReport };
		const run = runs ? (await runLive(context, live, (watched) => executeReview(watched, review))).document : null;
		if (run !== null) await shareTimes(context, review, { run: options.workflowRun, stages: run.stages });
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
