import { countOf } from "../../compare/index.ts";
import type { PlanAction, PlanDocument, PlannedStageRow } from "../documents/index.ts";
import { columns, paint, type Sign, type Style, shorten, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { actionNote, containerNote, planHeadline } from "../words/stages.ts";
import { whyText } from "../words/why.ts";

export const ACTION_SIGNS: Readonly<Record<PlanAction, Sign>> = {
	none: "done",
	restore: "done",
	run: "busy",
	maybe: "waits",
	frozen: "rest",
	blocked: "no",
};

/** Stages that are shown although nothing happens to them, and reasons shown for one stage. */
const MOST_QUIET = 30;
const MOST_REASONS = 6;

/** `mainline plan` for people: how much, which, why, what next. */
export function planText(document: PlanDocument, style: Style): string {
	const quiet = document.stages.filter((stage) => stage.action === "none");
	const folded = document.stages.length > MOST_QUIET && quiet.length > 0;
	const shown = folded ? document.stages.filter((stage) => stage.action !== "none") : document.stages;
	const rest = folded ? [`  ${sign(style, "done")} ${countOf(quiet.length, "stage")} up to date`] : [];
	const stale = document.stages.some((stage) => stage.action === "run" || stage.action === "maybe");
	const restore = document.stages.some((stage) => stage.action === "restore");
	return [
		paint(style, "strong", planHeadline(document)),
		"",
		...stageLines(shown, style),
		...rest,
		"",
		...(stale || restore ? [`Next: ${paint(style, "strong", "mainline run")}`] : []),
	].join("\n");
}

/** A line for each stage, further reasons under the first. */
export function stageLines(stages: readonly PlannedStageRow[], style: Style): string[] {
	const rows = stages.flatMap((stage) => {
		const [first = "", ...more] = reasonsOf(stage);
		const name = clean(stage.address, 80);
		return [[`  ${sign(style, ACTION_SIGNS[stage.action])} ${name}`, first], ...more.map((reason) => ["", reason])];
	});
	return columns(rows, [], "   ").map((line) => shorten(line, Math.max(40, style.colour ? 10_000 : style.width)));
}

/** Why, in lines; many reasons end with how many more there are. */
export function reasonsOf(stage: PlannedStageRow): string[] {
	const note = actionNote(stage);
	const place = containerNote(stage);
	const reasons = [...stage.why.map(whyText), ...(note === null ? [] : [note]), ...(place === null ? [] : [place])];
	if (reasons.length <= MOST_REASONS) return reasons;
	return [...reasons.slice(0, MOST_REASONS - 1), `and ${reasons.length - MOST_REASONS + 1} more reasons`];
}
