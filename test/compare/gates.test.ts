import { describe, expect, it } from "vitest";
import { evaluateGates, type GateVerdict, type Leaf, refuseUnknownMetrics } from "../../src/compare/index.ts";
import type { Gate } from "../../src/config/index.ts";
import { gate, tableOf } from "../report/support/samples.ts";

function judge(rule: Gate, base: Leaf | undefined, head: Leaf | undefined): GateVerdict {
	const side = (value: Leaf | undefined) => tableOf(value === undefined ? {} : { m: value });
	const [verdict] = evaluateGates([rule], { base: base === undefined ? null : side(base), head: side(head) });
	if (verdict === undefined) throw new Error("no verdict");
	return verdict;
}

const floor = (better: Gate["better"], value: number): Gate => gate("m", better, { floor: value });
const drop = (better: Gate["better"], value: number): Gate => gate("m", better, { drop: { kind: "absolute", value } });
const share = (better: Gate["better"], value: number): Gate => gate("m", better, { drop: { kind: "share", value } });

describe("a gate", () => {
	it.each([
		["a floor reached", floor("higher", 0.9), 0.5, 0.9, "passed"],
		["a floor missed", floor("higher", 0.9), 0.5, 0.8999, "failed"],
		["a ceiling kept", floor("lower", 200), 0.5, 200n, "passed"],
		["a ceiling broken", floor("lower", 200), 0.5, 200.001, "failed"],
		[
			"a drop to the very limit, which binary fractions would judge wrongly",
			drop("higher", 0.005),
			0.93,
			0.925,
			"passed",
		],
		["a drop beyond the limit", drop("higher", 0.005), 0.93, 0.9249, "failed"],
		["a rise, where lower is better, to the very limit", drop("lower", 0.2), 0.1, 0.3, "passed"],
		["an improvement", drop("lower", 0), 0.3, 0.1, "passed"],
		["no change where none is allowed", drop("higher", 0), 0.3, 0.3, "passed"],
		["1 % of the base, used up", share("higher", 0.01), 0.9, 0.891, "passed"],
		["more than 1 % of the base", share("higher", 0.01), 0.9, 0.8909, "failed"],
		["1 % of a negative base", share("higher", 0.01), -100n, -101n, "passed"],
		["more than 1 % of a negative base", share("higher", 0.01), -100n, -101.01, "failed"],
		["a share of 0, which is nothing", share("lower", 0.1), 0, 0.001, "failed"],
		["a base of 0 that stays", share("lower", 0.1), 0, 0, "passed"],
		["NaN against a floor", floor("higher", 0.9), 1, Number.NaN, "failed"],
		["NaN against a ceiling", floor("lower", 0.9), 1, Number.NaN, "failed"],
		["NaN against a drop", drop("higher", 5), 1, Number.NaN, "failed"],
		["NaN on both sides", drop("higher", 5), Number.NaN, Number.NaN, "failed"],
		["infinity above a floor", floor("higher", 0.9), 1, Infinity, "passed"],
		["minus infinity below it", floor("higher", 0.9), 1, -Infinity, "failed"],
		["infinity where lower is better", drop("lower", 1), 1, Infinity, "failed"],
		["minus infinity where lower is better", drop("lower", 1), 1, -Infinity, "passed"],
		["a text", floor("higher", 0.9), 1, "0.99", "failed"],
		["a boolean, which is 0 or 1", floor("higher", 1), true, true, "passed"],
		["a metric that is gone", floor("higher", 0.9), 1, undefined, "failed"],
		["a base that is NaN", drop("higher", 1), Number.NaN, 1, "not-comparable"],
		["a base that is infinite", drop("higher", 1), Infinity, 1, "not-comparable"],
		["a base that is a text", drop("higher", 1), "x", 1, "not-comparable"],
		["no base at all", drop("higher", 1), undefined, 1, "not-comparable"],
		["integers beyond doubles", drop("lower", 1), 9007199254740993n, 9007199254740995n, "failed"],
	] as const)("judges %s", (_, rule, base, head, verdict) => {
		expect(judge(rule, base, head).verdict).toBe(verdict);
	});

	it("still judges its floor where the base is missing", () => {
		const both = gate("m", "higher", { floor: 0.9, drop: { kind: "absolute", value: 0.005 } });
		const verdict = judge(both, undefined, 0.95);
		expect(verdict.limits.map((limit) => [limit.kind, limit.verdict])).toEqual([
			["floor", "passed"],
			["drop", "not-comparable"],
		]);
		expect([verdict.verdict, verdict.blocks, verdict.why]).toEqual([
			"not-comparable",
			false,
			"the base has no value to compare with",
		]);
		expect(judge(both, undefined, 0.8)).toMatchObject({ verdict: "failed", blocks: true });
	});

	it("says how much of its limit was used, and why it says no", () => {
		expect(judge(share("lower", 0.1), 41n, 63n)).toMatchObject({ why: "five times the limit", delta: 22 });
		expect(judge(share("lower", 0.1), 41n, 63n).limits[0]?.limit).toBe(45.1);
		expect(judge(floor("higher", 0.9), 0.95, 0.87).why).toBe("below the floor 0.90");
		expect(judge(drop("higher", 0.01), 0.95, 0.945).limits[0]).toMatchObject({ used: 0.5, why: "50 % of the limit" });
		expect(judge(share("lower", 0.1), 0, 1).why).toBe("worse, and nothing is allowed");
		expect(judge(floor("higher", 0.9), 1, undefined).why).toBe("no such metric in metrics.json");
	});

	it("blocks where the head is known but not at hand: nobody can say yes", () => {
		const head = { ...tableOf({}), unavailable: new Set(["metrics.json"]) };
		const [verdict] = evaluateGates([floor("higher", 1)], { base: null, head });
		expect(verdict).toMatchObject({ verdict: "not-comparable", blocks: true });
	});

	it("on a metric that no file holds is a mistake in mainline.yaml, with its place", () => {
		const rules = [gate("accuracy", "higher", { floor: 1 }), gate("acuracy", "higher", { floor: 1 })];
		const question = { base: null, head: tableOf({ accuracy: 1 }) };
		expect(() => refuseUnknownMetrics(rules, question, ["metrics.json"])).toThrow(
			expect.objectContaining({
				code: "gate-metric",
				message: "no metrics file holds `metrics.json:acuracy`",
				details: expect.objectContaining({
					at: { file: "mainline.yaml", line: 12, column: 5 },
					hint: "did you mean `metrics.json:accuracy`?",
				}),
			}),
		);
	});

	it("on a metrics file that was not made yet is no mistake", () => {
		const question = { base: null, head: { ...tableOf({}), files: new Map() } };
		expect(() => refuseUnknownMetrics([gate("a", "higher", { floor: 1 })], question, ["metrics.json"])).not.toThrow();
	});
});
