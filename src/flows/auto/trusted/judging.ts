import type { Claim } from "../../../claim/index.ts";
import type { GitHub, PullRequest, WorkflowRun, WorkflowRunEvent } from "../../../github/index.ts";
import { badInput, Failure } from "../../../kernel/index.ts";
import { type Disbelief, type PullReport, renderCheck } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { compose } from "../../report/compose.ts";
import { type Hearsay, isSettled, openCommitReview, type Review } from "../../report/review.ts";
import { Board } from "../board.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "../options.ts";
import { handOn, published, sayFailure, TAKEN } from "../verdict.ts";
import { hasFailed, isBlocked, mayNot } from "../why-not.ts";
import { claimOf, NOTHING_YET } from "./claim-of.ts";
import { claimedRun } from "./claimed-run.ts";
import { Evidence } from "./evidence.ts";
import { type Ground, movedOn, openGround } from "./ground.ts";
import { pullOf } from "./pull-of.ts";
import { pushLock } from "./push-lock.ts";
import { nextAfter, whyStale } from "./why-stale.ts";

/**
 * A run of the untrusted lane began or ended: what it claims is checked, what can be known without it is worked out anew
 * from the pull request's files, and comment and check are written. Code of the pull request is read here, as data, and
 * never run; gates and everything that says where to look are the default branch's. The check is concluded whatever happens.
 */
export async function onWorkflowRun(
	context: FlowContext,
	options: AutoOptions,
	{ run, action }: WorkflowRunEvent,
): Promise<AutoOutcome> {
	if (run.event !== "pull_request") return nothing(`a run on \`${run.event}\` makes nothing that is judged here`);
	return judgeRun(context, options, { run, ended: action === "completed" });
}

/** Judges the pull request of a run as it stands. */
export async function judgeRun(
	context: FlowContext,
	options: AutoOptions,
	{ run, ended }: { readonly run: WorkflowRun; readonly ended: boolean },
): Promise<AutoOutcome> {
	const { gitHub, checkName, comment } = options;
	if (gitHub === null) throw noToken();
	const { pull, locked } = await pullOf(context, options, { gitHub, run });
	if (pull === null) return nothing(`no pull request has ${run.head.sha.slice(0, 7)} as its head`);
	const [newest] = await gitHub.workflowRuns({ workflow: run.workflowId, sha: run.head.sha, event: run.event });
	if (newest !== undefined && (newest.id > run.id || (newest.id === run.id && newest.attempt > run.attempt)))
		return nothing(`a newer run looks after ${run.head.sha.slice(0, 7)}: it has the word`);
	const { progress } = context;
	const about = { gitHub, progress, checkName, comment, headSha: run.head.sha, pull: pull.number, runUrl: run.url };
	const board = new Board(about);
	await board.begin("Looking at what changed");
	try {
		return await judged(context, { options, gitHub, board, run, pull, locked, ended });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Case {
	readonly options: AutoOptions;
	readonly gitHub: GitHub;
	readonly board: Board;
	readonly run: WorkflowRun;
	readonly pull: PullRequest;
	/** The pull's head, where it is our own commit of the lock on the head that ran. */
	readonly locked: string | null;
	readonly ended: boolean;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	const { found, lie } = at.ended ? await claimOf(at.gitHub, at.run) : NOTHING_YET;
	const { remote } = at.options;
	const ground = await openGround(context, { pull: at.pull, head: at.run.head.sha, remote, base: found?.base ?? null });
	const refused = ground.refused ?? (found === null ? null : await unasked(at));
	const lies = refused === null ? lie : [...lie, { address: null, why: refused }];
	const claim = refused === null ? found : null;
	const { review, evidence } = await reviewed(context, { run: at.run, ground, claim });
	try {
		await evidence?.accept(review);
		const report = await reported(context, { ...at, ground, review, evidence, lies });
		context.signal.throwIfAborted();
		const goesOn = !at.ended && !isSettled(review) && report.notRun === null && !isBlocked(review);
		if (goesOn) return await handOn(at.board, review, report);
		const outcome = await published(report, at.board);
		if (isSettled(review) && at.options.lock === "push") await withLock(context, { ...at, review }, report);
		return outcome;
	} finally {
		review.workspace.git?.close();
		await evidence?.end();
	}
}

/** What code has made that nobody let run counts for nothing, however it came to run. */
async function unasked({ options, pull, run }: Case): Promise<string | null> {
	const proposal = { fork: pull.fork, author: pull.author, head: run.head.sha };
	const forbidden = await mayNot({ ...options, run: "here" }, proposal);
	return forbidden === null ? null : "nobody who may write here let this commit run";
}

/**
 * The true lock on the branch makes a new head, which no workflow looks at when a workflow's own token made it: the verdict
 * goes there, too. The verdict does not depend on it: what goes wrong is said.
 */
async function withLock(context: FlowContext, at: Case & Pick<Reviewed, "review">, report: PullReport): Promise<void> {
	const { gitHub, pull, run, options, locked, review } = at;
	const { progress } = context;
	try {
		const commit = locked ?? (await pushLock(context, review, { gitHub, pull, head: run.head.sha, runUrl: run.url }));
		if (commit === null) return;
		const { checkName } = options;
		const about = { gitHub, progress, checkName, comment: false, pull: null, runUrl: run.url };
		await new Board({ ...about, headSha: commit }).conclude(renderCheck(report));
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
		progress.warn(`dvc.lock was not brought up to date: ${failure.message}${hint}`);
	}
}

interface Reviewed {
	readonly review: Review;
	/** Null without a claim. */
	readonly evidence: Evidence | null;
}

/** Plans the pull request's merge with what is claimed; what turns out not to lie at the remote is left out the second time. */
async function reviewed(
	context: FlowContext,
	{ run, ground, claim }: { readonly run: WorkflowRun; readonly ground: Ground; readonly claim: Claim | null },
): Promise<Reviewed> {
	const { commit, base } = ground;
	if (claim === null) {
		return {
			review: await openCommitReview(context, { commit, base, hearsay: (observer) => observer }),
			evidence: null,
		};
	}
	let evidence: Evidence | null = null;
	const hearsay: Hearsay = async (observer, { remote }) => {
		evidence ??= await Evidence.fetch(claim, remote?.claims(run.id) ?? null);
		return evidence.hearsay(observer);
	};
	for (;;) {
		const review = await openCommitReview(context, { commit, base, hearsay });
		if (evidence === null) throw new Error("a review did not look at what is claimed");
		if (await (evidence as Evidence).check(review)) return { review, evidence };
		review.workspace.git?.close();
	}
}

interface Told extends Case, Reviewed {
	readonly ground: Ground;
	/** What is wrong with the report as a whole. */
	readonly lies: readonly Disbelief[];
}

async function reported(context: FlowContext, told: Told): Promise<PullReport> {
	const { review, evidence, ground, pull, run, lies } = told;
	const disbelieved = [...lies, ...(evidence?.disbelieved(review) ?? [])];
	const claimed = evidence === null ? null : claimedRun(evidence.claim, review, disbelieved);
	const notRun =
		isSettled(review) || disbelieved.length > 0 || hasFailed(claimed)
			? null
			: await whyStale(told.options, { ...told, claimed: evidence !== null });
	const moved = told.ended ? await movedOn(context, ground, pull) : null;
	return compose(context, review, {
		pull: { number: pull.number },
		base: { name: pull.baseRef, commit: ground.base, behind: ground.behind },
		head: { name: "this PR", commit: run.head.sha },
		run: claimed,
		results: "recorded",
		disbelieved,
		notRun,
		// by the base's policy: which registry is asked is not the pull request's to say
		merging: isSettled(review) ? { rev: ground.commit, remote: told.options.remote, policy: ground.base } : null,
		links: { run: run.url },
		warnings: moved === null ? [] : [moved],
		next: notRun === null && !told.ended && !isSettled(review) ? TAKEN : nextAfter(notRun, run),
	});
}

function noToken(): Error {
	return badInput("missing-token", "the trusted lane has no token", {
		expected: "a token that may write checks and comments",
		hint: "leave out `token:` in the workflow: the job's own is the default",
	});
}
