import { type JointClaim, jointAbout } from "../../claim/index.ts";
import { Git } from "../../git/index.ts";
import type { MergeGroupEvent } from "../../github/index.ts";
import type { Disbelief, NotRun, PullReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { readPolicy } from "../gate.ts";
import { type Circumstances, compose } from "../report/compose.ts";
import { isSettled, openReview, type Review } from "../report/review.ts";
import { Board } from "./board.ts";
import { checkNameFor } from "./check-name.ts";
import { executeReview } from "./execute.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";
import { allOf, eachProject, type Part, projectsOf } from "./projects.ts";
import { claimOf, type FoundClaim, NOTHING_YET } from "./trusted/claim-of.ts";
import { claimedRun } from "./trusted/claimed-run.ts";
import { reviewed, tornWords } from "./trusted/part.ts";
import { handOn, published, sayFailure, TAKEN } from "./verdict.ts";
import { isWaiting, NOTHING_WAITS, openStages } from "./waiting.ts";
import { type WaiverScope, waivingIn } from "./waivers/settle.ts";
import { hasFailed, isBlocked } from "./why-not.ts";

/**
 * The merge queue asks: the answer is looked up by content, in seconds. Where the main line has moved so that inputs are
 * not the ones that were run with, it is no, with the stages and what differs, unless `queue: run` in mainline.yaml of the base
 * branch lets them run: here, or in a job that follows and leaves a report, as a pull request's does.
 */
export async function onMergeGroup(
	context: FlowContext,
	options: AutoOptions,
	event: MergeGroupEvent,
): Promise<AutoOutcome> {
	if (event.action !== ASKED) return nothing(`\`${event.action}\` of a merge group asks nothing`);
	const { gitHub, runUrl } = options;
	const base = event.base.ref.replace(/^refs\/heads\//, "");
	const checkName = checkNameFor(options.checkName, base, event.repository.defaultBranch);
	const { progress } = context;
	const about = { gitHub, progress, checkName, runUrl, comment: false, headSha: event.head.sha, pull: null };
	const board = new Board(about);
	await board.begin("Looking it up");
	try {
		const git = await Git.open(context.cwd);
		await git.fetchCommit(options.remote, event.base.sha);
		git.close();
		return await judged(context, { options, event, base, checkName, board });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

const ASKED = "checks_requested";

interface Case {
	readonly options: AutoOptions;
	readonly event: MergeGroupEvent;
	/** The branch that the group goes to. */
	readonly base: string;
	/** Of the queue's check. */
	readonly checkName: string;
	readonly board: Board;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	// one report for all of them, looked for when the first needs it
	let left: Promise<FoundClaim> | null = null;
	const reportLeft = (): Promise<FoundClaim> => (left ??= leftByRun(at));
	const queued = await queuedPull(context, at);
	const looked = await eachProject(await projectsOf(context), (project) =>
		partOf(project.context, {
			...at,
			path: project.path,
			left: reportLeft,
			scope: queued === null ? null : { ...queued, project },
		}),
	);
	const links = at.options.runUrl === null ? {} : { run: at.options.runUrl };
	const { report, waiting } = allOf(looked, { notes: [], links });
	context.signal.throwIfAborted();
	return isWaiting(waiting) ? handOn(at.board, report, { waiting }) : published(report, at.board);
}

interface PartCase extends Case {
	readonly path: string;
	/** Whose waivers count; null: nobody's. */
	readonly scope: WaiverScope | null;
	/** What a job of this very workflow run has left. */
	readonly left: () => Promise<FoundClaim>;
}

async function partOf(context: FlowContext, at: PartCase): Promise<Part> {
	const { options, event } = at;
	const known = await openReview(context, event.base.sha);
	try {
		const may = !isSettled(known) && !isBlocked(known) && (await mayQueueRun(known));
		const { found, lie } = may ? await at.left() : NOTHING_YET;
		if (may && found === null && lie.length === 0 && options.run === "elsewhere") {
			const report = await told(context, at, { review: known, notRun: null, next: TAKEN });
			return { report, waiting: openStages(known) };
		}
		if (found !== null)
			return { report: await judgedByClaim(context, at, { claim: found, lie }), waiting: NOTHING_WAITS };
		const run = may && options.run === "here" ? (await executeReview(context, known)).document : null;
		const open = run === null && !isSettled(known) && !isBlocked(known);
		const notRun = !open || lie.length > 0 ? null : may ? LOST : LOOKED_UP;
		const report = await told(context, at, {
			review: known,
			run,
			...(lie.length === 0 ? {} : { disbelieved: lie }),
			notRun,
			...(notRun === LOOKED_UP ? { next: [UPDATE] } : {}),
		});
		return { report, waiting: NOTHING_WAITS };
	} finally {
		known.workspace.git?.close();
	}
}

/** By the policy of the branch that the group goes to: the group's own says nothing about it. */
export async function mayQueueRun({ base }: Review): Promise<boolean> {
	return base !== null && (await readPolicy(base.tree)).queue === "run";
}

/** What a job of this very workflow run has left. */
function leftByRun({ options, event }: Case): Promise<FoundClaim> {
	const { gitHub, workflowRun } = options;
	if (gitHub === null) return Promise.resolve(NOTHING_YET);
	return claimOf(gitHub, { ...workflowRun, head: { branch: event.head.ref, sha: event.head.sha } });
}

/** What the job that ran the group claims is checked as a pull request's claim is. */
async function judgedByClaim(
	context: FlowContext,
	at: PartCase,
	{ claim: whole, lie }: { readonly claim: JointClaim; readonly lie: readonly Disbelief[] },
): Promise<PullReport> {
	const { event, options, path } = at;
	const { head, base } = event;
	const claim = jointAbout(whole, path);
	const stood = claim.base === base.sha ? [] : [{ address: null, why: `it stands on ${claim.base.slice(0, 7)}` }];
	const { review, evidence } = await reviewed(context, {
		run: options.workflowRun,
		ground: { commit: head.sha, base: base.sha, tip: base.sha },
		claim: stood.length === 0 ? claim : null,
		own: "written",
	});
	try {
		await evidence?.accept(review);
		const disbelieved = [...lie, ...stood, ...(evidence?.disbelieved(review) ?? [])];
		const run = evidence === null ? null : claimedRun(claim, review, disbelieved);
		const fine = isSettled(review) || isBlocked(review) || disbelieved.length > 0 || hasFailed(run);
		const warnings = evidence === null ? [] : tornWords(evidence, review);
		const about = { review, run, results: "recorded" as const, disbelieved, notRun: fine ? null : LOST, warnings };
		return await told(context, at, about);
	} finally {
		review.workspace.git?.close();
		await evidence?.end();
	}
}

type Told = { readonly review: Review } & Pick<Circumstances, "notRun"> &
	Partial<Pick<Circumstances, "run" | "results" | "disbelieved" | "next" | "warnings">>;

async function told(context: FlowContext, at: PartCase, { review, run = null, ...more }: Told): Promise<PullReport> {
	const { event, base, options, scope } = at;
	return compose(context, review, {
		pull: null,
		base: { name: base, commit: event.base.sha, found: "queue" },
		head: { name: "the queue", commit: event.head.sha },
		merging: null,
		links: options.runUrl === null ? {} : { run: options.runUrl },
		warnings: [],
		waived: waivingIn(context, scope),
		run,
		...more,
	});
}

/** Whose waivers count: the pull request that the queue's branch is called after. Its head is brought in, to look for them. */
async function queuedPull(
	{ cwd }: FlowContext,
	{ options, checkName, event: { head, base } }: Case,
): Promise<Omit<WaiverScope, "project"> | null> {
	const { gitHub, teams, remote } = options;
	const [, number] = /\/pr-(\d{1,10})-[0-9a-f]+$/.exec(head.ref) ?? [];
	if (gitHub === null || number === undefined) return null;
	const pull = await gitHub.pullRequest(Number(number));
	const git = await Git.open(cwd);
	await git.fetchCommit(remote, pull.headSha);
	git.close();
	return { gitHub, teams, checkName, pull, head: pull.headSha, base: base.sha, keeps: false };
}

const UPDATE = { text: "update the pull request, so that its own run makes these results" };

const LOOKED_UP: NotRun = {
	reason: "lookup",
	text: "Together with what merged before it, the inputs are not the ones that the pull request ran with; the queue trains nothing.",
};

const LOST: NotRun = {
	reason: "lost",
	text: "The queue may run what nobody knows, and no job of it left these results.",
};
