import type { Output, Project, Stage } from "../manifest/index.ts";
import { dependencyFuture, type Known, valuesFuture } from "./future.ts";
import { buildGraph, type Graph } from "./graph.ts";
import { fits, recordOfOutput, reusable } from "./inputs.ts";
import { type Evidence, inputsOf, type JudgeOptions, judge } from "./judge.ts";
import { lookingOnce } from "./memo.ts";
import type { Observer, Plan, PlannedStage } from "./model.ts";
import { inOrder, type Selection } from "./order.ts";
import { type OutputState, outputVerdict } from "./reasons.ts";

export interface PlanOptions extends Selection, Partial<JudgeOptions> {
	/** Everything after a stage that runs runs, too. */
	readonly forceDownstream?: boolean;
}

/**
 * What a run would do, and why. Works from what DVC's files say; the observer is asked only what they do not say. A
 * stage that follows a restored one is judged by the recorded result, so that a whole chain may turn out to be known.
 */
export async function plan(project: Project, seen: Observer, options: PlanOptions): Promise<Plan> {
	const observer = lookingOnce(seen);
	const graph = buildGraph(project.stages);
	const planned = new Map<Stage, PlannedStage>();
	const forced = new Set<Stage>(options.force === true ? graph.stages : []);
	const ahead: Inputs[] = [];
	let runsBefore = false;
	for (const stage of inOrder(graph, options)) {
		const evidence = await gather({ graph, observer, planned }, stage);
		const how = { data: options.data ?? false, force: forced.has(stage), runCache: options.runCache ?? true };
		const judged = afterRuns(await judge(evidence, observer, how), runsBefore);
		const verdict = afterTwins(judged, evidence, how.runCache && !how.force ? ahead : []);
		planned.set(stage, verdict);
		runsBefore ||= verdict.action === "run" || verdict.action === "maybe";
		if (verdict.result === null && reusable(stage)) ahead.push(inputsOf(evidence));
		if (options.forceDownstream === true && verdict.action === "run") {
			for (const next of graph.downstream(stage)) forced.add(next);
		}
	}
	return { stages: await withNeededData([...planned.values()], graph, observer) };
}

type Inputs = ReturnType<typeof inputsOf>;

/** What the cache lacks may be there again by then. */
function afterRuns({ lost = false, ...verdict }: PlannedStage, runsBefore: boolean): PlannedStage {
	return lost && runsBefore ? { ...verdict, action: "maybe" } : verdict;
}

/** A stage with the inputs of one that runs before it will be restored from what that one leaves in the run cache. */
function afterTwins(verdict: PlannedStage, evidence: Evidence, ahead: readonly Inputs[]): PlannedStage {
	if (verdict.action !== "run" || !reusable(verdict.stage)) return verdict;
	const { inputs, open } = inputsOf(evidence);
	const twin = ahead.some((other) => fits(other.inputs, inputs, new Set([...open, ...other.open])));
	return twin ? { ...verdict, action: "maybe" } : verdict;
}

/** What decides about one stage, given the verdicts on those before it. */
export async function gather(known: Known, stage: Stage): Promise<Evidence> {
	const deps = [];
	for (const dependency of stage.frozen ? [] : stage.deps) {
		deps.push({ dependency, future: await dependencyFuture(known, stage, dependency) });
	}
	const params = [];
	for (const dependency of stage.frozen ? [] : stage.params) {
		params.push({ dependency, future: await valuesFuture(known, stage, dependency) });
	}
	const outs = [];
	for (const out of stage.outs) outs.push(await outputState(known.observer, stage, out));
	return { stage, deps, params, outs };
}

async function outputState(observer: Observer, stage: Stage, out: Output): Promise<OutputState> {
	const recorded = recordOfOutput(stage, out);
	const hash = recorded?.hash ?? "md5";
	const oid = recorded?.oid ?? null;
	const [now, stored] = await Promise.all([
		out.at === null ? null : observer.content(out.at, hash),
		oid !== null && out.cache && observer.stored(oid, hash),
	]);
	return { out, now, stored };
}

/** A stage that runs needs its dependencies in the workspace: absent ones that are known are placed first. */
async function withNeededData(
	stages: readonly PlannedStage[],
	graph: Graph,
	observer: Observer,
): Promise<PlannedStage[]> {
	const needed = new Set<Stage>();
	for (const { stage, action } of stages) {
		if (action === "run" || action === "maybe") for (const before of graph.upstream(stage)) needed.add(before);
	}
	const settled: PlannedStage[] = [];
	for (const planned of stages) {
		const wanted = needed.has(planned.stage) && (planned.action === "none" || planned.action === "frozen");
		settled.push(wanted ? await placed(planned, observer) : planned);
	}
	return settled;
}

async function placed(planned: PlannedStage, observer: Observer): Promise<PlannedStage> {
	const { stage } = planned;
	for (const out of stage.outs) {
		const { absent } = outputVerdict(stage, await outputState(observer, stage, out), false);
		if (absent && recordOfOutput(stage, out)?.oid != null) return { ...planned, action: "restore", source: "lock" };
	}
	return planned;
}
