import { CLAIM_LIMITS, type Claim, readClaim } from "../../claim/index.ts";
import type { GitHub, PullRequest, WorkflowRun, WorkflowRunEvent } from "../../github/index.ts";
import { badInput, Failure } from "../../kernel/index.ts";
import type { Disbelief, NotRun, PullReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { compose } from "../report/compose.ts";
import { type Hearsay, isSettled, openCommitReview, type Review } from "../report/review.ts";
import { Board } from "./board.ts";
import { claimedRun } from "./claimed-run.ts";
import { Evidence } from "./evidence.ts";
import { type Ground, movedOn, openGround } from "./ground.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";
import { handOn, published, sayFailure, TAKEN } from "./verdict.ts";
import { hasFailed, isBlocked, whyNot } from "./why-not.ts";

/** The artifact that the untrusted lane leaves, and the one file in it. */
export const CLAIM_ARTIFACT = { name: "mainline-report", file: "mainline-report.json" } as const;

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
	const { gitHub, checkName, comment } = options;
	if (run.event !== "pull_request") return nothing(`a run on \`${run.event}\` makes nothing that is judged here`);
	if (gitHub === null) throw noToken();
	const pull = await pullOf(gitHub, run);
	if (pull === null) return nothing(`no pull request has ${run.head.sha.slice(0, 7)} as its head`);
	const newest = await gitHub.newestRun({ workflow: run.workflowId, sha: run.head.sha, event: run.event });
	if (newest !== null && (newest.id > run.id || (newest.id === run.id && newest.attempt > run.attempt)))
		return nothing(`a newer run looks after ${run.head.sha.slice(0, 7)}: it has the word`);
	const { progress } = context;
	const board = new Board({
		gitHub,
		progress,
		checkName,
		comment,
		headSha: run.head.sha,
		pull: pull.number,
		runUrl: run.url,
	});
	await board.begin("Looking at what changed");
	try {
		return await judged(context, { options, gitHub, board, run, pull, ended: action === "completed" });
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
	readonly ended: boolean;
}

/** By head repository, branch and commit, never by a number that the run itself says. Open ones first, then the newest. */
async function pullOf(gitHub: GitHub, { head, headRepository }: WorkflowRun): Promise<PullRequest | null> {
	if (headRepository === null) return null;
	const all = await gitHub.pullsFrom({ owner: headRepository.owner, branch: head.branch });
	const fitting = all.filter(
		(pull) => pull.headSha === head.sha && pull.headRef === head.branch && pull.headRepositoryId === headRepository.id,
	);
	return fitting.find(({ state }) => state === "open") ?? fitting[0] ?? null;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	const { found, lie } = at.ended ? await claimOf(at) : NOTHING_YET;
	const { remote } = at.options;
	const ground = await openGround(context, { pull: at.pull, remote, base: found?.base ?? null });
	const lies = ground.refused === null ? lie : [...lie, { address: null, why: ground.refused }];
	const claim = ground.refused === null ? found : null;
	const { review, evidence } = await reviewed(context, { run: at.run, ground, claim });
	try {
		await evidence?.accept(review);
		const report = await reported(context, { ...at, ground, review, evidence, lies });
		context.signal.throwIfAborted();
		const goesOn = !at.ended && !isSettled(review) && report.notRun === null && !isBlocked(review);
		return goesOn ? await handOn(at.board, review, report) : await published(report, at.board);
	} finally {
		review.workspace.git?.close();
		await evidence?.end();
	}
}

const NOTHING_YET = { found: null, lie: [] } as const;

/** What the run left, as far as it is about this run and this head. */
async function claimOf({ gitHub, run }: Case): Promise<{ found: Claim | null; lie: readonly Disbelief[] }> {
	const disbelief = (why: string) => ({ found: null, lie: [{ address: null, why }] });
	try {
		const bytes = await gitHub.artifactFile({ run: run.id, ...CLAIM_ARTIFACT, most: CLAIM_LIMITS.bytes });
		if (bytes === null) return NOTHING_YET;
		const claim = readClaim(bytes);
		if (claim.run.id !== run.id) return disbelief(`it is of another run, ${claim.run.id}`);
		if (claim.run.attempt > run.attempt)
			return disbelief(`it is of an attempt that was not made, ${claim.run.attempt}`);
		if (claim.head !== run.head.sha) return disbelief(`it is of another commit, ${claim.head.slice(0, 7)}`);
		return { found: claim, lie: [] };
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.kind !== "input") throw failure;
		return disbelief(failure.message);
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
	const notRun = isSettled(review) || disbelieved.length > 0 || hasFailed(claimed) ? null : await whyStale(told);
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
		...(told.ended ? {} : { next: TAKEN }),
	});
}

/** Why stages are stale still: nothing may run, the run goes on, or it ended without them. */
async function whyStale({ options, pull, review, run, ended }: Told): Promise<NotRun | null> {
	const forbidden = await whyNot({ ...options, run: "here" }, { fork: pull.fork, author: pull.author }, review);
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
		default:
			return { reason: "lost", text: null };
	}
}

const HELD = "GitHub holds the run back until somebody who may write here approves it.";

function noToken(): Error {
	return badInput("missing-token", "the trusted lane has no token", {
		expected: "a token that may write checks and comments",
		hint: "leave out `token:` in the workflow: the job's own is the default",
	});
}
