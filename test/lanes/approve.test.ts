import { beforeEach, describe, expect, it } from "vitest";
import { parseAsk } from "../../src/flows/auto/chat/grammar.ts";
import { params } from "../circle/world.ts";
import { mainline } from "../doors/support/program.ts";
import { git } from "../rig/world.ts";
import { Comments } from "./comments.ts";
import { REPOSITORY } from "./world.ts";

describe("an approval", () => {
	it("names an environment, and a version where it means one; a freeze is broken with a word", () => {
		const ask = (body: string) => parseAsk(body, "/mainline");
		expect(ask("/mainline approve prod v0.2.0")).toMatchObject({
			verb: "approve",
			environment: "prod",
			version: "v0.2.0",
		});
		expect(ask('/mainline promote prod break-freeze="it is down"')).toMatchObject({
			verb: "promote",
			breakFreeze: "it is down",
		});
		expect(ask('/mainline promote prod break-freeze=""')).toMatchObject({ verb: "mistake" });
		expect(ask('/mainline approve prod force="yes"')).toMatchObject({ verb: "mistake" });
	});
});

let chat: Comments;
let pull: number;

/** A better model by ada is merged and in dev; prod wants somebody's word. */
async function waitFor(by: string): Promise<void> {
	chat = await Comments.make();
	const { lanes } = chat;
	const policy = (await lanes.world.policy()).replace(
		"    after: dev\n",
		`    after: dev\n    approve: {by: [${by}]}\n`,
	);
	await lanes.advanceMain({ "mainline.yaml": policy });
	({ pull } = await chat.judged("better", params(0.95)));
	await lanes.world.merge(pull);
	const { stdout } = await lanes.world.act("push", { fetchDepth: 0 });
	expect(stdout).toContain("v0.2.0 has 0 of 1 approvals for prod");
	expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
}

const serves = async () => {
	const { world } = chat.lanes;
	return [await world.serves("dev"), await world.serves("prod")];
};
const contents = (tag: string) =>
	git(chat.lanes.world.gitHub.bareDirectory(REPOSITORY), "tag", "-l", "--format=%(contents)", tag);

describe("an environment that waits for approval", () => {
	beforeEach(() => waitFor("ada, carol"));

	it("gets a version that somebody approved who did not propose it, and its tag says who", async () => {
		const { world } = chat.lanes;
		const own = await chat.write(pull, "ada", "/mainline approve prod");
		expect(own.reactions, own.result.stdout).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("whoever proposed a change does not approve it");
		expect((await chat.write(pull, "bob", "/mainline approve prod")).reactions).toEqual(["eyes", "-1"]);
		expect((await chat.write(pull, "carol", "/mainline promote prod")).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("v0.2.0 has 0 of 1 approvals");

		const cli = await mainline(["promote", "churn", "prod", "--force"], { cwd: world.clone });
		expect([cli.code, cli.stdout]).toEqual([
			1,
			expect.stringContaining("ada or carol, who did not propose it may say"),
		]);

		const handed = await chat.write(pull, "carol", "/mainline approve prod", { run: "elsewhere" });
		expect(handed).toMatchObject({ reactions: ["eyes"], result: { outputs: { "run-elsewhere": "true" } } });
		const given = await chat.write(pull, "carol", "/mainline approve prod v0.2.0");
		expect(given.reactions, given.result.stdout).toEqual(["eyes", "rocket"]);
		expect(chat.ours(pull)).toContain("churn v0.2.0 for prod is approved by carol (1 of 1)");
		expect(await contents("churn#prod+approved+v0.2.0+carol")).toMatch(/\nDigest: sha256:[0-9a-f]{64}\nBy: carol/);

		// a clone that does not have what is between lets nobody's own proposal pass for another's
		await world.act("push", { fetchDepth: 1 });
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);

		// her rights are asked again when it counts
		world.repository.roles["carol"] = "read";
		await world.act("push", { fetchDepth: 0 });
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
		world.repository.roles["carol"] = "write";
		await world.act("push", { fetchDepth: 0 });
		expect(await serves()).toEqual(["v0.2.0", "v0.2.0"]);
		const tag = (await world.tags()).filter((name) => /^churn#prod#\d+$/.test(name)).at(-1) ?? "";
		expect(await contents(tag)).toMatch(/\nApproved: by carol on \d{4}-\d\d-\d\d\n/);
	});

	it("is frozen as mainline.yaml says: a promotion says until when, a word lets it through once, a way back needs none", async () => {
		const { world } = chat.lanes;
		await chat.write(pull, "carol", "/mainline approve prod v0.2.0");
		const frozen = (await world.policy()).replace(
			"    after: dev\n",
			"    after: dev\n    freeze: [{from: 2020-01-01, until: 2090-01-01, reason: the fair}]\n",
		);
		await chat.lanes.advanceMain({ "mainline.yaml": frozen });
		await world.act("push", { fetchDepth: 0 });
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
		expect((await chat.write(pull, "carol", "/mainline promote prod")).reactions).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("prod is frozen until Mon, 2 Jan 2090, 00:00 (UTC): the fair");
		expect((await chat.write(pull, "bob", '/mainline promote prod break-freeze="x"')).reactions).toEqual([
			"eyes",
			"-1",
		]);
		const broken = await chat.write(pull, "carol", '/mainline promote prod break-freeze="the old one is wrong"');
		expect(broken.reactions, broken.result.stdout).toEqual(["eyes", "rocket"]);
		expect(await serves()).toEqual(["v0.2.0", "v0.2.0"]);
		const tag = (await world.tags()).filter((name) => /^churn#prod#\d+$/.test(name)).at(-1) ?? "";
		expect(await contents(tag)).toContain(
			"Reason: breaking the freeze: the old one is wrong · passing over: prod is frozen until",
		);
		expect((await chat.write(pull, "carol", "/mainline rollback prod")).reactions).toEqual(["eyes", "rocket"]);
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
	});
});

describe("an environment that waits for the approval of a team", () => {
	const TEAM = "acme/release-managers";
	const SEES = { "members-token": "ghs_members" };

	/** carol, dave and erin may write; carol is in the team, erin was asked to join it. */
	beforeEach(async () => {
		await waitFor(`ada, ${TEAM}`);
		const { gitHub, repository } = chat.lanes.world;
		for (const login of ["dave", "erin"]) {
			await gitHub.addUser(login);
			repository.roles[login] = "write";
		}
		await gitHub.setTeam(TEAM, { members: ["carol"], invited: ["erin"] });
		await gitHub.addToken({ value: "ghs_members", kind: "app", login: "hr[bot]", permissions: { members: "read" } });
	});

	const approves = async (login: string, inputs: Record<string, string> = SEES) => {
		const { reactions, result } = await chat.write(pull, login, "/mainline approve prod v0.2.0", inputs);
		expect(result.stdout.replace("::add-mask::ghs_members", "")).not.toContain("ghs_members");
		return reactions;
	};
	const released = async (inputs: Record<string, string> = SEES) => {
		const { stdout } = await chat.lanes.world.act("push", { fetchDepth: 0, inputs });
		return stdout;
	};

	it("gets what somebody approved who is in it when he says so, and when it counts; without a token that may ask, says which", async () => {
		const { world } = chat.lanes;
		expect(await approves("carol", {})).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("this job has no `members-token`, a token with the organisation permission");
		expect(await approves("carol", { "members-token": "ghs_workflow" })).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain("`members-token` needs the organisation permission Members: read");
		expect(await approves("dave")).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain(`dave may not: by mainline.yaml, ada, ${TEAM} may approve`);
		expect(await approves("erin")).toEqual(["eyes", "-1"]);
		expect(chat.ours(pull)).toContain(`erin is not in ${TEAM} yet: the invitation is not accepted`);

		expect(await approves("carol")).toEqual(["eyes", "rocket"]);
		expect(chat.ours(pull)).toContain("churn v0.2.0 for prod is approved by carol (1 of 1)");
		expect(await contents("churn#prod+approved+v0.2.0+carol")).toMatch(/\nBy: carol\nTeam: acme\/release-managers$/);
		expect(await approves("carol")).toEqual(["eyes", "rocket"]);

		expect(await released({})).toContain(`(not counted: whether carol is in ${TEAM} is not known: this job has no`);
		await world.gitHub.setTeam(TEAM, { members: ["dave"] });
		expect(await released()).toContain("(not counted: carol may not: by mainline.yaml, ada,");
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
		// nobody can be asked here: the record has to do
		await git(world.clone, "fetch", "-q", "--tags", "origin");
		await git(world.clone, "pull", "-q", "origin", "main");
		const cli = await mainline(["promote", "churn", "prod", "--plan"], { cwd: world.clone });
		expect([cli.code, cli.stdout]).toEqual([0, expect.not.stringContaining("approvals")]);

		await world.gitHub.setTeam("acme/night-shift", { members: ["carol"], parent: TEAM });
		await released();
		expect(await serves()).toEqual(["v0.2.0", "v0.2.0"]);
		const tag = (await world.tags()).filter((name) => /^churn#prod#\d+$/.test(name)).at(-1) ?? "";
		expect(await contents(tag)).toMatch(/\nApproved: by carol of acme\/release-managers on \d{4}-\d\d-\d\d\n/);
	});

	it("waits without stopping the release while GitHub does not tell who is in it", async () => {
		expect(await approves("carol")).toEqual(["eyes", "rocket"]);
		const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
		const { gitHub } = chat.lanes.world;
		gitHub.fail({ at: { route, times: 1 }, with: { kind: "rate-limit", resetInSeconds: 3000 } });
		const { code, stdout } = await chat.lanes.world.act("push", { fetchDepth: 0, inputs: SEES });
		expect(code, stdout).toBe(0);
		expect(stdout).toContain("(not counted: whether carol may is not known just now: GitHub answered");
		expect(await serves()).toEqual(["v0.2.0", "v0.1.0"]);
		await released();
		expect(await serves()).toEqual(["v0.2.0", "v0.2.0"]);
	});
});
