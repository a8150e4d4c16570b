import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MergeMethod } from "../../src/standin/index.ts";
import { startGitHub } from "../../src/standin/index.ts";
import { runAction } from "../rig/runner.ts";
import { call, cloneUrl, commit, git, type Project, project, pull, temporaryFolder, watch } from "../rig/world.ts";

const REPO = "/repos/ada/model";

async function mainLog(at: Project): Promise<string> {
	await git(at.work, "fetch", "-q", "origin");
	return git(at.work, "log", "--format=%s|%p", "--first-parent", "origin/main");
}

const fileOnMain = (at: Project, path: string) => git(at.work, "show", `origin/main:${path}`);

describe("a pull's life at the stand-in", () => {
	it.each<MergeMethod>(["merge", "squash", "rebase"])("lands by %s and is taken back by its revert", async (method) => {
		const at = await project();
		const number = await pull(at, { branch: "better", files: { "README.md": "Better\n" } });
		await commit(at.work, { files: { "more.txt": "more\n" }, message: "Add more" });
		await git(at.work, "push", "-q", "origin", "better");
		const tip = await at.standIn.mergePull(at.name, { number, method, sender: "ada" });
		await mainLog(at);
		expect(await fileOnMain(at, "README.md")).toBe("Better");
		const parents = (await git(at.work, "show", "-s", "--format=%p", tip)).split(" ");
		expect(parents).toHaveLength(method === "merge" ? 2 : 1);
		const found = (await call(at.standIn, `GET ${REPO}/commits/${tip}/pulls`, { token: "ghs_workflow" })).body;
		expect(found).toMatchObject([{ number, merge_commit_sha: tip }]);
		const back = await at.standIn.revertPull(at.name, { number, author: "ada" });
		expect(back).toMatchObject({ title: 'Revert "better"', head: "revert-1-better" });
		await at.standIn.mergePull(at.name, { number: back.number, method, sender: "ada" });
		await mainLog(at);
		expect(await fileOnMain(at, "README.md")).toBe("A model");
		await expect(fileOnMain(at, "more.txt")).rejects.toThrow();
	});

	it("follows the head, tells of it, and knows a conflict", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better", files: { "README.md": "Better\n" } });
		const before = at.standIn.repository(at.name).pulls[0]?.headSha;
		const sha = await commit(at.work, { files: { "README.md": "Best\n" }, message: "Best" });
		await git(at.work, "push", "-q", "origin", "better");
		expect(at.standIn.deliveries.at(-1)).toMatchObject({
			name: "pull_request",
			payload: { action: "synchronize", before, after: sha },
		});
		await git(at.work, "checkout", "-q", "-b", "other", "origin/main");
		await commit(at.work, { files: { "README.md": "Other\n" }, message: "Other" });
		await git(at.work, "push", "-q", "origin", "other:main");
		expect((await call(at.standIn, `GET ${REPO}/pulls/${number}`, { token: "ghs_workflow" })).body).toMatchObject({
			mergeable: false,
			mergeable_state: "dirty",
		});
		await expect(at.standIn.mergePull(at.name, { number, method: "merge", sender: "ada" })).rejects.toMatchObject({
			status: 405,
		});
	});

	it("merges nothing that lacks a required check, nor a head that moved", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		await at.standIn.requireChecks(at.name, ["mainline"]);
		const merge = (sha: string) => at.standIn.mergePull(at.name, { number, method: "merge", sender: "ada", sha });
		await expect(merge("0".repeat(40))).rejects.toMatchObject({ status: 409 });
		const head = await git(at.work, "rev-parse", "HEAD");
		await expect(merge(head)).rejects.toMatchObject({ status: 405 });
		await call(at.standIn, `POST ${REPO}/check-runs`, {
			token: "ghs_workflow",
			body: { name: "mainline", head_sha: head, conclusion: "success" },
		});
		await expect(merge(head)).resolves.toMatch(/^[0-9a-f]{40}$/);
	});

	it("takes a pull from a fork, also after the fork was deleted", async () => {
		const at = await project();
		await at.standIn.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
		await at.standIn.createRepository("eve/model", { forkOf: at.name });
		await git(at.work, "checkout", "-q", "-b", "theirs");
		await commit(at.work, { files: { "new.txt": "new\n" }, message: "Add new" });
		await git(at.work, "push", "-q", cloneUrl(at.standIn, "eve/model", "ghp_eve"), "theirs");
		const { number } = await at.standIn.openPull(at.name, {
			head: "theirs",
			headRepository: "eve/model",
			base: "main",
			title: "New",
			author: "eve",
		});
		const path = `GET ${REPO}/pulls/${number}`;
		expect((await call(at.standIn, path, { token: "ghs_workflow" })).body).toMatchObject({
			head: { label: "eve:theirs", repo: { fork: true } },
			mergeable: true,
		});
		await at.standIn.deleteRepository("eve/model");
		expect((await call(at.standIn, path, { token: "ghs_workflow" })).body).toMatchObject({ head: { repo: null } });
		expect(await git(at.work, "ls-remote", "origin", `refs/pull/${number}/head`)).not.toBe("");
	});

	it("tells nothing of more than three tags pushed at once", async () => {
		const at = await project();
		for (const name of ["a", "b", "c", "d"]) await git(at.work, "tag", name);
		const before = at.standIn.deliveries.length;
		await git(at.work, "push", "-q", "origin", "--tags");
		expect(at.standIn.deliveries).toHaveLength(before);
	});

	it("lets the next push in when a client died half-way through its own", async () => {
		const at = await project();
		const { port } = new URL(at.standIn.serverUrl);
		const socket = connect(Number(port), "127.0.0.1");
		const login = Buffer.from("x-access-token:ghp_ada").toString("base64");
		socket.write(
			[
				"POST /ada/model.git/git-receive-pack HTTP/1.1",
				"Host: x",
				`Authorization: Basic ${login}`,
				"Content-Type: application/x-git-receive-pack-request",
				"Content-Length: 1000",
				"",
				"00b0",
			].join("\r\n"),
		);
		await new Promise((done) => setTimeout(done, 300));
		socket.destroy();
		await git(at.work, "push", "-q", "origin", "HEAD:refs/heads/next");
	}, 20_000);

	it("goes on where it ended when it is started again", async () => {
		const directory = await temporaryFolder();
		const first = await startGitHub({ directory });
		const at = await project(first);
		const number = await pull(at, { branch: "better" });
		await call(first, `POST ${REPO}/issues/${number}/comments`, {
			token: "ghs_workflow",
			body: { body: "Still here" },
		});
		await first.stop();
		const second = await startGitHub({ directory });
		watch(second);
		expect((await call(second, `GET ${REPO}/issues/${number}/comments`, { token: "ghs_workflow" })).body).toMatchObject(
			[{ body: "Still here" }],
		);
	});
});

describe("what a token may do at the stand-in", () => {
	it("is what it was given, and a refusal names what is missing", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		await at.standIn.addToken({
			value: "ghs_reader",
			kind: "actions",
			permissions: { contents: "read", metadata: "read" },
		});
		const refused = await call(at.standIn, `POST ${REPO}/issues/${number}/comments`, {
			token: "ghs_reader",
			body: { body: "Hi" },
		});
		expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
		expect(refused.headers.get("x-accepted-github-permissions")).toBe("issues=write; pull_requests=write");
		await expect(
			git(at.work, "push", "-q", cloneUrl(at.standIn, at.name, "ghs_reader"), "HEAD:refs/heads/x"),
		).rejects.toThrow(/403/);
	});

	it("lets nobody but apps write checks, and refuses unknown tokens and nobody at all", async () => {
		const at = await project();
		const head_sha = await git(at.work, "rev-parse", "HEAD");
		const body = { name: "mine", head_sha, conclusion: "success" };
		expect(await call(at.standIn, `POST ${REPO}/check-runs`, { token: "ghp_ada", body })).toMatchObject({
			status: 403,
		});
		expect(await call(at.standIn, `POST ${REPO}/check-runs`, { body })).toMatchObject({ status: 401 });
		expect(await call(at.standIn, `GET ${REPO}`, { token: "wrong" })).toMatchObject({
			status: 401,
			body: { message: "Bad credentials" },
		});
		expect(await call(at.standIn, "GET /user", { token: "ghs_workflow" })).toMatchObject({ status: 403 });
	});

	it("hides private repositories", async () => {
		const at = await project();
		await at.standIn.createRepository("ada/secret", { private: true });
		await at.standIn.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
		expect(await call(at.standIn, "GET /repos/ada/secret", { token: "ghp_eve" })).toMatchObject({ status: 404 });
		expect(await call(at.standIn, "GET /repos/ada/secret", { token: "ghp_ada" })).toMatchObject({ status: 200 });
	});

	it("spends its hourly budget, but not on answers that it knows already", async () => {
		const at = await project();
		await at.standIn.addToken({ value: "ghs_poor", kind: "actions", limit: 1 });
		const first = await call(at.standIn, `GET ${REPO}`, { token: "ghs_workflow" });
		const headers = { "if-none-match": first.headers.get("etag") ?? "" };
		expect(await call(at.standIn, `GET ${REPO}`, { token: "ghs_workflow", headers })).toMatchObject({ status: 304 });
		await call(at.standIn, `GET ${REPO}`, { token: "ghs_poor" });
		const refused = await call(at.standIn, `GET ${REPO}`, { token: "ghs_poor" });
		expect(refused.status).toBe(403);
		expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
	});

	it("pages as GitHub does", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		for (let i = 0; i < 5; i++)
			await call(at.standIn, `POST ${REPO}/issues/${number}/comments`, {
				token: "ghs_workflow",
				body: { body: `${i}` },
			});
		const second = await call(at.standIn, `GET ${REPO}/issues/${number}/comments?per_page=2&page=2`, {
			token: "ghs_workflow",
		});
		expect(second.body).toMatchObject([{ body: "2" }, { body: "3" }]);
		const relations = [...(second.headers.get("link") ?? "").matchAll(/page=(\d+)>; rel="(\w+)"/g)].map(
			([, page, rel]) => `${rel} ${page}`,
		);
		expect(relations).toEqual(["prev 1", "next 3", "last 3", "first 1"]);
	});
});

const ACTION = `
const { appendFileSync, readFileSync } = require("node:fs");
const { execFileSync } = require("node:child_process");
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
appendFileSync(process.env.GITHUB_OUTPUT, "number=" + event.number + "\\nlong<<END\\na\\nb\\nEND\\n");
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# " + process.env.INPUT_GREETING);
const head = execFileSync("git", ["rev-parse", "HEAD"]).toString().trim();
console.log("::warning file=README.md,line=1::" + (head === process.env.GITHUB_SHA) + " " + execFileSync("git", ["log", "--format=%s"]).toString().trim());
fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY, { headers: { authorization: "Bearer " + process.env.INPUT_TOKEN } })
	.then(() => fetch(process.env.GITHUB_API_URL + "/rate_limit")).then(() => process.exit(3));
`;

describe("the runner", () => {
	const base = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" };

	async function order(at: Project) {
		const directory = await temporaryFolder();
		const action = join(directory, "index.cjs");
		await writeFile(action, ACTION);
		await pull(at, { branch: "better" });
		const event = at.standIn.deliveries.findLast((one) => one.name === "pull_request");
		if (event === undefined) throw new Error("nothing happened");
		const inputs = { token: "ghs_workflow", greeting: "Hello" };
		return { gitHub: at.standIn, event, token: "ghs_workflow", action, directory, environment: base, inputs };
	}

	it("checks the test merge out and hands over files, inputs and variables", async () => {
		const at = await project();
		const result = await runAction(await order(at));
		expect(result).toMatchObject({
			code: 3,
			killed: false,
			outputs: { number: "1", long: "a\nb" },
			summary: "# Hello",
		});
		expect(result.annotations).toMatchObject([{ level: "warning", properties: { file: "README.md", line: "1" } }]);
		expect(result.annotations[0]?.message).toMatch(/^true Merge [0-9a-f]{40} into [0-9a-f]{40}$/);
	});

	it("kills the action when its first call arrives", async () => {
		const at = await project();
		const result = await runAction({ ...(await order(at)), kill: { atCall: 1 } });
		expect(result).toMatchObject({ code: null, killed: true });
	});
});
