import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { RunnerResult } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { git } from "../rig/world.ts";
import { Lanes } from "./world.ts";

let lanes: Lanes;
/** What the first release, which trained, has noted. */
let already: number;

beforeEach(async () => {
	lanes = await Lanes.make();
	already = (await notes()).length;
});

const notes = () => lanes.remote("mainline/timings");
/** How often each note says that `train` ran. */
const counts = async () => {
	const texts = await Promise.all((await notes()).map((file) => readFile(file, "utf8")));
	return texts.map((text) => JSON.parse(text).stages.train.length as number).toSorted((a, b) => a - b);
};

/** The seconds that the report expects of each stage. */
const expectedOf = async ({ outputs }: RunnerResult) => {
	const { plan } = JSON.parse(await readFile(outputs["report"] ?? "", "utf8"));
	return plan.stages.map(({ seconds }: { seconds?: number }) => seconds);
};

describe("how long stages take, in two lanes", () => {
	it("is told by what earlier pull requests took, before anything runs, with the GPU-hours of stages that say theirs", async () => {
		const dvc = await git(lanes.world.clone, "show", "HEAD:dvc.yaml");
		const first = await lanes.begin("first");
		await lanes.run(first.run);
		await lanes.judge();
		const wanted = dvc.replace("cmd: sh train.sh", "cmd: sh train.sh\n    meta: {mainline: {gpus: 2}}");
		const second = await lanes.begin("second", { ...params(0.96), "dvc.yaml": `${wanted}\n` });
		const begun = await lanes.judge();
		expect(begun.code).toBe(0);
		expect(lanes.comments(second.pull)[0]).toMatch(/1 of 2 stages would run.*: about [\d.]+ s and under 0.1 GPU-hours/);
		const document = JSON.parse(await readFile(begun.outputs["report"] ?? "", "utf8"));
		expect(document.expected).toMatchObject({ stages: 1, timed: 1, onGpus: 1, seconds: expect.any(Number) });
	});

	it("is noted once for a run, and says nothing of what was expected of that very run", async () => {
		const first = await lanes.begin("first");
		await lanes.run(first.run);
		const expected = await expectedOf(await lanes.judge());
		const [before] = lanes.comments(first.pull);
		expect(before).toMatch(/\| Expected \| Took \|/);
		expect(await counts()).toEqual([1, 2]);
		expect(await expectedOf(await lanes.judge())).toEqual(expected);
		expect(lanes.comments(first.pull)).toEqual([before]);
		expect(await counts()).toEqual([1, 2]);
	});

	it("is written by the trusted lane alone", async () => {
		const { run } = await lanes.begin("better");
		await lanes.run(run);
		expect(await notes()).toHaveLength(already);
	});

	it("is not what a report says that cannot be", async () => {
		const { pull, run } = await lanes.begin("better");
		const claim = await lanes.claim(await lanes.run(run, { hold: true }));
		const stages = claim.stages.map((stage) => ({ ...stage, seconds: 1e12 }));
		await lanes.leave(run, { "mainline-report.json": JSON.stringify({ ...claim, stages }) });
		await lanes.end(run, "success");
		expect((await lanes.judge()).code).toBe(0);
		expect(lanes.comments(pull)).toHaveLength(1);
		expect(await notes()).toHaveLength(already);
	});
});

describe("how long stages take, in one lane", () => {
	it("is noted by the job that runs them", async () => {
		const { world } = lanes;
		await world.pull("first", params(0.95));
		await world.act("pull_request", { runId: "71" });
		expect(await notes()).toHaveLength(already + 1);
		const second = await world.pull("second", params(0.96));
		await world.act("pull_request", { inputs: { run: "elsewhere" }, runId: "72" });
		expect(lanes.comments(second)[0]).toMatch(/1 of 2 stages would run.*: about [\d.]+ s/);
	});
});

describe("a run that goes on", () => {
	it("is shown as it told where `/mainline plan` or GitHub asks, until its verdict stands", async () => {
		const { pull, run } = await lanes.begin("better");
		const folder = join(lanes.world.place.directory, "store/mainline/claims", String(run), "progress");
		await mkdir(folder, { recursive: true });
		const at = new Date(Date.now() - 120_000).toISOString();
		const progress = {
			schema: "mainline.progress/1",
			run: { id: run, attempt: 1 },
			at,
			running: [{ address: "train", since: at }],
			done: [],
		};
		await writeFile(join(folder, "1.json"), JSON.stringify(progress));
		expect((await lanes.judge()).code).toBe(0);
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			status: "in_progress",
			title: expect.stringMatching(/^train runs/),
		});
		expect(lanes.comments(pull)[0]).toMatch(/> `train` runs since \d\d:\d\d UTC[\s\S]*As the run told at/);
		await lanes.run(run);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(pull)[0]).not.toContain("As the run told");
	});
});
