import type { Place } from "../kernel/index.ts";
import {
	byKind,
	describeNode,
	expectBoolean,
	expectList,
	expectMap,
	expectNode,
	expectString,
	type Field,
	listOf,
	type Node,
	nullable,
	optional,
	type Report,
	type Rule,
	record,
	required,
} from "../source/index.ts";

/**
 * What DVC lets dvc.yaml say, before any expression is resolved: types and keys, key by key. A text may hold `${}`; a switch
 * may not. What expressions then make of it is looked at where it is read.
 */

const texts = listOf(expectString);

/** A mapping from names to one rule. Names that YAML takes for something else than text need quotes. */
export function named<T>(rule: (node: Node, report: Report, name: string, at: Place) => T | undefined): Rule<T[]> {
	return (node, report) =>
		expectMap(node, report)?.entries.flatMap(({ key, keyAt, value }) => {
			if (typeof key !== "string") {
				report.add(keyAt, `\`${String(key)}\` is a name here, but YAML does not take it for a text`, {
					expected: "a text",
					hint: "put it in quotes",
				});
				return [];
			}
			const read = rule(value, report, key, keyAt);
			return read === undefined ? [] : [read];
		});
}

const notes = {
	desc: optional(expectString),
	type: optional(expectString),
	labels: optional(texts),
	meta: optional(expectNode),
};

const outputFlags = {
	...notes,
	cache: optional(expectBoolean),
	persist: optional(expectBoolean),
	checkpoint: optional(expectBoolean),
	remote: optional(expectString),
	push: optional(expectBoolean),
};

const plotFlags = {
	...outputFlags,
	template: optional(expectString),
	x: optional(expectString),
	y: optional(expectString),
	x_label: optional(expectString),
	y_label: optional(expectString),
	title: optional(expectString),
	header: optional(expectBoolean),
};

type Fields = Readonly<Record<string, Field<unknown>>>;

function outputs(fields: Fields): Rule<unknown> {
	const flags = record("an output", fields);
	return listOf(byKind<unknown>({ scalar: expectString, map: named(flags) }, "a path, or a path with flags"));
}

const vars: Rule<unknown> = listOf(
	byKind<unknown>({ scalar: expectString, map: expectNode }, "a file, `file:key,key`, or a mapping"),
);

const command: Rule<unknown> = byKind<unknown>(
	{ scalar: expectString, list: listOf(expectString) },
	"a command, or a list of them",
);

const axis = byKind<unknown>({ scalar: expectString, list: expectNode }, "a list of values");

const stage = record("a stage", {
	cmd: required(command),
	wdir: optional(expectString),
	deps: optional(texts),
	params: optional(
		listOf(byKind<unknown>({ scalar: expectString, map: expectNode }, "a parameter's name, or a file with names")),
	),
	outs: optional(outputs(outputFlags)),
	metrics: optional(outputs(outputFlags)),
	plots: optional(outputs(plotFlags)),
	vars: optional(vars),
	frozen: optional(expectBoolean),
	always_changed: optional(expectBoolean),
	desc: optional(expectString),
	meta: optional(expectNode),
	matrix: optional(named(axis)),
});

const generator = record("a stage with `foreach`", {
	foreach: required(
		byKind<unknown>({ scalar: expectString, list: expectNode, map: expectNode }, "a list or a mapping to go through"),
	),
	do: required(stage),
});

const definition = (node: Node, report: Report, name: string, at: Place): unknown => {
	const about = report.about(`stage "${name}"`);
	const generates = node.kind === "map" && node.entries.some(({ key }) => key === "foreach" || key === "do");
	if (name === "") return report.add(at, "a stage needs a name", { expected: "a name" });
	if (name.includes("@") && !generates && !hasMatrix(node)) {
		return report.add(at, `\`${name}\` cannot be a stage's name: \`@\` stands before the key of a generated stage`, {
			expected: "a name without @",
			length: name.length,
		});
	}
	return (generates ? generator : stage)(node, about);
};

function hasMatrix(node: Node): boolean {
	return node.kind === "map" && node.entries.some(({ key }) => key === "matrix");
}

const plotAxis = byKind<unknown>({ scalar: expectString, map: named(expectString) }, "a field, or a file with a field");
const fieldOrFields = byKind<unknown>({ scalar: expectString, list: texts }, "a field, or a list of them");
const plot = record("a plot", {
	x: optional(plotAxis),
	y: optional(
		byKind<unknown>({ scalar: expectString, list: texts, map: named(fieldOrFields) }, "fields, or files with fields"),
	),
	x_label: optional(expectString),
	y_label: optional(expectString),
	title: optional(expectString),
	template: optional(expectString),
});

const artifact = record("an artifact", { path: required(expectString), ...notes });

/** The whole of dvc.yaml as it is written. */
export const pipelineSchema: Rule<unknown> = record("dvc.yaml", {
	vars: optional(vars),
	stages: optional(named(definition)),
	params: optional(texts),
	metrics: optional(texts),
	plots: optional(
		listOf(
			byKind<unknown>({ scalar: expectString, map: named(nullable(plot)) }, "a file, or a name with what to draw"),
		),
	),
	artifacts: optional(named((node, report, name) => artifact(node, report.about(`artifact "${name}"`)))),
	datasets: optional(datasets),
});

/** DVC takes whatever can be gone through; what an entry says is looked at by the commands for data sets. */
function datasets(node: Node, report: Report): unknown {
	const fits = node.kind !== "scalar" || typeof node.value === "string";
	return fits ? node : (expectList(node, report) ?? describeNode(node));
}
