import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Clock, systemClock } from "../../src/kernel/index.ts";
import { type Delivery, startGitHub } from "../../src/standin/index.ts";
import { type RunnerOrder, runAction } from "../rig/runner.ts";
import {
	type ApiBody,
	call,
	cloneUrl,
	commit,
	git,
	type Project,
	project,
	pull,
	temporaryFolder,
	watch,
} from "../rig/world.ts";

const REPO = "/repos/ada/model";
const FLOW = { path: ".github/workflows/mainline-pull-request.yml", name: "Mainline pull request" };
const ZIP = new Uint8Array(Buffer.from("PK, as far as anybody here looks"));

/** Asks as the workflow's token. */
async function ask(at: Project, what: string): Promise<ApiBody> {
	return (await call(at.standIn, what, { token: "ghs_workflow" })).body;
}

function told(at: Project, name: string): Delivery {
	const found = at.standIn.deliveries.findLast((one) => one.name === name);
	if (found === undefined) throw new Error(`nothing was told of ${name}`);
	return found;
}

/** A workflow started for the newest event of a kind. */
function started(at: Project, event = "pull_request", flow = FLOW) {
	return at.standIn.startRun(at.name, { ...flow, event: told(at, event) });
}

/** A pull of eve's from her fork. */
async function forked(at: Project): Promise<string> {
	await at.standIn.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
	await at.standIn.createRepository("eve/model", { forkOf: at.name });
	await git(at.work, "checkout", "-q", "-b", "theirs");
	const head = await commit(at.work, { files: { "new.txt": "new\n" }, message: "Add new" });
	await git(at.work, "push", "-q", cloneUrl(at.standIn, "eve/model", "ghp_eve"), "theirs");
	const order = { head: "theirs", headRepository: "eve/model", base: "main", title: "New", author: "eve" };
	await at.standIn.openPull(at.name, order);
	return head;
}

const ids = (body: ApiBody, list: string) => (body[list] as { id: number }[]).map(({ id }) => id);

describe("a workflow run", () => {
	it("is told of when it is asked for, when it ends, and when it is asked for again", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		const head = await git(at.work, "rev-parse", "HEAD");
		const run = await started(at);
		expect(told(at, "workflow_run")).toMatchObject({
			startsWorkflows: true,
			payload: {
				action: "requested",
				workflow_run: {
					id: run.id,
					head_sha: head,
					head_branch: "better",
					event: "pull_request",
					run_attempt: 1,
					status: "in_progress",
					conclusion: null,
					pull_requests: [{ number }],
					head_repository: { full_name: "ada/model" },
					head_commit: { id: head, message: "Add better" },
				},
				workflow: { id: run.workflowId, ...FLOW },
				repository: { full_name: "ada/model" },
				sender: { login: "ada" },
			},
		});
		await at.standIn.finishRun(at.name, { run: run.id, conclusion: "failure" });
		expect(told(at, "workflow_run").payload).toMatchObject({
			action: "completed",
			workflow_run: { id: run.id, status: "completed", conclusion: "failure" },
		});
		await at.standIn.rerun(at.name, run.id);
		expect(told(at, "workflow_run").payload).toMatchObject({
			action: "requested",
			workflow_run: { id: run.id, run_attempt: 2, status: "in_progress", conclusion: null },
		});
		expect(await ask(at, `GET ${REPO}/actions/runs/${run.id}`)).toMatchObject({
			run_attempt: 2,
			previous_attempt_url: expect.stringContaining(`/runs/${run.id}/attempts/1`),
		});
		expect(await ask(at, `GET ${REPO}/actions/runs/999999`)).toMatchObject({ message: "Not Found" });
	});

	it("of a fork names the fork and its commit, and no pull", async () => {
		const at = await project();
		const head = await forked(at);
		const run = await started(at);
		expect(run).toMatchObject({ headSha: head, headRepository: "eve/model", pulls: [], actor: "eve" });
		expect(await ask(at, `GET ${REPO}/actions/runs/${run.id}`)).toMatchObject({
			pull_requests: [],
			head_branch: "theirs",
			head_repository: { full_name: "eve/model", fork: true },
			repository: { full_name: "ada/model" },
		});
		await at.standIn.deleteRepository("eve/model");
		expect(at.standIn.repository(at.name).runs).toMatchObject([{ headRepository: null }]);
		await at.standIn.finishRun(at.name, { run: run.id, conclusion: "success" });
		expect(told(at, "workflow_run").payload).toMatchObject({
			workflow_run: { head_repository: null, head_commit: { id: head } },
		});
	});

	it("is found by what it ran for, the newest first, page by page", async () => {
		const at = await project();
		const push = await started(at, "push");
		await pull(at, { branch: "better" });
		const better = await started(at);
		const head = await git(at.work, "rev-parse", "HEAD");
		await pull(at, { branch: "worse" });
		const worse = await started(at);
		await at.standIn.finishRun(at.name, { run: worse.id, conclusion: "failure" });
		const list = async (query: string) =>
			ids(await ask(at, `GET ${REPO}/actions/runs?${query}`), "workflow_runs").map(Number);
		expect(await list("")).toEqual([worse.id, better.id, push.id]);
		expect(await list(`head_sha=${head}`)).toEqual([better.id]);
		expect(await list("event=push")).toEqual([push.id]);
		expect(await list("branch=worse")).toEqual([worse.id]);
		expect(await list("status=in_progress")).toEqual([better.id, push.id]);
		expect(await list("status=failure")).toEqual([worse.id]);
		expect(await list("status=completed")).toEqual([worse.id]);
		expect(await list("actor=eve")).toEqual([]);
		const second = await call(at.standIn, `GET ${REPO}/actions/runs?per_page=1&page=2`, { token: "ghs_workflow" });
		expect(second.body).toMatchObject({ total_count: 3, workflow_runs: [{ id: better.id }] });
		expect(second.headers.get("link")).toContain('rel="next"');
	});

	it("belongs to the workflow of its file, which is found by id and by file name", async () => {
		const at = await project();
		await pull(at, { branch: "better" });
		const first = await started(at);
		const other = await started(at, "pull_request", { path: ".github/workflows/lint.yml", name: "Lint" });
		const second = await started(at);
		expect(second).toMatchObject({ workflowId: first.workflowId, number: 2, attempt: 1 });
		expect(other).toMatchObject({ number: 1 });
		expect(other.workflowId).not.toBe(first.workflowId);
		const list = async (workflow: number | string) =>
			ids(await ask(at, `GET ${REPO}/actions/workflows/${workflow}/runs`), "workflow_runs");
		expect(await list(first.workflowId)).toEqual([second.id, first.id]);
		expect(await list("lint.yml")).toEqual([other.id]);
	});

	it("runs at the tip of the default branch where its event names no commit", async () => {
		const at = await project();
		const tip = await git(at.work, "rev-parse", "HEAD");
		const number = await pull(at, { branch: "better" });
		await at.standIn.commentOn(at.name, { issue: number, author: "ada", body: "Again, please" });
		expect(await started(at, "issue_comment")).toMatchObject({ headBranch: "main", headSha: tip, pulls: [] });
	});

	it("is cancelled by whoever may write actions, once", async () => {
		const at = await project();
		await pull(at, { branch: "better" });
		const run = await started(at);
		await at.standIn.addToken({
			value: "ghs_canceller",
			kind: "actions",
			permissions: { actions: "write", metadata: "read" },
		});
		const cancel = (token: string) => call(at.standIn, `POST ${REPO}/actions/runs/${run.id}/cancel`, { token });
		const refused = await cancel("ghs_workflow");
		expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
		expect(refused.headers.get("x-accepted-github-permissions")).toBe("actions=write");
		expect(await cancel("ghs_canceller")).toMatchObject({ status: 202, body: {} });
		expect(told(at, "workflow_run").payload).toMatchObject({
			action: "completed",
			workflow_run: { id: run.id, conclusion: "cancelled" },
		});
		expect(await cancel("ghs_canceller")).toMatchObject({ status: 409 });
	});

	it("and its artifacts are private where the repository is", async () => {
		const at = await project();
		await at.standIn.createRepository("ada/secret", { private: true });
		const tip = await git(at.work, "rev-parse", "HEAD");
		await git(at.work, "push", "-q", cloneUrl(at.standIn, "ada/secret", "ghp_ada"), "HEAD:main");
		const run = await at.standIn.startRun("ada/secret", { ...FLOW, event: told(at, "push") });
		expect(run.headSha).toBe(tip);
		const { id } = await at.standIn.addArtifact("ada/secret", { run: run.id, name: "report", zip: ZIP });
		const permissions = { contents: "write", metadata: "read" } as const;
		await at.standIn.addToken({ value: "ghs_blind", kind: "actions", permissions });
		for (const path of ["runs", `runs/${run.id}`, `runs/${run.id}/artifacts`, `artifacts/${id}/zip`]) {
			const what = `GET /repos/ada/secret/actions/${path}`;
			expect(await call(at.standIn, what, { token: "ghs_blind" })).toMatchObject({ status: 403 });
			expect(await call(at.standIn, what)).toMatchObject({ status: 404 });
		}
		expect(await call(at.standIn, "GET /repos/ada/secret/actions/runs", { token: "ghs_workflow" })).toMatchObject({
			status: 200,
		});
	});

	it("and its artifacts outlive a restart, also of a stand-in that knew of none", async () => {
		const directory = await temporaryFolder();
		const first = await startGitHub({ directory });
		const at = await project(first);
		await pull(at, { branch: "better" });
		const run = await started(at);
		await first.addArtifact(at.name, { run: run.id, name: "report", zip: ZIP });
		await first.stop();
		const second = await startGitHub({ directory });
		watch(second);
		const list = `GET ${REPO}/actions/runs/${run.id}/artifacts`;
		expect((await call(second, list, { token: "ghs_workflow" })).body).toMatchObject({ total_count: 1 });
		await second.stop();
		const older = JSON.parse(JSON.stringify({ ...second.repository(at.name), runs: undefined, artifacts: undefined }));
		const state = { lastId: 5000, users: {}, tokens: {}, repositories: { [at.name]: older } };
		await writeFile(join(directory, "state.json"), JSON.stringify(state));
		const third = await startGitHub({ directory });
		watch(third);
		expect((await call(third, `GET ${REPO}/actions/runs`)).body).toEqual({ total_count: 0, workflow_runs: [] });
	});
});

describe("an artifact", () => {
	it("is listed with its run, found by its name, and downloaded as it was uploaded", async () => {
		const at = await project();
		await pull(at, { branch: "better" });
		const run = await started(at);
		const other = await started(at);
		const report = await at.standIn.addArtifact(at.name, { run: run.id, name: "report", zip: ZIP });
		const logs = await at.standIn.addArtifact(at.name, { run: run.id, name: "logs", zip: ZIP });
		await at.standIn.addArtifact(at.name, { run: other.id, name: "report", zip: ZIP });
		const list = await ask(at, `GET ${REPO}/actions/runs/${run.id}/artifacts`);
		expect(ids(list, "artifacts")).toEqual([logs.id, report.id]);
		expect(await ask(at, `GET ${REPO}/actions/runs/${run.id}/artifacts?name=report`)).toMatchObject({
			total_count: 1,
			artifacts: [
				{
					id: report.id,
					name: "report",
					size_in_bytes: ZIP.length,
					expired: false,
					workflow_run: { id: run.id, head_sha: run.headSha },
				},
			],
		});
		const asked = await fetch(`${at.standIn.apiUrl}${REPO}/actions/artifacts/${report.id}/zip`, {
			headers: { authorization: "Bearer ghs_workflow" },
			redirect: "manual",
		});
		expect(asked.status).toBe(302);
		const bytes = await fetch(asked.headers.get("location") ?? "");
		expect(bytes.headers.get("content-type")).toBe("application/zip");
		expect(new Uint8Array(await bytes.arrayBuffer())).toEqual(ZIP);
	});

	it("is downloaded by nobody without a name, public as it may be", async () => {
		const at = await project();
		await pull(at, { branch: "better" });
		const run = await started(at);
		const { id } = await at.standIn.addArtifact(at.name, { run: run.id, name: "report", zip: ZIP });
		expect(await call(at.standIn, `GET ${REPO}/actions/runs/${run.id}/artifacts`)).toMatchObject({ status: 200 });
		expect(await call(at.standIn, `GET ${REPO}/actions/artifacts/${id}/zip`)).toMatchObject({ status: 401 });
	});

	it("is gone after ninety days, and listed as such", async () => {
		let days = 0;
		const clock: Clock = {
			now: () => new Date(systemClock.now().getTime() + days * 24 * 60 * 60 * 1000),
			monotonic: () => systemClock.monotonic(),
			sleep: (milliseconds) => systemClock.sleep(milliseconds),
		};
		const gitHub = await startGitHub({ directory: await temporaryFolder(), clock });
		watch(gitHub);
		const at = await project(gitHub);
		await pull(at, { branch: "better" });
		const run = await started(at);
		const { id } = await gitHub.addArtifact(at.name, { run: run.id, name: "report", zip: ZIP });
		days = 91;
		expect(await ask(at, `GET ${REPO}/actions/runs/${run.id}/artifacts`)).toMatchObject({
			artifacts: [{ expired: true }],
		});
		const what = `GET ${REPO}/actions/artifacts/${id}/zip`;
		expect(await call(gitHub, what, { token: "ghs_workflow" })).toMatchObject({ status: 410 });
	});
});

describe("the merge queue", () => {
	it("makes a branch with base and head together, and asks whether it may land", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		const head = await git(at.work, "rev-parse", "HEAD");
		await git(at.work, "checkout", "-q", "-B", "main", "origin/main");
		const base = await commit(at.work, { files: { "main.txt": "main\n" }, message: "Go on" });
		await git(at.work, "push", "-q", "origin", "main");
		const sha = await at.standIn.queueMerge(at.name, number);
		const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
		await git(at.work, "fetch", "-q", "origin", ref);
		expect(await git(at.work, "show", "-s", "--format=%H|%P", "FETCH_HEAD")).toBe(`${sha}|${base} ${head}`);
		expect(await git(at.work, "ls-tree", "--name-only", "FETCH_HEAD")).toBe("README.md\nbetter.txt\nmain.txt");
		expect(told(at, "merge_group")).toMatchObject({
			startsWorkflows: true,
			payload: {
				action: "checks_requested",
				merge_group: {
					head_sha: sha,
					head_ref: ref,
					base_sha: base,
					base_ref: "refs/heads/main",
					head_commit: { id: sha },
				},
				repository: { full_name: "ada/model" },
			},
		});
		expect(await started(at, "merge_group")).toMatchObject({
			event: "merge_group",
			headSha: sha,
			headBranch: ref.slice("refs/heads/".length),
		});
	});

	it("takes nothing that conflicts or is closed", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better", files: { "README.md": "Better\n" } });
		const other = await pull(at, { branch: "other" });
		await at.standIn.mergePull(at.name, { number: other, method: "merge", sender: "ada" });
		await expect(at.standIn.queueMerge(at.name, other)).rejects.toMatchObject({ status: 405 });
		await git(at.work, "fetch", "-q", "origin");
		await git(at.work, "checkout", "-q", "-B", "main", "origin/main");
		await commit(at.work, { files: { "README.md": "Other\n" }, message: "Go on" });
		await git(at.work, "push", "-q", "origin", "main");
		await expect(at.standIn.queueMerge(at.name, number)).rejects.toMatchObject({ status: 405 });
	});
});

describe("a comment", () => {
	it("of a person is told of with what the person is to the repository", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		const made = await at.standIn.commentOn(at.name, { issue: number, author: "eve", body: "Is it good?" });
		expect(told(at, "issue_comment")).toMatchObject({
			startsWorkflows: true,
			payload: {
				action: "created",
				issue: { number, title: "better", comments: 1, pull_request: { url: expect.stringMatching(/\/pulls\/1$/) } },
				comment: { id: made.id, body: "Is it good?", user: { login: "eve" }, author_association: "NONE" },
				repository: { full_name: "ada/model" },
				sender: { login: "eve" },
			},
		});
		await at.standIn.commentOn(at.name, { issue: number, author: "ada", body: "It is" });
		expect(told(at, "issue_comment").payload).toMatchObject({ comment: { author_association: "OWNER" } });
		expect(await ask(at, `GET ${REPO}/issues/${number}/comments`)).toMatchObject([
			{ body: "Is it good?", author_association: "NONE" },
			{ body: "It is", author_association: "OWNER" },
		]);
		const nowhere = { issue: 99, author: "ada", body: "Hello?" };
		await expect(at.standIn.commentOn(at.name, nowhere)).rejects.toMatchObject({ status: 404 });
	});

	it("by the API starts workflows for a person's token, and nothing for a workflow's own", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		for (const token of ["ghp_ada", "ghs_workflow"]) {
			await call(at.standIn, `POST ${REPO}/issues/${number}/comments`, { token, body: { body: "Hi" } });
			expect(told(at, "issue_comment")).toMatchObject({
				startsWorkflows: token === "ghp_ada",
				payload: { sender: { login: token === "ghp_ada" ? "ada" : "github-actions[bot]" } },
			});
		}
	});
});

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
	createCommitOnBranch(input: $input) { commit { oid url } }
}`;

describe("createCommitOnBranch", () => {
	interface Change {
		readonly onto: string;
		readonly token?: string;
		readonly branch?: string;
		readonly body?: string;
		readonly deletions?: string[];
	}

	async function write(at: Project, change: Change) {
		const input = {
			branch: { repositoryNameWithOwner: at.name, branchName: change.branch ?? "better" },
			expectedHeadOid: change.onto,
			message: { headline: "Bring it up to date", ...(change.body === undefined ? {} : { body: change.body }) },
			fileChanges: {
				additions: [{ path: "deep/down.txt", contents: Buffer.from("new\n").toString("base64") }],
				deletions: (change.deletions ?? []).map((path) => ({ path })),
			},
		};
		const token = change.token ?? "ghs_workflow";
		const answer = await call(at.standIn, "POST /graphql", { token, body: { query: MUTATION, variables: { input } } });
		expect(answer.status).toBe(200);
		return answer.body as unknown as {
			data?: { createCommitOnBranch: { commit: { oid: string; url: string } } | null };
			errors?: { type: string; message: string }[];
		};
	}

	async function begun() {
		const at = await project();
		await pull(at, { branch: "better" });
		return { at, tip: await git(at.work, "rev-parse", "HEAD") };
	}

	it("makes one commit on the branch, in the name of whose token it is", async () => {
		const { at, tip } = await begun();
		const { data } = await write(at, { onto: tip, body: "By itself.", deletions: ["README.md"] });
		const { oid = "", url = "" } = data?.createCommitOnBranch?.commit ?? {};
		expect(url).toBe(`${at.standIn.serverUrl}/ada/model/commit/${oid}`);
		await git(at.work, "fetch", "-q", "origin", "better");
		const show = await git(at.work, "show", "-s", "--format=%H|%P|%an|%cn|%B", "FETCH_HEAD");
		expect(show).toBe(`${oid}|${tip}|github-actions[bot]|GitHub|Bring it up to date\n\nBy itself.`);
		expect(await git(at.work, "ls-tree", "-r", "--name-only", "FETCH_HEAD")).toBe("better.txt\ndeep/down.txt");
		expect(await git(at.work, "show", "FETCH_HEAD:deep/down.txt")).toBe("new");
	});

	it("tells of its push and of the pull that follows, and starts nothing for a workflow's own token", async () => {
		const { at, tip } = await begun();
		const first = (await write(at, { onto: tip })).data?.createCommitOnBranch?.commit.oid ?? "";
		for (const name of ["push", "pull_request"]) {
			expect(told(at, name)).toMatchObject({
				startsWorkflows: false,
				payload: { before: tip, after: first, sender: { login: "github-actions[bot]" } },
			});
		}
		expect(at.standIn.repository(at.name).pulls).toMatchObject([{ headSha: first, mergeable: true }]);
		await write(at, { onto: first, token: "ghp_ada", deletions: ["better.txt"] });
		expect(told(at, "push")).toMatchObject({ startsWorkflows: true, payload: { before: first } });
		expect(told(at, "pull_request")).toMatchObject({ startsWorkflows: true, payload: { action: "synchronize" } });
	});

	it("refuses a stale head, and writes nothing", async () => {
		const { at, tip } = await begun();
		const next = await commit(at.work, { files: { "more.txt": "more\n" }, message: "Add more" });
		await git(at.work, "push", "-q", "origin", "better");
		expect(await write(at, { onto: tip })).toMatchObject({
			data: { createCommitOnBranch: null },
			errors: [{ type: "STALE_DATA", message: expect.stringContaining(`Expected branch to point to "${tip}"`) }],
		});
		expect(await git(at.work, "ls-remote", "origin", "refs/heads/better")).toContain(next);
	});

	it("refuses a branch, a path and a repository that are not there, and a token that may not write", async () => {
		const { at, tip } = await begun();
		const permissions = { contents: "read", metadata: "read" } as const;
		await at.standIn.addToken({ value: "ghs_reader", kind: "actions", permissions });
		await at.standIn.addToken({ value: "ghs_elsewhere", kind: "actions", repositories: ["ada/other"] });
		expect(await write(at, { onto: tip, branch: "none" })).toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
		expect(await write(at, { onto: tip, deletions: ["none.txt"] })).toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
		for (const token of ["ghs_reader", "ghs_elsewhere"]) {
			expect(await write(at, { onto: tip, token })).toMatchObject({
				errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
			});
		}
		const nameless = { query: MUTATION, variables: { input: {} } };
		const answer = await call(at.standIn, "POST /graphql", { token: "ghs_workflow", body: nameless });
		expect(answer.body).toMatchObject({ errors: [{ message: expect.stringContaining("invalid value") }] });
		expect(await git(at.work, "ls-remote", "origin", "refs/heads/better")).toContain(tip);
	});
});

const ACTION = `
const { appendFileSync, writeFileSync } = require("node:fs");
const { execFileSync } = require("node:child_process");
const { join } = require("node:path");
const head = execFileSync("git", ["rev-parse", "HEAD"]).toString().trim();
const { GITHUB_SHA, GITHUB_REF, GITHUB_BASE_REF, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
const values = { head, sha: GITHUB_SHA, ref: GITHUB_REF, base: GITHUB_BASE_REF, run: GITHUB_RUN_ID + "/" + GITHUB_RUN_ATTEMPT };
for (const [name, value] of Object.entries(values)) appendFileSync(process.env.GITHUB_OUTPUT, name + "=" + value + "\\n");
writeFileSync(join(process.env.RUNNER_TEMP, "left.txt"), "left");
`;

describe("the runner", () => {
	async function act(at: Project, event: Delivery, more: Partial<RunnerOrder> = {}) {
		const directory = await temporaryFolder();
		const action = join(directory, "index.cjs");
		await writeFile(action, ACTION);
		const environment = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" };
		return runAction({ gitHub: at.standIn, event, token: "ghs_workflow", action, directory, environment, ...more });
	}

	it("works on the default branch for what names no ref", async () => {
		const at = await project();
		const tip = await git(at.work, "rev-parse", "HEAD");
		const number = await pull(at, { branch: "better" });
		await started(at);
		await at.standIn.commentOn(at.name, { issue: number, author: "ada", body: "Again, please" });
		const schedule = {
			name: "schedule",
			repository: at.name,
			startsWorkflows: true,
			payload: { schedule: "0 3 * * *" },
		};
		for (const event of [told(at, "workflow_run"), told(at, "issue_comment"), schedule]) {
			const { outputs } = await act(at, event);
			const run = expect.stringMatching(/^[1-9]\d*\/1$/);
			expect(outputs).toEqual({ head: tip, sha: tip, ref: "refs/heads/main", base: "", run });
			// an event is one run, however often its job is started
			expect((await act(at, event)).outputs["run"]).toBe(outputs["run"]);
		}
	});

	it("works on the queue's own branch for a merge group", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		const base = await git(at.work, "rev-parse", "origin/main");
		const sha = await at.standIn.queueMerge(at.name, number);
		const { outputs } = await act(at, told(at, "merge_group"), { runId: "77", runAttempt: "3" });
		const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
		// GitHub leaves GITHUB_BASE_REF empty here
		expect(outputs).toEqual({ head: sha, sha, ref, base: "", run: "77/3" });
	});

	it("says where its temporary folder is, so that what a step left there can be uploaded", async () => {
		const at = await project();
		const { temp } = await act(at, told(at, "push"));
		expect(await readFile(join(temp, "left.txt"), "utf8")).toBe("left");
	});
});
