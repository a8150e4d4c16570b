import type { Claim, ClaimedStage } from "../../../claim/index.ts";
import type { PullRequestEvent } from "../../../github/index.ts";
import { type Document, joinPath, together } from "../../../kernel/index.ts";
import { reusable } from "../../../plan/index.ts";
import type { PlanDocument, RunDocument } from "../../../report/index.ts";
import type { RunCache } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, openReview, type Review } from "../../report/review.ts";
import { executeReview, knownResults, shareKnown } from "../execute.ts";
import { mergedHead } from "../merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "../options.ts";
import { eachProject, type ProjectPlace, projectsOf } from "../projects.ts";
import { ACTIONS } from "../pull.ts";
import type { Shared } from "../share.ts";
import { openStages, waitingWords } from "../verdict.ts";
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
	const looked = await eachProject(await projectsOf(context), (project) =>
		look(project, { options, event, base: head.base }),
	);
	const parts = looked.flatMap((each) => (each.kind === "found" ? [each.found] : []));
	const broken = looked.flatMap((each) => (each.kind === "failure" ? [each] : []));
	if (parts.length === 0) throw together(broken.map(({ failure }) => failure));
	for (const { path, failure } of broken) context.progress.warn(`${path}: ${failure.message}`);
	const result = joined(parts);
	const waiting = parts.reduce((sum, part) => sum + part.waiting, 0);
	if (waiting > 0) return { ...outcomeOf(result, waitingWords(waiting)), runElsewhere: true };
	const claim: Claim = {
		schema: "mainline.claim/1",
		run: options.workflowRun,
		head: event.head.sha,
		base: head.base,
		stages: parts.flatMap(({ stages }) => stages),
	};
	context.signal.throwIfAborted();
	const said = [...new Set(parts.map((part) => part.said))].join("; ");
	const failed = broken.length > 0 || parts.some((part) => part.failed);
	return { ...outcomeOf(claim, said), answer: failed ? "no" : "yes", result };
}

interface Part {
	readonly stages: readonly ClaimedStage[];
	/** Stages that a job on another machine runs: then nothing is claimed yet. */
	readonly waiting: number;
	readonly failed: boolean;
	readonly said: string;
	/** The project's folder from the git root. */
	readonly path: string;
	readonly plan: PlanDocument;
	/** Null where nothing was run. */
	readonly run: RunDocument | null;
}

async function look(
	{ context, path }: ProjectPlace,
	{ options, event, base }: { readonly options: AutoOptions; readonly event: PullRequestEvent; readonly base: string },
): Promise<Part> {
	const review = await openReview(context, base);
	try {
		const stale = !isSettled(review);
		const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
		const runs = stale && notRun === null && !isBlocked(review);
		if (runs && options.run === "elsewhere") {
			return {
				path,
				stages: [],
				waiting: openStages(review),
				failed: false,
				said: "",
				plan: review.document,
				run: null,
			};
		}
		const made = runs ? await ran(context, options, review) : await found(context, options, review);
		return {
			path,
			stages: made.stages.map((stage) => (path === "." ? stage : { project: path, ...stage })),
			waiting: 0,
			failed: made.failed,
			said: notRun === null ? made.said : notRunWords(notRun),
			plan: review.document,
			run: made.document,
		};
	} finally {
		review.workspace.git?.close();
	}
}

/** What the log shows: what ran, or what would, of all projects, with addresses as from the git root where there are several. */
function joined(parts: readonly Part[]): PlanDocument | RunDocument {
	const [first] = parts;
	if (first !== undefined && parts.length === 1) return first.run ?? first.plan;
	const base = first?.plan.base ?? null;
	const ran = parts.flatMap(({ path, run }) => (run?.stages ?? []).map((stage) => from(path, stage)));
	if (ran.length > 0) return { schema: "mainline.run/1", stages: ran };
	const stages = parts.flatMap(({ path, plan }) => plan.stages.map((stage) => from(path, stage)));
	return { schema: "mainline.plan/1", root: ".", base, stages };
}

function from<T extends { readonly address: string }>(path: string, stage: T): T {
	const { address } = stage;
	const named = address.includes(":") || address.endsWith(".dvc") ? address : `dvc.yaml:${address}`;
	return { ...stage, address: joinPath(path, named) };
}

interface Made {
	readonly stages: readonly ClaimedStage[];
	readonly document: RunDocument | null;
	readonly failed: boolean;
	readonly said: string;
}

async function ran(context: FlowContext, { workflowRun }: AutoOptions, review: Review): Promise<Made> {
	const { remote, runCache } = review.shelves;
	const { document, results } = await executeReview(context, review, remote?.claims(workflowRun.id) ?? null);
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
