import { beforeEach, describe, expect, it } from "vitest";
import { params } from "../circle/world.ts";
import { Lanes, REPOSITORY } from "./world.ts";

let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

describe("a pull request in two lanes", () => {
	it("is planned by the trusted one as soon as its run begins, run by the other, judged by the trusted one, and released without training", async () => {
		const { pull, run } = await lanes.begin("better");
		const begun = await lanes.judge();
		expect(begun).toMatchObject({ code: 0, outputs: { "run-elsewhere": "true", stale: "1" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			status: "in_progress",
			title: "1 stage waits for a machine to run on",
		});
		expect(lanes.comments(pull)).toEqual([expect.stringMatching(/1 stage would run[\s\S]*quality/)]);

		const ran = await lanes.run(run);
		expect(ran.job).toMatchObject({ code: 0 });
		expect(await lanes.world.runs("train")).toBe(2);
		expect(lanes.check(lanes.head(pull))?.status).toBe("in_progress");

		const judged = await lanes.judge();
		expect(judged).toMatchObject({ code: 0, outputs: { verdict: "passed" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "success" });
		expect(lanes.comments(pull)).toEqual([
			expect.stringMatching(/✅ Mainline: the gate passed[\s\S]*accuracy[\s\S]*churn v0\.2\.0|v0\.1\.1/),
		]);

		await lanes.world.merge(pull);
		expect(await lanes.world.act("push", { inputs: { run: "never" } })).toMatchObject({ code: 0 });
		expect(await lanes.world.runs("train")).toBe(2);
	});

	it("T6: has its results wait apart until they are accepted", async () => {
		const { run } = await lanes.begin("better");
		const before = (await lanes.remote("runs")).length;
		await lanes.run(run);
		expect(await lanes.remote(`mainline/claims/${run}/runs`)).not.toEqual([]);
		expect(await lanes.remote("runs")).toHaveLength(before);
		await lanes.judge();
		expect(await lanes.remote("runs")).toHaveLength(before + 1);
	});

	it("T22: writes nothing at GitHub where its code runs", async () => {
		const { run } = await lanes.begin("better");
		const writes = () =>
			[...lanes.world.gitHub.counters]
				.filter(([name]) => !name.startsWith("GET ") && !name.includes(".git"))
				.map(([, count]) => count);
		const before = writes();
		await lanes.run(run);
		expect(writes()).toEqual(before);
	});

	it("T8: is judged by the gates of the base, not by its own", async () => {
		const { pull, run } = await lanes.begin("worse", { ...params(0.2), "mainline.yaml": "gates: []\n" });
		await lanes.run(run);
		expect(await lanes.judge()).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("## ❌ Mainline: the gate says no");
	});

	it("whose stage fails shows what it wrote last, and marks the stage's line", async () => {
		const { pull, run } = await lanes.begin("broken", params(0));
		expect((await lanes.run(run)).job?.code).toBe(1);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			conclusion: "failure",
			annotations: [{ path: "dvc.yaml", title: "train failed" }],
		});
		expect(lanes.comments(pull)[0]).toMatch(/train[\s\S]*it will not learn/);
	});

	it("with nothing stale has its verdict when its run begins, and keeps it when the run ends", async () => {
		const { pull, run } = await lanes.begin("words", { "README.md": "Better words\n" });
		expect(await lanes.judge()).toMatchObject({ code: 0, outputs: { verdict: "passed" } });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		const [before] = lanes.comments(pull);
		expect((await lanes.run(run)).job).toBeNull();
		expect(await lanes.judge()).toMatchObject({ code: 0 });
		expect(lanes.comments(pull)).toEqual([before]);
	});

	it("that cannot be read is told file and line", async () => {
		const { pull } = await lanes.begin("typo", { "dvc.yaml": "stages:\n  train: {cmd: x, dep: [a]}\n" });
		expect((await lanes.judge()).code).toBe(2);
		expect(lanes.check(lanes.head(pull))).toMatchObject({
			conclusion: "failure",
			annotations: [{ path: "dvc.yaml", start_line: 2 }],
		});
		expect(lanes.comments(pull)[0]).toContain("is not a key of a stage");
	});

	it("is judged once, however often GitHub tells of its run", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		const [before] = lanes.comments(pull);
		await lanes.judge();
		expect(lanes.comments(pull)).toEqual([before]);
		expect(lanes.checks.filter(({ headSha }) => headSha === lanes.head(pull))).toHaveLength(1);
	});

	it("is told what main, having moved since, would make run again", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.advanceMain({ "data.txt": "9\n8\n" });
		await lanes.judge({ event: lanes.world.event("workflow_run") });
		const [comment] = lanes.comments(pull);
		expect(comment).toContain("main, 2 behind");
		expect(comment).toMatch(/main has moved since this ran[\s\S]*prepare[\s\S]*would have to run again/);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});

	it("T24: leaves its newer commit's comment alone", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run, { hold: true });
		const old = lanes.head(pull);
		await lanes.world.push("better", params(0.97));
		const next = await lanes.start();
		await lanes.judge();
		const [planned] = lanes.comments(pull);
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(old)).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(pull)).toEqual([planned]);
		await lanes.run(next);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect(lanes.comments(pull)[0]).toContain("0.97");
	});
});

describe("a run that does not end well", () => {
	it.each([
		["cancelled", "action_required", "The run was cancelled"],
		["action_required", "action_required", "holds the run back until somebody who may write here approves it"],
		["failure", "failure", "left no report"],
		["timed_out", "failure", "longer than its workflow allows"],
		["skipped", "action_required", "skipped the run"],
	])("%s: the check is concluded, with what to do", async (conclusion, check, words) => {
		const { pull, run } = await lanes.begin("better");
		await lanes.end(run, conclusion);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: check });
		expect(lanes.comments(pull)[0]).toContain(words);
	});

	it("T24: and is run again has the later one's word, whichever is told of last", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.end(run, "cancelled");
		const late = lanes.world.event("workflow_run");
		await lanes.world.gitHub.rerun(REPOSITORY, run);
		await lanes.run(run);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect((await lanes.judge({ event: late })).stdout).toContain("a newer run looks after");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});
});

describe("a step that is killed while it judges", () => {
	it("has its check concluded by the one after it, and a verdict is not touched", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		const killed = await lanes.judge({ kill: { atCall: 12 } });
		expect(killed.killed).toBe(true);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "in_progress" });
		const concluded = await lanes.judge({ inputs: { command: "conclude" } });
		expect(concluded.stdout).toContain("concluded mainline");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
		expect((await lanes.judge({ inputs: { command: "conclude" } })).stdout).toContain("no check was left open");
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});
});

describe("the merge queue", () => {
	it("is answered by look-up", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		const group = await lanes.world.gitHub.queueMerge(REPOSITORY, pull);
		const answer = await lanes.judge({ event: lanes.world.event("merge_group") });
		expect(answer).toMatchObject({ code: 0, outputs: { verdict: "passed" } });
		expect(lanes.check(group)).toMatchObject({ conclusion: "success" });
		expect(await lanes.world.runs("train")).toBe(2);
	});

	it("gets a no where main has moved so that inputs differ, with the stages", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		await lanes.advanceMain({ "data.txt": "9\n8\n" });
		const group = await lanes.world.gitHub.queueMerge(REPOSITORY, pull);
		expect((await lanes.judge({ event: lanes.world.event("merge_group") })).code).toBe(1);
		expect(lanes.check(group)).toMatchObject({
			conclusion: "action_required",
			summary: expect.stringContaining("prepare"),
		});
		expect(await lanes.world.runs("prepare")).toBe(1);
	});
});

describe("the true lock", () => {
	const lockOf = async (branch: string) => {
		const { git } = await import("../rig/world.ts");
		return git(lanes.world.gitHub.bareDirectory(REPOSITORY), "show", `refs/heads/${branch}:dvc.lock`).catch(() => "");
	};
	const pushing = { inputs: { lock: "push" }, token: "ghs_committer" };
	const judge = (more = {}) =>
		lanes.judge({ ...pushing, ...more, inputs: { ...pushing.inputs, token: pushing.token } });

	beforeEach(async () => {
		await lanes.world.gitHub.addToken({
			value: "ghs_committer",
			kind: "actions",
			permissions: { actions: "read", checks: "write", contents: "write", metadata: "read", pull_requests: "write" },
		});
	});

	it("is put on the branch as one commit that starts nothing, with the verdict on it; and only once", async () => {
		const { pull, run } = await lanes.begin("better");
		const before = lanes.head(pull);
		await lanes.run(run);
		const started = lanes.world.gitHub.deliveries.filter(({ startsWorkflows }) => startsWorkflows).length;
		await judge();
		const after = lanes.head(pull);
		expect(after).not.toBe(before);
		expect(await lockOf("better")).toContain("quality: 0.95");
		expect(lanes.world.gitHub.deliveries.filter(({ startsWorkflows }) => startsWorkflows)).toHaveLength(started);
		for (const sha of [before, after]) expect(lanes.check(sha)).toMatchObject({ conclusion: "success" });
		await judge();
		expect(lanes.head(pull)).toBe(after);
		expect(lanes.comments(pull)).toHaveLength(1);
	});

	it("gets its verdict when the job was ended between the commit and the check", async () => {
		const { pull, run } = await lanes.begin("better");
		const before = lanes.head(pull);
		await lanes.run(run);
		const ending = new AbortController();
		const stop = lanes.world.gitHub.onExchange(({ requestBody }) => {
			if (JSON.stringify(requestBody ?? "").includes("createCommitOnBranch")) ending.abort();
		});
		await judge({ signal: ending.signal });
		stop();
		expect(lanes.head(pull)).not.toBe(before);
		await judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});

	it("T27: gives its verdict to no commit that only looks like it", async () => {
		const { pull, run } = await lanes.begin("words", { "README.md": "Better words\n" });
		const { git } = await import("../rig/world.ts");
		await lanes.world.push("words", params(0.1));
		const message = "Bring dvc.lock up to date\n\nMainline-Lock: true";
		await git(lanes.world.clone, "commit", "-q", "--amend", "-m", message);
		await git(lanes.world.clone, "push", "-q", "-f", lanes.world.pushUrl, "HEAD:refs/heads/words");
		await lanes.end(run, "success");
		const judged = await judge();
		expect(judged.stdout).toContain("and params.yaml in it is not so");
		expect(lanes.check(lanes.head(pull))).toBeUndefined();
	});

	it("never takes the place of one that a person wrote", async () => {
		const own = "schema: '2.0'\nstages:\n  train:\n    cmd: sh train.sh\n";
		const { pull, run } = await lanes.begin("better", { ...params(0.95), "dvc.lock": own });
		const before = lanes.head(pull);
		await lanes.run(run);
		expect((await judge()).stdout).toContain("was changed by hand");
		expect(lanes.head(pull)).toBe(before);
		expect(await lockOf("better")).toBe(own.trimEnd());
	});

	it("is left where the branch alone has other inputs than merged", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.advanceMain({ "data.txt": "9\n8\n" });
		await lanes.world.push("better", params(0.96));
		const later = await lanes.start();
		expect(later).not.toBe(run);
		await lanes.run(later);
		const before = lanes.head(pull);
		expect((await judge()).stdout).toContain("without main has other inputs");
		expect(lanes.head(pull)).toBe(before);
	});

	it("is left alone by a job that may not write", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		const before = lanes.head(pull);
		const judged = await lanes.judge({ inputs: { lock: "push" } });
		expect(judged.stdout).toMatch(/dvc.lock was not brought up to date: .*contents: write/);
		expect(lanes.head(pull)).toBe(before);
		expect(lanes.check(before)).toMatchObject({ conclusion: "success" });
	});
});
