import { compareCodePoints, equalInPython } from "../kernel/index.ts";
import type { Leaf, MetricRow, ParamRow } from "./model.ts";
import type { MetricTable } from "./tables.ts";

/** Rows of what differs between two tables, or of everything, sorted by file and name; the numbers are DVC's. */
export function diffTables(base: MetricTable, head: MetricTable, all: boolean): MetricRow[] {
	const files = [...new Set([...base.files.keys(), ...head.files.keys()])].sort(compareCodePoints);
	return files.flatMap((file) => diffFile(file, { base, head, all }));
}

/** The same rows for parameters, which have no delta. */
export function withoutDelta({ file, name, base, head }: MetricRow): ParamRow {
	return { file, name, base, head };
}

function diffFile(
	file: string,
	{ base, head, all }: { base: MetricTable; head: MetricTable; all: boolean },
): MetricRow[] {
	const [old, now] = [namesOf(base, head, file), namesOf(head, base, file)];
	const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareCodePoints);
	return names.flatMap((name) => {
		const [before, after] = [old.get(name) ?? null, now.get(name) ?? null];
		if (!all && equalInPython(before, after)) return [];
		return [{ file, name, base: before, head: after, delta: pythonDelta(before, after) }];
	});
}

/** A bare value is compared with a bare value only: against a mapping, or against nothing, DVC leaves it out. */
function namesOf(table: MetricTable, other: MetricTable, file: string): ReadonlyMap<string, Leaf> {
	const bare = table.files.has(file) && !table.mappings.has(file);
	const otherBare = other.files.has(file) && !other.mappings.has(file);
	return bare && !otherBare ? new Map() : (table.files.get(file) ?? new Map());
}

/** `new - old` in Python: booleans are 0 and 1, integers stay exact, a float on either side makes a float. */
function pythonDelta(base: Leaf, head: Leaf): number | bigint | null {
	const [a, b] = [pythonNumber(base), pythonNumber(head)];
	if (a === null || b === null) return null;
	if (typeof a === "bigint" && typeof b === "bigint") return b - a;
	return Number(b) - Number(a);
}

function pythonNumber(value: Leaf): number | bigint | null {
	if (typeof value === "boolean") return value ? 1n : 0n;
	return typeof value === "number" || typeof value === "bigint" ? value : null;
}
