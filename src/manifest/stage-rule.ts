import type { Place, Value } from "../kernel/index.ts";
import {
	byKind,
	expectBoolean,
	expectNode,
	expectString,
	expectValue,
	listOf,
	type Node,
	nullable,
	optional,
	type RecordOf,
	type Report,
	type Rule,
	record,
	required,
	toValue,
} from "../source/index.ts";
import { checkDockerfileIsRead } from "./container.ts";
import type { Dependency, LockEntry, Needs, Output, ParamsDependency } from "./model.ts";
import { readNeeds } from "./needs.ts";
import { output, outputsRule } from "./outputs.ts";
import { paramsDependencies, paramsRule } from "./params-list.ts";
import { checkPath, noteOf, placePath, type Standing } from "./places.ts";

const commandRule: Rule<string | string[]> = byKind<string | string[]>(
	{ scalar: expectString, list: listOf(expectString) },
	"a command, or a list of them",
);

const dependency: Rule<{ path: string; node: Node }> = (node, report) => {
	const path = expectString(node, report);
	return path === undefined ? undefined : { path, node };
};

const fields = {
	cmd: required(commandRule),
	wdir: optional(nullable(expectString)),
	deps: optional(nullable(listOf(dependency))),
	params: optional(nullable(paramsRule)),
	outs: optional(outputsRule("out")),
	metrics: optional(outputsRule("metric")),
	plots: optional(outputsRule("plot")),
	vars: optional(expectNode),
	frozen: optional(expectBoolean, false),
	always_changed: optional(expectBoolean, false),
	desc: optional<Value>(expectValue),
	meta: optional<Value>(toValue),
	// in the body of a `foreach` DVC lets it stand, and passes it over
	matrix: optional(expectNode),
};

type StageRecord = RecordOf<typeof fields>;
const stageRecord: Rule<StageRecord> = record("a stage", fields);

/** What a stage of dvc.yaml says, with every path in its place. */
export interface StageBody {
	readonly cmd: LockEntry["cmd"];
	readonly deps: readonly Dependency[];
	readonly params: readonly ParamsDependency[];
	readonly outs: readonly Output[];
	readonly frozen: boolean;
	readonly alwaysChanged: boolean;
	readonly desc: string | null;
	readonly meta: Value;
	readonly needs?: Needs;
	readonly cmdPlace?: Place;
}

/** Reads a stage whose expressions are resolved. Undefined after complaints. */
export function readStage(
	node: Node,
	{ standing, report }: { standing: Standing; report: Report },
): StageBody | undefined {
	const read = stageRecord(node, report);
	if (read === undefined) return undefined;
	const command = read.$.nodes.get("cmd");
	const needs = readNeeds(read.$.nodes.get("meta"), standing, report);
	const outputs = [
		...(read.outs ?? []).map((out) => output(out, "out", { standing, report })),
		...(read.metrics ?? []).map((out) => output(out, "metric", { standing, report })),
		...(read.plots ?? []).map((out) => output(out, "plot", { standing, report })),
	];
	const deps = read.deps ?? [];
	for (const { path, node: at } of deps) {
		if (path === "") report.add(at.at, "a dependency without a path", { expected: "a path" });
		checkPath(path, at.at, { role: "dependency", report });
	}
	const dependencies = deps.map(({ path, node: at }) => ({ path, at: placePath(standing, path), place: at.at }));
	if (needs?.container !== undefined) {
		checkDockerfileIsRead(needs.container, { deps: dependencies, wdir: standing.wdir, report });
	}
	return {
		cmd: read.cmd,
		deps: dependencies,
		params: paramsDependencies((read.params ?? []).flat(), standing),
		outs: outputs,
		frozen: read.frozen,
		alwaysChanged: read.always_changed,
		desc: noteOf(read.desc),
		meta: read.meta,
		...(needs === undefined ? {} : { needs }),
		...(command === undefined ? {} : { cmdPlace: command.at }),
	};
}
