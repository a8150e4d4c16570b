import type { PullReport } from "../documents/index.ts";
import { paint, type Style, sign, wrap } from "../style.ts";
import { clean } from "../words/clean.ts";
import { comparabilityTexts } from "../words/comparable.ts";
import { dataText, outputRows } from "../words/data.ts";
import { type GoldenText, goldenTexts } from "../words/golden.ts";
import { mergedLines, mergingText, revertText } from "../words/merging.ts";
import {
	baseText,
	disbeliefTexts,
	nextSteps,
	notRunText,
	type PullVerdict,
	pullFacts,
	pullHeadline,
} from "../words/pull.ts";
import { shortCommit } from "../words/times.ts";
import { gateLines } from "./gate.ts";
import { wrongLines } from "./golden.ts";
import { stageLines } from "./plan.ts";

const SIGN: Readonly<Record<PullVerdict, Parameters<typeof sign>[1]>> = {
	passed: "done",
	failed: "no",
	waits: "waits",
	planned: "busy",
};

/** The pull request's report for a terminal: the same words as its comment. */
export function pullReportText(report: PullReport, style: Style): string {
	const { verdict, title } = pullHeadline(report);
	const base = report.base === null ? "no base yet" : `${shortCommit(report.base.commit)} (${baseText(report)})`;
	const facts = [`${base} → ${shortCommit(report.head.commit)}`, ...pullFacts(report)].join(" · ");
	const merging = report.merging === null ? null : mergingText(report.merging);
	const revert = report.merging === null ? null : revertText(report.merging);
	const told = [
		...disbeliefTexts(report),
		notRunText(report),
		...report.warnings.map((warning) => clean(warning)),
		...comparabilityTexts(report).map(({ says, changes }) => `${says} (${changes.slice(0, 4).join(", ")})`),
	].filter((line) => line !== null);
	const data = outputRows(report.diff?.data ?? []).map((row) => `Data  ${clean(row.path, 120)}: ${dataText(row)}`);
	const stale = report.plan.stages.filter((stage) => stage.action !== "none");
	return blocks([
		[`${sign(style, SIGN[verdict])} ${paint(style, "strong", `Mainline: ${title}`)}`, paint(style, "quiet", facts)],
		told.flatMap((line) => wrap(line, style.width)),
		gateLines(report.gates, style),
		goldenTexts(report).flatMap((each) => goldenLines(each, style)),
		stageLines(stale, style),
		data,
		[
			...(merging === null ? [] : wrap(`Merging would ${merging}.`, style.width)),
			...(revert === null ? [] : [`${revert}.`]),
			...mergedLines(report).flatMap(({ about, says }) => wrap(`${about}: ${says}.`, style.width)),
		],
		nextSteps(report).map(
			(step) =>
				`Next: ${clean(step.text)}${step.command === undefined ? "" : `: ${paint(style, "strong", clean(step.command))}`}`,
		),
	]);
}

function goldenLines({ model, says, wrong }: GoldenText, style: Style): string[] {
	return [`Golden requests of ${clean(model, 80)}: ${says}`, ...wrongLines(wrong, "  ", style)];
}

function blocks(parts: readonly (readonly string[])[]): string {
	return parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join("\n"))
		.join("\n\n");
}
