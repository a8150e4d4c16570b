import { describe, expect, it } from "vitest";
import {
	exactDelta,
	formatBytes,
	formatDelta,
	formatExact,
	formatNumber,
	formatSeconds,
	formatShare,
	formatUsed,
} from "../../src/compare/index.ts";

describe("numbers for people", () => {
	it.each([
		[0.921, 0.934, "0.921", "0.934", "+0.013"],
		[0.91, 0.93, "0.91", "0.93", "+0.02"],
		[0.9, 0.93, "0.90", "0.93", "+0.03"],
		[41n, 63n, "41", "63", "+22 (+54 %)"],
		[0.1, 0.30000000000000004, "0.10", "0.30", "+0.20 (+200 %)"],
		[1204n, 98_765n, "1,204", "98,765", "+97,561 (+8,103 %)"],
		[0.5, 0.5, "0.5", "0.5", "0"],
		[0.93, 0.9299, "0.9300", "0.9299", "−0.0001"],
		[-0.5, 0.25, "−0.50", "0.25", "+0.75 (+150 %)"],
		[0, 0.001, "0.000", "0.001", "+0.001"],
		[0.001, -0.0, "0.001", "0.000", "−0.001 (−100 %)"],
		[1234567.8125, 1234567.875, "1,234,567.813", "1,234,567.875", "+0.063"],
		[true, false, "true", "false", "−1 (−100 %)"],
		[123456.7, 123999.9, "123,457", "124,000", "+543"],
	] as const)("%d → %d", (base, head, first, second, delta) => {
		expect([formatNumber(base, head), formatNumber(head, base), formatDelta(base, head)]).toEqual([
			first,
			second,
			delta,
		]);
	});

	it("alone have four significant digits", () => {
		const shown = [0.123456, 12.3456, 1234.5678, 0.00012, 1e-9, 3.5, 17n, 1e21, 2e15].map((value) =>
			formatNumber(value),
		);
		expect(shown).toEqual(["0.1235", "12.35", "1,235", "0.00012", "1e-9", "3.5", "17", "1e21", "2e15"]);
	});

	it("say what is not finite, and nothing for what is not there", () => {
		expect([Number.NaN, Infinity, -Infinity, null].map((value) => formatNumber(value))).toEqual([
			"NaN",
			"∞",
			"−∞",
			"–",
		]);
		expect([formatDelta(null, 1), formatDelta(Number.NaN, 1), formatDelta("a", 1)]).toEqual(["", "", ""]);
	});

	it("never show a negative zero or binary dust, whatever the two values are", () => {
		let seed = 7;
		const next = (): number => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed / 2_147_483_647;
		};
		for (let i = 0; i < 3000; i++) {
			const scale = 10 ** Math.floor(next() * 12 - 6);
			const [base, head] = [
				Number(((next() - 0.5) * scale).toPrecision(4)),
				Number(((next() - 0.5) * scale).toPrecision(4)),
			];
			const texts = [formatNumber(base, head), formatNumber(head, base), formatDelta(base, head), formatNumber(base)];
			for (const text of texts) {
				expect(text).not.toMatch(/^[−-]0(\.0*)?( |$)|\d{13}|0000000|99999999/);
			}
			expect(texts.join()).not.toContain("-0 ");
		}
	});

	it("compute the change in decimals", () => {
		expect([exactDelta(0.91, 0.93), exactDelta(0.1, 0.3), exactDelta(0.3, 0.1), exactDelta(5n, 5.5)]).toEqual([
			0.02, 0.2, -0.2, 0.5,
		]);
		expect(Object.is(exactDelta(0.1, 0.1), 0)).toBe(true);
	});

	it("that somebody set keep every digit", () => {
		expect([0.0001, 1e-7, 128n, "adam", false, null].map((value) => formatExact(value))).toEqual([
			"0.0001",
			"1e-7",
			"128",
			"adam",
			"false",
			"–",
		]);
	});
});

describe("sizes, times and shares", () => {
	it("are in the unit that a person would use", () => {
		expect([0, 312, 2048, 1_932_735_283, -2048, 110_000_000].map(formatBytes)).toEqual([
			"0 B",
			"312 B",
			"2.0 KiB",
			"1.8 GiB",
			"−2.0 KiB",
			"105 MiB",
		]);
		expect([0, 0.4, 5, 42, 838, 7500, 7200, 270_000].map(formatSeconds)).toEqual([
			"0 s",
			"0.4 s",
			"5 s",
			"42 s",
			"14 min",
			"2 h 5 min",
			"2 h",
			"3 d 3 h",
		]);
		expect([0.54, -0.0034, 0.1, 12].map(formatShare)).toEqual(["+54 %", "−0.34 %", "+10 %", "+1,200 %"]);
	});

	it("say how much of a limit was used, never rounding over it", () => {
		expect([0.004, 0.54, 0.999, 1, 1.001, 1.5, 5.4, 37, 4000].map(formatUsed)).toEqual([
			"1 % of the limit",
			"54 % of the limit",
			"99 % of the limit",
			"100 % of the limit",
			"1.1 times the limit",
			"1.5 times the limit",
			"five times the limit",
			"37 times the limit",
			"over 1,000 times the limit",
		]);
	});
});
