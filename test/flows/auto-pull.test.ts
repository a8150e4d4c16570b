import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import type { RunnerOrder, RunnerResult } from "../../src/standin/index.ts";
import { releasedWorld } from "../circle/seed.ts";
import { type CircleWorld, params } from "../circle/world.ts";
import { cloneUrl, commit, git } from "../rig/world.ts";

const REPOSITORY = "ada/model";
const READ_ONLY = "ghs_read";
/** What a job has for Mainline alone. */
const OWN = {
	ACTIONS_RUNTIME_TOKEN: "own",
	ACTIONS_ID_TOKEN_REQUEST_TOKEN: "own",
	MAINLINE_REGISTRY_PASSWORD: "secret",
	MAINLINE_CONFIG_TOKEN: "secret",
	MAINLINE_SIGNING_KEY: "secret",
};

let world: CircleWorld;

beforeEach(async () => {
	world = await releasedWorld();
});
afterEach(() => world?.end());

const lastCheck = () => world.repository.checks.at(-1);
const commentsOn = (pull: number) => world.repository.comments.filter(({ issue }) => issue === pull);

describe("a pull request", () => {
	it("whose model is worse turns the check red and fails the job, and its own gates do not count", async () => {
		const policy = await git(world.clone, "show", "HEAD:mainline.yaml");
		const lenient = policy.replace("floor: 0.5", "floor: 0").replace("drop: 0.01", "drop: 1");
		const pull = await world.pull("worse", { ...params(0.2), "mainline.yaml": lenient });
		const result = await world.act("pull_request");
		expect(result).toMatchObject({ code: 1, outputs: { verdict: "failed", stale: "1" } });
		expect(lastCheck()).toMatchObject({ status: "completed", conclusion: "failure" });
		expect(commentsOn(pull)[0]?.body).toContain("## ❌ Mainline: the gate says no");
	});

	it("whose stage fails says which, and shows the last lines that it wrote", async () => {
		const pull = await world.pull("broken", params(0));
		const result = await world.act("pull_request");
		expect(result).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(lastCheck()).toMatchObject({ conclusion: "failure" });
		expect(commentsOn(pull)[0]?.body).toMatch(/train[\s\S]*it will not learn/);
	});

	it("T11: runs its stages without the action's inputs in their environment, the token least of all", async () => {
		const seen = join(world.place.directory, "seen");
		const train = await readFile(join(world.clone, "train.sh"), "utf8");
		await world.pull("curious", { "train.sh": `env > "${seen}"\n${train}`, ...params(0.95) });
		const environment = { ...OWN, THEIRS: "kept" };
		const ran = await world.act("pull_request", { environment, inputs: { "members-token": "ghs_members" } });
		expect(ran.code).toBe(0);
		expect(ran.stdout).toContain("::add-mask::ghs_members");
		expect(ran.stdout.replace("::add-mask::ghs_members", "")).not.toContain("ghs_members");
		const text = await readFile(seen, "utf8");
		expect(text).toContain("THEIRS=kept");
		expect(text).not.toMatch(new RegExp(["INPUT_", "ghs_workflow", "ghs_members", ...Object.keys(OWN)].join("|")));
	});

	it("that cannot be read is told file, line and column, in the check too", async () => {
		const pull = await world.pull("typo", { "dvc.yaml": "stages:\n  train: {cmd: x, dep: [a]}\n" });
		const result = await world.act("pull_request");
		expect(result.code).toBe(2);
		expect(lastCheck()).toMatchObject({ conclusion: "failure", annotations: [{ path: "dvc.yaml", start_line: 2 }] });
		expect(commentsOn(pull)[0]?.body).toContain("is not a key of a stage");
		expect(result.annotations).toMatchObject([{ level: "error", properties: { file: "dvc.yaml", line: "2" } }]);
	});

	it("is not commented on twice, and the comment is not written again when it says the same", async () => {
		const pull = await world.pull("better", params(0.95));
		await world.act("pull_request");
		const [before] = commentsOn(pull);
		const writes = world.gitHub.counters.get("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}") ?? 0;
		const again = await world.act("pull_request", { inputs: { run: "never" } });
		expect(again.code).toBe(0);
		expect(commentsOn(pull).map(({ id }) => id)).toEqual([before?.id]);
		expect(
			(world.gitHub.counters.get("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}") ?? 0) - writes,
		).toBeLessThan(2);
		const third = world.gitHub.counters.get("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}") ?? 0;
		await world.act("pull_request", { inputs: { run: "never" } });
		expect(world.gitHub.counters.get("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}") ?? 0).toBe(third);
	});

	it("with a dependency that .dvcignore leaves out runs, because the stage names it", async () => {
		const dvc = (await git(world.clone, "show", "HEAD:dvc.yaml")).replace(
			"deps: [train.sh,",
			"deps: [notes.txt, train.sh,",
		);
		await world.pull("ignored", { ".dvcignore": "notes.txt\n", "notes.txt": "by name\n", "dvc.yaml": `${dvc}\n` });
		expect((await world.act("pull_request")).outputs["verdict"]).toBe("passed");
		expect(lastCheck()).toMatchObject({ conclusion: "success" });
	});

	it("planned on one machine and run on another has one check and one comment", async () => {
		const pull = await world.pull("better", params(0.95));
		const planned = await world.act("pull_request", { inputs: { run: "elsewhere" } });
		expect(planned).toMatchObject({ code: 0, outputs: { "run-elsewhere": "true", stale: "1" } });
		expect(lastCheck()).toMatchObject({ status: "in_progress", summary: expect.stringContaining("train") });
		expect(commentsOn(pull)[0]?.body).toMatch(/1 stage would run[\s\S]*quality/);
		expect(await world.runs("train")).toBe(1);
		const ran = await world.act("pull_request", { inputs: { run: "here" } });
		expect(ran).toMatchObject({ code: 0, outputs: { "run-elsewhere": "false", verdict: "passed" } });
		expect(commentsOn(pull)).toHaveLength(1);
		expect(world.repository.checks.map(({ status, conclusion }) => [status, conclusion])).toEqual([
			["completed", "success"],
		]);
	});

	it("cannot ping anybody, break the table or forge the marker by what it names", async () => {
		const dvc = (await git(world.clone, "show", "HEAD:dvc.yaml")).replace(
			"prepare:",
			'"evil": {cmd: "echo @ada", outs: ["a|b <!-- mainline -->"]}\n  prepare:',
		);
		const pull = await world.pull("hostile", { "dvc.yaml": `${dvc}\n` });
		await world.act("pull_request");
		const body = commentsOn(pull)[0]?.body ?? "";
		expect(body.match(/<!-- mainline/g)?.length ?? 0).toBeLessThan(2);
		expect(body).not.toMatch(/(^|\s)@ada\b/);
	});
});

describe("a pull request from a fork", () => {
	/** bob's fork has changed the training script; his pull's job has a token that can only read. */
	async function forked(token: string): Promise<{ pull: number; result: RunnerResult }> {
		await world.gitHub.createRepository("bob/model", { forkOf: REPOSITORY });
		await world.gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
		await world.gitHub.addToken({
			value: READ_ONLY,
			kind: "actions",
			permissions: { contents: "read", metadata: "read" },
		});
		const work = join(world.place.directory, "bob");
		await git(world.place.directory, "clone", "-q", cloneUrl(world.gitHub, "bob/model", "ghp_bob"), work);
		await commit(work, { files: { "train.sh": 'echo stolen >> "$NOTES/ran"\n' }, message: "Help" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const order = { head: "help", headRepository: "bob/model", base: "main", title: "Help", author: "bob" };
		const { number } = await world.gitHub.openPull(REPOSITORY, order);
		return { pull: number, result: await world.act("pull_request", { token, inputs: { token } }) };
	}

	it("T1: is planned and never run, though the token could write, and told so in plain words", async () => {
		const { pull, result } = await forked("ghs_workflow");
		expect(await world.runs("stolen")).toBe(0);
		expect(result).toMatchObject({ code: 1, outputs: { verdict: "waits", stale: "1" } });
		expect(lastCheck()).toMatchObject({ status: "completed", conclusion: "action_required" });
		expect(commentsOn(pull)[0]?.body).toContain("fork");
	});

	it("has its report in the job summary where the token may only read", async () => {
		const { pull, result } = await forked(READ_ONLY);
		expect(await world.runs("stolen")).toBe(0);
		expect(commentsOn(pull)).toEqual([]);
		expect(result.summary).toContain("fork");
		expect(result.stdout).toContain("this job's token may not write here");
	});
});

describe("a version that failed where it was brought", () => {
	it("is left alone by the schedule, and tried again when the merge's job is run again", async () => {
		const policy = await world.policy();
		const tries = join(world.place.directory, "tries");
		const failing = policy.replace(
			/(dev:\n {4}deploy: ).*/,
			`$1{command: [sh, -c, 'echo once >> "${tries}"; exit 1']}`,
		);
		await world.merge(await world.pull("better", { ...params(0.95), "mainline.yaml": failing }));
		const tried = async () => (await readFile(tries, "utf8")).split("\n").length - 1;
		expect(await world.act("push", { inputs: { run: "here" } })).toMatchObject({ code: 1 });
		const once = await tried();
		expect(await world.tags()).toContain("churn#dev+failed+v0.2.0+1");

		const schedule = { name: "schedule", repository: REPOSITORY, payload: {}, startsWorkflows: true };
		const hourly = await world.act(schedule, { fetchDepth: 0, inputs: { command: "release" } });
		expect(hourly.stdout).toContain("`mainline promote churn@v0.2.0 dev` tries it again");
		expect(await tried()).toBe(once);

		await world.act("push", { fetchDepth: 0 });
		expect(await tried()).toBeGreaterThan(once);
	});
});

describe("a run by hand", () => {
	it("does what its input names: status, rehearse, rollback (though the image is gone), promote", async () => {
		await world.merge(await prepared("better", 0.95));
		await world.act("push");
		const dispatch = async (inputs: Record<string, string>): Promise<RunnerResult> => {
			await world.gitHub.dispatch(REPOSITORY, { inputs, sender: "ada" });
			return world.act("workflow_dispatch");
		};
		expect((await dispatch({ command: "status", verify: "true" })).stdout).toContain("v0.2.0");
		const tagged = await git(
			world.gitHub.bareDirectory(REPOSITORY),
			"tag",
			"-l",
			"--format=%(contents)",
			"churn@v0.2.0",
		);
		expect(tagged).toContain("\nMetric: metrics.json:accuracy 0.95\n");
		expect(tagged).toContain("\nGate: metrics.json:accuracy 0.9 → 0.95 passed\nPull: #1\n");
		expect(tagged).toMatch(/^Model: model.json md5:[0-9a-f]{32}$/m);
		const rehearsed = await dispatch({ command: "rehearse", environment: "prod" });
		expect(rehearsed.stdout).toContain(
			"churn in prod: v0.2.0, back to v0.1.0: its image is there, and it was not started",
		);
		expect(rehearsed.stdout).toContain("its model is stored: the image could be packed anew");
		await world.loseImage("churn@v0.1.0");
		const back = await dispatch({ command: "rollback", model: "churn", environment: "prod", reason: "latency" });
		expect(back.code).toBe(0);
		expect(back.stdout).toContain("packed anew from the stored model, with the same digest");
		expect([await world.serves("dev"), await world.serves("prod")]).toEqual(["v0.2.0", "v0.1.0"]);
		// somebody runs that job again
		expect((await world.act("workflow_dispatch")).stdout).toContain("v0.1.0");
		expect(await world.serves("prod")).toBe("v0.1.0");
		expect(
			(await dispatch({ command: "promote", model: "churn", environment: "prod", version: "v0.2.0", force: "true" }))
				.code,
		).toBe(0);
		expect(await world.serves("prod")).toBe("v0.2.0");
		expect(await dispatch({ command: "deploy" })).toMatchObject({ code: 2 });
	});
});

describe("a promotion by hand that was asked before a rollback and runs after it", () => {
	const asked = async (inputs: Record<string, string>): Promise<Pick<RunnerOrder, "event" | "runId">> => {
		await world.gitHub.dispatch(REPOSITORY, { inputs, sender: "ada" });
		const event = world.event("workflow_dispatch");
		const { id } = await world.gitHub.startRun(REPOSITORY, { path: ".github/workflows/command.yml", name: "x", event });
		return { event, runId: String(id) };
	};
	const force = { command: "promote", environment: "prod", version: "v0.2.0", force: "true" };
	const act = ({ event, ...run }: Pick<RunnerOrder, "event" | "runId" | "runAttempt">) => world.act(event, run);

	it("does not bring back what was rejected since, however often it is run; asked again, it does", async () => {
		await world.merge(await prepared("better", 0.95));
		await world.act("push");
		const waiting = await asked(force);
		expect((await act(await asked({ command: "rollback", environment: "prod" }))).code).toBe(0);
		for (const runAttempt of ["1", "2"]) {
			const { code, stdout } = await act({ ...waiting, runAttempt });
			expect([code, stdout]).toEqual([1, expect.stringMatching(/v0\.2\.0 was rejected at \S+Z, after this was asked/)]);
		}
		// of a run that GitHub does not tell of, only a first attempt is just now
		const untold = await act({ event: waiting.event, runId: "1", runAttempt: "2" });
		expect([untold.code, untold.stdout]).toEqual([
			1,
			expect.stringContaining("no rejection and no hold is passed over"),
		]);
		expect(await world.serves("prod")).toBe("v0.1.0");
		// the times of tags and runs are whole seconds
		await systemClock.sleep(1000);
		expect((await act(await asked(force))).code).toBe(0);
		expect(await world.serves("prod")).toBe("v0.2.0");
	});
});

describe("any other event", () => {
	it("does nothing, and says so", async () => {
		const words = await world.pull("words", { "README.md": "Words\n" });
		const closed = { ...world.event("pull_request") };
		const result = await world.act({ ...closed, payload: { ...closed.payload, action: "labeled" } });
		expect([result.code, result.stdout]).toEqual([0, expect.stringContaining("labeled")]);
		expect(commentsOn(words)).toEqual([]);
	});
});

async function prepared(branch: string, quality: number): Promise<number> {
	const pull = await world.pull(branch, params(quality));
	await world.act("pull_request");
	return pull;
}
