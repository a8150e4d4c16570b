import { describe, expect, it } from "vitest";
import {
	costText,
	expectedCost,
	type PlanDocument,
	type PlannedStageRow,
	plainStyle,
	renderComment,
	renderText,
} from "../../src/report/index.ts";
import { plan, report } from "./support/samples.ts";

const stage = (more: Partial<PlannedStageRow> = {}): PlannedStageRow => ({
	address: "train",
	action: "run",
	why: [],
	deps: [],
	outs: [],
	seconds: 1800,
	range: [1500, 2100],
	...more,
});
const unknown = stage({ seconds: undefined, range: undefined } as never);

describe("what a plan is expected to cost", () => {
	it.each<[string, PlannedStageRow[], string]>([
		["nothing ran before", [unknown], ""],
		["nothing is to run", [stage({ action: "none" }), stage({ action: "restore" })], ""],
		["no stage says its GPUs", [stage()], ": about 30 min (last runs: 25–35 min)"],
		[
			"every stage does",
			[stage({ gpus: 2 }), stage({ gpus: 0 })],
			": about 1 h and 1 GPU-hour (last runs: 50 min–1 h 10 min)",
		],
		["it uses none", [stage({ gpus: 0 })], ": about 30 min (last runs: 25–35 min)"],
		[
			"one stage does not",
			[stage({ gpus: 1 }), stage()],
			": about 1 h and at least 0.5 GPU-hours (last runs: 50 min–1 h 10 min)",
		],
		[
			"one stage never ran",
			[stage({ gpus: 1 }), unknown],
			": at least 30 min and 0.5 GPU-hours (last runs: 25–35 min)",
		],
		["a stage only may follow", [stage(), stage({ action: "maybe" })], ": about 1 h (last runs: 25 min–1 h 10 min)"],
		[
			"it is hardly anything",
			[stage({ gpus: 1, seconds: 20, range: [20, 20] })],
			": about 20 s and under 0.1 GPU-hours",
		],
		["it is much", [stage({ gpus: 8, seconds: 36_000, range: [36_000, 36_000] })], ": about 10 h and 80 GPU-hours"],
	])("is told where %s", (_, stages, text) => {
		expect(costText(stages)).toBe(text);
	});

	it("is numbers, too", () => {
		expect(expectedCost([stage({ gpus: 2 }), stage({ action: "maybe" }), unknown])).toEqual({
			seconds: 3600,
			range: [1500, 4200],
			gpuHours: 1,
			stages: 3,
			timed: 2,
			onGpus: 1,
		});
	});

	it("is said before anything runs, in the comment and on a terminal", () => {
		const stages = plan.stages.map((each) => (each.action === "run" ? { ...each, gpus: 1 } : each));
		const text = "2 of 5 stages would run, 1 would be restored: about 14 min and 0.2 GPU-hours (last runs: 12–17 min)";
		const document: PlanDocument = { ...plan, stages };
		expect(renderText(document, plainStyle)).toContain(text);
		expect(renderComment({ ...report, plan: { ...plan, stages }, run: null })).toContain(text);
	});

	it("stands beside what it took, once it ran", () => {
		expect(renderComment(report)).toContain("| Stage |  | Why | Expected | Took |");
		expect(renderComment(report)).toMatch(/\| train \| ran \|.*\| 13 min \| 13 min \|/);
		expect(renderComment({ ...report, run: null })).toContain("| Stage |  | Why | Expected |\n");
		const untimed = plan.stages.map(({ address, action, why }) => ({ address, action, why, deps: [], outs: [] }));
		expect(renderComment({ ...report, plan: { ...plan, stages: untimed } })).toContain("| Stage |  | Why | Took |\n");
	});
});
