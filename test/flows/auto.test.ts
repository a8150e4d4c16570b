import { afterEach, describe, expect, it } from "vitest";
import { CircleWorld, params } from "../circle/world.ts";

let world: CircleWorld;

afterEach(() => world?.end());

describe("the whole circle", () => {
	it("trains once, releases, improves, leaves a document alone, and comes back without training", async () => {
		world = await CircleWorld.make("process");
		expect(await world.act("push")).toMatchObject({ code: 0, outputs: { said: "churn v0.1.0 released" } });
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.1.0", "v0.1.0"]);

		const better = await world.pull("better", params(0.95));
		expect(await world.act("pull_request")).toMatchObject({ code: 0, outputs: { verdict: "passed", stale: "1" } });
		expect(world.repository.comments.map((comment) => comment.body)).toEqual([
			expect.stringContaining("| accuracy | 0.90 | 0.95 | +0.05 | ≥ 0.50, Δ ≥ −0.01 | 0 % | ✅ |"),
		]);
		expect(world.repository.comments[0]?.body).toMatch(
			/\*\*Merging would\*\* release churn v0\.2\.0 to oci:\S+ → dev now, → prod now\. A revert brings back v0\.1\.0 in (about|under) [\d.]+ s\./,
		);
		expect(world.repository.comments[0]?.body).toMatch(
			/- \*\*To pull:\*\* a node with v0\.1\.0 pulls about [\d.]+ \w+: model/,
		);
		await world.merge(better);
		expect(await world.act("push")).toMatchObject({ code: 0, outputs: { version: "v0.2.0" } });
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.2.0", "v0.2.0"]);

		const words = await world.pull("words", { "README.md": "More\n" });
		expect(await world.act("pull_request")).toMatchObject({ code: 0, outputs: { verdict: "passed", stale: "0" } });
		expect(world.repository.checks.at(-1)).toMatchObject({ status: "completed", conclusion: "success" });
		await world.merge(words);
		expect((await world.act("push")).stdout).toContain("v0.2.0");

		const back = await world.revert(better);
		expect(await world.act("pull_request")).toMatchObject({ code: 0, outputs: { verdict: "passed", stale: "0" } });
		const told = world.repository.comments.findLast(({ issue }) => issue === back)?.body ?? "";
		for (const line of [
			/- \*\*Goes back:\*\* .*accuracy 0\.95 → 0\.9; image sha256:\w+ → sha256:\w+\./,
			/- \*\*Stays:\*\* 1 file that changed since v0\.1\.0 stays: README\.md\./,
			/- \*\*Takes:\*\* (about|under) [\d.]+ s, by what the last deploys took\./,
			/- \*\*Image:\*\* its image is in the registry\./,
			/- \*\*Rehearsed:\*\* never for dev, never for prod\./,
			/- \*\*From then on:\*\* v0\.2\.0 is rejected: .*; prod is on hold/,
			/- \*\*To pull:\*\* a node with v0\.2\.0 pulls [\d.]+ \w+: model/,
		])
			expect(told).toMatch(line);
		await world.merge(back);
		expect(await world.act("push")).toMatchObject({ code: 0, outputs: { said: "churn v0.1.0 reverted" } });
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.1.0", "v0.1.0"]);
		expect(await world.runs("train")).toBe(2);
		expect(await world.runs("prepare")).toBe(1);
		expect(world.repository.deployments.map((one) => one.statuses.at(-1)?.state)).toEqual([
			"inactive",
			"inactive",
			"inactive",
			"inactive",
			"success",
			"success",
		]);
	}, 120_000);
});
