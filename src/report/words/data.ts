import { countOf, type DataRow, formatBytes, formatCount } from "../../compare/index.ts";
import { clean } from "./clean.ts";
import { tableMoved, tableText } from "./table.ts";

/** `1,204 files added, 3 removed, 9 changed (+1.8 GiB)`, `new (312 MiB)`, `changed`. */
export function dataText(row: DataRow): string {
	const size =
		row.bytes === undefined || row.bytes === 0 ? "" : ` (${row.bytes > 0 ? "+" : ""}${formatBytes(row.bytes)})`;
	if (row.change === "renamed") return `was ${clean(row.from ?? "elsewhere", 200)}`;
	return `${whatChanged(row)}${size}`;
}

function whatChanged(row: DataRow): string {
	const { table, change } = row;
	const said = row.files !== undefined && change !== "unchanged" ? filesText(row) : CHANGES[change];
	if (table === undefined) return said;
	// of one file, that its rows changed says that it did
	return change === "modified" && row.files === undefined && tableMoved(table)
		? tableText(table)
		: `${said}, ${tableText(table)}`;
}

const CHANGES = {
	new: "new",
	modified: "changed",
	deleted: "removed",
	renamed: "renamed",
	unchanged: "unchanged",
} as const;

/** The outputs among the rows: files below a directory are counted in the directory's own row. */
export function outputRows(rows: readonly DataRow[]): DataRow[] {
	return rows.filter((row) => row.below === undefined && row.change !== "unchanged");
}

function filesText({ files, change }: DataRow): string {
	if (files === undefined) return "";
	if (change === "new") return `new, ${countOf(files.added, "file")}`;
	if (change === "deleted") return `removed, ${countOf(files.removed, "file")}`;
	const parts = [
		[files.added, "added"],
		[files.removed, "removed"],
		[files.changed, "changed"],
	] as const;
	const said = parts.filter(([count]) => count > 0);
	if (said.length === 0) return "changed";
	return said.map(([count, word], i) => `${i === 0 ? countOf(count, "file") : formatCount(count)} ${word}`).join(", ");
}
