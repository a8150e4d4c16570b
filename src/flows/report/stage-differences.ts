import { equalInPython, type Value } from "../../kernel/index.ts";
import type { LockEntry, Recorded, Stage } from "../../manifest/index.ts";
import { recordOfDependency } from "../../plan/index.ts";

/** One thing that went into a stage's result on one side and not, or otherwise, on the other. */
export interface Difference {
	readonly kind: "command" | "dependency" | "parameter";
	/** Relative to the DVC root; of a command, the stage's address. */
	readonly path: string;
	readonly change: "new" | "modified" | "deleted";
	/** Of a parameter. */
	readonly name?: string;
	readonly old?: Value;
	readonly now?: Value;
}

/** What went into two results of one stage, by what their locks record. */
export function differences(before: Stage, now: Stage): Difference[] {
	return [
		...commandDifference(before, now),
		...dependencyDifferences(before, now),
		...parameterDifferences(before, now),
	];
}

function commandDifference(before: Stage, now: Stage): Difference[] {
	const same = JSON.stringify(before.lock?.cmd) === JSON.stringify(now.lock?.cmd);
	return same ? [] : [{ kind: "command", path: now.address, change: "modified" }];
}

function dependencyDifferences(before: Stage, now: Stage): Difference[] {
	const [old, recent] = [recordsOf(before), recordsOf(now)];
	return [...new Set([...old.keys(), ...recent.keys()])].flatMap((path): Difference[] => {
		const change = changeOf(old.get(path), recent.get(path), sameRecord);
		return change === null ? [] : [{ kind: "dependency", path, change }];
	});
}

/** By the path from the DVC root. What was recorded of nothing that is declared still counts as nothing. */
function recordsOf(stage: Stage): Map<string, Recorded> {
	return new Map(
		stage.deps.flatMap((dependency) => {
			const record = recordOfDependency(stage, dependency);
			return record === null ? [] : [[dependency.at ?? dependency.path, record] as const];
		}),
	);
}

function sameRecord(a: Recorded, b: Recorded): boolean {
	if (a.oid !== null || b.oid !== null) return a.oid === b.oid && a.hash === b.hash;
	return ["etag", "checksum"].every((mark) => equalInPython(a.extra?.get(mark) ?? null, b.extra?.get(mark) ?? null));
}

function parameterDifferences(before: Stage, now: Stage): Difference[] {
	const [old, recent] = [valuesOf(before.lock), valuesOf(now.lock)];
	const files = new Map(now.params.map(({ path, at }) => [path, at]));
	return [...new Set([...old.keys(), ...recent.keys()])].flatMap((id): Difference[] => {
		const [was, is] = [old.get(id), recent.get(id)];
		const change = changeOf(was?.value, is?.value, equalInPython);
		const { file = "", name = "" } = is ?? was ?? {};
		if (change === null) return [];
		return [
			{
				kind: "parameter",
				path: files.get(file) ?? file,
				name,
				change,
				...(was === undefined ? {} : { old: was.value }),
				...(is === undefined ? {} : { now: is.value }),
			},
		];
	});
}

interface Parameter {
	readonly file: string;
	readonly name: string;
	readonly value: Value;
}

function valuesOf(lock: LockEntry | null): Map<string, Parameter> {
	const all = [...(lock?.params ?? [])].flatMap(([file, values]) =>
		[...values].map(([key, value]) => ({ file, name: String(key), value })),
	);
	return new Map(all.map((each) => [`${each.file}\0${each.name}`, each]));
}

function changeOf<T>(
	before: T | undefined,
	now: T | undefined,
	same: (a: T, b: T) => boolean,
): Difference["change"] | null {
	if (before === undefined) return now === undefined ? null : "new";
	if (now === undefined) return "deleted";
	return same(before, now) ? null : "modified";
}
