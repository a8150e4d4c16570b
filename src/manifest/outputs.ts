import { baseName, type Key, type Mapping, type Place, parentOf, type Value } from "../kernel/index.ts";
import {
	byKind,
	expectBoolean,
	expectString,
	type Node,
	type Report,
	type Rule,
	refine,
	toValue,
	unknownKeys,
} from "../source/index.ts";
import type { Output, OutputKind } from "./model.ts";
import { checkPath, noteOf, notText, placePath, type Standing } from "./places.ts";

const FLAGS = ["desc", "type", "labels", "meta", "cache", "persist", "checkpoint", "remote", "push"];
const PLOT_FLAGS = [...FLAGS, "template", "x", "y", "x_label", "y_label", "title", "header"];
const SWITCHES = new Set(["cache", "persist", "push", "checkpoint"]);

interface Written {
	readonly path: string;
	readonly place: Place;
	readonly flags: Mapping;
}

/** The items of `outs:`, `metrics:` or `plots:`: a path, or a path with flags. The same path twice has the flags of both. */
export function outputsRule(kind: OutputKind): Rule<Written[]> {
	const known = kind === "plot" ? PLOT_FLAGS : FLAGS;
	const item = byKind<Written[]>(
		{
			scalar: refine(expectString, (path, node) => [{ path, place: node.at, flags: new Map() }]),
			map: (node, report) => flagged(node, known, report),
		},
		"a path, or a path with flags",
	);
	return (node, report) => {
		if (node.kind === "scalar" && node.value === null) return [];
		if (node.kind !== "list") return report.add(node.at, "expected a list of paths", { expected: "a list of paths" });
		const merged = new Map<string, Written>();
		for (const written of node.items.flatMap((each) => item(each, report) ?? [])) {
			const before = merged.get(written.path);
			merged.set(
				written.path,
				before === undefined ? written : { ...before, flags: new Map([...before.flags, ...written.flags]) },
			);
		}
		return [...merged.values()];
	};
}

function flagged(node: Node, known: readonly string[], report: Report): Written[] {
	if (node.kind !== "map") return [];
	return node.entries.flatMap(({ key, keyAt, value }) =>
		typeof key === "string"
			? [{ path: key, place: keyAt, flags: readFlags(value, known, report) }]
			: notText(key, keyAt, report),
	);
}

function readFlags(node: Node, known: readonly string[], report: Report): Mapping {
	const flags = new Map<Key, Value>();
	if (node.kind === "scalar" && node.value === null) return flags;
	// several plots of one file: carried, since only drawing them would have to choose
	if (node.kind !== "map") {
		report.add(node.at, "expected flags such as `cache: false`", { expected: `a mapping with ${known.join(", ")}` });
		return flags;
	}
	unknownKeys(node, { known, what: "an output" }, report);
	for (const { key, value } of node.entries) {
		const name = String(key);
		if (SWITCHES.has(name)) expectBoolean(value, report);
		flags.set(name, toValue(value));
	}
	return flags;
}

/** An output in its place. Failure of the rule `report` stands for: DVC's own files cannot be outputs. */
export function output(
	written: Written,
	kind: OutputKind,
	{ standing, report }: { standing: Standing; report: Report },
): Output {
	const { path, place, flags } = written;
	const at = placePath(standing, path);
	checkPath(path, place, { role: "output", report });
	if (baseName(path) === "dvc.lock") {
		report.add(place, `\`${path}\` cannot be an output: it is one of DVC's own files`, {
			found: path,
			expected: "a file or folder that the command makes",
		});
	}
	if (at === "." || (at !== null && parentOf(at) === "." && at === ".dvc")) {
		report.add(place, `\`${path}\` cannot be an output`, { found: path, expected: "a path below the project" });
	}
	const remote = flags.get("remote");
	const rest = [...flags].filter(([key]) => !SWITCHES.has(String(key)) && key !== "remote");
	return {
		path,
		at,
		kind,
		cache: flags.get("cache") !== false,
		persist: flags.get("persist") === true,
		push: flags.get("push") !== false,
		remote: noteOf(remote),
		flags: new Map(rest),
		place,
	};
}
