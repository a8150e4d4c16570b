import { equalInPython, type Key, type Mapping, type Value } from "../kernel/index.ts";
import type { Dependency, Fingerprint, Output, ParamsDependency, Recorded, Stage } from "../manifest/index.ts";
import { recordedPath, recordOfDependency, recordOfOutput, sameCommand } from "./inputs.ts";
import type { Content, Reason } from "./model.ts";

/** DVC: no entry at all is no changed command. */
export function commandReasons({ lock, cmd }: Stage): Reason[] {
	if (lock === null || cmd === null || sameCommand(lock.cmd, cmd)) return [];
	return [{ kind: "command", change: "modified", old: commandValue(lock.cmd), new: commandValue(cmd) }];
}

function commandValue(cmd: Stage["cmd"]): Value {
	return typeof cmd === "string" || cmd === null ? cmd : [...cmd];
}

/** One dependency that is there: is it what the lock records? */
export function dependencyReasons(stage: Stage, dependency: Dependency, now: Content | Fingerprint): Reason[] {
	const recorded = recordOfDependency(stage, dependency);
	const path = dependency.at ?? dependency.path;
	if (recorded === null) return [{ kind: "dependency", path, change: "new" }];
	return isRecorded(now, recorded) ? [] : [{ kind: "dependency", path, change: "modified" }];
}

function isRecorded(now: Content | Fingerprint, recorded: Recorded): boolean {
	if ("oid" in now) return recorded.oid === now.oid && recorded.hash === now.hash;
	return recorded.extra?.get(now.kind) === now.value;
}

/** The values that a stage reads from one file, against those that the lock records; Python's equality decides. */
export function parameterReasons(
	stage: Stage,
	dependency: ParamsDependency,
	now: ReadonlyMap<string, Value>,
): Reason[] {
	const file = dependency.at;
	const before = recordedValues(stage, dependency);
	if (before === null) {
		const values = dependency.keys.length > 0 ? dependency.keys : [...now.keys()];
		return values.map((name) => ({ kind: "parameter", file, name, change: "new", ...given("new", now.get(name)) }));
	}
	const names = dependency.keys.length > 0 ? dependency.keys : [...new Set([...now.keys(), ...textKeys(before)])];
	return names.flatMap((name) => parameterReason({ file, name, old: before.get(name), now: now.get(name) }));
}

interface Parameter {
	readonly file: string;
	readonly name: string;
	readonly old: Value | undefined;
	readonly now: Value | undefined;
}

function parameterReason({ file, name, old, now }: Parameter): Reason[] {
	const common = { kind: "parameter", file, name, ...given("old", old), ...given("new", now) } as const;
	if (now === undefined) return [{ ...common, change: "deleted" }];
	if (old === undefined) return [{ ...common, change: "new" }];
	return equalInPython(old, now) ? [] : [{ ...common, change: "modified" }];
}

function given(key: "old" | "new", value: Value | undefined): { old?: Value; new?: Value } {
	if (value === undefined) return {};
	return key === "old" ? { old: value } : { new: value };
}

/** The values that the lock records for one file; null when it knows nothing of the file. */
export function recordedValues(stage: Stage, dependency: ParamsDependency): Mapping | null {
	return stage.lock?.params.get(recordedPath(stage, dependency)) ?? null;
}

function textKeys(values: Mapping): string[] {
	return [...values.keys()].filter((key: Key) => typeof key === "string");
}

/** What is at an output's path and in the cache. */
export interface OutputState {
	readonly out: Output;
	readonly now: Content | null;
	/** Whether the cache holds what the lock records. */
	readonly stored: boolean;
}

/** What one output says: `absent` counts only where presence is part of the question. */
export interface OutputVerdict {
	readonly reasons: readonly Reason[];
	/** Recorded, but not in the workspace. */
	readonly absent: boolean;
}

/** `data`: an output must be there, and in the cache, as `dvc status` wants it. */
export function outputVerdict(stage: Stage, { out, now, stored }: OutputState, data: boolean): OutputVerdict {
	const recorded = recordOfOutput(stage, out);
	const path = out.at ?? out.path;
	const reason = (kind: "output" | "missing", change?: Reason["change"]): OutputVerdict => ({
		reasons: [{ kind, path, ...(change === undefined ? {} : { change }) }],
		absent: now === null,
	});
	if (recorded === null || recorded.oid === null) return reason("output", "new");
	if (now === null && !data) return { reasons: [], absent: true };
	if (out.cache && !stored) return reason("missing");
	if (now === null) return reason("output", "deleted");
	if (now.oid !== recorded.oid || now.hash !== recorded.hash) return reason("output", "modified");
	return { reasons: [], absent: false };
}
