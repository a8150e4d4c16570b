import { compareCodePoints, type Key, type Oid, relativeTo, type Value } from "../kernel/index.ts";
import type { Dependency, Fingerprint, LockEntry, Output, Recorded, Stage } from "../manifest/index.ts";
import type { Content } from "./model.ts";

const DEFAULT_PARAMS = "params.yaml";

/**
 * The path under which dvc.lock records a dependency or an output: as written, but an absolute path into the project
 * becomes relative to the stage's working directory.
 */
export function recordedPath(stage: Stage, { path, at }: Pick<Dependency, "path" | "at">): string {
	if (!path.startsWith("/") || at === null || at === ".." || at.startsWith("../")) return path;
	return relativeTo(at, stage.wdir);
}

export function recordOfDependency(stage: Stage, dependency: Dependency): Recorded | null {
	const path = recordedPath(stage, dependency);
	return stage.lock?.deps.find((recorded) => recorded.path === path) ?? null;
}

export function recordOfOutput(stage: Stage, out: Output): Recorded | null {
	const path = recordedPath(stage, out);
	return stage.lock?.outs.find((recorded) => recorded.path === path) ?? null;
}

export function recorded(path: string, content: Content | Fingerprint | null): Recorded {
	if (content === null) return { path, oid: null, hash: "md5" };
	if (!("oid" in content)) return fingerprinted(path, content);
	const { oid, hash, size, nfiles, isexec } = content;
	return {
		path,
		oid,
		hash,
		...(size === undefined ? {} : { size }),
		...(nfiles === undefined ? {} : { nfiles }),
		...(isexec === true ? { isexec } : {}),
	};
}

function fingerprinted(path: string, { kind, value, size }: Fingerprint): Recorded {
	const extra = new Map([[kind, value]]);
	return { path, oid: null, hash: "md5", ...(size === undefined ? {} : { size }), extra };
}

/** The content that an entry records; null when it records none. */
export function contentOf({ oid, hash, size, nfiles, isexec }: Recorded): Content | null {
	if (oid === null) return null;
	return {
		oid,
		hash,
		...(size === undefined ? {} : { size }),
		...(nfiles === undefined ? {} : { nfiles }),
		...(isexec === undefined ? {} : { isexec }),
	};
}

export interface EntryParts {
	readonly stage: Stage;
	/** By recorded path. */
	readonly deps: readonly Recorded[];
	/** By file as written. */
	readonly params: ReadonlyMap<string, ReadonlyMap<string, Value>>;
	readonly outs: readonly Recorded[];
}

/**
 * An entry as DVC writes it: dependencies and outputs by path, params.yaml before other files, keys in code point order.
 */
export function lockEntry({ stage, deps, params, outs }: EntryParts): LockEntry {
	return {
		cmd: stage.cmd,
		deps: [...deps].sort(byPath),
		params: sortedParams(params),
		outs: [...outs].sort(byPath),
	};
}

/** The entry for these inputs, once this came of them. */
export function withResults(inputs: LockEntry, outs: readonly Recorded[]): LockEntry {
	return { ...inputs, outs: [...outs].sort(byPath) };
}

function byPath(a: Recorded, b: Recorded): number {
	return compareCodePoints(a.path, b.path);
}

function sortedParams(params: EntryParts["params"]): Map<string, ReadonlyMap<Key, Value>> {
	const files = [...params].sort(([a], [b]) => {
		if (a === b) return 0;
		if (a === DEFAULT_PARAMS || b === DEFAULT_PARAMS) return a === DEFAULT_PARAMS ? -1 : 1;
		return compareCodePoints(a, b);
	});
	return new Map(
		files.map(([file, values]) => [file, new Map([...values].sort(([a], [b]) => compareCodePoints(a, b)))]),
	);
}

/**
 * Whether the run cache may hold this stage's results: it has inputs and outputs, always runs for no other reason, and
 * none of its outputs outlives a run or lies outside the project.
 */
export function reusable(stage: Stage): boolean {
	if (stage.cmd === null || stage.alwaysChanged) return false;
	if (stage.deps.length + stage.params.length === 0 || stage.outs.length === 0) return false;
	if (stage.deps.some((dependency) => dependency.at === null)) return false;
	return stage.outs.every(({ at, path, persist }) => at !== null && !isOutside(at) && !persist && path !== "");
}

/** Without dependencies, parameters and outputs there is nothing that could be up to date. */
export function alwaysRuns(stage: Stage): boolean {
	if (stage.cmd === null) return false;
	return stage.alwaysChanged || stage.deps.length + stage.params.length + stage.outs.length === 0;
}

export function isOutside(path: string): boolean {
	return path === ".." || path.startsWith("../");
}

export function sameCommand(a: LockEntry["cmd"], b: LockEntry["cmd"]): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** What the run cache knows to fit: same command, parameters, output paths and dependencies, except for open ones. */
export function fits(entry: LockEntry, inputs: LockEntry, open: ReadonlySet<string>): boolean {
	const paths = (items: readonly Recorded[]): string => JSON.stringify(items.map((item) => item.path).sort());
	const ids = new Map<string, Oid | null>(entry.deps.map((dependency) => [dependency.path, dependency.oid]));
	return (
		sameCommand(entry.cmd, inputs.cmd) &&
		paths(entry.outs) === paths(inputs.outs) &&
		paths(entry.deps) === paths(inputs.deps) &&
		inputs.deps.every(({ path, oid }) => open.has(path) || ids.get(path) === oid)
	);
}
