import { join } from "node:path";
import { badInput, type Value } from "../kernel/index.ts";
import type { LockEntry, Output, Recorded, Stage } from "../manifest/index.ts";
import {
	lockEntry,
	type PlannedStage,
	recorded,
	recordedPath,
	recordOfDependency,
	recordOfOutput,
	reusable,
} from "../plan/index.ts";
import { type Part, runToTheEnd } from "./attempts.ts";
import type { ExecuteOptions, Workshop } from "./model.ts";
import { ignoreInGit, localPath, place, saveOutputs } from "./outputs.ts";
import type { PathsInUse } from "./paths-in-use.ts";

/** Runs a stage's command and records what came of it. Throws when it cannot; the lock file then keeps its old entry. */
export async function executeStage(stage: Stage, shop: Workshop, options: ExecuteOptions & Part): Promise<void> {
	const before = await dependencyRecords(stage, shop);
	await parameterValues(stage, shop);
	await shop.access.use(pathsOf(stage, shop), () => runToTheEnd(stage, shop, options));
	const entry = await saveStage(stage, shop, options);
	warnOfChanges(stage, before, { entry, shop });
	await shop.records.add(stage, entry);
}

/** Places a known result instead of running. Like a run it leaves an entry in the run cache. */
export async function restoreStage(
	{ stage, result }: PlannedStage,
	shop: Workshop,
	options: Pick<ExecuteOptions, "noCommit">,
): Promise<void> {
	if (result === null) throw new Error("a stage without a known result cannot be restored");
	await shop.access.check({ ...pathsOf(stage, shop), read: [] });
	for (const out of stage.outs) {
		const path = localPath(stage, out);
		const content = contentIn(result, recordedPath(stage, out));
		if (content === null) throw new Error(`${stage.address}: the known result lacks ${out.path}`);
		if (!out.cache && (await shop.observer.content(path, content.hash))?.oid === content.oid) continue;
		const types = out.cache ? shop.linkTypes : (["copy"] as const);
		await place(path, content, { ...shop, linkTypes: types });
		await ignoreInGit(path, out, shop);
	}
	if (isForRunCache(stage, options)) await remember(result, shop);
	await shop.records.add(stage, result);
}

/** Places what a stage that never runs records and the workspace lacks. Failure `output-lost` where the cache lacks it, too. */
export async function bringBack(stage: Stage, shop: Workshop): Promise<void> {
	for (const out of stage.outs) {
		const path = localPath(stage, out);
		const before = recordOfOutput(stage, out);
		if ((await shop.observer.content(path, before?.hash ?? "md5")) !== null) continue;
		if (before === null || before.oid === null || !(await shop.observer.stored(before.oid, before.hash))) {
			throw outputLost(stage, out);
		}
		await place(path, asContent(before), out.cache ? shop : { ...shop, linkTypes: ["copy"] });
	}
}

/** Hashes, caches and records what lies in the workspace, as the result of the stage: what follows a run, and what DVC does for changed data. */
export async function saveStage(
	stage: Stage,
	shop: Workshop,
	options: Pick<ExecuteOptions, "noCommit">,
): Promise<LockEntry> {
	const keepUncached = isForRunCache(stage, options);
	const deps = await dependencyRecords(stage, shop);
	const params = await parameterValues(stage, shop);
	const outs = await saveOutputs(stage, shop, { commit: !options.noCommit, keepUncached });
	if (stage.name === null) return { cmd: stage.cmd, deps, params: new Map(), outs };
	const entry = lockEntry({ stage, deps, params, outs });
	if (keepUncached) await remember(entry, shop);
	return entry;
}

function isForRunCache(stage: Stage, { noCommit }: Pick<ExecuteOptions, "noCommit">): boolean {
	return !noCommit && reusable(stage) && stage.outs.every(({ cache, kind }) => cache || kind !== "out");
}

async function remember(entry: LockEntry, { runCache }: Workshop): Promise<void> {
	const known = await runCache.has({ key: runCache.key(entry), value: runCache.digest(entry) });
	if (!known) await runCache.save(entry);
}

async function dependencyRecords(stage: Stage, shop: Workshop): Promise<Recorded[]> {
	const records: Recorded[] = [];
	for (const dependency of stage.deps) {
		const path = recordedPath(stage, dependency);
		const before = recordOfDependency(stage, dependency);
		if (dependency.at === null) {
			if (stage.cmd !== null) throw externalDependency(stage, dependency.path);
			records.push(before ?? recorded(path, null));
			continue;
		}
		const old =
			before?.hash === "md5-dos2unix" ? await shop.observer.content(dependency.at, before.hash, "dependency") : null;
		const same = old !== null && old.oid === before?.oid;
		const content = same ? old : await shop.observer.content(dependency.at, "md5", "dependency");
		if (content === null) {
			throw badInput(
				"dependency-missing",
				`stage \`${stage.address}\` needs \`${dependency.at}\`, which does not exist`,
				{
					at: dependency.place,
				},
			);
		}
		records.push(recorded(path, content));
	}
	return records;
}

async function parameterValues(stage: Stage, shop: Workshop): Promise<Map<string, ReadonlyMap<string, Value>>> {
	const values = new Map<string, ReadonlyMap<string, Value>>();
	for (const dependency of stage.params) {
		const found = await shop.observer.values(dependency);
		const missing = dependency.keys.filter((key) => found?.has(key) !== true);
		if (found === null || missing.length > 0) {
			throw badInput(
				"parameters-missing",
				`stage \`${stage.address}\` reads parameters that are missing from ${dependency.at}`,
				{
					at: dependency.place,
					found: found === null ? `no file ${dependency.at}` : `no ${missing.join(", ")} in ${dependency.at}`,
				},
			);
		}
		values.set(recordedPath(stage, dependency), found);
	}
	return values;
}

/** DVC records a dependency as it is after the run; one that changed meanwhile may not be what the command read. */
function warnOfChanges(
	stage: Stage,
	before: readonly Recorded[],
	{ entry, shop }: { entry: LockEntry; shop: Workshop },
): void {
	for (const { path, oid } of before) {
		const after = entry.deps.find((dependency) => dependency.path === path);
		if (after?.oid === oid) continue;
		shop.progress.warn(`${path} changed while stage ${stage.address} ran: its result may belong to the older content`);
	}
}

/** As DVC notes them: dependencies are read, outputs are written. */
function pathsOf({ deps, outs }: Stage, { root }: Workshop): PathsInUse {
	const absolute = (items: readonly { readonly at: string | null }[]): string[] =>
		items.flatMap(({ at }) => (at === null ? [] : [join(root, at)]));
	return { read: absolute(deps), write: absolute(outs) };
}

function contentIn(entry: LockEntry, path: string): ReturnType<typeof asContent> | null {
	const found = entry.outs.find((out) => out.path === path);
	return found === undefined ? null : asContent(found);
}

function asContent({ oid, hash, isexec }: Recorded) {
	if (oid === null) throw new Error("a known result has an output without an id");
	return { oid, hash, ...(isexec === undefined ? {} : { isexec }) };
}

function outputLost(stage: Stage, { path, place }: Output): Error {
	return badInput("output-lost", `\`${path}\` of frozen stage \`${stage.address}\` is neither here nor in the cache`, {
		at: place,
		hint: "mainline pull, or take `frozen` away so that the stage can make it",
	});
}

function externalDependency(stage: Stage, path: string): Error {
	return badInput(
		"external-dependency",
		`stage \`${stage.address}\` depends on \`${path}\`, which mainline cannot read yet`,
		{
			at: stage.place,
			hint: `run it with dvc for now: dvc repro ${stage.address}`,
		},
	);
}
