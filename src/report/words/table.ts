import { countOf, formatCount, type TableChange } from "../../compare/index.ts";
import { clean } from "./clean.ts";

const NAMED = 5;

/** `1,204 → 1,310 rows, 12 columns (+age, −zip)`. */
export function tableText({ rows, columns }: TableChange): string {
	const parts = [movedCount(rows, "row"), movedCount(columns, "column")].filter((part) => part !== "");
	const names = [...named(columns.added, "+"), ...named(columns.removed, "−")];
	return `${parts.join(", ")}${names.length > 0 ? ` (${names.join(", ")})` : ""}`;
}

/** Whether there is anything to see in it. */
export function tableMoved({ rows, columns }: TableChange): boolean {
	return (
		rows.base !== rows.head ||
		columns.base !== columns.head ||
		(columns.added ?? []).length + (columns.removed ?? []).length > 0
	);
}

function movedCount(
	{ base, head }: { readonly base: number | null; readonly head: number | null },
	one: string,
): string {
	const now = head ?? base;
	if (now === null) return "";
	return base === null || head === null || base === head
		? countOf(now, one)
		: `${formatCount(base)} → ${countOf(head, one)}`;
}

function named(names: readonly string[] | undefined, sign: string): string[] {
	const all = names ?? [];
	const shown = all.slice(0, NAMED).map((name) => `${sign}${clean(name, 40)}`);
	return all.length > NAMED ? [...shown, `${sign}${all.length - NAMED} more`] : shown;
}
