import { Failure, isMapping, type Key, type Value } from "../kernel/index.ts";
import { flatten, toLeaf } from "./flatten.ts";
import type { Leaf } from "./model.ts";
import { parseValues } from "./parse.ts";
import { expandPath, type Found, readTracked } from "./read.ts";
import type { Side } from "./side.ts";

/** What one side says: file → name → leaf, files and names in the order read. */
export interface MetricTable {
	readonly files: ReadonlyMap<string, ReadonlyMap<string, Leaf>>;
	/** Files that are recorded but not at hand. */
	readonly unavailable: ReadonlySet<string>;
	/** One sentence for each file that could not be read. */
	readonly problems: readonly string[];
	/** Files that are a mapping, not one bare value: DVC compares the two differently. */
	readonly mappings: ReadonlySet<string>;
}

/** Every metric of a side, read as `dvc metrics show` does. */
export async function readMetrics(side: Side): Promise<MetricTable> {
	const paths = new Set<string>();
	for (const path of metricPaths(side)) {
		for (const file of await expandPath(side, path)) paths.add(file);
	}
	return readTable(side, new Map([...paths].map((path) => [path, measured])));
}

/** What a file's value is reduced to before its leaves are taken. */
export type Reduce = (value: Value) => Value;

/** Reads files and reduces each; a file that cannot be read is a problem, not a failure. */
export async function readTable(side: Side, files: ReadonlyMap<string, Reduce>): Promise<MetricTable> {
	const found = new Map<string, ReadonlyMap<string, Leaf>>();
	const unavailable = new Set<string>();
	const mappings = new Set<string>();
	const problems: string[] = [];
	for (const [file, reduce] of files) {
		const read = await readTracked(side, file);
		if (read === "unavailable") unavailable.add(file);
		const value = parsed(read, { file, side: side.tree.name, problems });
		if (value === undefined) continue;
		const reduced = reduce(value);
		if (isMapping(reduced)) mappings.add(file);
		found.set(file, isMapping(reduced) ? flatten(reduced) : new Map([["", bareValue(reduced)]]));
	}
	return { files: found, unavailable, problems, mappings };
}

/** The files that stages declare as metrics and those that top-level `metrics:` names. */
export function metricPaths({ project }: Pick<Side, "project">): string[] {
	const outs = project.stages.flatMap((stage) => stage.outs.filter((out) => out.kind === "metric"));
	return [...outs.map((out) => out.at).filter((at) => at !== null), ...project.topLevel.metrics];
}

interface ParseContext {
	readonly file: string;
	readonly side: string;
	readonly problems: string[];
}

/** Undefined where there is nothing to compare. */
function parsed(read: Found, { file, side, problems }: ParseContext): Value | undefined {
	if (read === null) return undefined;
	const where = side === "workspace" ? "the workspace" : side.slice(0, 7);
	if (read === "unavailable") {
		problems.push(`${file} of ${where} is known but not at hand: \`mainline pull\` brings it`);
		return undefined;
	}
	try {
		return parseValues(read, file);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const { at } = error.details;
		problems.push(`${file}${at?.line === undefined ? "" : `:${at.line}`} of ${where} cannot be read: ${error.message}`);
		return undefined;
	}
}

/** Numbers, texts and booleans are metrics; lists, nulls and mappings without any are not. A falsy file is an empty mapping. */
export function measured(value: Value): Value {
	const kept = measuredPart(value);
	return kept === null || kept === false || kept === 0 || kept === 0n || kept === "" ? new Map() : kept;
}

function measuredPart(value: Value): Value {
	if (typeof value === "boolean" || typeof value === "number" || typeof value === "bigint" || typeof value === "string")
		return value;
	if (!isMapping(value)) return null;
	const kept = new Map<Key, Value>();
	for (const [key, item] of value) {
		const part = measuredPart(item);
		if (part !== null && !(isMapping(part) && part.size === 0)) kept.set(key, part);
	}
	return kept;
}

/** DVC reads the text of a file that is one text once more, as JSON: `"0.93"` is a number. */
export function bareValue(value: Value): Leaf {
	const leaf = toLeaf(value);
	if (typeof leaf !== "string" || !/^(-?\d|true$|false$|NaN$|-?Infinity$)/.test(leaf)) return leaf;
	try {
		return toLeaf(parseValues(new TextEncoder().encode(leaf), "metric.json"));
	} catch {
		return leaf;
	}
}
