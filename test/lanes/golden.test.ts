import { afterEach, describe, expect, it } from "vitest";
import { CircleWorld, params } from "../circle/world.ts";
import { Lanes } from "./world.ts";

/** What the model has to answer to x = 1 and 2. */
function golden(y: number): Record<string, string> {
	const request = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
	const expected = { request, expect: { y }, tolerance: { absolute: 1e-9 } };
	return { "golden/sum.json": `${JSON.stringify(expected)}\n` };
}

async function serveFile({ world: { place } }: Lanes): Promise<string> {
	return String((await CircleWorld.files(place))["serve.py"]);
}

let world: CircleWorld | null = null;
afterEach(async () => {
	await world?.end();
	world = null;
});

/** `main` is released to processes of this machine, and its model (quality 0.9) answers 2.7, as it has to. */
async function released(): Promise<Lanes> {
	world = await CircleWorld.make("process", undefined, async (place) => ({
		...(await CircleWorld.files(place)),
		...golden(2.7),
	}));
	return Lanes.of(world);
}

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

describe("a pull request's golden requests", () => {
	it("are asked where its stages run, and keep it from being merged where the answer is another", async () => {
		const lanes = await released();
		const { pull, run } = await lanes.begin("better", params(1));
		const ran = await lanes.run(run);
		expect((await lanes.claim(ran)).golden).toEqual([
			{
				model: "churn",
				asked: [
					{
						file: "golden/sum.json",
						differences: ["y[0] is 3, expected 2.7, off by 0.3 of 1e-9"],
						milliseconds: expect.any(Number),
					},
				],
				notAsked: null,
			},
		]);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			conclusion: "failure",
			title: "The golden request is answered otherwise",
			annotations: [{ path: "golden/sum.json", message: "y[0] is 3, expected 2.7, off by 0.3 of 1e-9" }],
		});
		const [comment] = lanes.comments(pull);
		expect(comment).toContain("**Golden requests**: 0 of 1 request answered as expected.");
		expect(comment).toContain("- ❌ `golden/sum.json`: y\\[0\\] is 3, expected 2.7, off by 0.3 of 1e-9");
		expect(comment).not.toContain("Merging would");
		// what is expected now is written down with the change
		await lanes.world.push("better", golden(3));
		const again = await lanes.start();
		await lanes.run(again);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(pull)[0]).toContain("**Golden requests**: 1 of 1 request answered as expected.");
	});

	it("are asked of code that changes no stage, by the job with the machine, and nothing is said before", async () => {
		const lanes = await released();
		const serve = (await serveFile(lanes)).replace("sum(request", "2 * sum(request");
		const { pull, run } = await lanes.begin("code", { "serve.py": serve });
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			status: "in_progress",
			title: "a model's golden requests wait for a machine to ask them on",
		});
		expect(lanes.comments(pull)[0]).toContain("**Golden requests**: not asked yet");
		const { plan, job } = await lanes.run(run);
		expect(plan.outputs["run-elsewhere"]).toBe("true");
		expect(job?.code).toBe(0);
		expect(await lanes.world.runs("train")).toBe(1);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("y\\[0\\] is 5.4, expected 2.7, off by 2.7 of 1e-9");
	});

	it("are not asked of what is released already, nor of the code of who may not run any here", async () => {
		const lanes = await released();
		const { pull, run } = await lanes.begin("words", { "README.md": "Other words\n" });
		const { plan } = await lanes.run(run);
		expect(plan.outputs["run-elsewhere"]).not.toBe("true");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(pull)[0]).not.toContain("Golden");
		const foreign = await lanes.world.pull("foreign", { "serve.py": "raise SystemExit(3)\n" }, "bob");
		const theirs = await lanes.run(await lanes.start());
		expect(theirs.plan.outputs["run-elsewhere"]).not.toBe("true");
		await lanes.judge();
		expect(lanes.check(lanes.head(foreign))).toMatchObject({
			conclusion: "action_required",
			title: "Golden requests were not asked",
		});
		expect(lanes.comments(foreign)[0]).toContain("not asked yet: that comes before a version is tagged");
		expect(lanes.comments(foreign)[0]).toContain("The author may not start runs here.");
	});

	it("are no yes where the run ended without them, or tells of fewer than there are", async () => {
		const lanes = await released();
		const serve = `${await serveFile(lanes)}# another word\n`;
		const { pull, run } = await lanes.begin("code", { "serve.py": serve });
		await lanes.end(run, "failure");
		await lanes.judge();
		const unasked = { conclusion: "failure", title: "Golden requests were not asked" };
		expect(lanes.check(lanes.head(pull))).toMatchObject(unasked);
		expect(lanes.comments(pull)[0]).toContain("The run ended without asking the golden requests.");
		const again = await lanes.start();
		const told = await lanes.claim(await lanes.run(again, { hold: true }));
		await lanes.leave(again, {
			"mainline-report.json": JSON.stringify({ ...told, golden: [{ model: "churn", asked: [], notAsked: null }] }),
		});
		await lanes.end(again, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject(unasked);
	});

	it("are asked by jobs that may not fetch the tags: what is new is told from the base", async () => {
		const lanes = await released();
		const { serverUrl } = lanes.world.gitHub;
		const environment = {
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: "url.http://127.0.0.1:1/.insteadOf",
			GIT_CONFIG_VALUE_0: `${serverUrl}/`,
		};
		const { pull, run } = await lanes.begin("better", params(1));
		await lanes.run(run, { environment });
		await lanes.judge();
		expect(lanes.comments(pull)[0]).toContain("y\\[0\\] is 3, expected 2.7");
		const words = await lanes.begin("words", { "README.md": "Other words\n" });
		const { plan } = await lanes.run(words.run, { environment });
		expect(plan.outputs["run-elsewhere"]).not.toBe("true");
	});

	it("are asked in one lane, too, by the job that may start the model", async () => {
		const lanes = await released();
		const pull = await lanes.world.pull("better", params(1));
		const plan = await lanes.world.act("pull_request", { inputs: { run: "elsewhere" } });
		expect(plan.outputs["run-elsewhere"]).toBe("true");
		const { code } = await lanes.world.act("pull_request");
		expect(code).toBe(1);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain(
			"- ❌ `golden/sum.json`: y\\[0\\] is 3, expected 2.7, off by 0.3 of 1e-9",
		);
	});
});

it("a mainline.yaml that no release would take fails the pull request that brings it, and not the one that mends it", async () => {
	const lanes = await Lanes.make();
	const good = await lanes.world.policy();
	const [head = "", rest = ""] = good.split("environments:\n");
	const cluster = "  cluster:\n    deploy: {kubernetes: {context: c, namespace: n, deployment: d}}\n";
	const bad = `${head}environments:\n${cluster}${rest}`;
	const { pull, run } = await lanes.begin("cluster", { "mainline.yaml": bad });
	await lanes.run(run);
	expect(await lanes.judge()).toMatchObject({ code: 2 });
	expect(lanes.check(lanes.head(pull))).toMatchObject({
		conclusion: "failure",
		title: "Cluster deploys by `kubernetes`, which cannot fetch images from a folder",
	});
	// somebody merges it all the same
	await lanes.world.merge(pull);
	const mends = await lanes.begin("mends", { "mainline.yaml": good });
	await lanes.run(mends.run);
	expect((await lanes.judge()).code).toBe(0);
	expect(lanes.check(lanes.head(mends.pull))).toMatchObject({ conclusion: "success" });
});
