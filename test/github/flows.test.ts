import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommentOrder, connect, type GitHub } from "../../src/github/index.ts";
import { type Fault, type GitHubStandIn, startGitHub } from "../../src/standin/index.ts";
import { call, git, HastyClock, project, pull, rehearse, temporaryFolder } from "../rig/world.ts";

const FAULTS: readonly Fault[] = [
	{ kind: "status", status: 502 },
	{ kind: "secondary-rate-limit", retryAfterSeconds: 7 },
	{ kind: "too-many-requests", retryAfterSeconds: 7 },
	{ kind: "drop-connection" },
	{ kind: "drop-after-handling" },
	{ kind: "stale-read" },
];

const MARKER = "<!-- mainline: report -->";
const annotations = Array.from({ length: 120 }, (_, i) => ({
	path: "params.yaml",
	startLine: i + 1,
	endLine: i + 1,
	level: "warning" as const,
	message: `line ${i + 1}`,
}));

interface Flow {
	readonly name: string;
	/** Does it once; every call of it must leave the same end. */
	readonly act: (gitHub: GitHub, at: Subject) => Promise<unknown>;
	/** The end that counts, read from the stand-in's own memory. */
	readonly end: (at: Subject) => unknown;
	readonly expected: (at: Subject) => unknown;
}

interface Subject {
	readonly standIn: GitHubStandIn;
	readonly number: number;
	readonly sha: string;
}

const kept = (at: Subject) => at.standIn.repository("ada/model");

const FLOWS: readonly Flow[] = [
	{
		name: "a comment",
		act: (gitHub, at) => gitHub.upsertComment(report(at, "All good")),
		end: (at) => kept(at).comments.map((one) => [one.author, one.body]),
		expected: () => [["github-actions[bot]", `${MARKER}\nAll good`]],
	},
	{
		name: "a check with 120 annotations",
		act: (gitHub, at) =>
			gitHub.checkRun({
				name: "mainline",
				headSha: at.sha,
				status: "completed",
				conclusion: "success",
				output: { title: "Good", summary: "All good" },
				annotations,
			}),
		end: (at) => kept(at).checks.map((one) => [one.name, one.conclusion, one.annotations.map((a) => a.message)]),
		expected: () => [["mainline", "success", annotations.map((one) => one.message)]],
	},
	{
		name: "a deployment that replaces two",
		act: async (gitHub, at) => {
			const order = { environment: "prod", sha: at.sha, key: "model#prod#3", production: true };
			const { id } = await gitHub.deployment(order);
			await gitHub.deploymentStatus({ deployment: id, state: "in_progress" });
			await gitHub.deploymentStatus({ deployment: id, state: "success", environmentUrl: "http://prod.example" });
			await gitHub.retireDeployments({ environment: "prod", current: id });
		},
		end: (at) => kept(at).deployments.map((one) => one.statuses.map((status) => status.state)),
		expected: () => [
			["success", "inactive"],
			["success", "inactive"],
			["in_progress", "success"],
		],
	},
	{
		name: "reading a pull, its files and who may do what",
		act: async (gitHub, at) => {
			const live = await gitHub.pullRequest(at.number);
			const { files } = await gitHub.changedFiles(at.number);
			const may = await gitHub.permission("ada");
			const of = await gitHub.pullForCommit(at.sha);
			expect([live.headSha, files.map((file) => file.path), may, of]).toEqual([at.sha, ["better.txt"], "admin", null]);
		},
		end: () => null,
		expected: () => null,
	},
];

function report(at: Subject, text: string): CommentOrder {
	return { issue: at.number, marker: MARKER, body: `${MARKER}\n${text}` };
}

interface Template {
	readonly directory: string;
	readonly number: number;
	readonly sha: string;
}

/** What every try starts from, made once and copied: a pull and two deployments in production. */
async function makeTemplate(): Promise<Template> {
	const directory = await mkdtemp(join(tmpdir(), "mainline-flows-"));
	const standIn = await startGitHub({ directory });
	const one = await project(standIn);
	const number = await pull(one, { branch: "better" });
	for (const description of ["First", "Second"]) {
		const body = {
			ref: "main",
			environment: "prod",
			auto_merge: false,
			required_contexts: [],
			description,
			production_environment: true,
		};
		const made = await call(standIn, "POST /repos/ada/model/deployments", { token: "ghs_workflow", body });
		const path = `POST /repos/ada/model/deployments/${made.body.id}/statuses`;
		await call(standIn, path, { token: "ghs_workflow", body: { state: "success" } });
	}
	await standIn.stop();
	return { directory, number, sha: await git(one.work, "rev-parse", "HEAD") };
}

let template: Template;

beforeAll(async () => {
	template = await makeTemplate();
});

afterAll(() => rm(template.directory, { recursive: true, force: true }));

async function subject(): Promise<Subject> {
	const directory = await temporaryFolder();
	await cp(template.directory, directory, { recursive: true });
	return { standIn: await rehearse({ directory }), number: template.number, sha: template.sha };
}

function connected(at: Subject, token = "ghs_workflow") {
	const clock = new HastyClock();
	return { clock, gitHub: connect({ token, apiUrl: at.standIn.apiUrl, repository: "ada/model", clock }) };
}

describe.each(FLOWS)("$name", (flow) => {
	it("comes to the same end when it is done twice", async () => {
		const at = await subject();
		await flow.act(connected(at).gitHub, at);
		await flow.act(connected(at).gitHub, at);
		expect(flow.end(at)).toEqual(flow.expected(at));
	});

	it.each(FAULTS)(
		"comes to the same end with a $kind at every call",
		async (fault) => {
			let calls = 0;
			for (let n = 1; ; n++) {
				const at = await subject();
				const ordered = at.standIn.fail({ at: n, with: fault });
				await flow.act(connected(at).gitHub, at);
				const { fired } = ordered;
				ordered.cancel();
				// what a fault left undone, the next run of the workflow does
				if (fault.kind === "stale-read") await flow.act(connected(at).gitHub, at);
				expect(flow.end(at), `with ${fault.kind} at call ${n}`).toEqual(flow.expected(at));
				if (fired === 0) break;
				calls = n;
			}
			expect(calls).toBeGreaterThan(2);
		},
		120_000,
	);
});
