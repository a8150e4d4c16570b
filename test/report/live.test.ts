import { describe, expect, it } from "vitest";
import {
	COMMENT_MARKER,
	type LiveRun,
	liveTitle,
	liveWords,
	renderComment,
	withProgress,
} from "../../src/report/index.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import { plan, report } from "./support/samples.ts";

/** `train` runs 13 min as a rule (12 to 16), `evaluate` 45 s. */
const live = (at: string, more: Partial<LiveRun> = {}): LiveRun => ({
	at: `2026-11-24T${at}.000Z`,
	running: [{ address: "train", since: "2026-11-24T10:42:00.000Z" }],
	done: [],
	...more,
});

describe("a run that goes on", () => {
	it.each<[string, LiveRun, string, string | null]>([
		[
			"nothing has begun",
			live("10:42:00", { running: [] }),
			"It runs: 0 of 2 stages done, 2 wait, about 15 min left",
			null,
		],
		[
			"it has just begun",
			live("10:42:10"),
			"train runs, about 15 min left",
			"train runs since 10:42 UTC (13 min when it last ran); 0 of 2 stages done, 1 waits; about 15 min left",
		],
		[
			"it is half done",
			live("10:50:00"),
			"train runs, about 6 min left",
			"train runs since 10:42 UTC (13 min when it last ran); 0 of 2 stages done, 1 waits; about 6 min left",
		],
		[
			"it takes longer than ever",
			live("11:30:00"),
			"train runs, at least a minute left",
			"train runs since 10:42 UTC, longer than its last runs (16 min); 0 of 2 stages done, 1 waits; at least a minute left",
		],
		[
			"it is between two stages",
			live("10:55:00", { running: [], done: ["train"] }),
			"It runs: 1 of 2 stages done, 1 waits, about a minute left",
			"1 of 2 stages done, 1 waits; about a minute left",
		],
		[
			"stages run side by side",
			live("10:43:00", {
				running: [
					{ address: "evaluate", since: "2026-11-24T10:42:50.000Z" },
					{ address: "train", since: "2026-11-24T10:42:00.000Z" },
				],
			}),
			"train and 1 more run, about 15 min left",
			"train runs since 10:42 UTC (13 min when it last ran); evaluate runs since 10:42 UTC (45 s when it last ran); 0 of 2 stages done; about 15 min left",
		],
		[
			"it speaks of stages that there are not",
			live("10:42:10", { running: [{ address: "mine", since: "2026-11-24T10:42:00.000Z" }], done: ["yours"] }),
			"It runs: 0 of 2 stages done, 2 wait, about 15 min left",
			"0 of 2 stages done, 2 wait; about 15 min left",
		],
	])("is told where %s", (_, run, title, words) => {
		expect(liveTitle(plan, run)).toBe(title);
		expect(liveWords(plan, run)?.replace(/^$/, "") ?? null).toBe(words);
	});

	it("says the same for as long as nothing is new, and no time where none is known", () => {
		expect(liveWords(plan, live("10:42:20"))).toBe(liveWords(plan, live("10:44:20")));
		const stages = plan.stages.map(({ address, action }) => ({ address, action, why: [], deps: [], outs: [] }));
		expect(liveTitle({ ...plan, stages }, live("10:50:00"))).toBe("train runs");
		expect(liveTitle(plan, live("11:30:00", { done: ["evaluate"] }))).toBe("train runs");
	});

	it("stands at the top of the comment, once, and when it was told where another told it", () => {
		const planned = renderComment({ ...report, run: null });
		const first = withProgress(planned, plan, { live: live("10:42:10"), askAnew: null });
		const text = withProgress(first, plan, { live: live("10:50:00"), askAnew: "/ml plan" });
		expect(text.split("\n").slice(0, 4)).toEqual([
			COMMENT_MARKER,
			"<!-- mainline progress -->",
			"> [!NOTE]",
			"> `train` runs since 10:42 UTC (13 min when it last ran)",
		]);
		expect(text).toContain("> 0 of 2 stages done, 1 waits, about 6 min left");
		expect(text).toContain("As the run told at 10:50 UTC; `/ml plan` asks anew");
		expect(text.match(/\[!NOTE\]/g)).toHaveLength(1);
		expect(text.split("\n").slice(-20)).toEqual(planned.split("\n").slice(-20));
	});

	it.each(HOSTILE_CASES)("breaks nothing where a stage is called %s", (_, address) => {
		const stages = [{ address, action: "run" as const, why: [], deps: [], outs: [] }];
		const running = [{ address, since: "2026-11-24T10:42:00.000Z" }];
		const text = withProgress(
			`${COMMENT_MARKER}\n`,
			{ ...plan, stages },
			{ live: live("10:43:00", { running }), askAnew: null },
		);
		const block = text.split("\n").slice(1);
		expect(block.indexOf("<!-- /mainline progress -->")).toBe(block.findLastIndex((line) => line.startsWith("<!--")));
		expect(text.split("\n").filter((line) => line.startsWith("> ")).length).toBe(3);
		expect(text.split(COMMENT_MARKER)).toHaveLength(2);
	});
});
