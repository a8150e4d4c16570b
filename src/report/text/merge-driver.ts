import type { MergeDriverDocument } from "../documents/index.ts";
import { paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** `mainline merge-driver` for people: git shows it while it merges. */
export function mergeDriverText({ path, by, taken, conflicts }: MergeDriverDocument, style: Style): string {
	const file = clean(path, 200);
	if (conflicts.length > 0) {
		const what = by === "lines" ? "" : `: ${clean(conflicts.join(", "), 400)} changed on both sides`;
		const next = by === "stages" ? "take one side's entry, then `mainline run`" : "settle it by hand";
		return `${sign(style, "no")} ${file} has conflicts${what}\n  ${paint(style, "quiet", next)}`;
	}
	const from = taken.length === 0 || by === "lines" ? "" : `: ${clean(taken.join(", "), 400)} from the other side`;
	return `${sign(style, "done")} ${file} merged by ${by}${from}`;
}
