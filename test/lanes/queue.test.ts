import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Delivery, RunnerResult } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { Lanes, REPOSITORY } from "./world.ts";

const QUEUE = { path: ".github/workflows/mainline-queue.yml", name: "Mainline queue" };

describe("the merge queue, where the inputs together were never run", () => {
	let lanes: Lanes;
	let pull: number;

	/** A pull that was judged, and a base that has moved so that all has to run again. */
	async function moved(policy: string): Promise<void> {
		const begun = await lanes.begin("better");
		pull = begun.pull;
		await lanes.run(begun.run);
		await lanes.judge();
		const text = await lanes.world.policy();
		await lanes.advanceMain({ "data.txt": "3\n2\n1\n0\n", "mainline.yaml": text + policy });
	}

	beforeEach(async () => {
		lanes = await Lanes.make();
	});

	interface Queued {
		readonly head: string;
		readonly event: Delivery;
		readonly run: number;
	}

	async function queued(): Promise<Queued> {
		const head = await lanes.world.gitHub.queueMerge(REPOSITORY, pull);
		const event = lanes.world.event("merge_group");
		return { head, event, run: (await lanes.world.gitHub.startRun(REPOSITORY, { ...QUEUE, event })).id };
	}

	const lookUp = ({ event, run }: Queued, how: "elsewhere" | "never" | "here"): Promise<RunnerResult> =>
		lanes.judge({ event, runId: String(run), inputs: { run: how } });

	/** The job that runs, with the token of a job that reads. */
	const runs = ({ event, run }: Queued): Promise<RunnerResult> =>
		lanes.world.act(event, {
			token: "ghs_reader",
			fetchDepth: 0,
			runId: String(run),
			directory: join(lanes.world.place.directory, "gpu"),
			inputs: { token: "ghs_reader", lane: "untrusted", run: "here" },
		});

	it("says no and which, and runs nothing, unless the base branch lets it", async () => {
		await moved("");
		const group = await queued();
		const before = await lanes.world.runs("train");
		const answer = await lookUp(group, "elsewhere");
		expect([answer.code, answer.outputs["run-elsewhere"]]).toEqual([1, "false"]);
		expect(lanes.check(group.head)).toMatchObject({ conclusion: "action_required" });
		expect(lanes.check(group.head)?.summary).toMatch(/prepare \| stale[\s\S]*train \| stale/);
		expect((await runs(group)).stdout).toContain("lets the queue run nothing");
		expect(await lanes.world.runs("train")).toBe(before);
	});

	it("runs them in a job that only reads, and believes its report as far as it can be checked", async () => {
		await moved("queue: run\n");
		const group = await queued();
		const asked = await lookUp(group, "elsewhere");
		expect([asked.code, asked.outputs["run-elsewhere"]], asked.stdout).toEqual([0, "true"]);
		expect(lanes.check(group.head)).toMatchObject({ status: "in_progress" });

		const job = await runs(group);
		expect(job.code, job.stdout).toBe(0);
		expect(lanes.check(group.head)).toMatchObject({ status: "in_progress" });
		await lanes.leave(group.run, { "mainline-report.json": await readFile(job.outputs["report"] ?? "") });
		const verdict = await lookUp(group, "never");
		expect(verdict.code, verdict.stdout).toBe(0);
		expect(lanes.check(group.head)).toMatchObject({ status: "completed", conclusion: "success" });

		const before = await lanes.world.runs("train");
		await lanes.world.merge(pull);
		const released = await lanes.world.act("push", { fetchDepth: 0, inputs: { run: "never" } });
		expect(released.code, released.stdout).toBe(0);
		expect(await lanes.world.runs("train")).toBe(before);
	});

	it("is answered with no where that job leaves nothing, or says what is not so", async () => {
		await moved("queue: run\n");
		const group = await queued();
		await lookUp(group, "elsewhere");
		expect((await lookUp(group, "never")).code).toBe(1);
		expect(lanes.check(group.head)).toMatchObject({ conclusion: "failure" });

		const job = await runs(group);
		const claim = JSON.parse(await readFile(job.outputs["report"] ?? "", "utf8"));
		await lanes.leave(group.run, { "mainline-report.json": JSON.stringify({ ...claim, head: lanes.head(pull) }) });
		expect((await lookUp(group, "never")).code).toBe(1);
		expect(lanes.check(group.head)?.title).toContain("not believed");
		expect((await lanes.remote("files")).length).toBeGreaterThan(0);
	});

	it("runs them in the one job of one lane", async () => {
		await moved("queue: run\n");
		const group = await queued();
		const answer = await lookUp(group, "here");
		expect(answer.code, answer.stdout).toBe(0);
		expect(lanes.check(group.head)).toMatchObject({ conclusion: "success" });
	});

	it("follows the base branch alone: a change cannot let itself be run", async () => {
		const text = `${await lanes.world.policy()}queue: run\n`;
		const begun = await lanes.begin("better", { ...params(0.95), "mainline.yaml": text });
		pull = begun.pull;
		await lanes.advanceMain({ "data.txt": "9\n8\n" });
		const group = await queued();
		const answer = await lookUp(group, "elsewhere");
		expect([answer.code, answer.outputs["run-elsewhere"]]).toEqual([1, "false"]);
	});
});
