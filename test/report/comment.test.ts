import { describe, expect, it } from "vitest";
import { evaluateGates } from "../../src/compare/index.ts";
import { badInput, together } from "../../src/kernel/index.ts";
import type { PlannedStageRow, PullReport } from "../../src/report/index.ts";
import {
	COMMENT_BYTES,
	COMMENT_MARKER,
	pullHeadline,
	renderCheck,
	renderComment,
	renderFailureCheck,
	renderJobSummary,
} from "../../src/report/index.ts";
import { flooded } from "./support/flooded.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import { failedRun, GATES, passingGates, plan, report, tableOf } from "./support/samples.ts";

const size = (text: string): number => Buffer.byteLength(text);
const fresh = { ...plan, stages: plan.stages.map((stage): PlannedStageRow => ({ ...stage, action: "none", why: [] })) };
const bare = { ...report, diff: null, merging: null, warnings: [], gates: [] };

const STATES: readonly (readonly [string, PullReport, string, string])[] = [
	["a gate says no", report, "1 of 4 gates says no", "failure"],
	["gates pass", { ...report, gates: passingGates }, "both gates passed", "success"],
	["nothing is stale", { ...bare, plan: fresh, run: null }, "nothing to run", "success"],
	["it ran, and there are no gates", bare, "2 stages ran, no gates", "success"],
	["there is no base yet", { ...bare, base: null }, "first results, nothing to compare with yet", "success"],
	["a stage failed, whatever gates say", { ...report, run: failedRun, gates: passingGates }, "train failed", "failure"],
	[
		"a fork's code was not run",
		{ ...bare, run: null, notRun: { reason: "fork", text: null } },
		"2 stages are stale and did not run",
		"action_required",
	],
	["nothing ran yet", { ...bare, run: null }, "2 stages would run", "neutral"],
	[
		"a gate has no base",
		{ ...report, gates: evaluateGates(GATES.slice(1, 2), { base: tableOf({}), head: tableOf({ recall: 1 }) }) },
		"the gate cannot be judged",
		"success",
	],
	[
		"the metric is gone",
		{ ...report, gates: evaluateGates(GATES.slice(0, 1), { base: null, head: tableOf({}) }) },
		"the gate says no",
		"failure",
	],
	[
		"a stage cannot run",
		{
			...bare,
			run: null,
			plan: {
				...plan,
				stages: [
					{ address: "prepare", action: "blocked", why: [{ kind: "missing", path: "data/x" }], deps: [], outs: [] },
				],
			},
		},
		"prepare cannot run",
		"failure",
	],
];

describe("the pull request's comment", () => {
	it.each(STATES)("answers first when %s", (_, state, title, conclusion) => {
		expect(pullHeadline(state).title).toBe(title);
		expect(renderComment(state).split("\n")[1]).toMatch(new RegExp(`^## (✅|❌|⏸️|🔵) Mainline: ${title}$`));
		const check = renderCheck(state);
		expect([check.conclusion, check.title.toLowerCase()]).toEqual([conclusion, title.toLowerCase()]);
	});

	it("names both commits, the amount of work, the limits and how far each was used", () => {
		const text = renderComment(report);
		expect(text).toContain("`a1b2c3d` (main, 3 behind) → `d4e5f6a` · 2 of 5 stages ran in 14 min, 1 restored");
		expect(text).toContain("| latency_p95 | 41 | **63** | +22 (+54 %) | Δ ≤ +10 % | ❌ five times the limit |");
		expect(text).toContain("| accuracy | 0.921 | 0.934 | +0.013 | ≥ 0.900 | ✅ |");
		expect(text).toContain("- `data/raw`: 1,204 files added, 3 removed, 9 changed (+1.8 GiB)");
		expect(text).toContain(
			"**Merging would** release churn v1.5.0 → dev now, → prod after 2 h healthy. A revert brings back v1.4.2 in about 5 s.",
		);
		expect(text).toContain("<summary>4 more metrics, none gated, 3 moved</summary>");
	});

	it("carries the marker once, on a line of its own, and is the same for the same report", () => {
		for (const [, state] of STATES) {
			expect(
				renderComment(state)
					.split("\n")
					.filter((line) => line.includes("<!--")),
			).toEqual([COMMENT_MARKER]);
			expect(renderComment(state)).toBe(renderComment(structuredClone(state)));
		}
	});

	it("shows what a failed stage said last", () => {
		const text = renderComment({ ...bare, run: failedRun });
		expect(text).toContain("**train** failed: its command ended with 1");
		expect(text).toContain("```text\nepoch 1/40");
		expect(renderCheck({ ...bare, run: failedRun }).annotations).toEqual([
			{
				path: "dvc.yaml",
				startLine: 14,
				endLine: 14,
				level: "failure",
				title: "train failed",
				message: "failed: its command ended with 1",
			},
		]);
	});

	it("never turns a required check green for what did not run", () => {
		for (const reason of ["fork", "untrusted", "lookup", "policy"] as const) {
			expect(renderCheck({ ...bare, run: null, notRun: { reason, text: null } }).conclusion).toBe("action_required");
		}
	});
});

describe("the size of it", () => {
	it.each(HOSTILE_CASES)("stays under the budget with everything made of %s", (_, text) => {
		for (const count of [1, 700]) {
			const state = flooded(text, count);
			expect(size(renderComment(state))).toBeLessThanOrEqual(COMMENT_BYTES);
			expect(renderCheck(state).summary.length).toBeLessThanOrEqual(65_535);
			expect(renderComment(state)).toContain("| Metric |");
		}
		expect(size(renderJobSummary(flooded(text, 700)))).toBeLessThan(1024 * 1024);
	});

	it.each(HOSTILE_CASES)("leaves the frame whole with everything made of %s", (_, text) => {
		for (const count of [1, 700]) {
			const body = renderComment(flooded(text, count));
			const outside = body
				.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "")
				.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
			expect(outside.split("<details>").length).toBe(outside.split("</details>").length);
			expect(outside.match(/<(?!\/?(details|summary|sub)>|br>|!-- mainline report -->)/g)).toBeNull();
			expect(outside).not.toMatch(/@[\w-]/);
			expect(outside.split("\n").filter((line) => line.startsWith("## "))).toHaveLength(1);
			expect(body.split(COMMENT_MARKER)).toHaveLength(2);
		}
	});

	it("gives up details before verdicts, and says so", () => {
		const state = { ...flooded("metric ".repeat(15), 700), gates: report.gates };
		const text = renderComment(state);
		expect(text).toContain("❌ five times the limit");
		expect(text).toContain("<sub>Shortened to fit;");
	});
});

describe("a failure as a check", () => {
	it("says what, where and what next, and marks the files", () => {
		const first = badInput("x", "`dep` is not a key of a stage", {
			at: { file: "dvc.yaml", line: 14, column: 7 },
			hint: "did you mean `deps`?",
		});
		const check = renderFailureCheck(together([first, badInput("y", "second", { at: { file: "params.yaml" } })]));
		expect(check.title).toBe("2 mistakes: `dep` is not a key of a stage");
		expect(check.summary).toContain("`dvc.yaml:14:7` ");
		expect(check.annotations.map((mark) => [mark.path, mark.startLine])).toEqual([
			["dvc.yaml", 14],
			["params.yaml", 1],
		]);
	});
});
