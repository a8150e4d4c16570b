import type { Claim, ClaimedGolden, ClaimedStage } from "../../../claim/index.ts";
import { Git } from "../../../git/index.ts";
import type { MergeGroupEvent, PullRequestEvent } from "../../../github/index.ts";
import { type Document, together } from "../../../kernel/index.ts";
import { reusable } from "../../../plan/index.ts";
import type { PlanDocument, RunDocument } from "../../../report/index.ts";
import type { RunCache } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, openReview, type Review } from "../../report/review.ts";
import { stagesAsked } from "../asked-stages.ts";
import { executeReview, knownResults, shareKnown } from "../execute.ts";
import { refuseForeignSettings } from "../foreign-settings.ts";
import { runNoted } from "../live/claimed.ts";
import { mayQueueRun } from "../merge-group.ts";
import { mergedHead } from "../merged-head.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "../options.ts";
import { eachProject, type ProjectPlace, projectsOf } from "../projects.ts";
import { ACTIONS } from "../pull.ts";
import type { Shared } from "../share.ts";
import { nameFromRoot } from "../stage-names.ts";
import { isWaiting, openStages, sumOf, type Waiting, waitingWords } from "../waiting.ts";
import { isBlocked, notRunWords, whyNot } from "../why-not.ts";
import { claimedGolden, NOTHING_ASKED } from "./golden.ts";
import { finishedBy } from "./own-shelf.ts";
import { taskOf } from "./task.ts";

/**
 * A pull request in the lane that nobody trusts: planned, run where it may be, and nothing written at GitHub. What came of
 * it waits at the remote under this run's own id, and is claimed in one report for the trusted lane to check.
 */
export async function onUntrustedPull(
	context: FlowContext,
	options: AutoOptions,
	event: PullRequestEvent,
): Promise<AutoOutcome> {
	if (!ACTIONS.has(event.action))
		return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
	const head = event.head.sha;
	const merged = await mergedHead(context, options.remote, event);
	await refuseForeignSettings(context, options, { event, merged });
	const whyNotRun = async (review: Review): Promise<string | null> => {
		const reason = await whyNot(options, { ...event, head }, review);
		return reason === null ? null : notRunWords(reason);
	};
	const asked = () => stagesOf(options, head);
	const order = { options, head, base: merged.base, merged: merged.commit, whyNotRun, asked };
	return claimed({ ...context, confined: event.fork }, order);
}

/**
 * A merge queue's group in the same lane, where the base branch lets the queue run: what is in it was approved, and leaves a
 * report all the same.
 */
export async function onUntrustedGroup(
	context: FlowContext,
	options: AutoOptions,
	{ action, head, base }: MergeGroupEvent,
): Promise<AutoOutcome> {
	if (action !== "checks_requested") return nothing(`\`${action}\` of a merge group asks nothing`);
	const git = await Git.open(context.cwd);
	await git.fetchCommit(options.remote, base.sha);
	git.close();
	const whyNotRun = async (review: Review): Promise<string | null> => ((await mayQueueRun(review)) ? null : NO_QUEUE);
	// what is in it was asked in its own pull requests, and is asked again before it is tagged
	const order = { options, head: head.sha, base: base.sha, merged: null, whyNotRun, asked: async () => [] };
	return claimed(context, order);
}

const NO_QUEUE = "mainline.yaml of the base branch lets the queue run nothing";

interface Order {
	readonly options: AutoOptions;
	/** Full commit ids, as the claim names them. */
	readonly head: string;
	readonly base: string;
	/** The commit whose merge would release; null where nobody asks what it would answer. */
	readonly merged: string | null;
	/** Why what is stale does not run, in words; null where it may. */
	readonly whyNotRun: (review: Review) => Promise<string | null>;
	/** The stages that somebody asked this attempt for; none: all that is stale. */
	readonly asked: () => Promise<readonly string[]>;
}

async function claimed(trusting: FlowContext, order: Order): Promise<AutoOutcome> {
	const context = { ...trusting, writeOnce: true };
	const looked = await eachProject(await projectsOf(context), (project) => look(project, order));
	const parts = looked.flatMap((each) => (each.kind === "found" ? [each.found] : []));
	const broken = looked.flatMap((each) => (each.kind === "failure" ? [each] : []));
	if (parts.length === 0) throw together(broken.map(({ failure }) => failure));
	for (const { path, failure } of broken) context.progress.warn(`${path}: ${failure.message}`);
	const result = joined(parts);
	const waiting = sumOf(parts.map((part) => part.waiting));
	if (isWaiting(waiting)) return { ...outcomeOf(result, waitingWords(waiting)), runElsewhere: true };
	context.signal.throwIfAborted();
	const { options, head, base } = order;
	const stages = parts.flatMap((part) => part.stages);
	const golden = parts.flatMap((part) => part.golden);
	const told = golden.length === 0 ? {} : { golden };
	const claim: Claim = { schema: "mainline.claim/1", run: options.workflowRun, head, base, stages, ...told };
	const said = [...new Set(parts.map((part) => part.said))].join("; ");
	const failed = broken.length > 0 || parts.some((part) => part.failed);
	return { ...outcomeOf(claim, said), answer: failed ? "no" : "yes", result };
}

interface Part {
	readonly stages: readonly ClaimedStage[];
	readonly golden: readonly ClaimedGolden[];
	/** Then nothing is claimed yet. */
	readonly waiting: Waiting;
	readonly failed: boolean;
	readonly said: string;
	/** The project's folder from the git root. */
	readonly path: string;
	readonly plan: PlanDocument;
	/** Null where nothing was run. */
	readonly run: RunDocument | null;
}

async function look({ context, path }: ProjectPlace, order: Order): Promise<Part> {
	const { options, base } = order;
	const { workflowRun } = options;
	// a job before or beside this one, or an attempt before, may have finished something; a job that only plans is the first
	const others = options.run === "here" || workflowRun.attempt > 1 ? finishedBy(workflowRun.id) : undefined;
	const review = await openReview(context, base, others);
	try {
		const stale = !isSettled(review) && !isBlocked(review);
		const notRun = stale ? await order.whyNotRun(review) : null;
		if (notRun !== null) context.progress.say(notRun);
		const runs = stale && notRun === null;
		if (runs && options.run === "elsewhere") {
			return {
				path,
				stages: [],
				golden: [],
				waiting: openStages(review),
				failed: false,
				said: "",
				plan: review.document,
				run: null,
			};
		}
		const task = runs ? taskOf({ asked: await order.asked(), share: options.stages }, { path, review }) : null;
		if (task?.kind === "nothing") context.progress.say(path === "." ? task.said : `${path}: ${task.said}`);
		const made =
			task?.kind === "stages"
				? await ran(context, options, { review, stages: task.stages })
				: await found(context, options, review);
		const mayStart = async (): Promise<boolean> => runs || (await order.whyNotRun(review)) === null;
		const { golden, waiting } =
			notRun === null && !made.failed && order.merged !== null
				? await claimedGolden(context, review, { ...options, rev: order.merged, mayStart })
				: NOTHING_ASKED;
		const ofHere = <T>(each: T): T => (path === "." ? each : { project: path, ...each });
		return {
			path,
			stages: made.stages.map(ofHere),
			golden: golden.map(ofHere),
			waiting,
			failed: made.failed,
			said: notRun ?? (task?.kind === "nothing" ? task.said : made.said),
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
	return { ...stage, address: nameFromRoot(path, stage.address) };
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
	{ workflowRun, stages: share }: AutoOptions,
	{ review, stages: asked }: { readonly review: Review; readonly stages: readonly string[] },
): Promise<Made> {
	const { remote, runCache } = review.shelves;
	const shelf = remote?.claims(workflowRun.id) ?? null;
	const order = { runs: shelf, beside: shelf, stages: asked };
	const about = { run: workflowRun, share, remote, plan: review.document };
	const { document, results } = await runNoted(context, about, (watched) => executeReview(watched, review, order));
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
