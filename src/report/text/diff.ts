import { countOf, formatDelta, formatExact, formatNumber } from "../../compare/index.ts";
import type { DiffDocument, SideName } from "../documents/index.ts";
import { columns, paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { dataText, outputRows } from "../words/data.ts";
import { metricNames, moved } from "../words/metrics.ts";
import { shortCommit } from "../words/times.ts";

/** `mainline diff` for people: metrics, parameters, data, each only where there is something. */
export function diffText(document: DiffDocument, style: Style): string {
	const sections = [metricLines(document, style), paramLines(document, style), dataLines(document, style)];
	const sides = `${sideText(document.base)} → ${sideText(document.head)}`;
	return [
		`${paint(style, "strong", diffHeadline(document))}   ${paint(style, "quiet", sides)}`,
		...document.warnings.map((warning) => `${sign(style, "waits")} ${clean(warning)}`),
		...sections.filter((lines) => lines.length > 0).flatMap((lines) => ["", ...lines]),
	].join("\n");
}

/** `3 metrics moved, 1 parameter changed, data/raw changed`. */
export function diffHeadline({ metrics, params, data }: DiffDocument): string {
	const changed = outputRows(data).length;
	const parts = [
		[metrics.filter(moved).length, "metric", "moved"],
		[params.filter((row) => !Object.is(row.base, row.head)).length, "parameter", "changed"],
		[changed, "data path", "changed"],
	] as const;
	const said = parts.filter(([count]) => count > 0).map(([count, one, verb]) => `${countOf(count, one)} ${verb}`);
	return said.length === 0 ? "nothing changed" : said.join(", ");
}

export function sideText({ name, commit }: SideName): string {
	const text = clean(name, 60);
	return commit === null || commit.startsWith(name) ? shortCommit(text) : `${text} ${shortCommit(commit)}`;
}

function metricLines({ metrics, base, head }: DiffDocument, style: Style): string[] {
	if (metrics.length === 0) return [];
	const nameOf = metricNames(metrics);
	const rows = metrics.map((row) => [
		`  ${nameOf(row)}`,
		formatNumberClean(row.base, row.head),
		formatNumberClean(row.head, row.base),
		moved(row) ? formatDelta(row.base, row.head) : "",
	]);
	const header = ["Metrics", clean(base.name, 20), clean(head.name, 20), "Δ"];
	return headed(header, rows, style);
}

function paramLines({ params, base, head }: DiffDocument, style: Style): string[] {
	if (params.length === 0) return [];
	const nameOf = metricNames(params);
	const rows = params.map((row) => [
		`  ${nameOf(row)}`,
		clean(formatExact(row.base), 40),
		clean(formatExact(row.head), 40),
	]);
	return headed(["Parameters", clean(base.name, 20), clean(head.name, 20)], rows, style);
}

function dataLines({ data }: DiffDocument, style: Style): string[] {
	const rows = outputRows(data).map((row) => [`  ${clean(row.path, 120)}`, dataText(row)]);
	return rows.length === 0 ? [] : [paint(style, "quiet", "Data"), ...columns(rows, [], "   ")];
}

function headed(header: readonly string[], rows: readonly (readonly string[])[], style: Style): string[] {
	const [first = "", ...lines] = columns([header, ...rows], ["left", "right", "right", "right"], "   ");
	return [paint(style, "quiet", first), ...lines];
}

function formatNumberClean(
	value: Parameters<typeof formatNumber>[0],
	other: Parameters<typeof formatNumber>[0],
): string {
	return clean(formatNumber(value, other), 40);
}
