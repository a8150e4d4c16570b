import type { Value } from "../kernel/index.ts";
import type { Dependency, Fingerprint, LockEntry, ParamsDependency, Recorded, Stage } from "../manifest/index.ts";
import type { Future } from "./future.ts";
import {
	alwaysRuns,
	lockEntry,
	recorded,
	recordedPath,
	recordOfDependency,
	recordOfOutput,
	reusable,
	withResults,
} from "./inputs.ts";
import type { Content, Observer, PlannedStage, Reason } from "./model.ts";
import {
	commandReasons,
	dependencyReasons,
	type OutputState,
	outputVerdict,
	parameterReasons,
	recordedValues,
} from "./reasons.ts";

type Values = ReadonlyMap<string, Value>;

/** Everything that decides about one stage. */
export interface Evidence {
	readonly stage: Stage;
	readonly deps: readonly { readonly dependency: Dependency; readonly future: Future<Content | Fingerprint> }[];
	readonly params: readonly { readonly dependency: ParamsDependency; readonly future: Future<Values> }[];
	readonly outs: readonly OutputState[];
}

export interface JudgeOptions {
	/** Absent data is a reason, as for `dvc status`; else what is recorded counts as being there. */
	readonly data: boolean;
	/** Run even what is up to date. */
	readonly force: boolean;
	/** Ask the run cache. */
	readonly runCache: boolean;
}

/** `dvc repro`'s decision about one stage, with all its reasons instead of the first. */
export async function judge(evidence: Evidence, observer: Observer, options: JudgeOptions): Promise<PlannedStage> {
	const { stage } = evidence;
	if (stage.cmd === null) return judgeData(evidence, options);
	if (stage.frozen) return judgeFrozen(evidence);
	const inputs = inputReasons(evidence);
	if (inputs.blocking.length > 0) return planned(stage, "blocked", inputs.blocking);
	const why = [...ownReasons(stage), ...knownReasons(evidence, inputs, options)];
	const all = [...why, ...inputs.open];
	if (options.force || alwaysRuns(stage)) return planned(stage, "run", all);
	if (all.length === 0) return { ...planned(stage, "none", []), result: stage.lock };
	const inputsChanged = inputs.reasons.length > 0;
	if (inputs.open.length > 0) {
		const chance =
			why.length === 0 ||
			onlyOutputsDiffer(stage, inputsChanged) ||
			(options.runCache && (await mayBeKnown(evidence, observer)));
		return planned(stage, chance ? "maybe" : "run", all);
	}
	const found = await knownResult(evidence, observer, { ...options, inputsChanged });
	if (found === null) return planned(stage, "run", all);
	return found === "lost"
		? { ...planned(stage, "run", all), lost: true }
		: { ...planned(stage, "restore", all), ...found };
}

function planned(stage: Stage, action: PlannedStage["action"], why: readonly Reason[]): PlannedStage {
	return { stage, action, why, result: null };
}

function ownReasons(stage: Stage): Reason[] {
	return [
		...(stage.lock === null ? [{ kind: "never-run" } as const] : []),
		...commandReasons(stage),
		...(alwaysRuns(stage) ? [{ kind: "always" } as const] : []),
	];
}

/** A stage that never ran says so; that everything about it is new, too, need not be said. */
function knownReasons({ stage, outs }: Evidence, { reasons }: InputReasons, { data }: JudgeOptions): Reason[] {
	if (stage.lock === null) return [];
	return [...reasons, ...outs.flatMap((state) => outputVerdict(stage, state, data).reasons)];
}

interface InputReasons {
	readonly reasons: Reason[];
	/** What makes the stage impossible. */
	readonly blocking: Reason[];
	/** Stages before it whose results are not known. */
	readonly open: Reason[];
}

function inputReasons(evidence: Evidence): InputReasons {
	const found: InputReasons = { reasons: [], blocking: [], open: [] };
	for (const { dependency, future } of evidence.deps) dependencyInput(evidence.stage, dependency, { future, found });
	for (const { dependency, future } of evidence.params) paramsInput(evidence.stage, dependency, { future, found });
	return { ...found, open: unique(found.open), blocking: unique(found.blocking) };
}

function unique(reasons: readonly Reason[]): Reason[] {
	return [
		...new Map(
			reasons.map((reason) => [
				JSON.stringify([reason.kind, reason.stage, reason.path, reason.name, reason.file]),
				reason,
			]),
		).values(),
	];
}

interface Weighing<T> {
	readonly future: Future<T>;
	readonly found: InputReasons;
}

function dependencyInput(
	stage: Stage,
	dependency: Dependency,
	{ future, found }: Weighing<Content | Fingerprint>,
): void {
	const path = dependency.at ?? dependency.path;
	if (future.kind === "known") found.reasons.push(...dependencyReasons(stage, dependency, future.value));
	else if (future.kind === "missing") found.blocking.push({ kind: "missing", path });
	else if (future.kind !== "as-recorded") unsettled(future, found);
	else if (recordOfDependency(stage, dependency) === null)
		found.reasons.push({ kind: "dependency", path, change: "new" });
}

function paramsInput(stage: Stage, dependency: ParamsDependency, { future, found }: Weighing<Values>): void {
	if (future.kind === "missing") found.blocking.push({ kind: "missing", path: dependency.at });
	else if (future.kind === "open" || future.kind === "blocked") unsettled(future, found);
	else if (future.kind === "known") {
		const reasons = parameterReasons(stage, dependency, future.value);
		const gone = (reason: Reason): boolean => reason.change === "deleted" && dependency.keys.length > 0;
		const never = dependency.keys.filter(
			(name) => !future.value.has(name) && !reasons.some((each) => each.name === name),
		);
		found.reasons.push(...reasons);
		found.blocking.push(...reasons.filter(gone));
		found.blocking.push(
			...never.map((name) => ({ kind: "parameter", file: dependency.at, name, change: "deleted" }) as const),
		);
	}
}

function unsettled(future: Extract<Future<never>, { kind: "open" | "blocked" }>, found: InputReasons): void {
	const reasons = future.stages.map(({ address }) => ({ kind: "upstream", stage: address }) as const);
	(future.kind === "blocked" ? found.blocking : found.open).push(...reasons);
}

/** A `.dvc` file: what lies there becomes what it records. */
function judgeData({ stage, outs }: Evidence, { data }: JudgeOptions): PlannedStage {
	const states = outs.map((state) => ({ state, ...outputVerdict(stage, state, data) }));
	const lost = states.filter(
		({ state }) => state.now === null && (recordIsEmpty(stage, state) || (data && state.out.cache && !state.stored)),
	);
	if (lost.length > 0 && !stage.frozen) {
		return planned(
			stage,
			"blocked",
			lost.map(({ state }) => ({ kind: "missing", path: state.out.at ?? state.out.path })),
		);
	}
	const why = states.flatMap(({ reasons }) => reasons);
	const present = states.some(({ state, reasons }) => state.now !== null && reasons.length > 0);
	if (stage.frozen) return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
	if (present) return { ...planned(stage, "run", why), result: observedEntry(stage, outs) };
	if (why.length > 0) return { ...planned(stage, "restore", why), result: stage.lock, source: "lock" };
	return { ...planned(stage, "none", why), result: stage.lock };
}

function recordIsEmpty(stage: Stage, { out }: OutputState): boolean {
	return (recordOfOutput(stage, out)?.oid ?? null) === null;
}

function judgeFrozen({ stage, outs }: Evidence): PlannedStage {
	const why = [...commandReasons(stage), ...outs.flatMap((state) => outputVerdict(stage, state, false).reasons)];
	return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
}

/** The lock entry with what lies in the workspace, where something does. */
function observedEntry(stage: Stage, outs: readonly OutputState[]): LockEntry {
	const now = outs.map(({ out, now }) => {
		const path = recordedPath(stage, out);
		return now === null ? (recordOfOutput(stage, out) ?? recorded(path, null)) : recorded(path, now);
	});
	const before = stage.lock ?? { cmd: stage.cmd, deps: [], params: new Map(), outs: [] };
	return { ...before, outs: now };
}

/** What would go in, as far as it is known; `open` names the dependencies that are not. */
export function inputsOf({ stage, deps, params }: Evidence): { inputs: LockEntry; open: Set<string> } {
	const open = new Set<string>();
	const dependencies = deps.map(({ dependency, future }): Recorded => {
		const path = recordedPath(stage, dependency);
		if (future.kind === "known") return recorded(path, future.value);
		if (future.kind !== "as-recorded") open.add(path);
		return recordOfDependency(stage, dependency) ?? recorded(path, null);
	});
	const values = params.map(({ dependency, future }): [string, Values] => [
		recordedPath(stage, dependency),
		future.kind === "known" ? future.value : textKeyed(recordedValues(stage, dependency)),
	]);
	const outs = stage.outs.map((out) => recorded(recordedPath(stage, out), null));
	return { inputs: lockEntry({ stage, deps: dependencies, params: new Map(values), outs }), open };
}

function textKeyed(values: ReturnType<typeof recordedValues>): Values {
	return new Map([...(values ?? [])].flatMap(([key, value]) => (typeof key === "string" ? [[key, value]] : [])));
}

async function mayBeKnown(evidence: Evidence, observer: Observer): Promise<boolean> {
	if (!reusable(evidence.stage)) return false;
	const { inputs, open } = inputsOf(evidence);
	return observer.mayKnowRun(inputs, open);
}

type Found = Pick<PlannedStage, "result" | "source">;

/**
 * The result for these inputs, where it can be placed: DVC takes the lock entry when only outputs differ, else the newest
 * entry of the run cache, and looks no further when its objects are not in the cache.
 */
async function knownResult(
	evidence: Evidence,
	observer: Observer,
	{ runCache, inputsChanged }: JudgeOptions & { inputsChanged: boolean },
): Promise<Found | "lost" | null> {
	const { stage } = evidence;
	if (!reusable(stage)) return null;
	const { inputs } = inputsOf(evidence);
	if (onlyOutputsDiffer(stage, inputsChanged)) {
		const entry = withResults(
			inputs,
			stage.outs.flatMap((out) => recordOfOutput(stage, out) ?? []),
		);
		return (await allStored(entry, observer)) ? { result: entry, source: "lock" } : "lost";
	}
	const found = runCache ? await observer.knownRun(inputs) : null;
	if (found === null) return null;
	if (!(await allStored(found, observer))) return "lost";
	return { result: withResults(inputs, found.outs), source: "run-cache" };
}

/** Whether the lock entry is the result of these inputs, so that its outputs can be placed again. */
function onlyOutputsDiffer(stage: Stage, inputsChanged: boolean): boolean {
	return (
		reusable(stage) &&
		stage.lock !== null &&
		commandReasons(stage).length === 0 &&
		!inputsChanged &&
		stage.outs.every((out) => recordOfOutput(stage, out)?.oid != null)
	);
}

async function allStored(entry: LockEntry, observer: Observer): Promise<boolean> {
	for (const { oid, hash } of entry.outs) {
		if (oid === null || !(await observer.stored(oid, hash))) return false;
	}
	return true;
}
