import type { Project, Stage } from "../manifest/index.ts";
import { type Graph, graphFor, inOrder, judgeAmong, judgeNow, type PlannedStage, type Selection } from "../plan/index.ts";
import { asStageFailure, blockedFailure } from "./failures.ts";
import type { ExecuteOptions, RunReport, StageReport, Workshop } from "./model.ts";
import { executeStage, placeFrozen, restoreStage, saveStage } from "./stage.ts";
import { placeDependencies, pulled } from "./supply.ts";

export interface Job {
	readonly project: Project;
	readonly selection: Selection;
	readonly options: ExecuteOptions;
}

/**
 * Brings the selected stages up to date, one after the other, each judged when its turn comes. What is done stays done:
 * every stage's result is recorded before the next begins, and a kill at any moment leaves files whole.
 */
export async function execute(job: Job, shop: Workshop): Promise<RunReport> {
	const start = shop.clock.monotonic();
	const graph = graphFor(job.project.stages, job.selection);
	const run: Run = { graph, job, shop, planned: new Map(), forced: new Set(), dropped: new Map() };
	const stages: StageReport[] = [];
	for (const stage of inOrder(graph, job.selection)) stages.push(await attend(stage, run));
	return { stages, seconds: (shop.clock.monotonic() - start) / 1000 };
}

interface Run {
	readonly graph: Graph;
	readonly job: Job;
	readonly shop: Workshop;
	/** What was found of the stages so far. */
	readonly planned: Map<Stage, PlannedStage>;
	/** Stages that run whatever their state. */
	readonly forced: Set<Stage>;
	/** Stages that a failure before them leaves out, and the stage that failed. */
	readonly dropped: Map<Stage, Stage>;
}

async function attend(stage: Stage, run: Run): Promise<StageReport> {
	const { shop } = run;
	const skipped = { address: stage.address, outcome: "skipped", seconds: 0, why: [] } as const;
	const after = run.dropped.get(stage);
	if (after !== undefined) return { ...skipped, after: after.address };
	if (shop.signal.aborted) return skipped;
	const start = shop.clock.monotonic();
	const end = shop.progress.group(stage.address);
	try {
		const report = await bringUpToDate(stage, run);
		if (report.outcome === "failed") dropFollowers(stage, run);
		return { ...report, seconds: (shop.clock.monotonic() - start) / 1000 };
	} catch (cause) {
		const failure = asStageFailure(stage, cause);
		dropFollowers(stage, run);
		return {
			address: stage.address,
			outcome: "failed",
			seconds: (shop.clock.monotonic() - start) / 1000,
			why: [],
			failure,
		};
	} finally {
		end();
	}
}

async function bringUpToDate(stage: Stage, run: Run): Promise<StageReport> {
	const { shop, job, forced } = run;
	const { force, runCache, allowMissing = false } = job.options;
	const how = { data: !allowMissing, force: force || forced.has(stage), runCache };
	const judge = (): Promise<PlannedStage> =>
		allowMissing
			? judgeAmong(stage, { graph: run.graph, observer: shop.observer, planned: run.planned }, how)
			: judgeNow(stage, shop.observer, how);
	const planned =
		shop.supply === null ? await judge() : await pulled(await judge(), { ...run, judge, supply: shop.supply });
	if (allowMissing && planned.action === "run") await placeDependencies(stage, run);
	const report = await carryOut(planned, run);
	run.planned.set(stage, settled(planned, report));
	// as in DVC, a stage that changed counts, whether its command ran or its result was known
	if ((report.outcome === "executed" || report.outcome === "restored") && job.options.forceDownstream) {
		for (const next of run.graph.downstream(stage)) forced.add(next);
	}
	return report;
}

/** What those after it may believe: the record of one that was left alone, else what lies in the workspace by now. */
function settled(planned: PlannedStage, { outcome }: StageReport): PlannedStage {
	const asRecorded = outcome === "unchanged" || outcome === "frozen";
	return asRecorded ? planned : { ...planned, action: "none", result: null };
}

async function carryOut(planned: PlannedStage, { shop, job }: Run): Promise<StageReport> {
	const { stage, action, why } = planned;
	const base = { address: stage.address, seconds: 0, why };
	switch (action) {
		case "none":
			return { ...base, outcome: "unchanged" };
		case "restore":
			await restoreStage(planned, shop);
			return { ...base, outcome: "restored", ...(planned.source === undefined ? {} : { source: planned.source }) };
		case "frozen":
			await keepFrozen(planned, shop, job.options);
			return { ...base, outcome: "frozen" };
		case "blocked":
			return { ...base, outcome: "failed", failure: blockedFailure(planned) };
		case "run":
		case "maybe":
			if (stage.cmd === null) await keepData(stage, shop, job.options);
			else await executeStage(stage, shop, job.options);
			return { ...base, outcome: "executed" };
	}
}

/** Changed data becomes what its `.dvc` file records, as `dvc repro` does it. */
async function keepData(stage: Stage, shop: Workshop, options: ExecuteOptions): Promise<void> {
	await shop.records.add(stage, await saveStage(stage, shop, options));
}

/** DVC takes what a changed frozen stage has in the workspace for its result. */
async function keepFrozen(
	{ stage, why, result }: PlannedStage,
	shop: Workshop,
	options: ExecuteOptions,
): Promise<void> {
	await placeFrozen(stage, shop, options);
	const absent = result?.outs.some((out) => out.oid === null) ?? true;
	if (why.length === 0 || absent) return;
	await shop.records.add(stage, await saveStage(stage, shop, options));
}

function dropFollowers(stage: Stage, { graph, job, shop, dropped }: Run): void {
	const followers = (each: Stage): Stage[] => graph.downstream(each).filter((next) => !next.frozen);
	const all = !job.options.keepGoing || shop.signal.aborted;
	const waiting = all ? [...graph.stages] : [...followers(stage)];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (dropped.has(next) || next === stage) continue;
		dropped.set(next, stage);
		if (!all) waiting.push(...followers(next));
	}
}
