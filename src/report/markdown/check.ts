import { formatExact, formatNumber, type GateVerdict } from "../../compare/index.ts";
import type { Annotation, CheckConclusion } from "../../github/index.ts";
import { type Failure, joinPath } from "../../kernel/index.ts";
import type { ErrorRow, PullReport } from "../documents/index.ts";
import { allFailures } from "../failure.ts";
import { clean, cleanLines } from "../words/clean.ts";
import { gateKey } from "../words/gates.ts";
import { goldenTexts } from "../words/golden.ts";
import { metricNames } from "../words/metrics.ts";
import { type PullVerdict, pullHeadline } from "../words/pull.ts";
import { outcomeText } from "../words/stages.ts";
import { fitted } from "./comment.ts";
import { byteLength, code, fence, spoken } from "./escape.ts";

/** What a check run shows. `summary` is Markdown of at most 65,535 characters. */
export interface CheckOutput {
	readonly conclusion: CheckConclusion;
	readonly title: string;
	readonly summary: string;
	readonly annotations: readonly Annotation[];
}

export const SUMMARY_BYTES = 65_000;
export const MOST_ANNOTATIONS = 50;

/** A required check must not turn green for what was not run: `waits` asks for somebody, and only a verdict passes. */
const CONCLUSIONS: Readonly<Record<PullVerdict, CheckConclusion>> = {
	passed: "success",
	failed: "failure",
	waits: "action_required",
	planned: "neutral",
};

export function conclusionOf(verdict: PullVerdict): CheckConclusion {
	return CONCLUSIONS[verdict];
}

/** The check run of a report: the comment's words. */
export function renderCheck(report: PullReport): CheckOutput {
	const { verdict, title } = pullHeadline(report);
	return {
		conclusion: CONCLUSIONS[verdict],
		title: clean(capital(title), 200),
		summary: fitted(report, SUMMARY_BYTES, ([, ...parts]) => `${parts.join("\n\n")}\n`),
		annotations: reportAnnotations(report).slice(0, MOST_ANNOTATIONS),
	};
}

/** The check run of a failure: what, where, what next. */
export function renderFailureCheck(failure: Failure): CheckOutput {
	const all = allFailures(failure);
	const blocks = all.slice(0, 20).map(failureMarkdown);
	const more = all.length > 20 ? [`… and ${all.length - 20} more`] : [];
	const summary = [...blocks, ...more].join("\n\n");
	return {
		conclusion: "failure",
		title: clean(all.length > 1 ? `${all.length} mistakes: ${failure.message}` : capital(failure.message), 200),
		summary: byteLength(summary) <= SUMMARY_BYTES ? summary : (blocks[0] ?? ""),
		annotations: all.flatMap(failureAnnotation).slice(0, MOST_ANNOTATIONS),
	};
}

/** Failures with a place, as marks in the files' own view. */
export function failureAnnotations(failure: Failure): Annotation[] {
	return allFailures(failure).flatMap(failureAnnotation).slice(0, MOST_ANNOTATIONS);
}

/** What failed, at its line: a stage at its command, a gate at the change that it says no to, a golden request in its file. */
function reportAnnotations(report: PullReport): Annotation[] {
	return [...stageAnnotations(report), ...gateAnnotations(report), ...goldenAnnotations(report)];
}

function gateAnnotations({ gates, plan }: PullReport): Annotation[] {
	const nameOf = metricNames(gates.map(gateKey));
	return gates.flatMap((gate) => {
		if (!gate.blocks || gate.cause === undefined) return [];
		const { file, line } = gate.cause;
		const title = `${nameOf(gateKey(gate))}: the gate says no`;
		return [annotation({ file: joinPath(plan.root, file), line, title, message: gateText(gate) })];
	});
}

/** `0.90 → 0.20: below the floor 0.50`, and below it the parameter that changed. */
function gateText({ base, head, why, cause }: GateVerdict): string {
	const values = base === null ? formatNumber(head) : `${formatNumber(base, head)} → ${formatNumber(head, base)}`;
	const said = `${clean(values, 100)}: ${why}`;
	if (cause?.parameter === undefined) return said;
	const { name, base: old, head: now } = cause.parameter;
	return `${said}\n${name}: ${old === null ? "new" : formatExact(old)} → ${formatExact(now)} changed here`;
}

function stageAnnotations(report: PullReport): Annotation[] {
	return (report.run?.stages ?? []).flatMap((stage) => {
		if (stage.outcome !== "failed" || stage.file === undefined) return [];
		const title = `${clean(stage.address, 100)} failed`;
		const file = joinPath(report.plan.root, stage.file);
		return [annotation({ file, line: stage.line ?? 1, title, message: outcomeText(stage) })];
	});
}

function goldenAnnotations(report: PullReport): Annotation[] {
	return goldenTexts(report).flatMap(({ model, wrong }) =>
		wrong.map(({ file, differences }) =>
			annotation({
				file: joinPath(report.plan.root, file),
				line: 1,
				title: `${clean(model, 100)} answers this otherwise`,
				message: differences.join("\n"),
			}),
		),
	);
}

/** The same of a failure's document. */
export function errorAnnotations(error: ErrorRow & { readonly others: readonly ErrorRow[] }): readonly Annotation[] {
	return [error, ...error.others].flatMap(({ file, line, message, hint }) => {
		if (file === null) return [];
		const text = hint === null ? message : `${message}\n${hint}`;
		return [annotation({ file, line: line ?? 1, title: "Mainline", message: text })];
	});
}

function failureAnnotation({ message, details }: Failure): Annotation[] {
	const { at, hint } = details;
	if (at === undefined) return [];
	const text = hint === undefined ? message : `${message}\n${hint}`;
	return [annotation({ file: at.file, line: at.line ?? 1, title: "Mainline", message: text })];
}

function annotation(mark: { file: string; line: number; title: string; message: string }): Annotation {
	return {
		path: clean(mark.file, 1000),
		startLine: mark.line,
		endLine: mark.line,
		level: "failure",
		title: clean(mark.title, 200),
		message: cleanLines(mark.message, 4000),
	};
}

function failureMarkdown({ message, details }: Failure): string {
	const { at, excerpt, hint } = details;
	const parts = at === undefined ? [] : [at.file, at.line, at.column].filter((part) => part !== undefined);
	const place = parts.length === 0 ? "" : `${code(parts.join(":"), 300)} `;
	const shown = excerpt === undefined ? [] : [fence(excerpt, 1000)];
	return [`${place}${spoken(message, 1000)}`, ...shown, ...(hint === undefined ? [] : [spoken(hint, 1000)])].join(
		"\n\n",
	);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
