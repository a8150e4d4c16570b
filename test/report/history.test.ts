import { describe, expect, it } from "vitest";
import { COMMENT_BYTES, type MetricHistory, renderComment, renderJobSummary } from "../../src/report/index.ts";
import { lineChart } from "../../src/report/markdown/mermaid.ts";
import { sparkline } from "../../src/report/words/sparkline.ts";
import { flooded } from "./support/flooded.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import { report } from "./support/samples.ts";

const commit = (i: number): string => `${i.toString(16).padStart(2, "0")}${"ab".repeat(19)}`;
const past = (name: string, values: readonly number[], head: number | null = 0.934): MetricHistory => ({
	file: "metrics.json",
	name,
	points: values.map((value, i) => ({ commit: commit(i), value })),
	head,
});
const twenty = Array.from({ length: 20 }, (_, i) => 0.9 + i / 1000);
/** What may stand in a chart besides numbers, colour and keywords: quoted labels of few kinds of characters. */
const CHART = new RegExp(
	[
		"^```mermaid\n%%\\{init: [^\n]*\\}%%\nxychart-beta\n",
		'  title "[\\p{L}\\p{N} _.:/()=+·-]{1,60}"\n',
		'  x-axis \\["[\\p{L}\\p{N} _.:/()=+·-]{1,60}"(?:, "[\\p{L}\\p{N} _.:/()=+·-]{1,60}")*\\]\n',
		"  y-axis -?\\d+(?:\\.\\d+)? --> -?\\d+(?:\\.\\d+)?\n",
		"  line \\[-?\\d+(?:\\.\\d+)?(?:, -?\\d+(?:\\.\\d+)?)*\\]\n```$",
	].join(""),
	"u",
);

describe("the history of metrics", () => {
	it("is a line of bars, a chart, and the numbers of each change", () => {
		const text = renderComment({
			...report,
			history: [past("accuracy", [0.91, 0.915, 0.921]), past("loss", [0.3, 0.24], 0.198)],
		});
		expect(text).toContain("**History** of main, 3 changes, then this PR: accuracy ▁▂▄█ · loss █▄▁");
		expect(text).toContain('  x-axis ["1", "2", "3", "PR"]');
		expect(text.match(/```mermaid/g)).toHaveLength(2);
		expect(text).toContain(
			[
				"|  | Change | accuracy | loss |",
				"| ---: | :--- | ---: | ---: |",
				"| PR |  | 0.934 | 0.198 |",
				"| 3 | `02ababa` | 0.921 | – |",
				"| 2 | `01ababa` | 0.915 | 0.24 |",
				"| 1 | `00ababa` | 0.91 | 0.3 |",
			].join("\n"),
		);
	});

	it("draws three metrics at most, and is not there where nothing is known", () => {
		const many = ["a", "b", "c", "d", "e", "f", "g"].map((name) => past(name, twenty));
		const text = renderComment({ ...report, history: many });
		expect(text.match(/```mermaid/g)).toHaveLength(3);
		expect(text).toContain("| a | b | c | d | e | f |\n");
		expect(renderComment(report)).not.toContain("History");
	});

	it("is the first thing to go where the comment gets too long", () => {
		const state = { ...flooded("metric ".repeat(15), 100), gates: report.gates, history: [past("accuracy", twenty)] };
		const text = renderComment(state);
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
		expect(text).toContain("❌ five times the limit");
		expect(text).not.toContain("**History**");
		expect(renderJobSummary(state)).toContain("**History**");
	});

	it.each([
		["rising", [1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"],
		["level", [5, 5, 5], "▅▅▅"],
		["negative", [-3, -1, -2], "▁█▅"],
		["alone", [1], "▅"],
	])("has bars where it is %s", (_, values, bars) => {
		expect(sparkline(values)).toBe(bars);
	});
});

describe("a chart's text", () => {
	it.each<readonly [string, string]>([
		...HOSTILE_CASES,
		["a directive", '%%{init: {"securityLevel": "loose"}}%%'],
		["an end of its label", '" 1 --> 2\n  line [1]'],
		["an entity", "#quot;#35;"],
	])("is one of Mermaid's where everything is called %s", (_, name) => {
		expect(lineChart({ title: name, labels: [name, "PR"], values: [1, 2] })).toMatch(CHART);
		const body = renderComment({ ...report, history: [past(name, [0.9, 0.91])], base: { name, commit: "a" } });
		expect(body.match(/^```/gm)).toHaveLength(2);
		const outside = body.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
		expect(outside.split("<details>").length).toBe(outside.split("</details>").length);
	});

	it.each([
		["small", [1e-5, 2e-5]],
		["negative", [-5, -3]],
		["nothing", [0, 0]],
		["large", [1e11, 2e11]],
		["level", [5, 5]],
		["close together", [123_456.789, 123_456.79]],
	])("has plain numbers where they are %s", (_, values) => {
		expect(lineChart({ title: "n", labels: ["1", "PR"], values })).toMatch(CHART);
	});

	it.each([
		["beyond all measure", [1, 1e300]],
		["vanishing", [1e-9, 2e-9]],
		["none", [1, Number.NaN]],
	])("is not made where they are %s", (_, values) => {
		expect(lineChart({ title: "n", labels: ["1", "PR"], values })).toBeNull();
	});
});
