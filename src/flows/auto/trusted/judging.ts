import type { Claim } from "../../../claim/index.ts";
import type { GitHub, PullRequest, WorkflowRun, WorkflowRunEvent } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { type Disbelief, type PullReport, renderCheck } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { compose } from "../../report/compose.ts";
import { type Hearsay, isSettled, type Locks, openCommitReview, type Review } from "../../report/review.ts";
import { unknownLocks } from "../../report/truth.ts";
import { Board } from "../board.ts";
import { checkNameFor, isCheckName } from "../check-name.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, nothing } from "../options.ts";
import { handOn, published, sayFailure, TAKEN } from "../verdict.ts";
import { hasFailed, isBlocked, mayNot } from "../why-not.ts";
import { claimOf, NOTHING_YET } from "./claim-of.ts";
import { claimedRun } from "./claimed-run.ts";
import { Evidence } from "./evidence.ts";
import { type Ground, movedOn, openGround } from "./ground.ts";
import { lockedHead, pullsOf } from "./pull-of.ts";
import { type LockPush, pushLock, trueLock } from "./push-lock.ts";
import { nextAfter, whyStale } from "./why-stale.ts";

/**
 * A run of the untrusted lane began or ended: what it claims is checked, what can be known without it is worked out anew
 * from the pull request's files, and comment and check are written. Code of the pull request is read here, as data, and
 * never run; gates and everything that says where to look are the default branch's. The check is concluded whatever happens.
 */
export async function onWorkflowRun(
	context: FlowContext,
	options: AutoOptions,
	{ run, action, repository }: WorkflowRunEvent,
): Promise<AutoOutcome> {
	if (run.event !== "pull_request") return nothing(`a run on \`${run.event}\` makes nothing that is judged here`);
	return judgeRun(context, options, { run, ended: action === "completed", mainLine: repository.defaultBranch });
}

export interface RunOrder {
	readonly run: WorkflowRun;
	readonly ended: boolean;
	/** The default branch. */
	readonly mainLine: string;
}

/** Judges the pull requests of a run as they stand: one for each branch that its head is proposed to. */
export async function judgeRun(context: FlowContext, options: AutoOptions, order: RunOrder): Promise<AutoOutcome> {
	const gitHub = neededGitHub(options, "the trusted lane");
	const { sha } = order.run.head;
	const [newest] = await gitHub.workflowRuns({ workflow: order.run.workflowId, sha, event: order.run.event });
	const same = newest?.id === order.run.id;
	if (newest !== undefined && (newest.id > order.run.id || (same && newest.attempt > order.run.attempt)))
		return nothing(`a newer run looks after ${sha.slice(0, 7)}: it has the word`);
	// an event may come late: what it says of the run's state is less than GitHub knows now
	const over = same && newest?.status === "completed";
	const run = over ? newest : order.run;
	const ended = order.ended || over;
	const pulls = await pullsOf(gitHub, run, order.mainLine);
	const judgements: PromiseSettledResult<AutoOutcome>[] = [];
	for (const pull of pulls) {
		const checkName = checkNameFor(options.checkName, pull.baseRef, order.mainLine);
		// what is wrong with one of them must not leave the check of another open
		judgements.push(
			...(await Promise.allSettled([judgePull(context, { options, gitHub, checkName, run, pull, ended })])),
		);
	}
	for (const each of judgements) if (each.status === "rejected") throw each.reason;
	const names = pulls.map(({ baseRef }) => checkNameFor(options.checkName, baseRef, order.mainLine));
	if (ended && pulls.length > 0) await endOthers(context, options, { gitHub, run, names });
	const [first] = judgements.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
	return first ?? ofNobody(context, options, { gitHub, run });
}

/** A check that was begun is concluded, though there is no pull request any more that it could be about. */
async function ofNobody(
	{ progress }: FlowContext,
	{ checkName }: AutoOptions,
	{ gitHub, run }: { readonly gitHub: GitHub; readonly run: WorkflowRun },
): Promise<AutoOutcome> {
	const { sha: headSha } = run.head;
	const said = `no pull request has ${headSha.slice(0, 7)} as its head`;
	const seen = await gitHub.lastCheck({ headSha, name: checkName });
	if (seen !== null && seen.conclusion === null) {
		const board = new Board({ gitHub, progress, checkName, comment: false, headSha, pull: null, runUrl: run.url });
		await board.conclude({ conclusion: "cancelled", title: "Nothing to judge", summary: `${said}.`, annotations: [] });
	}
	return nothing(said);
}

/** A pull request may go to another branch since its run began: the check that was called after the old one is nobody's. */
async function endOthers(
	{ progress }: FlowContext,
	{ checkName }: AutoOptions,
	{ gitHub, run, names }: { readonly gitHub: GitHub; readonly run: WorkflowRun; readonly names: readonly string[] },
): Promise<void> {
	const { sha: headSha } = run.head;
	const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
	for (const name of open.filter((each) => !names.includes(each))) {
		const board = new Board({
			gitHub,
			progress,
			checkName: name,
			comment: false,
			headSha,
			pull: null,
			runUrl: run.url,
		});
		const summary = "The pull request goes to another branch now, and has its check by that name.";
		await board.conclude({ conclusion: "cancelled", title: "Nothing to judge", summary, annotations: [] });
	}
}

async function judgePull(context: FlowContext, at: Omit<Case, "board" | "locked">): Promise<AutoOutcome> {
	const { options, gitHub, checkName, run, pull } = at;
	const { progress } = context;
	const { comment } = options;
	const about = { gitHub, progress, checkName, comment, headSha: run.head.sha, pull: pull.number, runUrl: run.url };
	const board = new Board(about);
	await board.begin("Looking at what changed");
	try {
		const locked = await lockedHead(context, options, { pull, run });
		return await judged(context, { ...at, board: new Board({ ...about, ownHead: locked }), locked });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Case {
	readonly options: AutoOptions;
	readonly gitHub: GitHub;
	/** Of this pull's check. */
	readonly checkName: string;
	readonly board: Board;
	readonly run: WorkflowRun;
	readonly pull: PullRequest;
	/** The pull's head, where it is our own commit of the lock on the head that ran. */
	readonly locked: string | null;
	readonly ended: boolean;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	const { options, pull, run } = at;
	const forbidden = await mayNot(
		{ ...options, run: "here" },
		{ fork: pull.fork, author: pull.author, head: run.head.sha },
	);
	const { found, lie } = at.ended ? await claimOf(at.gitHub, run) : NOTHING_YET;
	const { remote } = options;
	const ground = await openGround(context, { pull, head: run.head.sha, remote, base: found?.base ?? null });
	const refused = ground.refused ?? (found === null || forbidden === null ? null : UNASKED);
	const lies = refused === null ? lie : [...lie, { address: null, why: refused }];
	const claim = refused === null ? found : null;
	// whoever may not run code here may not tell by a lock either what it makes
	const own = forbidden === null ? "written" : "known";
	const { review, evidence } = await reviewed(context, { run, ground, claim, own });
	try {
		await evidence?.accept(review);
		const report = await reported(context, { ...at, ground, review, evidence, lies });
		context.signal.throwIfAborted();
		const goesOn = !at.ended && !isSettled(review) && report.notRun === null && !isBlocked(review);
		if (goesOn) return await handOn(at.board, review, report);
		const outcome = await published(report, at.board);
		if (isSettled(review) && options.lock === "push") await withLock(context, { ...at, review }, report);
		return outcome;
	} finally {
		review.workspace.git?.close();
		await evidence?.end();
	}
}

/** What code has made that nobody let run counts for nothing, however it came to run. */
const UNASKED = "nobody who may write here let this commit run";

/**
 * The true lock on the branch makes a new head, which no workflow looks at when a workflow's own token made it: the verdict
 * goes there, too. The verdict does not depend on it: what goes wrong is said.
 */
async function withLock(context: FlowContext, at: Case & Pick<Reviewed, "review">, report: PullReport): Promise<void> {
	const { gitHub, pull, run, checkName } = at;
	const { progress } = context;
	try {
		const push = { gitHub, pull, head: run.head.sha, runUrl: run.url };
		const commit = await lockCommit(context, at, push);
		if (commit === null) return;
		const about = { gitHub, progress, checkName, comment: false, pull: null, runUrl: run.url };
		await new Board({ ...about, headSha: commit }).conclude(renderCheck(report));
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
		progress.warn(`dvc.lock was not brought up to date: ${failure.message}${hint}`);
	}
}

/** The commit with the true lock, made once: after a call whose answer was lost, nobody knows but the branch itself. */
async function lockCommit(
	context: FlowContext,
	{ options, run, review, locked }: Case & Pick<Reviewed, "review">,
	push: LockPush,
): Promise<string | null> {
	if (locked !== null) return trueLock(context, review, { ...push, locked });
	try {
		return await pushLock(context, review, push);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code !== "github-unavailable") throw failure;
		const pull = await push.gitHub.pullRequest(push.pull.number);
		const made = await lockedHead(context, options, { pull, run });
		return made === null ? pushLock(context, review, push) : trueLock(context, review, { ...push, locked: made });
	}
}

interface Reviewed {
	readonly review: Review;
	/** Null without a claim. */
	readonly evidence: Evidence | null;
}

interface ReviewOrder {
	readonly run: WorkflowRun;
	readonly ground: Ground;
	readonly claim: Claim | null;
	readonly own: Locks;
}

/** Plans the pull request's merge with what is claimed; what turns out not to lie at the remote is left out the second time. */
async function reviewed(context: FlowContext, { run, ground, claim, own }: ReviewOrder): Promise<Reviewed> {
	const about = { commit: ground.commit, base: ground.base, judge: ground.tip, own };
	if (claim === null) {
		return { review: await openCommitReview(context, { ...about, hearsay: (observer) => observer }), evidence: null };
	}
	let evidence: Evidence | null = null;
	const hearsay: Hearsay = async (observer, { remote }) => {
		evidence ??= await Evidence.fetch(claim, remote?.claims(run.id) ?? null);
		return evidence.hearsay(observer);
	};
	for (;;) {
		const review = await openCommitReview(context, { ...about, hearsay });
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
		// by the policy of the branch as it is: which registry is asked is not the pull request's to say, nor its run's
		merging: isSettled(review) ? { rev: ground.commit, remote: told.options.remote, policy: ground.tip } : null,
		links: { run: run.url },
		warnings: [...(moved === null ? [] : [moved]), ...(await doubts(told))],
		next: notRun === null && !told.ended && !isSettled(review) ? TAKEN : nextAfter(notRun, run),
	});
}

/** What a reader should know of where results come from. */
async function doubts({ review, evidence }: Told): Promise<string[]> {
	const { base, project, shelves } = review;
	const recorded = base === null ? [] : [...(await unknownLocks(project, base, shelves))];
	const other = evidence?.differing(review) ?? [];
	return [
		...recorded.map(
			(address) => `\`${address}\`: its result is what dvc.lock of the pull request says. It was not run here.`,
		),
		...other.map(
			(address) =>
				`\`${address}\`: this run made something else of the same inputs than is known already. What was known counts.`,
		),
	];
}
