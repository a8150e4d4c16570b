import { beforeEach, describe, expect, it } from "vitest";
import { CircleWorld, params } from "../circle/world.ts";

const REPOSITORY = "ada/model";
const DASHBOARD = { inputs: { dashboard: "true" } };
const MARKER = "<!-- mainline dashboard -->";
const ISSUE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";

let world: CircleWorld;

beforeEach(async () => {
	world = await CircleWorld.make();
});

const issues = () => world.repository.issues;
const body = () => issues()[0]?.body ?? "";

async function dispatch(inputs: Record<string, string>, more: Record<string, string> = { dashboard: "true" }) {
	await world.gitHub.dispatch(REPOSITORY, { inputs, sender: "ada" });
	return world.act("workflow_dispatch", { inputs: more });
}

describe("the dashboard issue", () => {
	it("is made where a workflow asks for it, follows merges, and is left alone where nothing changed", async () => {
		expect((await world.act("push")).code).toBe(0);
		expect(issues()).toEqual([]);
		expect((await world.act("push", DASHBOARD)).code).toBe(0);
		expect(issues()).toMatchObject([{ title: "Models in service", author: "github-actions[bot]", pinned: true }]);
		expect(body()).toMatch(/^<!-- mainline dashboard -->\n1 model in 2 environments of /);
		expect(body()).toMatch(/\| \*\*prod\*\* \| \*\*`v0\.1\.0`\*\*<br>`[0-9a-f]{12}` \|/);
		expect(body()).toContain("| 0.9 |");

		const pull = await world.pull("better", params(0.95));
		await world.act("pull_request");
		await world.merge(pull);
		await world.act("push", DASHBOARD);
		expect(body()).toContain("`v0.2.0`");
		expect(body()).toContain(`[#${pull}](`);
		expect(body()).toContain("would go back to `v0.1.0`: never rehearsed");

		const writes = world.gitHub.counters.get(ISSUE);
		const again = await world.act("push", DASHBOARD);
		expect(again.code, again.stdout).toBe(0);
		expect(world.gitHub.counters.get(ISSUE)).toBe(writes);
		expect(issues()).toHaveLength(1);
	}, 120_000);

	it("follows rollbacks, rehearsals and the end of a hold, in words that ping nobody", async () => {
		await world.act("push");
		const pull = await world.pull("better", params(0.95));
		await world.act("pull_request");
		await world.merge(pull);
		await world.act("push");
		await dispatch({ command: "rollback", environment: "prod", reason: "it is worse for @everyone" });
		expect(body()).toContain("**1 on hold**");
		expect(body()).toContain("is rejected");
		expect(body()).toContain("rolled back");
		expect(body()).toContain("@\u200beveryone");
		await dispatch({ command: "rehearse" });
		expect(body()).toMatch(/would go back to `v0\.1\.0`: (rehearsed|❌ rehearsal failed|its image was there) \d/);
		await dispatch({ command: "unhold", environment: "prod" });
		expect(body()).toContain("hold ended");
	}, 120_000);

	it("follows a command in a comment, and nothing that only asks", async () => {
		await world.act("push", DASHBOARD);
		const pull = await world.pull("words", { "README.md": "Words\n" });
		const say = async (text: string) => {
			await world.gitHub.commentOn(REPOSITORY, { issue: pull, author: "ada", body: text });
			return world.act("issue_comment", { ...DASHBOARD, fetchDepth: 0 });
		};
		const reads = () => world.gitHub.counters.get("GET /repos/{owner}/{repo}/issues");
		const before = reads();
		await say("/mainline status");
		expect(reads()).toBe(before);
		await say('/mainline hold prod reason="the fair"');
		expect(body()).toContain("**prod** is on hold by ada: the fair");
	});

	it("closed by a person stays closed and as it was", async () => {
		await world.act("push", DASHBOARD);
		const before = body();
		await world.gitHub.changeIssue(REPOSITORY, 1, { state: "closed" });
		const held = await dispatch({ command: "hold", environment: "prod" });
		expect(held).toMatchObject({ code: 0, stdout: expect.stringContaining("#1 is closed, and is left alone") });
		expect(issues()).toMatchObject([{ state: "closed", body: before }]);
	});

	it.each([
		["a token that may not write issues", "POST /repos/{owner}/{repo}/issues", 403],
		["GitHub unwell", "GET /repos/{owner}/{repo}/issues", 502],
	] as const)("%s is a warning, fails no release, and the next run heals it", async (_, route, status) => {
		const ordered = world.gitHub.fail({ at: { route, times: 100 }, with: { kind: "status", status } });
		const released = await world.act("push", DASHBOARD);
		expect(released.code, released.stdout).toBe(0);
		expect(released.stdout).toContain("the dashboard issue is not up to date: GitHub answered");
		expect(released.stdout.includes("`issues: write`")).toBe(status === 403);
		expect(ordered.fired).toBeGreaterThan(0);
		ordered.cancel();
		expect([await world.serves("dev"), await world.serves("prod"), issues()]).toEqual(["v0.1.0", "v0.1.0", []]);
		await world.act("push", DASHBOARD);
		expect(issues()).toMatchObject([{ body: expect.stringContaining(MARKER), pinned: true }]);
	});
});
