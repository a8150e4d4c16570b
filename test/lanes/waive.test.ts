import { beforeEach, describe, expect, it } from "vitest";
import { parseAsk } from "../../src/flows/auto/chat/grammar.ts";
import { readRecord } from "../../src/flows/auto/waivers/record.ts";
import { parseTagMessage } from "../../src/release/index.ts";
import { params } from "../circle/world.ts";
import { git } from "../rig/world.ts";
import { Comments } from "./comments.ts";
import { REPOSITORY } from "./world.ts";

const ask = (body: string) => parseAsk(body, "/mainline");
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const WORSE = params(0.8);

describe("a waiver", () => {
	it("names a metric, a reason and a day, in any order", () => {
		const wanted = { verb: "waive", metric: "accuracy", reason: "old data", until: "2026-12-31" };
		expect(ask('/mainline waive accuracy reason="old data" until=2026-12-31')).toEqual(wanted);
		expect(ask('/mainline waive until=2026-12-31 reason="old data" accuracy')).toEqual(wanted);
		expect(ask("/mainline unwaive metrics.json:accuracy")).toEqual({
			verb: "unwaive",
			metric: "metrics.json:accuracy",
		});
	});

	it.each([
		["no metric", '/mainline waive reason="x" until=2026-12-31'],
		["no reason", "/mainline waive accuracy until=2026-12-31"],
		["an empty reason", '/mainline waive accuracy reason=" " until=2026-12-31'],
		["no day", '/mainline waive accuracy reason="x"'],
		["two metrics", '/mainline waive accuracy loss reason="x" until=2026-12-31'],
		["a word of its own", '/mainline waive accuracy reason="x" until=2026-12-31 force=true'],
	])("is not understood with %s", (_, body) => {
		expect(ask(body)).toMatchObject({ verb: "mistake", hint: expect.stringContaining("waive METRIC") });
	});
});

describe("a gate's no", () => {
	let chat: Comments;
	const waive = (more = `until=${inDays(30)}`) =>
		`/mainline waive accuracy reason="the test set was relabelled" ${more}`;

	beforeEach(async () => {
		chat = await Comments.make();
	});

	it("is waived by somebody else who may write, which comment, check and JSON say", async () => {
		const { pull } = await chat.judged("worse", WORSE);
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		expect(chat.ours(pull)).toMatch(/\/mainline waive accuracy reason="…" until=\d{4}-\d\d-\d\d/);

		const { reactions, result } = await chat.write(pull, "carol", waive());
		expect(reactions, result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.check(pull)).toMatchObject({ conclusion: "success", title: "The gate is waived" });
		expect(chat.ours(pull)).toContain(`waived by carol until ${inDays(30)}: the test set was relabelled`);
		expect(chat.ours(pull)).toContain("`accuracy` at 0.8 is waived");
		const record = chat.check(pull, "mainline: waive");
		expect(record).toMatchObject({ conclusion: "neutral", title: "1 gate waived" });
		expect(readRecord(record?.text ?? null)).toMatchObject({
			pull,
			waivers: [{ file: "metrics.json", metric: "accuracy", value: "0.8", against: "0.9", by: "carol" }],
		});
	});

	it("is not waived by its author, by a stranger, or by whoever is not named in mainline.yaml", async () => {
		const { pull } = await chat.judged("worse", WORSE);
		expect((await chat.write(pull, "ada", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("whoever proposes a change does not waive its gates");
		expect((await chat.write(pull, "bob", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		expect(chat.check(pull, "mainline: waive")).toBeUndefined();
	});

	it("is waived by whom mainline.yaml of the base branch names, the author too, and never by that of the change", async () => {
		const { lanes } = chat;
		const policy = await lanes.world.policy();
		const { pull: own } = await chat.judged("worse", { ...WORSE, "mainline.yaml": `${policy}waivers: {own: true}\n` });
		expect((await chat.write(own, "ada", waive())).reactions).toEqual(["eyes", "-1"]);

		await lanes.advanceMain({ "mainline.yaml": `${policy}waivers: {by: [ada], own: true}\n` });
		await chat.write(own, "ada", "/mainline gate");
		expect((await chat.write(own, "carol", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(own)).toContain("ada may waive gates here");
		const { reactions, result } = await chat.write(own, "ada", waive());
		expect(reactions, result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.check(own)).toMatchObject({ conclusion: "success" });
	});

	it("is waived by somebody of a team, as long as he is in it and the token may ask", async () => {
		const { lanes } = chat;
		const { gitHub } = lanes.world;
		await gitHub.setTeam("acme/ml", { members: ["carol"] });
		await gitHub.addToken({ value: "ghs_members", kind: "app", login: "hr[bot]", permissions: { members: "read" } });
		await lanes.advanceMain({ "mainline.yaml": `${await lanes.world.policy()}waivers: {by: [acme/ml]}\n` });
		const { pull } = await chat.judged("worse", WORSE);
		const SEES = { "members-token": "ghs_members" };
		expect((await chat.write(pull, "carol", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("this job has no `members-token`");
		expect((await chat.write(pull, "carol", waive(), SEES)).reactions).toEqual(["eyes", "rocket"]);
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });

		const judged = async (inputs: Record<string, string> = {}) => {
			const { result } = await chat.write(pull, "ada", "/mainline gate", inputs);
			return [chat.check(pull)?.conclusion, result.stdout];
		};
		expect(await judged(SEES)).toEqual(["success", expect.anything()]);
		expect(await judged()).toEqual([
			"failure",
			expect.stringContaining("a waiver does not count: whether carol is in"),
		]);
		await gitHub.setTeam("acme/ml", { members: ["ada"] });
		expect(await judged(SEES)).toEqual(["failure", expect.stringContaining("carol may not: by mainline.yaml")]);
	});

	it("is waived for its value: a push that keeps it keeps the waiver, another value asks anew", async () => {
		const { lanes } = chat;
		const { pull } = await chat.judged("worse", WORSE);
		await chat.write(pull, "carol", waive());
		await lanes.world.push("worse", { "README.md": "Other words\n" });
		await lanes.run(await lanes.start());
		await lanes.judge();
		expect(chat.check(pull)).toMatchObject({ conclusion: "success", title: "The gate is waived" });
		expect(chat.check(pull, "mainline: waive")).toMatchObject({ title: "1 gate waived" });

		await lanes.world.push("worse", params(0.79));
		await lanes.run(await lanes.start());
		await lanes.judge();
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		expect(chat.check(pull, "mainline: waive")).toBeUndefined();
	});

	it("is waived on a head that only brings dvc.lock up to date, too, and stands in the release's record from there", async () => {
		const { lanes } = chat;
		const { gitHub } = lanes.world;
		const permissions = {
			actions: "read",
			checks: "write",
			contents: "write",
			metadata: "read",
			pull_requests: "write",
		};
		await gitHub.addToken({ value: "ghs_committer", kind: "actions", limit: 1_000_000, permissions } as never);
		const { pull, run } = await lanes.begin("worse", WORSE);
		const ran = lanes.head(pull);
		await lanes.run(run);
		await lanes.judge({ inputs: { lock: "push", token: "ghs_committer" }, token: "ghs_committer" });
		expect(lanes.head(pull)).not.toBe(ran);
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		const asked = await chat.write(pull, "carol", waive(), { lock: "push" });
		expect(asked.reactions, asked.result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });
		await lanes.world.merge(pull);
		await lanes.world.act("push", { fetchDepth: 0 });
		const bare = gitHub.bareDirectory(REPOSITORY);
		expect(await git(bare, "tag", "-l", "--format=%(contents)", "churn@v0.2.0")).toContain(
			"Waived: metrics.json:accuracy",
		);
	});

	it("stands again when the waiver is taken back, its owner may not write any more, or its day is over", async () => {
		const { lanes } = chat;
		const { pull } = await chat.judged("worse", WORSE);
		await chat.write(pull, "carol", waive());
		lanes.world.repository.roles["carol"] = "read";
		await chat.write(pull, "ada", "/mainline gate");
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		lanes.world.repository.roles["carol"] = "write";
		await chat.write(pull, "ada", "/mainline gate");
		expect(chat.check(pull)).toMatchObject({ conclusion: "success" });

		const record = chat.check(pull, "mainline: waive");
		if (record === undefined) throw new Error("there is no record");
		const written = record.text;
		record.text = written?.replace(inDays(30), inDays(-1)) ?? null;
		await chat.write(pull, "ada", "/mainline gate");
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		record.text = written;

		expect((await chat.write(pull, "carol", "/mainline unwaive accuracy")).reactions).toEqual(["eyes", "rocket"]);
		expect(chat.check(pull)).toMatchObject({ conclusion: "failure" });
		expect(chat.check(pull, "mainline: waive")).toMatchObject({ title: "Nothing is waived" });
		expect((await chat.write(pull, "carol", "/mainline unwaive accuracy")).reactions).toEqual(["eyes", "-1"]);
	});

	it("that is waived passes the merge queue, and stands in the record of the release", async () => {
		const { lanes } = chat;
		const { world } = lanes;
		const { pull } = await chat.judged("worse", WORSE);
		await world.gitHub.queueMerge(REPOSITORY, pull);
		expect((await lanes.judge({ event: world.event("merge_group") })).code).toBe(1);
		await chat.write(pull, "carol", waive());
		const head = await world.gitHub.queueMerge(REPOSITORY, pull);
		const queued = await lanes.judge({ event: world.event("merge_group") });
		expect(queued.code, queued.stdout).toBe(0);
		expect(lanes.check(head)).toMatchObject({ conclusion: "success", title: "The gate is waived" });

		await world.merge(pull);
		const released = await world.act("push", { fetchDepth: 0 });
		expect(released.code, released.stdout).toBe(0);
		const message = await git(
			world.gitHub.bareDirectory(REPOSITORY),
			"tag",
			"-l",
			"--format=%(contents)",
			"churn@v0.2.0",
		);
		const line = `metrics.json:accuracy = 0.8 by carol until ${inDays(30)}: the test set was relabelled (#${pull})`;
		expect(message).toContain(`\nWaived: ${line}\n`);
		expect(parseTagMessage(message).trailers.waived).toEqual([line]);
		await chat.write(pull, "bob", "/mainline status");
		expect(chat.ours(pull)).toContain("waived: metrics.json:accuracy = 0.8 by carol");
	});

	it("is not waived by a record of somebody else's program, of another pull request, or for another base", async () => {
		const { pull } = await chat.judged("worse", WORSE);
		await chat.write(pull, "carol", waive());
		const record = chat.check(pull, "mainline: waive");
		if (record === undefined) throw new Error("there is no record");
		const judged = async (change: Partial<typeof record>) => {
			const before = { ...record };
			Object.assign(record, change);
			await chat.write(pull, "ada", "/mainline gate");
			Object.assign(record, before);
			return chat.check(pull)?.conclusion;
		};
		const text = record.text ?? "";
		expect(await judged({ app: "somebody-else" })).toBe("failure");
		expect(await judged({ text: text.replace(`"pull": ${pull}`, `"pull": ${pull + 1}`) })).toBe("failure");
		expect(await judged({ text: text.replace('"against": "0.9"', '"against": "0.81"') })).toBe("failure");
		expect(await judged({ text: text.replace("drop 0.01", "drop 0.2") })).toBe("failure");
		expect(await judged({ text: "nonsense" })).toBe("failure");
		expect(await judged({})).toBe("success");
	});

	it("is not waived with a typo, nor until a day that is over, too far away, or none", async () => {
		const { pull } = await chat.judged("worse", WORSE);
		const tried = [
			["acuracy", inDays(1), "did you mean `accuracy`?"],
			["accuracy", inDays(-1), "is over"],
			["accuracy", inDays(91), "90 days at most"],
			["accuracy", "2027-02-30", "is no day"],
		];
		for (const [metric, until, said] of tried) {
			const body = `/mainline waive ${metric} reason="x" until=${until}`;
			expect((await chat.write(pull, "carol", body)).reactions).toEqual(["eyes", "-1"]);
			expect(chat.ours(pull)).toContain(said);
		}
		expect(chat.check(pull, "mainline: waive")).toBeUndefined();
	});

	it("is not waived before it was seen, nor where no gate says no", async () => {
		const { lanes } = chat;
		const { pull, run } = await lanes.begin("worse", WORSE);
		await lanes.judge();
		expect((await chat.write(pull, "carol", waive())).reactions).toEqual(["eyes", "-1"]);
		await lanes.run(run);
		await lanes.judge();
		const check = chat.check(pull);
		if (check === undefined) throw new Error("there is no check");
		check.completedAt = new Date(Date.now() + 60_000).toISOString();
		expect((await chat.write(pull, "carol", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("its verdict has been written anew since");

		const fine = await chat.judged("better", params(0.95));
		expect((await chat.write(fine.pull, "carol", waive())).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(fine.pull)).toContain("no gate says no to `accuracy`");
	});

	it("cannot be waived by words that put anything else into comment, check or record", async () => {
		const { pull } = await chat.judged("worse", WORSE);
		const reason = "``` @ada <img src=x> | ## ✅";
		const body = `/mainline waive accuracy reason="${reason}" until=${inDays(3)}`;
		expect((await chat.write(pull, "carol", body)).reactions).toEqual(["eyes", "rocket"]);
		expect(chat.ours(pull)).not.toContain("<img");
		expect(chat.ours(pull).match(/^## /gm)).toHaveLength(1);
		const record = chat.check(pull, "mainline: waive");
		expect(record?.text?.match(/```/g)).toHaveLength(2);
		expect(record?.summary).not.toContain("<img");
		expect(readRecord(record?.text ?? null)?.waivers[0]?.reason).toBe(reason);
	});
});
