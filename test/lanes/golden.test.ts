import { expect, it } from "vitest";
import { params } from "../circle/world.ts";
import { Lanes } from "./world.ts";

it("a pull request with a golden request that nobody can read is told its place, and cannot be merged", async () => {
	const lanes = await Lanes.make();
	const golden = '{"request": {}, "expect": {"y": 1}}\n';
	const { pull, run } = await lanes.begin("asks", { ...params(0.95), "golden/one.json": golden });
	await lanes.run(run);
	expect(await lanes.judge()).toMatchObject({ code: 2, outputs: { verdict: "failed" } });
	expect(lanes.check(lanes.head(pull))).toMatchObject({
		conclusion: "failure",
		annotations: [
			{ path: "golden/one.json", start_line: 1, message: "a request needs `inputs`\nwrite the key `inputs`" },
		],
	});
	expect(lanes.comments(pull)[0]).toContain("`golden/one.json:1:13` a request needs `inputs`");
});
