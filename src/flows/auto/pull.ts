import type { PullRequestEvent } from "../../github/index.ts";
import type { NotRun, PullReport, PullRequestReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { compose } from "../report/compose.ts";
import { isSettled, openReview } from "../report/review.ts";
import { shareTimes } from "../times/shared.ts";
import { Board } from "./board.ts";
import { checkNameFor } from "./check-name.ts";
import { executeReview, shareKnown } from "./execute.ts";
import { refuseForeignSettings } from "./foreign-settings.ts";
import { runLive } from "./live/run.ts";
import { mergedHead } from "./merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";
import { allOf, eachProject, type Part, type ProjectName, type ProjectPlace, projectsOf } from "./projects.ts";
import { handOn, published, sayFailure, TAKEN } from "./verdict.ts";
import { isWaiting, NOTHING_WAITS, openQuestions, openStages } from "./waiting.ts";
import { type WaiverScope, waivingIn } from "./waivers/settle.ts";
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
		return await judged(context, { options, event, board, checkName });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Case {
	readonly options: AutoOptions;
	readonly event: PullRequestEvent;
	readonly board: Board;
	/** Of this pull's check. */
	readonly checkName: string;
}

async function judged(asked: FlowContext, at: Case): Promise<AutoOutcome> {
	const { board, event, options } = at;
	const context = { ...asked, confined: event.fork };
	const head = await mergedHead(context, options.remote, event);
	await refuseForeignSettings(context, options, { event, merged: head });
	const notes = { notes: [], links: linksOf(options) };
	const looked = await eachProject<Part>(await projectsOf(context), (project, before) => {
		const among = (report: PullReport): PullRequestReport =>
			allOf([...before, { path: project.path, kind: "found", found: { report, waiting: NOTHING_WAITS } }], notes)
				.report;
		return partOf(project, at, { ...head, among });
	});
	const { report, waiting } = allOf(looked, notes);
	context.signal.throwIfAborted();
	return isWaiting(waiting) ? handOn(board, report, { waiting }) : published(report, board);
}

interface Head {
	readonly commit: string;
	readonly base: string;
	/** A report of this project beside those of the projects before it. */
	readonly among: (report: PullReport) => PullRequestReport;
}

async function partOf(project: ProjectPlace, at: Case, head: Head): Promise<Part> {
	const { options, event, board } = at;
	const { context } = project;
	const review = await openReview(context, head.base);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const sides = {
			pull: { number: event.number },
			base: { name: event.base.ref, commit: head.base, found: "merge" as const },
			head: { name: "this PR", commit: event.head.sha },
			links: linksOf(options),
			warnings: [],
		};
		const plannedReport = (): Promise<PullReport> =>
			compose(context, review, { ...sides, run: null, notRun: null, merging: null, next: TAKEN });
		if (stale && notRun === null && options.run === "elsewhere") {
			return { report: await plannedReport(), waiting: openStages(review) };
		}
		// what a fork says is known is nothing that everybody should find
		if (!stale && !event.fork) await shareKnown(context, review);
		const runs = stale && notRun === null && !isBlocked(review);
		const live = { board, plan: review.document, report: async () => head.among(await plannedReport()) };
		const run = runs ? (await runLive(context, live, (watched) => executeReview(watched, review))).document : null;
		if (run !== null) await shareTimes(context, review, { run: options.workflowRun, stages: run.stages });
		// where its stages ran, its server may
		const whyUnasked = async (): Promise<NotRun | null> =>
			run === null ? whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const mayStart = async (): Promise<boolean> => (await whyUnasked()) === null;
		const startsHere = options.run === "here";
		const report = await compose(context, review, {
			...sides,
			run,
			notRun,
			waived: waivingIn(context, waiverScope(at, head, project)),
			merging: hasFailed(run)
				? null
				: { rev: head.commit, remote: options.remote, onlyNew: true, ...(startsHere ? { mayStart } : {}) },
		});
		const questions = openQuestions(report);
		if (!isWaiting(questions)) return { report, waiting: NOTHING_WAITS };
		const unasked = await whyUnasked();
		if (unasked !== null) return { report: { ...report, notRun: unasked }, waiting: NOTHING_WAITS };
		return { report, waiting: questions };
	} finally {
		review.workspace.git?.close();
	}
}

/** A gate of the pull request may be waived where GitHub can be asked who did. */
function waiverScope(
	{ options, event, checkName }: Case,
	{ base }: { readonly base: string },
	project: ProjectName,
): WaiverScope | null {
	const { gitHub, teams } = options;
	const pull = { number: event.number, author: event.author };
	return gitHub === null ? null : { gitHub, teams, checkName, pull, head: event.head.sha, base, keeps: true, project };
}

function linksOf({ runUrl }: AutoOptions): PullReport["links"] {
	return runUrl === null ? {} : { run: runUrl };
}
