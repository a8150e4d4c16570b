import { countOf, formatNumber } from "../../compare/index.ts";
import type { MetricHistory, PullReport } from "../documents/index.ts";
import { metricNames } from "../words/metrics.ts";
import { sparkline } from "../words/sparkline.ts";
import { shortCommit } from "../words/times.ts";
import { name, prose } from "./escape.ts";
import type { Limits } from "./limits.ts";
import { lineChart } from "./mermaid.ts";
import { table } from "./tables.ts";

/** Metrics that get a column of the table; beyond them it is too wide to read. */
const MOST_COLUMNS = 6;

/** What the metrics were on the base branch: a line of bars each, and folded charts and numbers. Null where nothing is known. */
export function historySection({ history = [], base }: PullReport, limits: Limits): string | null {
	const shown = history.slice(0, Math.min(MOST_COLUMNS, limits.history));
	if (shown.length === 0) return null;
	const nameOf = metricNames(history);
	const bars = shown.map((each) => `${name(nameOf(each), limits.name)} ${sparkline(valuesOf(each))}`);
	const line = lineOf(shown);
	const charts = shown.slice(0, limits.charts).flatMap((each) => chartOf(each, nameOf(each), line) ?? []);
	const bold = `**History** of ${prose(base?.name ?? "the base", 60)}, ${countOf(line.length, "change")}, then this PR: ${bars.join(" · ")}`;
	const what = charts.length > 0 ? "Charts and numbers" : "Numbers";
	const inside = [...charts, numbers(shown, nameOf, limits)].join("\n\n");
	return `${bold}\n\n<details><summary>${what}</summary>\n\n${inside}\n\n</details>`;
}

/** Those of the base branch, then the pull request's. */
export function valuesOf({ points, head }: MetricHistory): number[] {
	return [...points.map(({ value }) => value), ...(head === null ? [] : [head])];
}

/** Ids of commits would run into each other: the changes are numbered, as in the table. */
function chartOf(history: MetricHistory, title: string, line: readonly string[]): string | null {
	const labels = [
		...history.points.map(({ commit }) => String(line.indexOf(commit) + 1)),
		...(history.head === null ? [] : ["PR"]),
	];
	return lineChart({ title, labels, values: valuesOf(history) });
}

/** The newest first. */
function numbers(shown: readonly MetricHistory[], nameOf: (metric: MetricHistory) => string, limits: Limits): string {
	const commits = lineOf(shown);
	const header = ["", "Change", ...shown.map((each) => name(nameOf(each), limits.name))];
	const head = ["PR", "", ...shown.map(({ head: value }) => formatNumber(value))];
	const rows = commits.map((commit, i) => {
		const values = shown.map(({ points }) => points.find((point) => point.commit === commit)?.value ?? null);
		const id = shortCommit(commit).replace(/[^0-9a-zA-Z]/g, "");
		return [String(i + 1), `\`${id}\``, ...values.map((value) => formatNumber(value))];
	});
	return table(header, `rl${"r".repeat(shown.length)}`, [head, ...rows.toReversed()]);
}

/** The changes of all of them, oldest first: a metric that came later lacks the first ones. */
function lineOf(shown: readonly MetricHistory[]): string[] {
	const longest = shown.reduce((a, b) => (b.points.length > a.points.length ? b : a));
	return longest.points.map(({ commit }) => commit);
}
