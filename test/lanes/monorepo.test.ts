import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import { BILL_TYPE, openImageStore, parseManifest } from "../../src/release/index.ts";
import { CircleWorld, manyProjects } from "../circle/world.ts";
import { commit, git, lasting } from "../rig/world.ts";
import { Comments } from "./comments.ts";
import { Lanes, REPOSITORY } from "./world.ts";

const NAMES = ["ads", "churn", "fraud", "price", "rank", "spam", "topic", "voice"];

const quality = (name: string, value: number | string) => ({
	[`models/${name}/params.yaml`]: `quality: ${value}\n`,
});

let world: CircleWorld;
let lanes: Lanes;
let chat: Comments;

// one world for all: each test has a pull request of its own, and what merges comes last
beforeAll(
	() =>
		lasting(async () => {
			world = await CircleWorld.make("command", undefined, (place) => manyProjects(place, NAMES));
			lanes = await Lanes.of(world);
			chat = await Comments.make(lanes);
		}),
	120_000,
);

const comments = (pull: number) => world.repository.comments.filter(({ issue }) => issue === pull);
const headings = (text = "") => text.split("\n").filter((line) => line.startsWith("#"));
const serves = (name: string) => readFile(join(world.place.directory, `${name}-dev`), "utf8");

describe("a repository of eight projects", () => {
	it("has one comment with a section for each project that changes, and one check, which the worst of them decides", async () => {
		const pull = await world.pull("two", { ...quality("churn", 0.95), ...quality("fraud", 0.2) });
		expect(await world.act("pull_request")).toMatchObject({ code: 1, outputs: { verdict: "failed", stale: "2" } });
		const [comment, ...more] = comments(pull);
		expect(more).toEqual([]);
		expect(headings(comment?.body)).toEqual([
			"## ❌ Mainline: models/fraud: the gate says no",
			"### ❌ `models/fraud`: the gate says no",
			"### ✅ `models/churn`: the gate passed",
		]);
		for (const name of NAMES) expect(comment?.body).toContain(`| \`models/${name}\` |`);
		expect(world.repository.checks.filter(({ headSha }) => headSha !== "").at(-1)).toMatchObject({
			status: "completed",
			conclusion: "failure",
			title: "models/fraud: the gate says no",
		});
		const runs = await Promise.all(NAMES.map((name) => world.runs(`${name}-train`)));
		expect(runs).toEqual([1, 2, 2, 1, 1, 1, 1, 1]);
	});

	it("with nothing to run says so in one line for all", async () => {
		const pull = await world.pull("words", { "README.md": "Better words\n" });
		expect(await world.act("pull_request")).toMatchObject({ code: 0, outputs: { verdict: "passed", stale: "0" } });
		expect(headings(comments(pull)[0]?.body)).toEqual(["## ✅ Mainline: nothing to run in 8 projects"]);
	});

	it("says of a project whose files cannot be read where the mistake is, and judges the others", async () => {
		const pull = await world.pull("typo", {
			"models/spam/dvc.yaml": "stages:\n  train: {cmd: x, dep: [a]}\n",
			...quality("topic", 0.95),
		});
		expect(await world.act("pull_request")).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		const body = comments(pull)[0]?.body ?? "";
		expect(headings(body)).toEqual([
			"## ❌ Mainline: models/spam: its files cannot be read",
			"### ❌ `models/spam`: its files cannot be read",
			"### ✅ `models/topic`: the gate passed",
		]);
		expect(body).toContain("`models/spam/dvc.yaml:2:");
		expect(world.repository.checks.at(-1)).toMatchObject({
			annotations: [{ path: "models/spam/dvc.yaml", start_line: 2 }],
		});
	});

	it("can be looked at project by project, whose mistakes are marked where GitHub finds the file", async () => {
		const pull = await world.pull("alone", { "models/topic/dvc.yaml": "stages:\n  train: {cmd: x, dep: [a]}\n" });
		const inputs = { "working-directory": "models/topic", check: "mainline topic" };
		expect(await world.act("pull_request", { inputs })).toMatchObject({ code: 2 });
		expect(world.repository.checks.at(-1)).toMatchObject({
			name: "mainline topic",
			annotations: [{ path: "models/topic/dvc.yaml", start_line: 2 }],
		});
		expect(comments(pull)[0]?.body).toContain("`models/topic/dvc.yaml:2:");
	});

	it("hands the run on to another machine once for all projects", async () => {
		const pull = await world.pull("elsewhere", { ...quality("ads", 0.95), ...quality("price", 0.95) });
		const planned = await world.act("pull_request", { inputs: { run: "elsewhere" } });
		expect(planned).toMatchObject({ code: 0, outputs: { "run-elsewhere": "true", stale: "2" } });
		expect(world.repository.checks.at(-1)).toMatchObject({
			status: "in_progress",
			title: "2 stages wait for a machine to run on",
		});
		expect(headings(comments(pull)[0]?.body)[0]).toBe("## 🔵 Mainline: stages of 2 of 8 projects would run");
	});
});

describe("eight projects in two lanes", () => {
	it("are planned, run, claimed and judged together", async () => {
		const { pull, run } = await lanes.begin("both", { ...quality("churn", 0.94), ...quality("fraud", 0.1) });
		expect(await lanes.judge()).toMatchObject({ code: 0, outputs: { "run-elsewhere": "true", stale: "2" } });
		const ran = await lanes.run(run);
		expect(ran.job).toMatchObject({ code: 0 });
		expect((await lanes.claim(ran)).stages.map(({ project, address }) => `${project}:${address}`)).toEqual([
			"models/churn:prepare",
			"models/churn:train",
			"models/fraud:prepare",
			"models/fraud:train",
		]);
		expect(await lanes.judge()).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(headings(lanes.comments(pull)[0])).toEqual([
			"## ❌ Mainline: models/fraud: the gate says no",
			"### ❌ `models/fraud`: the gate says no",
			"### ✅ `models/churn`: the gate passed",
		]);
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
	});

	it("do not take the word of a report for a project that there is not", async () => {
		const { pull, run } = await lanes.begin("strange", quality("churn", 0.96));
		const ran = await lanes.run(run, { hold: true });
		const claim = await lanes.claim(ran);
		const strange = claim.stages.map((stage) => ({ ...stage, project: "models/nowhere" }));
		await lanes.leave(run, {
			"mainline-report.json": JSON.stringify({ ...claim, stages: [...claim.stages, ...strange] }),
		});
		await lanes.end(run, "success");
		expect(await lanes.judge()).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(lanes.comments(pull)[0]).toContain("the pull request has no such project");
	});

	it("say of a project that the pull request brings that it is judged later", async () => {
		const fresh = await manyProjects(world.place, ["youth"]);
		const { pull, run } = await lanes.begin("more", { ...fresh, ...quality("churn", 0.97) });
		await lanes.run(run);
		expect(await lanes.judge()).toMatchObject({ code: 0, outputs: { verdict: "passed" } });
		expect(lanes.comments(pull)[0]).toContain("The project models/youth is new");
	});

	it("say of a project that the pull request takes away that it goes, and judge the others", async () => {
		await git(world.clone, "fetch", "-q", world.pushUrl, "main");
		await git(world.clone, "checkout", "-q", "-B", "gone", "FETCH_HEAD");
		await git(world.clone, "rm", "-rq", "models/voice");
		await commit(world.clone, { files: quality("churn", 0.98), message: "Give up voice" });
		await git(world.clone, "push", "-q", world.pushUrl, "HEAD:refs/heads/gone");
		const proposal = { head: "gone", base: "main", title: "gone", author: "ada" };
		const { number: pull } = await world.gitHub.openPull(REPOSITORY, proposal);
		await lanes.run(await lanes.start());
		expect(await lanes.judge()).toMatchObject({ code: 0, outputs: { verdict: "passed" } });
		expect(lanes.comments(pull)[0]).toContain("The project models/voice is removed");
	});
});

describe("a comment below a pull request to eight projects", () => {
	it("waives the gate of the one project that it names, and of no other with a metric of that name", async () => {
		const { pull, run } = await lanes.begin("waived", { ...quality("price", 0.7), ...quality("spam", 0.7) });
		await lanes.run(run);
		expect(await lanes.judge()).toMatchObject({ code: 1 });
		const until = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
		const asked = `reason="the data are new" until=${until}`;
		await chat.write(pull, "carol", `/mainline waive accuracy ${asked}`);
		expect(lanes.comments(pull)[0]).toContain("no gate is on `accuracy`");
		await chat.write(pull, "carol", `/mainline waive models/price/metrics.json:accuracy ${asked}`);
		expect(lanes.comments(pull)[0]).toMatch(/is waived until/);
		expect(headings(lanes.comments(pull)[0])).toEqual([
			"## ❌ Mainline: models/spam: the gate says no",
			"### ❌ `models/spam`: the gate says no",
			expect.stringMatching(/^### ✅ `models\/price`: /),
		]);
		await chat.write(pull, "carol", `/mainline waive models/spam/metrics.json:accuracy ${asked}`);
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
	});

	it("has run the stage that it names from the git root, and tells what there is where there is none of that name", async () => {
		const { pull, run } = await lanes.begin("part", { ...quality("ads", 0.93), ...quality("topic", 0.93) });
		await lanes.end(run, "cancelled");
		await lanes.judge();
		await chat.write(pull, "carol", "/mainline run models/ads/dvc.yaml:trian");
		expect(lanes.comments(pull)[0]).toContain("did you mean `models/ads/dvc.yaml:train`?");
		await chat.write(pull, "carol", "/mainline run models/ads/dvc.yaml:train");
		expect(lanes.comments(pull)[0]).toContain("of it `models/ads/dvc.yaml:train`");
		const ran = await lanes.claim(await lanes.run(run, { attempt: 2 }));
		expect(ran.stages.map(({ project, address }) => `${project}:${address}`)).toEqual([
			"models/ads:prepare",
			"models/ads:train",
		]);
	});

	it("moves the model that it names", async () => {
		const { pull } = await lanes.begin("talk", { "README.md": "Words\n" });
		await chat.write(pull, "ada", "/mainline hold dev");
		expect(chat.ours(pull)).toContain("the input `model` is missing");
		await chat.write(pull, "ada", '/mainline hold dev model=voice reason="a fair"');
		expect((await world.tags()).filter((tag) => tag.startsWith("voice#dev#"))).toHaveLength(2);
		await chat.write(pull, "ada", "/mainline unhold dev model=voice");
	});
});

describe("what merges into a repository of eight projects", () => {
	it("is released project by project, and only what changed anew", async () => {
		expect((await world.tags()).filter((tag) => tag.includes("@")).toSorted()).toEqual(
			NAMES.map((name) => `${name}@v0.1.0`),
		);
		const pull = await world.pull("better", quality("rank", 0.95));
		expect(await world.act("pull_request")).toMatchObject({ code: 0 });
		await world.merge(pull);
		expect(await world.act("push", { inputs: { run: "never" } })).toMatchObject({ code: 0 });
		expect((await world.tags()).filter((tag) => tag.includes("@v0.1.1") || tag.includes("@v0.2.0"))).toEqual([
			expect.stringMatching(/^rank@/),
		]);
		expect(await serves("ads")).toBe("v0.1.0\n");
		expect(await serves("rank")).not.toBe("v0.1.0\n");
	});

	it("carries with its image what it was made of: data and code, parameters, metrics", async () => {
		const { directory } = world.place;
		const location = { kind: "layout", directory: join(directory, "images-rank") } as const;
		const store = openImageStore(location, { clock: systemClock });
		const digest = await store.resolve("v0.2.0");
		const bills = (await store.referrers(digest ?? expect.unreachable())).filter(
			({ artifactType }) => artifactType === BILL_TYPE,
		);
		const [layer] = parseManifest(await store.manifest(bills[0]?.digest ?? expect.unreachable()), "the bill").layers;
		const bill = JSON.parse((await text(store.blob(layer ?? expect.unreachable()))).toString());
		const [model, ...made] = bill.components;
		expect(model.modelCard.quantitativeAnalysis.performanceMetrics).toEqual([
			{ type: "metrics.json:accuracy", value: "0.95" },
		]);
		expect(model.modelCard.properties).toEqual([{ name: "mainline:param:params.yaml:quality", value: "0.95" }]);
		expect(made.map(({ name }: { name: string }) => name)).toEqual(["data.txt", "prepare.sh", "train.sh"]);
	});

	it("says by hand what all of them run, and releases the one that is named", async () => {
		const status = await world.act("push", { inputs: { command: "status" } });
		expect(status.code).toBe(0);
		for (const name of NAMES) expect(status.stdout).toMatch(new RegExp(`^${name}$`, "m"));
		const released = await world.act("push", { inputs: { command: "release", model: "ads", run: "never" } });
		expect(released).toMatchObject({ code: 0, outputs: { said: "ads v0.1.0 exists" } });
		const planned = await world.act("push", { inputs: { command: "plan" } });
		expect(planned.code).toBe(2);
		expect(planned.stdout).toContain("`working-directory`");
	});

	it("refuses two models of one name, whose tags would be the same", async () => {
		const policy = (await manyProjects(world.place, ["ads"]))["models/ads/mainline.yaml"] ?? "";
		const dvc = (await manyProjects(world.place, ["ads"]))["models/ads/dvc.yaml"] ?? "";
		const pull = await world.pull("same", { "models/voice/mainline.yaml": policy, "models/voice/dvc.yaml": dvc });
		await world.merge(pull);
		const result = await world.act("push", { inputs: { run: "never" } });
		expect(result.code).toBe(2);
		expect(result.stdout).toContain("models/ads and models/voice both release a model `ads`");
	});
});
