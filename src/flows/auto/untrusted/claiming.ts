import type { Claim, ClaimedStage } from "../../../claim/index.ts";
import type { PullRequestEvent } from "../../../github/index.ts";
import type { Document } from "../../../kernel/index.ts";
import { reusable } from "../../../plan/index.ts";
import type { RunDocument } from "../../../report/index.ts";
import type { RunCache } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, openReview, type Review } from "../../report/review.ts";
import { executeReview, knownResults, shareKnown } from "../execute.ts";
import { runNoted } from "../live/claimed.ts";
import { mergedHead } from "../merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "../options.ts";
import { ACTIONS } from "../pull.ts";
import type { Shared } from "../share.ts";
import { waitingWords } from "../verdict.ts";
import { isBlocked, notRunWords, whyNot } from "../why-not.ts";

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
	const review = await openReview(context, head.base);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const runs = stale && notRun === null && !isBlocked(review);
		if (runs && options.run === "elsewhere")
			return { ...outcomeOf(review.document, waitingWords(review)), runElsewhere: true };
		const made = runs ? await ran(context, options, review) : await found(context, options, review);
		const claim: Claim = {
			schema: "mainline.claim/1",
			run: options.workflowRun,
			head: event.head.sha,
			base: head.base,
			stages: made.stages,
		};
		context.signal.throwIfAborted();
		const said = notRun === null ? made.said : notRunWords(notRun);
		return { ...outcomeOf(claim, said), answer: made.failed ? "no" : "yes", result: made.document ?? review.document };
	} finally {
		review.workspace.git?.close();
	}
}

interface Made {
	readonly stages: readonly ClaimedStage[];
	readonly document: RunDocument | null;
	readonly failed: boolean;
	readonly said: string;
}

async function ran(context: FlowContext, { workflowRun }: AutoOptions, review: Review): Promise<Made> {
	const { remote, runCache } = review.shelves;
	const about = { run: workflowRun, remote, plan: review.document };
	const { document, results } = await runNoted(context, about, (watched) =>
		executeReview(watched, review, remote?.claims(workflowRun.id) ?? null),
	);
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
