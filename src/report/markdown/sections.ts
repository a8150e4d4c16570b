import { countOf } from "../../compare/index.ts";
import type { PlannedStageRow, PullReport, RunStageRow } from "../documents/index.ts";
import { reasonsOf } from "../text/plan.ts";
import { baselineTexts } from "../words/baseline.ts";
import { comparabilityTexts } from "../words/comparable.ts";
import { mergedLines, mergingText, revertText } from "../words/merging.ts";
import { moved } from "../words/metrics.ts";
import {
	baseText,
	disbeliefTexts,
	type Headline,
	nextSteps,
	notRunText,
	type PullVerdict,
	pullFacts,
	pullHeadline,
} from "../words/pull.ts";
import { outcomeText } from "../words/stages.ts";
import { shortCommit } from "../words/times.ts";
import { whyText } from "../words/why.ts";
import { code, fence, link, name, prose, spoken } from "./escape.ts";
import { goldenSection } from "./golden.ts";
import { historySection } from "./history.ts";
import type { Limits } from "./limits.ts";
import { timeColumns } from "./stage-times.ts";
import { changedParams, dataLines, gateTable, left, metricTable, otherMetrics, paramTable, table } from "./tables.ts";

const VERDICT_MARKS: Readonly<Record<PullVerdict, string>> = {
	passed: "✅",
	failed: "❌",
	waits: "⏸️",
	planned: "🔵",
};

/** No tick where nothing says no, but something could not be judged. */
export function markOf({ verdict, open }: Headline): string {
	return open === true ? "⚪" : VERDICT_MARKS[verdict];
}

/** The report without its heading, part by part in the order of reading. Each part is whole Markdown. */
export function sections(report: PullReport, limits: Limits): string[] {
	return [
		factsLine(report),
		warningBlock(report, limits),
		comparabilityBlock(report, limits),
		gateTable(report, limits),
		goldenSection(report, limits),
		failureBlock(report, limits),
		metricSection(report, limits),
		historySection(report, limits),
		dataSection(report, limits),
		mergingSection(report, limits),
		paramSection(report, limits),
		stageSection(report, limits),
		baselineSection(report),
		nextSection(report, limits),
	]
		.filter((part) => part !== null && part !== "")
		.map(String);
}

/** `## ❌ Mainline: 1 of 4 gates says no`. */
export function heading(report: PullReport): string {
	const headline = pullHeadline(report);
	const { title } = headline;
	return `## ${markOf(headline)} Mainline: ${prose(title, 200)}`;
}

function factsLine(report: PullReport): string {
	const { base, head, links } = report;
	const from = base === null ? "no base yet" : `\`${shortHex(base.commit)}\` (${prose(baseText(report) ?? "", 100)})`;
	const facts = [`${from} → \`${shortHex(head.commit)}\``, ...pullFacts(report).map((fact) => prose(fact, 200))];
	if (links.run !== undefined) facts.push(link("run", links.run));
	if (links.report !== undefined) facts.push(link("report", links.report));
	return facts.join(" · ");
}

function shortHex(commit: string): string {
	return shortCommit(commit).replace(/[^0-9a-zA-Z]/g, "");
}

function warningBlock(report: PullReport, limits: Limits): string | null {
	const notRun = notRunText(report);
	const shown = report.warnings.slice(0, limits.warnings).map((warning) => spoken(warning, limits.name * 3));
	const more = left(report.warnings.length - shown.length, "warning");
	const lies = disbeliefTexts(report);
	const told = [...lies.slice(0, limits.warnings), ...(notRun === null ? [] : [notRun])].map((line) => spoken(line));
	const lines = [...told, ...left(lies.length - limits.warnings, "other result"), ...shown, ...more];
	return lines.length === 0 ? null : lines.map((line) => `> ⚠️ ${line}`).join("\n>\n");
}

/** Before any number: which of them say less than they seem to, and the files that are to blame. */
function comparabilityBlock(report: PullReport, limits: Limits): string | null {
	const texts = comparabilityTexts(report);
	const lines = texts.slice(0, limits.warnings).map(({ says, changes }) => {
		const shown = changes.slice(0, limits.reasons).map((change) => `> - ${prose(change, limits.name * 2)}`);
		const more = left(changes.length - shown.length, "change").map((text) => `> - ${text}`);
		return [`> ⚖️ **${prose(says, limits.name * 3)}**`, ">", ...shown, ...more].join("\n");
	});
	const rest = left(texts.length - lines.length, "stage that measures", "stages that measure");
	return lines.length === 0 ? null : [...lines, ...rest.map((text) => `> ${text}`)].join("\n>\n");
}

function failureBlock(report: PullReport, limits: Limits): string | null {
	const failed = (report.run?.stages ?? []).filter((stage) => stage.outcome === "failed");
	if (failed.length === 0) return null;
	const budget = Math.floor(limits.tail / Math.min(failed.length, 3));
	return failed
		.slice(0, 3)
		.map((stage) => oneFailure(stage, budget, limits))
		.join("\n\n");
}

function oneFailure(stage: RunStageRow, budget: number, limits: Limits): string {
	const head = `**${name(stage.address, limits.name, "line")}** ${spoken(outcomeText(stage), limits.name * 3)}`;
	const tail = stage.tail?.trim() ?? "";
	if (tail === "" || budget < 80) return head;
	return `${head}\n\n${fence(lastLines(stage.tail ?? "", budget), budget)}`;
}

function lastLines(text: string, budget: number): string {
	const lines = text.trimEnd().split("\n");
	const kept: string[] = [];
	let size = 0;
	for (const line of lines.toReversed()) {
		size += line.length + 1;
		if (size > budget || kept.length === 40) break;
		kept.unshift(line);
	}
	return kept.join("\n");
}

/** Open where no gate has a table of its own; folded behind the gates. */
function metricSection(report: PullReport, limits: Limits): string | null {
	const others = otherMetrics(report);
	const metrics = metricTable(report, limits);
	if (metrics === null) return null;
	const count = others.filter(moved).length;
	if (report.gates.length === 0 && metrics.shown > 0 && metrics.shown <= 10) return metrics.table;
	const total =
		others.length > count
			? `${countOf(others.length, report.gates.length > 0 ? "more metric" : "metric")}, ${report.gates.length > 0 ? "none gated, " : ""}${count} moved`
			: `${countOf(count, report.gates.length > 0 ? "more metric" : "metric")} moved${report.gates.length > 0 ? ", none gated" : ""}`;
	return metrics.shown === 0 ? `${total}.` : fold(total, metrics.table);
}

function dataSection(report: PullReport, limits: Limits): string | null {
	const [first, ...more] = dataLines(report, limits);
	if (first === undefined) return null;
	if (more.length === 0) return `**Data** ${first}`;
	return `**Data**\n\n${[first, ...more].map((line) => `- ${line}`).join("\n")}`;
}

function mergingSection({ merging }: PullReport, limits: Limits): string | null {
	if (merging === null) return null;
	const goal = mergingText(merging);
	const revert = revertText(merging);
	const said = [
		goal === null ? null : `**Merging would** ${prose(goal, 600)}.`,
		revert === null ? null : `${prose(revert, 200)}.`,
	];
	const back = mergedLines({ merging }).map(
		({ about, says }) => `- **${prose(about, limits.name)}:** ${spoken(says, limits.name * 4)}.`,
	);
	return [said.filter((part) => part !== null).join(" "), back.join("\n")].filter((part) => part !== "").join("\n\n");
}

function paramSection(report: PullReport, limits: Limits): string | null {
	const params = paramTable(report, limits);
	return params === null ? null : fold(`${countOf(changedParams(report).length, "parameter")} changed`, params);
}

/** Stages that were anything but up to date, with the reason and the time. */
function stageSection(report: PullReport, limits: Limits): string | null {
	const ran = new Map((report.run?.stages ?? []).map((stage) => [stage.address, stage]));
	const stale = report.plan.stages.filter((stage) => stage.action !== "none" || !isQuiet(ran.get(stage.address)));
	if (stale.length === 0) return null;
	const shown = stale.slice(0, limits.stages);
	const times = timeColumns(shown, ran);
	const rows = shown.map((stage) => {
		const result = ran.get(stage.address);
		return [
			name(stage.address, limits.name),
			stateText(stage, result),
			reasonCell(stage, result !== undefined, limits),
			...times.cells(stage),
		];
	});
	const quiet = report.plan.stages.length - stale.length;
	const rest = quiet > 0 ? [`${countOf(quiet, "other stage")} up to date.`] : [];
	return fold(
		stageTitle(report, stale),
		[
			table(["Stage", "", "Why", ...times.header], `lll${times.align}`, rows),
			...left(stale.length - shown.length, "stage"),
			...rest,
		].join("\n\n"),
	);
}

function stageTitle({ run }: PullReport, shown: readonly PlannedStageRow[]): string {
	if (run !== null) return "Stages: why each ran";
	const known = shown.every(({ action }) => action === "restore");
	return known ? "Stages: why each differs, and is known already" : "Stages: why each is stale";
}

function isQuiet(stage: RunStageRow | undefined): boolean {
	return stage === undefined || stage.outcome === "unchanged" || stage.outcome === "frozen";
}

const ACTIONS = {
	none: "up to date",
	restore: "known",
	run: "stale",
	maybe: "may follow",
	frozen: "frozen",
	blocked: "cannot run",
} as const;

function stateText(stage: PlannedStageRow, result: RunStageRow | undefined): string {
	if (result === undefined) return ACTIONS[stage.action];
	return result.outcome === "failed" ? "❌ failed" : prose(outcomeText(result), 120);
}

/** Once a stage ran, what the plan expected of it is no news. */
function reasonCell(stage: PlannedStageRow, done: boolean, limits: Limits): string {
	const reasons = done ? stage.why.slice(0, limits.reasons).map(whyText) : reasonsOf(stage);
	const count = done ? stage.why.length : reasons.length;
	const shown = reasons.slice(0, limits.reasons).map((reason) => prose(reason, limits.name + 60));
	return [...shown, ...left(count - shown.length, "reason")].join("<br>");
}

/** Folded: of interest to who doubts the numbers. */
function baselineSection(report: PullReport): string | null {
	const texts = baselineTexts(report);
	return texts.length === 0 ? null : fold("Why this baseline", texts.map((text) => prose(text, 300)).join(" "));
}

function nextSection(report: PullReport, limits: Limits): string | null {
	const steps = nextSteps(report).slice(0, 5);
	if (steps.length === 0) return null;
	const said = steps.map((step) => {
		const command = step.command === undefined ? "" : `: ${code(step.command, limits.name * 3)}`;
		return `${prose(step.text, limits.name * 3)}${command}`;
	});
	return said.length === 1 ? `**Next:** ${said[0]}` : `**Next:**\n\n${said.map((line) => `- ${line}`).join("\n")}`;
}

/** Folded Markdown; the blank lines are what makes it Markdown. */
function fold(title: string, content: string): string {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
