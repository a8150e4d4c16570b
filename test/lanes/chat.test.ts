import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parseAsk } from "../../src/flows/auto/chat/grammar.ts";
import { params } from "../circle/world.ts";
import { cloneUrl, commit, git } from "../rig/world.ts";
import { Lanes, REPOSITORY } from "./world.ts";

const ask = (body: string) => parseAsk(body, "/mainline");
const SHA = "0123456789abcdef0123456789abcdef01234567";

describe("a comment", () => {
	it.each([
		["help", "/mainline", { verb: "help" }],
		["help by name", "/mainline help", { verb: "help" }],
		["a command above words of its own", "/mainline cancel\r\n\r\nIt takes too long.", { verb: "cancel" }],
		["a commit", `/mainline run ${SHA}`, { verb: "run", sha: SHA, stages: [] }],
		["stages", "/mainline run train prepare@en", { verb: "run", sha: null, stages: ["train", "prepare@en"] }],
		["stages of a commit", `/mainline run ${SHA} train`, { verb: "run", sha: SHA, stages: ["train"] }],
		["a revision", "/mainline diff churn@v0.1.0", { verb: "diff", rev: "churn@v0.1.0" }],
		["an environment", "/mainline promote prod", { verb: "promote", environment: "prod", version: null, reason: null }],
		[
			"a version and a reason",
			'/mainline rollback prod v1.2.0 reason="talks nonsense"  ',
			{ verb: "rollback", environment: "prod", to: "v1.2.0", reason: "talks nonsense" },
		],
		["a reason in another script", '/mainline promote dev reason="für München"', { reason: "für München" }],
	])("asks for %s", (_, body, wanted) => {
		expect(ask(body)).toMatchObject(wanted);
	});

	it.each([
		["words", "please /mainline run"],
		["a quote", "> /mainline run"],
		["code", "`/mainline run`"],
		["a block of code", "```\n/mainline run\n```"],
		["an indented block", "    /mainline run"],
		["another program's command", "/mainlines run"],
		["a second line", "Hello\n/mainline run"],
		["a prefix of look-alikes", "/mаinline run"],
		["a full-width slash", "／mainline run"],
		["an empty comment", ""],
	])("asks for nothing by %s", (_, body) => {
		expect(ask(body)).toBeNull();
	});

	it.each([
		["a typo", "/mainline cancle", "did you mean `cancel`?"],
		["no command at all", "/mainline deploy now", null],
		["look-alikes", "/mainline rυn", null],
		["text that turns the direction of reading", "/mainline run \u202e", null],
		["a short commit", "/mainline retry 0123abc", "it is written `retry [COMMIT]`"],
		["a branch in place of a commit", "/mainline retry main", "it is written `retry [COMMIT]`"],
		["what is no name of a stage", "/mainline run $(id)", "it is written `run [COMMIT] [STAGE …]`"],
		["too many words", "/mainline cancel everything", "it is written `cancel`"],
		["a name that it does not know", "/mainline promote prod force=true", expect.stringContaining("it is written")],
		["a quote without an end", '/mainline promote prod reason="x', null],
		["a page of text", `/mainline ${"x".repeat(600)}`, null],
		["a name from the prototype", "/mainline constructor", null],
	])("is not understood with %s", (_, body, hint) => {
		expect(ask(body)).toMatchObject({ verb: "mistake", hint });
	});
});

describe("a command below a pull request", () => {
	let lanes: Lanes;

	beforeEach(async () => {
		lanes = await Lanes.make();
		const { gitHub } = lanes.world;
		await gitHub.addToken({
			value: "ghs_answers",
			kind: "actions",
			limit: 1_000_000,
			permissions: { actions: "write", checks: "write", contents: "write", metadata: "read", pull_requests: "write" },
		});
		await gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
	});

	/** Somebody writes; the workflow for it runs. */
	async function write(pull: number, author: string, body: string, inputs: Record<string, string> = {}) {
		const { id } = await lanes.world.gitHub.commentOn(REPOSITORY, { issue: pull, author, body });
		const event = lanes.world.event("issue_comment");
		const result = await lanes.judge({
			event,
			token: "ghs_answers",
			inputs: { token: "ghs_answers", run: "here", ...inputs },
		});
		const reactions = lanes.world.repository.reactions
			.filter(({ comment }) => comment === id)
			.map(({ content }) => content);
		return { result, reactions, event };
	}

	const ours = (pull: number) =>
		lanes.world.repository.comments.find(({ issue, author }) => issue === pull && author === "github-actions[bot]")
			?.body ?? "";
	const runsOf = () => lanes.world.repository.runs ?? [];

	it("T9: by a stranger is refused, by a maintainer it runs again what had failed", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.end(run, "cancelled");
		await lanes.judge();
		const stranger = await write(pull, "bob", "/mainline run");
		expect(stranger.reactions).toEqual(["eyes", "-1"]);
		expect(ours(pull)).toContain("`run` is for those who may write here");
		expect(runsOf()[0]?.attempt).toBe(1);

		const maintainer = await write(pull, "ada", "/mainline retry");
		expect(maintainer.reactions).toEqual(["eyes", "rocket"]);
		expect(runsOf()[0]).toMatchObject({ attempt: 2, status: "in_progress" });
		await lanes.run(run);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });
	});

	it("T3: is for the commit that its author has seen", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.judge();
		await lanes.end(run, "cancelled");
		await lanes.judge();
		const seen = lanes.head(pull);
		await lanes.world.push("better", params(0.97));
		await lanes.start();
		await lanes.end(runsOf().at(-1)?.id ?? 0, "cancelled");
		expect((await write(pull, "ada", "/mainline run")).reactions).toEqual(["eyes", "-1"]);
		expect(ours(pull)).toContain("its head has changed since");
		expect((await write(pull, "ada", `/mainline run ${seen}`)).reactions).toEqual(["eyes", "-1"]);
		expect(runsOf().map(({ attempt }) => attempt)).toEqual([1, 1]);
		expect((await write(pull, "ada", `/mainline run ${lanes.head(pull)}`)).reactions).toEqual(["eyes", "rocket"]);
		expect(runsOf().map(({ attempt }) => attempt)).toEqual([1, 2]);
	});

	it("is for what its author has seen of a pull request to another branch, too", async () => {
		const { gitHub, clone, pushUrl } = lanes.world;
		await git(clone, "push", "-q", pushUrl, "HEAD:refs/heads/next");
		const { pull: first, run } = await lanes.begin("better");
		await gitHub.closePull(REPOSITORY, { number: first, by: "ada" });
		const order = { head: "better", base: "next", title: "Next", author: "ada" };
		const { number: pull } = await gitHub.openPull(REPOSITORY, order);
		await lanes.end(run, "cancelled");
		await lanes.judge();
		expect((await write(pull, "ada", "/mainline run")).reactions).toEqual(["eyes", "rocket"]);
		expect(runsOf()[0]?.attempt).toBe(2);
	});

	it("T3: lets a fork's commit run once somebody who may write names it, and no other commit", async () => {
		const { gitHub, place } = lanes.world;
		await gitHub.createRepository("bob/model", { forkOf: REPOSITORY });
		const work = join(place.directory, "bob");
		await git(place.directory, "clone", "-q", cloneUrl(gitHub, "bob/model", "ghp_bob"), work);
		await commit(work, { files: params(0.96), message: "Help" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const order = { head: "help", headRepository: "bob/model", base: "main", title: "Help", author: "bob" };
		const { number: pull } = await gitHub.openPull(REPOSITORY, order);
		const run = await lanes.start();
		await lanes.run(run);
		await lanes.judge();
		expect(await lanes.world.runs("train")).toBe(1);

		expect((await write(pull, "bob", `/mainline run ${lanes.head(pull)}`)).reactions).toEqual(["eyes", "-1"]);
		expect((await write(pull, "ada", "/mainline run")).reactions).toEqual(["eyes", "-1"]);
		expect(ours(pull)).toContain(`run ${lanes.head(pull)}`);
		expect((await write(pull, "ada", `/mainline run ${lanes.head(pull)}`)).reactions).toEqual(["eyes", "rocket"]);
		const ran = await lanes.run(run);
		expect(ran.job?.code).toBe(0);
		expect(await lanes.world.runs("train")).toBe(2);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "success" });

		await commit(work, { files: params(0.99), message: "More" });
		await git(work, "push", "-q", "origin", "HEAD:help");
		const next = await lanes.start();
		expect((await lanes.run(next)).job).toBeNull();
		expect(await lanes.world.runs("train")).toBe(2);
	});

	it("ends what runs, once: a job that is run again after it has answered changes nothing", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.judge();
		const { reactions, event } = await write(pull, "ada", "/mainline cancel");
		expect(reactions).toEqual(["eyes", "rocket"]);
		expect(runsOf().find(({ id }) => id === run)).toMatchObject({ status: "completed", conclusion: "cancelled" });
		const answered = ours(pull);
		const again = await lanes.judge({ event, token: "ghs_answers", inputs: { token: "ghs_answers", run: "here" } });
		expect(again, again.stdout).toMatchObject({ code: 0, stdout: expect.stringContaining("carried out already") });
		expect(ours(pull)).toBe(answered);
		expect(lanes.world.repository.reactions.map(({ content }) => content)).toEqual(["eyes", "rocket"]);
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "action_required" });
		expect((await write(pull, "ada", "/mainline cancel")).reactions).toEqual(["eyes", "-1"]);
	});

	it("is answered at the top of the one comment, whoever asks, and the next report writes it anew", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run);
		await lanes.judge();
		expect((await write(pull, "bob", "/mainline help")).reactions).toEqual(["eyes", "rocket"]);
		expect(ours(pull)).toMatch(
			/> \[!NOTE\]\n> `\/mainline help` by `bob`[\s\S]*rollback ENVIRONMENT[\s\S]*## ✅ Mainline/,
		);
		expect((await write(pull, "bob", "/mainline statsu")).reactions).toEqual(["eyes", "confused"]);
		expect(ours(pull)).toContain("did you mean `status`?");
		expect(ours(pull)).not.toContain("rollback ENVIRONMENT");
		expect((await write(pull, "bob", "/mainline status")).reactions).toEqual(["eyes", "rocket"]);
		expect(ours(pull)).toContain("churn");
		await write(pull, "bob", "/mainline plan");
		expect(ours(pull).match(/## ✅ Mainline/g)).toHaveLength(1);
		expect(lanes.comments(pull).filter((body) => body.includes("<!-- mainline report -->"))).toHaveLength(1);
	});

	it("moves an environment where it can be reached, in a job of its own", async () => {
		const { pull } = await lanes.begin("better");
		const asked = await write(pull, "ada", '/mainline rollback prod reason="talks nonsense"', { run: "elsewhere" });
		expect(asked).toMatchObject({
			reactions: ["eyes"],
			result: { outputs: { "run-elsewhere": "true", command: "rollback" } },
		});
		const move = await lanes.judge({
			event: asked.event,
			token: "ghs_answers",
			inputs: { token: "ghs_answers", run: "here" },
		});
		expect(move.code).toBe(1);
		expect(ours(pull)).toMatch(/`\/mainline rollback` by `ada`/);
		expect(
			(await write(pull, "bob", "/mainline rollback prod", { run: "elsewhere" })).result.outputs["run-elsewhere"],
		).toBe("false");
		expect((await write(pull, "ada", "/mainline promote moon")).reactions).toEqual(["eyes", "-1"]);
		expect(ours(pull)).toContain("moon");
	});

	it("begins with another word where the workflow says so, made of plain letters", async () => {
		const { pull } = await lanes.begin("better");
		expect((await write(pull, "bob", "/ml help", { prefix: "/ml" })).reactions).toEqual(["eyes", "rocket"]);
		expect(ours(pull)).toContain("/ml rollback ENVIRONMENT");
		expect((await write(pull, "bob", "/mainline help", { prefix: "/ml" })).reactions).toEqual([]);
		for (const prefix of ["ml", "/", "/m l", "/мl", `/${"x".repeat(40)}`, "/ml;"]) {
			const { result, reactions } = await write(pull, "bob", `${prefix} help`, { prefix });
			expect([result.code, reactions]).toEqual([2, []]);
		}
	});

	it("T4: does nothing by an edit, by a program, or below an issue", async () => {
		const { pull } = await lanes.begin("better");
		const { event } = await write(pull, "ada", "/mainline help");
		const before = ours(pull);
		const comment = event.payload["comment"] as Record<string, unknown>;
		const edited = {
			...event,
			payload: { ...event.payload, action: "edited", comment: { ...comment, body: "/mainline cancel" } },
		};
		expect((await lanes.judge({ event: edited })).stdout).toContain("asks for nothing");
		const bot = { ...(comment["user"] as object), type: "Bot" };
		const program = { ...event, payload: { ...event.payload, comment: { ...comment, user: bot } } };
		expect((await lanes.judge({ event: program })).stdout).toContain("a program's");
		const { pull_request: _, ...issue } = event.payload["issue"] as Record<string, unknown>;
		expect((await lanes.judge({ event: { ...event, payload: { ...event.payload, issue } } })).stdout).toContain(
			"below an issue",
		);
		expect(ours(pull)).toBe(before);
	});

	it("cannot put anything into the comment by its own words", async () => {
		const { pull } = await lanes.begin("better");
		const first = await write(pull, "ada", '/mainline promote prod reason="<!-- mainline report --> @ada ## ✅"');
		expect(first.reactions, first.result.stdout).toHaveLength(2);
		await write(pull, "ada", "/mainline `<img>`");
		expect(
			ours(pull)
				.split("\n")
				.filter((line) => line === "<!-- mainline report -->"),
		).toHaveLength(1);
		expect(ours(pull)).not.toMatch(/^## ✅/m);
		expect(await readFile(join(lanes.world.place.directory, "prod"), "utf8").catch(() => "")).not.toContain("report");
	});
});
