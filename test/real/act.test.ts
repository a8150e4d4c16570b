import { beforeAll, describe, expect, it } from "vitest";
import { params } from "../circle/world.ts";
import { lasting } from "../rig/world.ts";
import { matrixWorkflow, WIDE } from "./act/matrix.ts";
import { ActWorld, REPOSITORY, WORKFLOWS } from "./act/rig.ts";

/** One story, told by the workflows as `mainline init` writes them, run by act. */
describe("the workflows of two lanes, under act", () => {
	let act: ActWorld;
	let pull: number;

	const head = () => act.world.repository.pulls.find(({ number }) => number === pull)?.headSha;
	const check = () => act.world.repository.checks.findLast(({ headSha }) => headSha === head());
	const comments = () => act.world.repository.comments.filter(({ issue }) => issue === pull).map(({ body }) => body);

	beforeAll(async () => {
		act = await lasting(() => ActWorld.make());
	});

	it("are written by init into a repository that has none", async () => {
		const { code, log } = await act.mainline("init", "--yes");
		expect(code, log).toBe(0);
		await act.push("Set Mainline up");
	});

	it("release what main declares", async () => {
		const { code, log } = await act.act(WORKFLOWS.release, act.world.event("push"));
		// the template trains nothing on main: the first results come from a pull request or by hand
		expect(log).toContain("never ran");
		expect(code).toBe(1);
	});

	it("plan a pull request as soon as its run begins", async () => {
		pull = await act.world.pull("better", params(0.95));
		const event = act.world.event("pull_request");
		const { run, begun } = await act.start(WORKFLOWS.pull, event);
		const planned = await act.act(WORKFLOWS.report, begun);
		expect(planned.code, planned.log).toBe(0);
		expect(check()).toMatchObject({ status: "in_progress" });
		expect(comments()).toEqual([expect.stringContaining("2 stages would run")]);

		const ran = await act.finish(WORKFLOWS.pull, event, run);
		expect(ran.code, ran.log).toBe(0);
		expect(await act.world.runs("train")).toBe(1);
		expect(check()).toMatchObject({ status: "in_progress" });
	});

	it("judge it when its run has ended: one comment, one check", async () => {
		const judged = await act.act(WORKFLOWS.report, act.world.event("workflow_run"));
		expect(judged.code, judged.log).toBe(0);
		expect(check()).toMatchObject({ status: "completed", conclusion: "success" });
		expect(comments()).toEqual([expect.stringContaining("| accuracy |")]);
	});

	it("answer the merge queue", async () => {
		const group = await act.world.gitHub.queueMerge(REPOSITORY, pull);
		const answered = await act.act(WORKFLOWS.queue, act.world.event("merge_group"));
		expect(answered.code, answered.log).toBe(0);
		expect(act.world.repository.checks.findLast(({ headSha }) => headSha === group)).toMatchObject({
			conclusion: "success",
		});
	});

	it("release it when it is merged, with nothing trained again", async () => {
		await act.world.merge(pull);
		const released = await act.act(WORKFLOWS.release, act.world.event("push"));
		expect(released.code, released.log).toBe(0);
		expect(await act.world.runs("train")).toBe(1);
		expect([await act.world.serves("dev"), await act.world.serves("prod")]).toEqual(["v0.1.0", "v0.1.0"]);
	});

	it("go on to the next environment by the schedule, and say by hand what runs where", async () => {
		const { payload } = act.world.event("push");
		const { repository, sender } = payload;
		const scheduled = await act.act(WORKFLOWS.release, {
			name: "schedule",
			repository: REPOSITORY,
			startsWorkflows: true,
			payload: { schedule: "17 * * * *", repository, sender },
		});
		expect(scheduled.code, scheduled.log).toBe(0);
		await act.world.gitHub.dispatch(REPOSITORY, { inputs: { command: "status" }, sender: "ada" });
		const status = await act.act(WORKFLOWS.command, act.world.event("workflow_dispatch"));
		expect(status.log).toContain("v0.1.0");
	});

	it("refuse a stranger's command, and carry a maintainer's out", async () => {
		const asked = await act.world.pull("again", params(0.96));
		const event = act.world.event("pull_request");
		const { run } = await act.start(WORKFLOWS.pull, event);
		await act.world.gitHub.finishRun(REPOSITORY, { run, conclusion: "cancelled" });
		await act.act(WORKFLOWS.report, act.world.event("workflow_run"));
		const { reactions } = act.world.repository;
		const write = async (author: string, body: string) => {
			const { id } = await act.world.gitHub.commentOn(REPOSITORY, { issue: asked, author, body });
			const acted = await act.act(WORKFLOWS.comment, act.world.event("issue_comment"));
			return { acted, reactions: reactions.filter(({ comment }) => comment === id).map(({ content }) => content) };
		};
		await act.world.gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
		expect((await write("bob", "/mainline run")).reactions).toEqual(["eyes", "-1"]);
		const maintainer = await write("ada", "/mainline run");
		expect(maintainer.reactions, maintainer.acted.log).toEqual(["eyes", "rocket"]);
		const ran = await act.finish(WORKFLOWS.pull, event, run);
		expect(ran.code, ran.log).toBe(0);
		await act.act(WORKFLOWS.report, act.world.event("workflow_run"));
		const head = act.world.repository.pulls.find(({ number }) => number === asked)?.headSha;
		const last = act.world.repository.checks.findLast(({ headSha }) => headSha === head);
		expect(last).toMatchObject({ conclusion: "success" });
		// a job of its own, on the machine that reaches the environments
		const moved = await write("ada", "/mainline rollback prod");
		expect(moved.acted.log).toContain("Mainline move");
		expect(moved.reactions).toEqual(["eyes", "-1"]);
	});

	it("bring the earlier version back when a merge is reverted", async () => {
		const second = await act.world.pull("best", params(0.97));
		const event = act.world.event("pull_request");
		const { run } = await act.start(WORKFLOWS.pull, event);
		await act.finish(WORKFLOWS.pull, event, run);
		await act.act(WORKFLOWS.report, act.world.event("workflow_run"));
		await act.world.merge(second);
		await act.act(WORKFLOWS.release, act.world.event("push"));
		expect(await act.world.serves("prod")).toBe("v0.2.0");
		await act.world.merge(await act.world.revert(second));
		const reverted = await act.act(WORKFLOWS.release, act.world.event("push"));
		expect(reverted.code, reverted.log).toBe(0);
		expect([await act.world.serves("dev"), await act.world.serves("prod")]).toEqual(["v0.1.0", "v0.1.0"]);
		expect(await act.world.runs("train")).toBe(3);
	});

	it("spread what is stale over two kinds of machines and a last job, and judge it as one", async () => {
		const counted = () => Promise.all(["train", "embed", "both"].map((stage) => act.world.runs(stage)));
		const before = await counted();
		pull = await act.world.pull("wide", {
			...WIDE,
			...params(0.98),
			[`.github/workflows/${WORKFLOWS.pull.file}`]: await matrixWorkflow(),
		});
		const event = act.world.event("pull_request");
		const { run } = await act.start(WORKFLOWS.pull, event);
		const ran = await act.finish(WORKFLOWS.pull, event, run);
		expect(ran.code, ran.log).toBe(0);
		const left = act.world.repository.artifacts.filter((artifact) => artifact.run === run).map(({ name }) => name);
		expect(left.toSorted()).toEqual(["mainline-report-a100", "mainline-report-h100", "mainline-report-rest"]);
		expect((await counted()).map((now, index) => now - (before[index] ?? 0))).toEqual([1, 1, 1]);
		const judged = await act.act(WORKFLOWS.report, act.world.event("workflow_run"));
		expect(judged.code, judged.log).toBe(0);
		expect(check()).toMatchObject({ status: "completed", conclusion: "success" });
		expect(comments()).toEqual([expect.stringMatching(/3 of 4 stages ran|4 stages ran/)]);
	});
});
