import { formatSeconds } from "../../compare/index.ts";
import type { RunDocument, RunOutcome, RunStageRow } from "../documents/index.ts";
import { columns, paint, type Sign, type Style, sign } from "../style.ts";
import { clean, cleanLines } from "../words/clean.ts";
import { outcomeText, runHeadline } from "../words/stages.ts";

export const OUTCOME_SIGNS: Readonly<Record<RunOutcome, Sign>> = {
	executed: "done",
	restored: "done",
	unchanged: "done",
	failed: "no",
	skipped: "waits",
	frozen: "rest",
};

const TAIL_LINES = 15;

/** `mainline run` for people, after the work: what happened to each stage; of a failed one the last that it said. */
export function runText(document: RunDocument, style: Style): string {
	const rows = document.stages.map((stage) => [
		`  ${sign(style, document.dry && stage.outcome === "executed" ? "busy" : OUTCOME_SIGNS[stage.outcome])} ${clean(stage.address, 80)}`,
		document.dry && stage.outcome === "executed" ? "would run" : outcomeText(stage),
		stage.outcome === "executed" && !document.dry ? formatSeconds(stage.seconds) : "",
	]);
	const failed = document.stages.filter((stage) => stage.outcome === "failed");
	return [
		paint(style, failed.length > 0 ? "bad" : "strong", runHeadline(document)),
		"",
		...columns(rows, ["left", "left", "right"], "   "),
		...failed.flatMap((stage) => tailLines(stage, style)),
		...(failed.length > 0
			? ["", `Next: ${paint(style, "strong", "mainline run")} goes on from there, once it is mended`]
			: []),
	].join("\n");
}

function tailLines(stage: RunStageRow, style: Style): string[] {
	if (stage.tail === undefined || stage.tail.trim() === "") return [];
	const lines = cleanLines(stage.tail.trimEnd()).split("\n").slice(-TAIL_LINES);
	return [
		"",
		`the last that ${clean(stage.address, 80)} said:`,
		...lines.map((line) => paint(style, "quiet", `  | ${line}`)),
		...(stage.log === undefined ? [] : [`all of it: ${clean(stage.log)}`]),
	];
}
