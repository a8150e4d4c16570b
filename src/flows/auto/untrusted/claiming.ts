import type { Claim, ClaimedStage } from "../../../claim/index.ts";
import { Git } from "../../../git/index.ts";
import type { MergeGroupEvent, PullRequestEvent } from "../../../github/index.ts";
import type { Document } from "../../../kernel/index.ts";
import { reusable } from "../../../plan/index.ts";
import type { RunDocument } from "../../../report/index.ts";
import type { RunCache } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, openReview, type Review } from "../../report/review.ts";
import { stagesAsked } from "../asked-stages.ts";
import { executeReview, knownResults, shareKnown } from "../execute.ts";
import { mayQueueRun } from "../merge-group.ts";
import { mergedHead } from "../merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "../options.ts";
import { ACTIONS } from "../pull.ts";
import type { Shared } from "../share.ts";
import { waitingWords } from "../verdict.ts";
import { isBlocked, notRunWords, whyNot } from "../why-not.ts";
import { finishedBy } from "./own-shelf.ts";

/**
 * A pull request in the lane that nobody trusts: planned, run where it may be, and nothing written at GitHub. What came of
 * it waits at the remote under this run's own id, and is claimed in one report for the trusted lane to check.
 */
export async function onUntrustedPull(
	trusting: FlowContext,
	options: AutoOptions,
	event: PullRequestEvent,
): Promise<AutoOutcome> {
	if (!ACTIONS.has(event.action))
		return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
	const context = { ...trusting, writeOnce: true };
	const head = await mergedHead(context, options.remote, event);
	const { workflowRun } = options;
	const earlier = workflowRun.attempt > 1 ? finishedBy(workflowRun.id) : undefined;
	const review = await openReview(context, head.base, earlier);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const runs = stale && notRun === null && !isBlocked(review);
		if (runs && options.run === "elsewhere")
			return { ...outcomeOf(review.document, waitingWords(review)), runElsewhere: true };
		const stages = runs ? await stagesOf(options, event.head.sha) : [];
		const made = runs ? await ran(context, options, { review, stages }) : await found(context, options, review);
		context.signal.throwIfAborted();
		const said = notRun === null ? made.said : notRunWords(notRun);
		return claimed(options, { head: event.head.sha, base: head.base, review }, { ...made, said });
	} finally {
		review.workspace.git?.close();
	}
}

/**
 * A merge queue's group in the same lane, where the base branch lets the queue run: what is in it was approved, and leaves a
 * report all the same.
 */
export async function onUntrustedGroup(
	trusting: FlowContext,
	options: AutoOptions,
	{ action, head, base }: MergeGroupEvent,
): Promise<AutoOutcome> {
	if (action !== "checks_requested") return nothing(`\`${action}\` of a merge group asks nothing`);
	const context = { ...trusting, writeOnce: true };
	const git = await Git.open(context.cwd);
	await git.fetchCommit(options.remote, base.sha);
	git.close();
	const { workflowRun } = options;
	const review = await openReview(context, base.sha, workflowRun.attempt > 1 ? finishedBy(workflowRun.id) : undefined);
	try {
		const runs = !isSettled(review) && !isBlocked(review);
		if (runs && !(await mayQueueRun(review)))
			return nothing("mainline.yaml of the base branch lets the queue run nothing");
		const made = runs ? await ran(context, options, { review, stages: [] }) : await found(context, options, review);
		context.signal.throwIfAborted();
		return claimed(options, { head: head.sha, base: base.sha, review }, made);
	} finally {
		review.workspace.git?.close();
	}
}

function claimed(
	{ workflowRun }: AutoOptions,
	{ head, base, review }: { readonly head: string; readonly base: string; readonly review: Review },
	{ stages, document, failed, said }: Made,
): AutoOutcome {
	const claim: Claim = { schema: "mainline.claim/1", run: workflowRun, head, base, stages };
	return { ...outcomeOf(claim, said), answer: failed ? "no" : "yes", result: document ?? review.document };
}

interface Made {
	readonly stages: readonly ClaimedStage[];
	readonly document: RunDocument | null;
	readonly failed: boolean;
	readonly said: string;
}

/** What somebody asked this attempt for. */
async function stagesOf({ gitHub, checkName, workflowRun }: AutoOptions, headSha: string): Promise<readonly string[]> {
	if (gitHub === null) return [];
	return stagesAsked({ gitHub, checkName, headSha, run: workflowRun.id, attempt: workflowRun.attempt });
}

async function ran(
	context: FlowContext,
	{ workflowRun }: AutoOptions,
	{ review, stages: asked }: { readonly review: Review; readonly stages: readonly string[] },
): Promise<Made> {
	const { remote, runCache } = review.shelves;
	const order = { runs: remote?.claims(workflowRun.id) ?? null, stages: asked };
	const { document, results } = await executeReview(context, review, order);
	const names = namesOf(results, runCache);
	const stages = document.stages.flatMap((row) => claimedRow(row, names.get(row.address) ?? null));
	const failed = document.stages.some(({ outcome }) => outcome === "failed");
	return { stages, document, failed, said: failed ? "a stage failed" : "what was stale has run" };
}

/** Nothing has to run here, for all that this machine knows; what only it knows is claimed as well. */
async function found(context: FlowContext, { workflowRun }: AutoOptions, review: Review): Promise<Made> {
	const { remote, runCache } = review.shelves;
	await shareKnown(context, review, remote?.claims(workflowRun.id) ?? null);
	const names = namesOf(knownResults(review), runCache);
	const stages = [...names].map(([address, result]) => ({
		address,
		outcome: "restored" as const,
		seconds: 0,
		result,
	}));
	return { stages, document: null, failed: isBlocked(review), said: "nothing was run" };
}

function namesOf(results: readonly Shared[], runCache: RunCache): Map<string, { key: string; value: string }> {
	return new Map(
		results
			.filter(({ stage }) => reusable(stage))
			.map(({ stage, entry }) => [stage.address, { key: runCache.key(entry), value: runCache.digest(entry) }]),
	);
}

/** Stages that were up to date already are known to everyone: of them nothing is claimed. */
function claimedRow(
	{ address, outcome, seconds, attempts, message, exitCode, tail, after }: RunDocument["stages"][number],
	result: ClaimedStage["result"],
): ClaimedStage[] {
	if (outcome === "unchanged" || outcome === "frozen") return [];
	return [
		{
			address,
			outcome,
			seconds,
			result: outcome === "executed" || outcome === "restored" ? result : null,
			...(attempts === undefined ? {} : { attempts }),
			...(message === undefined ? {} : { message }),
			...(exitCode == null ? {} : { exitCode }),
			...(tail === undefined ? {} : { tail }),
			...(after === undefined ? {} : { after }),
		},
	];
}

function outcomeOf(document: Document, said: string): AutoOutcome {
	return { answer: "yes", document, said, result: document, check: null, comment: null, runElsewhere: false };
}
