import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inParallel } from "../../src/kernel/index.ts";

describe("work in parallel", () => {
	it("keeps to its limit and gives results in the items' order", async () => {
		let [now, most] = [0, 0];
		const results = await inParallel([30, 10, 20, 1], 2, async (ms) => {
			most = Math.max(most, ++now);
			await sleep(ms);
			now--;
			return ms * 2;
		});
		expect(results).toEqual([60, 20, 40, 2]);
		expect(most).toBe(2);
	});

	it("throws the first error and begins nothing after it", async () => {
		const begun: number[] = [];
		const work = async (item: number): Promise<void> => {
			begun.push(item);
			await sleep(item === 1 ? 1 : 20);
			if (item === 1) throw new Error("one");
		};
		await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow("one");
		await sleep(60);
		expect(begun).toEqual([1, 2]);
	});
});
