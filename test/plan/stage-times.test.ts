import { describe, expect, it } from "vitest";
import { mergeStageTimes, parseStageTimes, type TimeSample, writeStageTimes } from "../../src/plan/index.ts";

const sample = (at: number, seconds = 10, run = at): TimeSample => ({ at, seconds, run });
const noted = (stages: unknown): string => JSON.stringify({ schema: "mainline.timings/1", stages });

describe("how long stages took, as it is noted", () => {
	it("comes back as it was written, whatever a stage is called", () => {
		const times = new Map([
			["train", [sample(1), sample(2, 12.5)]],
			['a "b"\n__proto__', [sample(3)]],
			["__proto__", [sample(4)]],
		]);
		expect(parseStageTimes(writeStageTimes(times))).toEqual(times);
	});

	it("is the last five runs of each, in their order, when jobs wrote side by side", () => {
		const one = new Map([["train", [1, 2, 3, 5].map((at) => sample(at))]]);
		const other = new Map([["train", [2, 4, 6].map((at) => sample(at))]]);
		const merged = mergeStageTimes([other, one]);
		expect(merged.get("train")?.map(({ at }) => at)).toEqual([2, 3, 4, 5, 6]);
		expect(mergeStageTimes([merged, one, other])).toEqual(merged);
	});

	it.each([
		["no JSON", "{"],
		["a list", "[]"],
		["nothing", ""],
		["other stages", noted([1, 2])],
		["no samples", noted({ train: 7 })],
		["texts for numbers", noted({ train: [["1", "2", "3"]] })],
		["time that ran backwards", noted({ train: [[1, -5, 1]] })],
		["more than GitHub lets run", noted({ train: [[1, 35 * 86_400 + 1, 1]] })],
		["no number", noted({ train: [[1, null, 1]] })],
		["infinity", '{"stages": {"train": [[1, 1e999, 1]]}}'],
		["a time that is none", noted({ train: [[1.5, 1, 1]] })],
		["an address that goes on", noted({ ["x".repeat(501)]: [[1, 1, 1]] })],
	])("is forgotten where it is %s", (_, text) => {
		expect(parseStageTimes(text).size).toBe(0);
	});

	it("keeps what is right beside what is not, and no more runs than it would write", () => {
		const many = Array.from({ length: 50 }, (_, at) => [at, 1, 1]);
		const found = parseStageTimes(noted({ train: [[1, 2, 3], "x"], prepare: many }));
		expect(found.get("train")).toEqual([{ at: 1, seconds: 2, run: 3 }]);
		expect(found.get("prepare")).toHaveLength(5);
	});

	it("stays small: the stages that ran last are kept", () => {
		const many = new Map(Array.from({ length: 5000 }, (_, i) => [`${"漢".repeat(300)}${i}`, [sample(i)]] as const));
		const text = writeStageTimes(many);
		expect(Buffer.byteLength(text)).toBeLessThan(300 * 1024);
		const kept = [...parseStageTimes(text).values()].map(([first]) => first?.at);
		expect(kept[0]).toBe(4999);
		expect(kept.length).toBeGreaterThan(200);
	});
});
