import type { Stage } from "../manifest/index.ts";
import { type Graph, judgeAmong, judgeNow, type PlannedStage } from "../plan/index.ts";
import type { Part } from "./attempts.ts";
import type { ContainerUse } from "./container/containers.ts";
import { asStageFailure, blockedFailure } from "./failures.ts";
import type { ExecuteOptions, StageReport, Workshop } from "./model.ts";
import type { Seats } from "./seats.ts";
import type { Share } from "./slots.ts";
import { bringBack, executeStage, restoreStage, saveStage } from "./stage.ts";
import { placeDependencies, pulled } from "./supply.ts";
import type { Tally } from "./tally.ts";
import type { Twins } from "./twins.ts";

/** One run, as its stages share it. */
export interface Run {
	readonly graph: Graph;
	readonly options: ExecuteOptions;
	readonly shop: Workshop;
	/** What was found of the stages so far. */
	readonly planned: Map<Stage, PlannedStage>;
	/** Stages that run whatever their state. */
	readonly forced: Set<Stage>;
	/** Stages that a failure before them leaves out, and the stage that failed. */
	readonly dropped: Map<Stage, Stage>;
	/** Null where stages run one after the other. */
	readonly company: Company | null;
}

/** What stages that run at the same time have to know of each other. */
export interface Company {
	readonly twins: Twins;
	readonly seats: Seats;
	readonly tally: Tally;
}

/** A stage, and where it would come if stages ran one after the other. */
export interface Turn {
	readonly stage: Stage;
	readonly rank: number;
}

/** A verdict is out of date when a stage had to wait this long for its part of the machine. */
const FRESH_MS = 1000;

/** A stage's turn has come: everything that it needs is done. Never throws for what is the stage's own failure. */
export async function attend(turn: Turn, run: Run): Promise<StageReport> {
	const { stage } = turn;
	try {
		const report = await bringUpToDate(turn, run);
		if (report.outcome === "failed") dropFollowers(stage, run);
		else if (hasChanged(report) && run.options.forceDownstream) {
			for (const next of run.graph.downstream(stage)) run.forced.add(next);
		}
		return report;
	} catch (cause) {
		const failure = asStageFailure(stage, cause);
		dropFollowers(stage, run);
		return { address: stage.address, outcome: "failed", seconds: 0, why: [], failure };
	}
}

/** As for DVC, whether its command ran or its result was known. */
function hasChanged({ outcome }: StageReport): boolean {
	return outcome === "executed" || outcome === "restored";
}

async function bringUpToDate(turn: Turn, run: Run): Promise<StageReport> {
	const look = async (): Promise<StageReport | PlannedStage> => {
		const planned = leftOut(turn.stage, run) ?? (await judged(turn.stage, run));
		return "outcome" in planned || hasToRun(planned) ? planned : settle(planned, run);
	};
	const looked = await (run.company === null ? look() : run.company.seats.take(look));
	return "outcome" in looked ? looked : afterTwins(looked, turn, run);
}

/** What is told of a stage that is not begun any more; null for one that may. */
function leftOut(stage: Stage, { dropped, shop }: Run): StageReport | null {
	const skipped = { address: stage.address, outcome: "skipped", seconds: 0, why: [] } as const;
	const after = dropped.get(stage);
	if (after !== undefined) return { ...skipped, after: after.address };
	return shop.signal.aborted ? skipped : null;
}

async function judged(stage: Stage, run: Run): Promise<PlannedStage> {
	const { graph, shop, options, planned } = run;
	const { allowMissing = false } = options;
	const how = { data: !allowMissing, force: isForced(stage, run), runCache: options.runCache };
	const judge = (): Promise<PlannedStage> =>
		allowMissing
			? judgeAmong(stage, { graph, observer: shop.observer, planned }, how)
			: judgeNow(stage, shop.observer, how);
	const found =
		shop.supply === null ? await judge() : await pulled(await judge(), { ...run, judge, supply: shop.supply });
	const asRecorded = found.action === "none" || found.action === "frozen";
	planned.set(stage, asRecorded ? found : { ...found, action: "none", result: null });
	return found;
}

function isForced(stage: Stage, { options, forced }: Run): boolean {
	return options.force || forced.has(stage);
}

function hasToRun({ action, stage }: PlannedStage): boolean {
	return (action === "run" || action === "maybe") && stage.cmd !== null;
}

/** Everything but running a command. */
async function settle(planned: PlannedStage, run: Run): Promise<StageReport> {
	const { shop, options } = run;
	const { stage, action, why } = planned;
	const base = { address: stage.address, seconds: 0, why };
	switch (action) {
		case "none":
			return { ...base, outcome: "unchanged" };
		case "restore":
			await restoreStage(planned, shop, options);
			return { ...base, outcome: "restored", ...(planned.source === undefined ? {} : { source: planned.source }) };
		case "frozen":
			await keepFrozen(planned, run);
			return { ...base, outcome: "frozen" };
		case "blocked":
			return { ...base, outcome: "failed", failure: blockedFailure(planned) };
		case "run":
		case "maybe":
			// changed data becomes what its `.dvc` file records, as `dvc repro` does it
			await shop.records.add(stage, await saveStage(stage, shop, options));
			return { ...base, outcome: "executed" };
	}
}

/** DVC takes what a changed frozen stage has in the workspace for its result; what is absent comes from the cache. */
async function keepFrozen({ stage, why, result }: PlannedStage, run: Run): Promise<void> {
	const { shop, options } = run;
	if (options.allowMissing !== true) await bringBack(stage, shop);
	const absent = result?.outs.some((out) => out.oid === null) ?? true;
	const changed = why.length > 0 || isForced(stage, run);
	if (!changed || (options.allowMissing === true && absent)) return;
	await shop.records.add(stage, await saveStage(stage, shop, options));
}

/** Another stage may be at work on the very result: then this one is judged again when it is there. */
async function afterTwins(planned: PlannedStage, turn: Turn, run: Run): Promise<StageReport> {
	const { options, company, shop } = run;
	const { stage } = turn;
	const shares = options.runCache && !options.noCommit && !isForced(stage, run);
	const name = shares && company !== null ? await company.twins.nameOf(stage, shop) : null;
	if (company === null || name === null) return inItsPlace(planned, turn, run);
	const other = company.twins.atWork(name);
	if (other !== null) {
		await shop.access.rest(() => other);
		return bringUpToDate(turn, run);
	}
	const end = company.twins.begin(name);
	return inItsPlace(planned, turn, run).finally(end);
}

/** Waits for its part of the machine. */
async function inItsPlace(planned: PlannedStage, turn: Turn, run: Run): Promise<StageReport> {
	const { shop } = run;
	const asked = shop.clock.monotonic();
	const share = await shop.access.rest(() => shop.slots.take(turn.stage, turn.rank));
	try {
		const waited = shop.clock.monotonic() - asked > FRESH_MS;
		const now = leftOut(turn.stage, run) ?? (waited ? await judged(turn.stage, run) : planned);
		if ("outcome" in now) return now;
		return await (hasToRun(now) ? carryOut(now, { ...run, share }) : settle(now, run));
	} finally {
		share.giveBack();
	}
}

async function carryOut({ stage, why }: PlannedStage, run: Run & { share: Share }): Promise<StageReport> {
	const { shop, company, share, options } = run;
	const start = shop.clock.monotonic();
	const lane = company?.tally.begin(stage.address) ?? null;
	const progress = lane ?? shop.progress;
	let attempts = 0;
	let container: ContainerUse | null = null;
	const part: Part = {
		variables: share.variables,
		devices: share.devices,
		housed: (use) => (container = use),
		begun: (attempt) => (attempts = attempt),
	};
	const report = (): Omit<StageReport, "outcome"> => ({
		address: stage.address,
		seconds: (shop.clock.monotonic() - start) / 1000,
		why,
		...(attempts > 1 ? { attempts } : {}),
		...(container === null ? {} : { container }),
	});
	try {
		if (share.scarce.length > 0)
			progress.warn(`${stage.address} asks for ${share.scarce.join(" and ")}: it runs alone`);
		if (options.allowMissing === true) await placeDependencies(stage, run);
		await executeStage(stage, { ...shop, progress }, { ...options, ...part });
		return { ...report(), outcome: "executed" };
	} catch (cause) {
		const failure = asStageFailure(stage, cause);
		if (lane !== null) lane.say(`failed: ${failure.message}`);
		return { ...report(), outcome: "failed", failure };
	} finally {
		lane?.close();
	}
}

function dropFollowers(stage: Stage, { graph, options, shop, dropped }: Run): void {
	if (options.ignoreErrors && !shop.signal.aborted) return;
	const followers = (each: Stage): Stage[] => graph.downstream(each).filter((next) => !next.frozen);
	const all = !options.keepGoing || shop.signal.aborted;
	const waiting = all ? [...graph.stages] : [...followers(stage)];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (dropped.has(next) || next === stage) continue;
		dropped.set(next, stage);
		if (!all) waiting.push(...followers(next));
	}
}
