import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { connect, readSettings } from "../../src/github/index.ts";
import { Failure } from "../../src/kernel/index.ts";
import { call, git, HastyClock, type Project, project, pull } from "../rig/world.ts";

const MARKER = "<!-- mainline: report -->";

function connected(at: Project, token = "ghs_workflow", longestAnswer = 30_000) {
	const clock = new HastyClock();
	const { apiUrl } = at.standIn;
	return {
		clock,
		gitHub: connect({ token, apiUrl, repository: at.name, clock, patience: { attempts: 4, timeoutMs: longestAnswer } }),
	};
}

async function withPull() {
	const at = await project();
	const issue = await pull(at, { branch: "better" });
	const say = (token: string, body: string) =>
		call(at.standIn, `POST /repos/ada/model/issues/${issue}/comments`, { token, body: { body } });
	const order = { issue, marker: MARKER, body: `${MARKER}\nAll good` };
	const writes = () =>
		[...at.standIn.counters]
			.filter(([route]) => !route.startsWith("GET ") && !route.includes("graphql"))
			.map(([route]) => route);
	return { at, issue, say, order, writes };
}

async function failure(work: Promise<unknown>): Promise<Failure> {
	const error = await work.then(
		() => new Error("nothing failed"),
		(thrown: unknown) => thrown,
	);
	if (error instanceof Failure) return error;
	throw error;
}

describe("the one comment", () => {
	it("is created, then left alone, then updated", async () => {
		const { at, order } = await withPull();
		const { gitHub } = connected(at);
		expect(await gitHub.upsertComment(order)).toMatchObject({ action: "created" });
		expect(await gitHub.upsertComment(order)).toMatchObject({ action: "unchanged" });
		expect(await gitHub.upsertComment({ ...order, body: `${MARKER}\nBad` })).toMatchObject({ action: "updated" });
		expect(at.standIn.repository(at.name).comments.map((one) => one.body)).toEqual([`${MARKER}\nBad`]);
		expect(at.standIn.counters.get("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}")).toBe(1);
	});

	it("is found behind more than a hundred others", async () => {
		const { at, order, say } = await withPull();
		for (let i = 0; i < 105; i++) await say("ghp_ada", `Remark ${i}`);
		await say("ghs_workflow", order.body);
		expect(await connected(at).gitHub.upsertComment(order)).toMatchObject({ action: "unchanged" });
	});

	it("T10: is never someone else's, even with our marker, nor one that quotes ours", async () => {
		const { at, order, say } = await withPull();
		await say("ghp_ada", order.body);
		await say("ghs_workflow", `> ${MARKER}\n> All good\n\nQuoted`);
		expect(await connected(at).gitHub.upsertComment(order)).toMatchObject({ action: "created" });
		expect(at.standIn.repository(at.name).comments).toHaveLength(3);
	});

	it("becomes one again when two writers made two", async () => {
		const { at, order, say } = await withPull();
		await say("ghs_workflow", `${MARKER}\nOld`);
		await say("ghs_workflow", `${MARKER}\nOlder`);
		expect(await connected(at).gitHub.upsertComment(order)).toMatchObject({ action: "updated" });
		expect(at.standIn.repository(at.name).comments.map((one) => one.body)).toEqual([order.body]);
	});

	it("stays one when two write at once", async () => {
		const { at, order } = await withPull();
		await Promise.all([connected(at).gitHub.upsertComment(order), connected(at).gitHub.upsertComment(order)]);
		await connected(at).gitHub.upsertComment(order);
		expect(at.standIn.repository(at.name).comments).toHaveLength(1);
	});
});

describe("the one check", () => {
	it("goes from in progress to its end in place, and is not written again", async () => {
		const { at } = await withPull();
		const { gitHub } = connected(at);
		const headSha = await git(at.work, "rev-parse", "HEAD");
		const output = { title: "Working", summary: "…" };
		const first = await gitHub.checkRun({ name: "mainline", headSha, status: "in_progress", output });
		const end = {
			name: "mainline",
			headSha,
			status: "completed",
			conclusion: "failure",
			output: { title: "No", summary: "Worse" },
		} as const;
		expect(await gitHub.checkRun(end)).toEqual({ ...first, action: "updated" });
		expect(await gitHub.checkRun(end)).toEqual({ ...first, action: "unchanged" });
		expect(at.standIn.repository(at.name).checks).toMatchObject([
			{ status: "completed", conclusion: "failure", title: "No" },
		]);
	});

	it("is not a workflow job's check of the same name", async () => {
		const { at } = await withPull();
		const headSha = await git(at.work, "rev-parse", "HEAD");
		const body = { name: "mainline", head_sha: headSha, status: "in_progress" };
		await call(at.standIn, "POST /repos/ada/model/check-runs", { token: "ghs_workflow", body });
		const output = { title: "Good", summary: "Good" };
		const made = await connected(at).gitHub.checkRun({
			name: "mainline",
			headSha,
			status: "completed",
			conclusion: "success",
			output,
		});
		expect(made.action).toBe("created");
	});
});

describe("who and what", () => {
	it("knows the workflow's bot, an app's bot and a person", async () => {
		const { at } = await withPull();
		await at.standIn.addToken({ value: "ghs_app", kind: "app", login: "ml[bot]", permissions: { metadata: "read" } });
		expect(await connected(at).gitHub.whoAmI()).toEqual({ login: "github-actions[bot]", kind: "app" });
		expect(await connected(at, "ghs_app").gitHub.whoAmI()).toEqual({ login: "ml[bot]", kind: "app" });
		expect(await connected(at, "ghp_ada").gitHub.whoAmI()).toEqual({ login: "ada", kind: "user" });
	});

	it("gives strangers no permission, and reacts once", async () => {
		const { at, say } = await withPull();
		const { gitHub } = connected(at);
		expect([await gitHub.permission("ada"), await gitHub.permission("nobody")]).toEqual(["admin", "none"]);
		const { body } = await say("ghp_ada", "Please");
		for (let i = 0; i < 2; i++) await gitHub.react({ comment: Number(body.id), content: "eyes" });
		expect(at.standIn.repository(at.name).reactions).toHaveLength(1);
	});

	it.each(["merge", "squash", "rebase"] as const)(
		"finds the pull behind a commit that landed by %s",
		async (method) => {
			const { at, issue } = await withPull();
			const tip = await at.standIn.mergePull(at.name, { number: issue, method, sender: "ada" });
			expect(await connected(at).gitHub.pullForCommit(tip)).toMatchObject({
				number: issue,
				merged: true,
				mergeCommit: tip,
				fork: false,
			});
			expect(await connected(at).gitHub.pullForCommit("0".repeat(40))).toBeNull();
		},
	);

	it("lists more changed files than a page holds", async () => {
		const at = await project();
		const files = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`data/${i}.txt`, `${i}\n`]));
		const number = await pull(at, { branch: "many", files });
		const changed = await connected(at).gitHub.changedFiles(number);
		expect([changed.files.length, changed.complete]).toEqual([130, true]);
	});
});

describe("a repository's settings", () => {
	it("are given up on when GitHub takes a question and falls silent", async () => {
		const silent = createServer(() => {}).listen(0, "127.0.0.1");
		await once(silent, "listening");
		const { port } = silent.address() as AddressInfo;
		const patience = { attempts: 1, timeoutMs: 100 };
		const apiUrl = `http://127.0.0.1:${port}`;
		const asked = readSettings({ token: "x", apiUrl, repository: "ada/model", clock: new HastyClock(), patience });
		expect((await failure(asked)).code).toBe("github-unavailable");
		silent.closeAllConnections();
		silent.close();
	});

	it("are asked for once, whatever GitHub asks us to wait for", async () => {
		const at = await project();
		const clock = new HastyClock();
		const route = "GET /repos/{owner}/{repo}/actions/runners";
		at.standIn.fail({ at: { route }, with: { kind: "secondary-rate-limit", retryAfterSeconds: 60 } });
		const patience = { attempts: 1, timeoutMs: 10_000 };
		const asked = { token: "ghp_ada", apiUrl: at.standIn.apiUrl, repository: at.name, clock, patience };
		const { runners, facts } = await readSettings(asked);
		expect(runners).toMatchObject({ kind: "failed", failure: { code: "github-rate-limited" } });
		expect(facts).toEqual({ public: true, defaultBranch: "main", ownedByOrganization: false });
		expect(clock.pauses).toEqual([]);
	});
});

describe("trouble", () => {
	it("names the permission that the workflow lacks, the call and GitHub's request id", async () => {
		const { at, order } = await withPull();
		await at.standIn.addToken({
			value: "ghs_reader",
			kind: "actions",
			permissions: { contents: "read", metadata: "read" },
		});
		const error = await failure(connected(at, "ghs_reader").gitHub.upsertComment(order));
		expect(error).toMatchObject({ kind: "infrastructure", code: "github-permission-missing" });
		expect(error.message).toMatch(
			/^GitHub answered 403 to POST \/repos\/ada\/model\/issues\/1\/comments: Resource not accessible by integration \(request id \w+\)$/,
		);
		expect(error.details.hint).toContain("`issues: write` under `permissions:`");
	});

	it("waits as long as GitHub says, and no longer than is reasonable", async () => {
		const { at, order } = await withPull();
		const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
		at.standIn.fail({ at: { route }, with: { kind: "secondary-rate-limit", retryAfterSeconds: 42 } });
		const patient = connected(at);
		await patient.gitHub.upsertComment(order);
		expect(patient.clock.pauses).toEqual([42_000]);
		at.standIn.fail({
			at: { route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments" },
			with: { kind: "secondary-rate-limit", retryAfterSeconds: 3600 },
		});
		const error = await failure(connected(at).gitHub.upsertComment(order));
		expect(error.code).toBe("github-rate-limited");
	});

	it("gives up on a GitHub that stays away, and tells no secret", async () => {
		const { at } = await withPull();
		const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
		at.standIn.fail({ at: { route, times: 99 }, with: { kind: "drop-connection" } });
		const { gitHub, clock } = connected(at);
		const error = await failure(gitHub.pullRequest(1));
		expect(error).toMatchObject({ kind: "infrastructure", code: "github-unavailable" });
		expect(error.message).toContain("did not answer GET /repos/ada/model/pulls/1");
		expect(clock.pauses).toEqual([1000, 4000, 9000]);
		expect(JSON.stringify([error.message, error.details.hint])).not.toContain("ghs_workflow");
	});

	it("waits for the hour's limit where that is near, else says when it is lifted", async () => {
		const { at } = await withPull();
		const limited = (resetInSeconds: number) =>
			at.standIn.fail({ at: 1, with: { kind: "rate-limit", resetInSeconds } });
		limited(20);
		const patient = connected(at);
		expect(await patient.gitHub.pullRequest(1)).toMatchObject({ number: 1 });
		expect(patient.clock.pauses).toEqual([expect.closeTo(20_500, -3)]);
		limited(3000);
		const hurried = connected(at);
		const error = await failure(hurried.gitHub.pullRequest(1));
		const when = new Date(Date.now() + 3000_000).toISOString().slice(11, 15);
		expect(error.code).toBe("github-rate-limited");
		expect(error.details.hint).toMatch(new RegExp(`GitHub takes calls again at ${when}\\d UTC: run it again then`));
		expect(hurried.clock.pauses).toEqual([]);
	});

	it("takes a call that is never answered for lost, and makes nothing twice", async () => {
		const { at, order } = await withPull();
		at.standIn.fail({ at: { route: "GET /repos/{owner}/{repo}/pulls/{pull_number}" }, with: { kind: "silence" } });
		const { gitHub, clock } = connected(at, "ghs_workflow", 1500);
		expect(await gitHub.pullRequest(1)).toMatchObject({ number: 1 });
		const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
		at.standIn.fail({ at: { route }, with: { kind: "silence" } });
		await gitHub.upsertComment(order);
		expect(clock.pauses).toEqual([1000, 1000]);
		expect(at.standIn.repository(at.name).comments).toHaveLength(1);
	});

	it("ends the waiting of a whole job after five minutes, whatever GitHub asks for", async () => {
		const { at } = await withPull();
		at.standIn.fail({ at: { from: 1 }, with: { kind: "too-many-requests", retryAfterSeconds: 100 } });
		const { gitHub, clock } = connected(at);
		for (let n = 0; n < 3; n++) expect((await failure(gitHub.pullRequest(1))).code).toBe("github-rate-limited");
		expect(clock.pauses.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(300_000);
		expect(clock.pauses.length).toBeGreaterThan(1);
	});

	it("begins a run once, though the answer was lost, and ends one that has ended", async () => {
		const { at } = await withPull();
		const event = at.standIn.deliveries.findLast(({ name }) => name === "pull_request");
		if (event === undefined) throw new Error("no pull request was told of");
		const { id } = await at.standIn.startRun(at.name, { path: ".github/workflows/x.yml", name: "x", event });
		await at.standIn.finishRun(at.name, { run: id, conclusion: "failure" });
		await at.standIn.addToken({ value: "ghs_runs", kind: "actions", permissions: { actions: "write" } });
		const { gitHub } = connected(at, "ghs_runs");
		const sha = at.standIn.repository(at.name).runs[0]?.headSha ?? "";
		const [run] = await gitHub.workflowRuns({ workflow: "x.yml", sha, event: "pull_request" });
		if (run === undefined) throw new Error("no run is listed");
		at.standIn.fail({ at: 1, with: { kind: "drop-after-handling" } });
		await gitHub.rerun(run);
		expect(at.standIn.repository(at.name).runs).toMatchObject([{ attempt: 2, status: "in_progress" }]);
		at.standIn.fail({ at: 1, with: { kind: "drop-after-handling" } });
		await gitHub.cancelRun(run.id);
		expect(at.standIn.repository(at.name).runs).toMatchObject([{ conclusion: "cancelled" }]);
	});

	it("does not ask a workflow's token who its person is", async () => {
		const { at } = await withPull();
		await connected(at).gitHub.whoAmI();
		expect(at.standIn.counters.get("GET /user")).toBeUndefined();
	});

	it("says that a token is not known", async () => {
		const { at } = await withPull();
		expect((await failure(connected(at, "expired").gitHub.pullRequest(1))).code).toBe("github-unauthorized");
	});
});
