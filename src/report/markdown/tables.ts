import {
	formatCount,
	formatDelta,
	formatExact,
	formatNumber,
	type Leaf,
	type MetricRow,
	type ParamRow,
} from "../../compare/index.ts";
import type { PullReport } from "../documents/index.ts";
import { dataText, outputRows } from "../words/data.ts";
import { gateDelta, gateKey, limitText, usedText, verdictText } from "../words/gates.ts";
import { metricNames, moved } from "../words/metrics.ts";
import { code, name, prose } from "./escape.ts";
import type { Limits } from "./limits.ts";

type Cell = string;

/** A Markdown table; cells are Markdown already. `align` has a letter for each column: l, r. */
export function table(header: readonly Cell[], align: string, rows: readonly (readonly Cell[])[]): string {
	const rule = align.split("").map((letter) => (letter === "r" ? "---:" : ":---"));
	return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The gated metrics: base, head, change, limit, verdict. What failed comes first and is bold. Null without gates. */
export function gateTable(report: PullReport, limits: Limits): string | null {
	const { gates } = report;
	if (gates.length === 0) return null;
	const nameOf = metricNames(gates.map(gateKey));
	const order = { failed: 0, "not-comparable": 1, passed: 2 } as const;
	const shown = gates.toSorted((a, b) => order[a.verdict] - order[b.verdict]).slice(0, limits.gates);
	const shares = shown.some((gate) => usedText(gate) !== "");
	const rows = shown.map((gate) => {
		const failed = gate.verdict === "failed" && gate.waived === undefined;
		const used = usedText(gate);
		const value = leaf(gate.head, gate.base);
		const said = verdictText(gate);
		return [
			name(nameOf(gateKey(gate)), limits.name),
			leaf(gate.base, gate.head),
			failed && gate.head !== null ? `**${value}**` : value,
			gateDelta(gate),
			limitText(gate),
			...(shares ? [failed && isOver(gate) ? `**${used}**` : used] : []),
			`${gate.waived === undefined ? VERDICTS[gate.verdict] : WAIVED}${said === "" ? "" : ` ${prose(said, gate.waived === undefined ? 160 : 500)}`}`,
		];
	});
	const header = ["Metric", baseName(report, limits), "this PR", "Δ", "limit", ...(shares ? ["used"] : []), ""];
	return [table(header, shares ? "lrrrrrl" : "lrrrrl", rows), ...left(gates.length - shown.length, "gate")].join(
		"\n\n",
	);
}

function isOver({ limits }: PullReport["gates"][number]): boolean {
	return limits.some(({ used, verdict }) => used !== null && verdict === "failed");
}

const WAIVED = "⚠️";
const VERDICTS = { passed: "✅", failed: "❌", "not-comparable": "⚪" } as const;

/** Metrics that no gate looks at: those that moved, in full; of the others only their number is of interest. */
export function metricTable(
	report: PullReport,
	limits: Limits,
): { readonly table: string; readonly shown: number } | null {
	const rows = otherMetrics(report).filter(moved);
	if (rows.length === 0) return null;
	const nameOf = metricNames(report.diff?.metrics ?? []);
	const shown = rows.slice(0, limits.metrics);
	const apart = notComparable(report);
	const cells = shown.map((row) => [
		name(nameOf(row), limits.name),
		leaf(row.base, row.head),
		leaf(row.head, row.base),
		apart.has(row.file) ? "not comparable" : formatDelta(row.base, row.head),
	]);
	const header = ["Metric", baseName(report, limits), "this PR", "Δ"];
	const text = shown.length === 0 ? [] : [table(header, "lrrr", cells)];
	return { table: [...text, ...left(rows.length - shown.length, "metric")].join("\n\n"), shown: shown.length };
}

/** Files whose numbers say nothing beside the base's. */
function notComparable({ comparability }: PullReport): ReadonlySet<string> {
	const apart = (comparability ?? []).filter(({ verdict }) => verdict === "not-comparable");
	return new Set(apart.flatMap(({ files }) => files));
}

export function otherMetrics(report: PullReport): MetricRow[] {
	// by file, then by name: a key of both can be so long that V8 hashes no more than its length
	const gated = Map.groupBy(report.gates, ({ file }) => file);
	const names = new Map([...gated].map(([file, gates]) => [file, new Set(gates.map(({ metric }) => metric))]));
	return (report.diff?.metrics ?? []).filter(({ file, name }) => names.get(file)?.has(name) !== true);
}

export function changedParams(report: PullReport): ParamRow[] {
	return (report.diff?.params ?? []).filter((row) => !Object.is(row.base, row.head));
}

export function paramTable(report: PullReport, limits: Limits): string | null {
	const rows = changedParams(report);
	if (rows.length === 0) return null;
	const nameOf = metricNames(rows);
	const shown = rows.slice(0, limits.params);
	const cells = shown.map((row) => [code(nameOf(row), limits.name, "cell"), exact(row.base), exact(row.head)]);
	const text = shown.length === 0 ? [] : [table(["Parameter", baseName(report, limits), "this PR"], "lrr", cells)];
	return [...text, ...left(rows.length - shown.length, "parameter")].join("\n\n");
}

/** A line for each changed path, files below a directory counted. */
export function dataLines(report: PullReport, limits: Limits): string[] {
	const rows = outputRows(report.diff?.data ?? []);
	const shown = rows
		.slice(0, limits.data)
		.map((row) => `${code(row.path, limits.name)}: ${prose(dataText(row), limits.name * 2)}`);
	return [...shown, ...left(rows.length - shown.length, "path")];
}

/** `… and 3 more metrics`, when there are. */
export function left(count: number, what: string, many = `${what}s`): string[] {
	return count > 0 ? [`… and ${formatCount(count)} more ${count === 1 ? what : many}`] : [];
}

function baseName(report: PullReport, limits: Limits): string {
	return report.base === null ? "base" : name(report.base.name, Math.min(40, limits.name));
}

/** A measured value: numbers as they are, a text as code. */
function leaf(value: Leaf, other: Leaf): string {
	return typeof value === "string" ? code(value, 40, "cell") : formatNumber(value, other);
}

function exact(value: Leaf): string {
	return value === null ? "–" : code(formatExact(value), 60, "cell");
}
