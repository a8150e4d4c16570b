import type { PullReport } from "../documents/index.ts";
import { goldenTexts } from "../words/golden.ts";
import { name, prose, spoken } from "./escape.ts";
import type { Limits } from "./limits.ts";
import { left } from "./tables.ts";

/** What merging would release answers to requests whose answers are known: one line a model, and each answer that is otherwise. */
export function goldenSection(report: PullReport, limits: Limits): string | null {
	const all = goldenTexts(report);
	if (all.length === 0) return null;
	// what is wrong comes first where not all of it is shown
	const texts = all.toSorted((a, b) => Number(b.wrong.length > 0) - Number(a.wrong.length > 0)).slice(0, limits.golden);
	const others = left(all.length - texts.length, "model with golden requests", "models with golden requests");
	const shown = texts.map(({ model, says, wrong }) => {
		const of = all.length === 1 ? "" : ` of ${name(model, limits.name, "line")}`;
		const lines = wrong.slice(0, limits.warnings).flatMap(({ file, differences }) => {
			const shown = differences.slice(0, limits.reasons).map((each) => spoken(each, limits.name * 2));
			const more = left(differences.length - shown.length, "difference");
			return `- ❌ ${name(file, limits.name, "line")}: ${[...shown, ...more].join("; ")}`;
		});
		const more = left(wrong.length - limits.warnings, "request").map((text) => `- ${text}`);
		const head = `**Golden requests**${of}: ${prose(says, 300)}.`;
		return [head, ...(lines.length === 0 ? [] : ["", ...lines, ...more])].join("\n");
	});
	return [...shown, ...others].join("\n\n");
}
