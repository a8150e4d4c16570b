import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, startPiped } from "../shell/index.ts";
import { gitEnvironment } from "./bare.ts";
import type { Delivery } from "./happenings.ts";
import { readCommandFile, readWorkflowCommands, type WorkflowCommand } from "./runner-files.ts";
import { RUNNER_AGENT } from "./smart-http.ts";
import type { GitHubStandIn } from "./start.ts";

export interface RunnerOrder {
	readonly gitHub: GitHubStandIn;
	/** What started the workflow. */
	readonly event: Delivery;
	/** The job's GITHUB_TOKEN; the stand-in must know it. */
	readonly token: string;
	/** The action's entry file, as `runs.main` of its action.yml names it. */
	readonly action: string;
	/** By their names in action.yml. */
	readonly inputs?: Readonly<Record<string, string>>;
	/** The runner's own folder: work tree, temp folder and files lie below it; made when it is not there. */
	readonly directory: string;
	/** `actions/checkout`'s fetch-depth: 1 as there by default, 0 for all history; null for a job without a checkout. */
	readonly fetchDepth?: number | null;
	/** GitHub's numbers of the workflow run; absent: the event's own run, and 1. */
	readonly runId?: string;
	readonly runAttempt?: string;
	/** Keeps what is already in the work tree, as a self-hosted runner does. */
	readonly keepWorkspace?: boolean;
	/** What the job sees beside the runner's own variables: PATH and HOME at least. */
	readonly environment: Readonly<Record<string, string>>;
	readonly node?: string;
	/** Ends the action by SIGKILL, all its children too: after a time, or when its N-th API call (from 1) arrives. */
	readonly kill?: { readonly afterMs: number } | { readonly atCall: number };
	/** Cancels the job as GitHub does, only with less patience: SIGINT, and SIGKILL a second later. */
	readonly signal?: AbortSignal;
	/** With all of GitHub's patience: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more. */
	readonly patient?: boolean;
	onOutput?(text: string): void;
}

export interface RunnerResult {
	/** Null when it was killed. */
	readonly code: number | null;
	readonly killed: boolean;
	readonly outputs: Readonly<Record<string, string>>;
	readonly state: Readonly<Record<string, string>>;
	/** Markdown of the job summary. */
	readonly summary: string;
	readonly stdout: string;
	readonly stderr: string;
	/** `::error file=…::message` and its brothers. */
	readonly annotations: readonly WorkflowCommand[];
	readonly workspace: string;
	/** What RUNNER_TEMP named; the next job in the same folder begins with an empty one. */
	readonly temp: string;
}

const PATIENCE_MS = 1000;
const TERM_AFTER_MS = 7500;
const KILL_AFTER_MS = 10_000;

/** Runs an action as GitHub's runner runs it: a fresh checkout, the runner's variables and files, a child process. */
export async function runAction(order: RunnerOrder): Promise<RunnerResult> {
	const folders = await prepare(order);
	const subject = await subjectOf(order);
	if (order.fetchDepth !== null) await checkout(order, subject, folders.workspace);
	const environment = {
		...order.environment,
		...variables(order, { subject, folders }),
		...inputVariables(order.inputs ?? {}),
	};
	order.signal?.throwIfAborted();
	const child = await startPiped(order.node ?? process.execPath, [order.action], {
		cwd: folders.workspace,
		env: environment,
	});
	child.stdin.end();
	const stopWatching = armKill(order, () => child.kill("SIGKILL"));
	const cancel = (): void => {
		child.kill("SIGINT");
		if (order.patient === true) setTimeout(() => child.kill("SIGTERM"), TERM_AFTER_MS).unref();
		setTimeout(() => child.kill("SIGKILL"), order.patient === true ? KILL_AFTER_MS : PATIENCE_MS).unref();
	};
	order.signal?.addEventListener("abort", cancel, { once: true });
	if (order.signal?.aborted === true) cancel();
	const collect = async (pipe: AsyncIterable<Buffer>): Promise<string> => {
		let text = "";
		for await (const chunk of pipe) {
			text += chunk.toString("utf8");
			order.onOutput?.(chunk.toString("utf8"));
		}
		return text;
	};
	const [stdout, stderr, ended] = await Promise.all([collect(child.stdout), collect(child.stderr), child.ended]);
	stopWatching();
	order.signal?.removeEventListener("abort", cancel);
	return {
		code: ended.code,
		killed: ended.signal === "SIGKILL",
		outputs: readCommandFile(await readFile(folders.output, "utf8")),
		state: readCommandFile(await readFile(folders.state, "utf8")),
		summary: await readFile(folders.summary, "utf8"),
		stdout,
		stderr,
		annotations: readWorkflowCommands(stdout),
		workspace: folders.workspace,
		temp: folders.temp,
	};
}

function armKill(order: RunnerOrder, kill: () => void): () => void {
	if (order.kill === undefined) return () => {};
	if ("afterMs" in order.kill) {
		const timer = setTimeout(kill, order.kill.afterMs);
		return () => clearTimeout(timer);
	}
	const { atCall } = order.kill;
	let calls = 0;
	return order.gitHub.onCall(() => {
		calls += 1;
		if (calls === atCall) kill();
	});
}

interface Folders {
	readonly workspace: string;
	readonly temp: string;
	readonly event: string;
	readonly output: string;
	readonly summary: string;
	readonly state: string;
	readonly env: string;
	readonly path: string;
}

async function prepare(order: RunnerOrder): Promise<Folders> {
	const name = order.event.repository.split("/").at(-1) ?? "repository";
	const workspace = join(order.directory, "_work", name, name);
	const temp = join(order.directory, "_work", "_temp");
	const commands = join(temp, "_runner_file_commands");
	if (order.keepWorkspace !== true) await rm(workspace, { recursive: true, force: true });
	await rm(temp, { recursive: true, force: true });
	await mkdir(workspace, { recursive: true });
	await mkdir(commands, { recursive: true });
	const file = (kind: string): string => join(commands, kind);
	const folders: Folders = {
		workspace,
		temp,
		event: join(temp, "event.json"),
		output: file("set_output"),
		summary: file("step_summary"),
		state: file("save_state"),
		env: file("set_env"),
		path: file("add_path"),
	};
	for (const one of [folders.output, folders.summary, folders.state, folders.env, folders.path])
		await writeFile(one, "");
	await writeFile(folders.event, JSON.stringify(order.event.payload));
	return folders;
}

/** What GITHUB_SHA and GITHUB_REF say for an event. */
interface Subject {
	readonly sha: string;
	readonly ref: string;
	readonly headRef: string;
	readonly baseRef: string;
}

/** A pull's job works on the test merge, a queue's on the group; every other on the ref that it was started for, or the default branch. */
async function subjectOf(order: RunnerOrder): Promise<Subject> {
	const { payload, name } = order.event;
	if (name === "merge_group") {
		// GITHUB_BASE_REF is empty here at GitHub too: the base is in the payload alone
		const group = payload["merge_group"] as Record<"head_sha" | "head_ref" | "base_ref", string>;
		return { sha: group.head_sha, ref: group.head_ref, headRef: "", baseRef: "" };
	}
	if (name !== "pull_request") {
		// workflow_run, issue_comment and schedule name no ref: they work on the default branch
		const { defaultBranch: branch } = order.gitHub.repository(order.event.repository);
		const { ref = `refs/heads/${branch}`, after } = payload as { readonly ref?: string; readonly after?: string };
		return { sha: after ?? (await tipOf(order, ref)), ref, headRef: "", baseRef: "" };
	}
	const pull = payload["pull_request"] as {
		readonly number: number;
		readonly merge_commit_sha: string | null;
		readonly head: { readonly ref: string; readonly sha: string };
		readonly base: { readonly ref: string };
	};
	return {
		sha: pull.merge_commit_sha ?? pull.head.sha,
		ref: `refs/pull/${pull.number}/merge`,
		headRef: pull.head.ref,
		baseRef: pull.base.ref,
	};
}

/** A dispatch names a ref only: its commit is the one that it has when the job starts. */
async function tipOf(order: RunnerOrder, ref: string): Promise<string> {
	const cwd = order.gitHub.bareDirectory(order.event.repository);
	const result = await run("git", ["rev-parse", "--verify", "--end-of-options", ref], { cwd, env: gitEnvironment() });
	if (result.code !== 0) throw new Error(`the event's ref ${ref} is not there`);
	return result.stdoutText.trim();
}

/** As `actions/checkout` does it: only what is needed, the token in a header of this repository's own configuration. */
async function checkout(order: RunnerOrder, subject: Subject, workspace: string): Promise<void> {
	const git = async (...args: string[]): Promise<void> => {
		const env = { ...gitEnvironment(), GIT_HTTP_USER_AGENT: RUNNER_AGENT };
		const result = await run("git", args, { cwd: workspace, env });
		if (result.code !== 0) throw new Error(`checkout: git ${args[0]}: ${result.stderr}`);
	};
	const { serverUrl } = order.gitHub;
	const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${order.token}`).toString("base64")}`;
	const tracked = subject.ref
		.replace("refs/heads/", "refs/remotes/origin/")
		.replace("refs/pull/", "refs/remotes/pull/");
	const branch = subject.ref.startsWith("refs/heads/") ? subject.ref.slice("refs/heads/".length) : null;
	const depth = order.fetchDepth ?? 1;
	await git("init", "-q", ".");
	await git("config", "remote.origin.url", `${serverUrl}/${order.event.repository}`);
	await git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
	await git("config", `http.${serverUrl}/.extraheader`, header);
	const what = `+${subject.sha}:${tracked}`;
	if (depth === 0) {
		const everything = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
		await git("fetch", "-q", "--prune", "origin", ...everything);
		await git("fetch", "-q", "--no-tags", "origin", what);
	} else {
		await git("fetch", "-q", "--no-tags", "--prune", `--depth=${depth}`, "origin", what);
	}
	await git("checkout", "-q", "--force", ...(branch === null ? [] : ["-B", branch]), tracked);
}

function variables(order: RunnerOrder, at: { subject: Subject; folders: Folders }): Record<string, string> {
	const { gitHub, event } = order;
	const { subject, folders } = at;
	const [owner = ""] = event.repository.split("/");
	const sender = event.payload["sender"] as { readonly login?: string } | undefined;
	return {
		CI: "true",
		GITHUB_ACTIONS: "true",
		GITHUB_API_URL: gitHub.apiUrl,
		GITHUB_GRAPHQL_URL: gitHub.graphqlUrl,
		GITHUB_SERVER_URL: gitHub.serverUrl,
		GITHUB_REPOSITORY: event.repository,
		GITHUB_REPOSITORY_OWNER: owner,
		GITHUB_EVENT_NAME: event.name,
		GITHUB_EVENT_PATH: folders.event,
		GITHUB_SHA: subject.sha,
		GITHUB_REF: subject.ref,
		GITHUB_REF_NAME: subject.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
		GITHUB_REF_TYPE: subject.ref.startsWith("refs/tags/") ? "tag" : "branch",
		GITHUB_HEAD_REF: subject.headRef,
		GITHUB_BASE_REF: subject.baseRef,
		GITHUB_ACTOR: sender?.login ?? "ghost",
		GITHUB_TRIGGERING_ACTOR: sender?.login ?? "ghost",
		GITHUB_WORKFLOW: "mainline",
		GITHUB_JOB: "mainline",
		GITHUB_ACTION: "__mainline",
		GITHUB_RUN_ID: order.runId ?? String(runOf(event)),
		GITHUB_RUN_NUMBER: "1",
		GITHUB_RUN_ATTEMPT: order.runAttempt ?? "1",
		GITHUB_WORKSPACE: folders.workspace,
		GITHUB_OUTPUT: folders.output,
		GITHUB_STEP_SUMMARY: folders.summary,
		GITHUB_STATE: folders.state,
		GITHUB_ENV: folders.env,
		GITHUB_PATH: folders.path,
		RUNNER_TEMP: folders.temp,
		RUNNER_TOOL_CACHE: join(order.directory, "_tool"),
		RUNNER_OS: "Linux",
		RUNNER_ARCH: "X64",
		RUNNER_NAME: "stand-in",
		RUNNER_ENVIRONMENT: "self-hosted",
	};
}

/** `working-directory` becomes INPUT_WORKING-DIRECTORY: upper case, only spaces change. */
const runs = new WeakMap<Delivery, number>();
let newestRun = 0;

/** An event starts one workflow run: a job that is started for it again is that run once more. */
function runOf(event: Delivery): number {
	const known = runs.get(event) ?? ++newestRun;
	runs.set(event, known);
	return known;
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
	);
}
