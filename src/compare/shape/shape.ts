import { csvShape } from "./csv.ts";
import { jsonLinesShape } from "./json-lines.ts";
import type { DataFile, Shape } from "./model.ts";
import { parquetShape } from "./parquet.ts";

export type TableKind = "csv" | "json-lines" | "parquet";

const KINDS: ReadonlyMap<string, TableKind> = new Map([
	["csv", "csv"],
	["tsv", "csv"],
	["jsonl", "json-lines"],
	["ndjson", "json-lines"],
	["parquet", "parquet"],
]);

/** What kind of table a file is by its name; null for none. */
export function tableKind(path: string): TableKind | null {
	const [, ending = ""] = /\.([A-Za-z]+)$/.exec(path) ?? [];
	return KINDS.get(ending.toLowerCase()) ?? null;
}

const READERS = { csv: csvShape, "json-lines": jsonLinesShape, parquet: parquetShape } as const;

/** How much a table holds; null where it cannot be told. */
export function shapeOf(kind: TableKind, file: DataFile): Promise<Shape | null> {
	return READERS[kind](file);
}

/** Several files as one table; null without any. Columns only where all have the same. */
export function together(shapes: readonly Shape[]): Shape | null {
	const [first] = shapes;
	if (first === undefined) return null;
	const key = ({ columns, names }: Shape): string => JSON.stringify([columns, names]);
	const same = shapes.every((shape) => key(shape) === key(first));
	const rows = shapes.reduce((sum, shape) => sum + shape.rows, 0);
	return same ? { ...first, rows } : { rows, columns: null, names: null };
}
