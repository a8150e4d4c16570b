import type { MetricRow } from "../../compare/index.ts";
import { clean } from "./clean.ts";

interface Named {
	readonly file: string;
	readonly name: string;
}

/** How each metric is called: by its name, with the file in front where two files have it, by the file where it has no name. */
export function metricNames(rows: readonly Named[]): (row: Named) => string {
	const files = new Map<string, Set<string>>();
	for (const { file, name } of rows) files.set(name, (files.get(name) ?? new Set()).add(file));
	return ({ file, name }) => {
		if (name === "") return clean(file, 120);
		return clean((files.get(name)?.size ?? 0) > 1 ? `${file}:${name}` : name, 120);
	};
}

/** A metric moved when its value differs; NaN on both sides has not. */
export function moved(row: MetricRow): boolean {
	return (
		!Object.is(row.base, row.head) &&
		!(Number.isNaN(row.base) && Number.isNaN(row.head)) &&
		row.delta !== 0 &&
		row.delta !== 0n
	);
}
