import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect } from "vitest";
import { type Clock, systemClock } from "../../src/kernel/index.ts";
import { run } from "../../src/shell/index.ts";
import { type GitHubStandIn, type StandInOptions, startGitHub } from "../../src/standin/index.ts";
import { violations } from "./openapi.ts";

/** The real time, except that nobody waits: every pause that was asked for is noted instead. */
export class HastyClock implements Clock {
	readonly pauses: number[] = [];

	now(): Date {
		return systemClock.now();
	}

	monotonic(): number {
		return systemClock.monotonic();
	}

	async sleep(milliseconds: number): Promise<void> {
		this.pauses.push(milliseconds);
	}
}

type Endings = (() => Promise<void>)[];
const afterOne: Endings = [];
const afterAllOfThem: Endings = [];
let endings = afterOne;

afterEach(() => settle(afterOne));
afterAll(() => settle(afterAllOfThem));

async function settle(these: Endings): Promise<void> {
	for (const end of these.splice(0).toReversed()) await end();
}

/** What is made here stays until all tests of the file are done: for `beforeAll`. */
export async function lasting<T>(make: () => Promise<T>): Promise<T> {
	const before = endings;
	endings = afterAllOfThem;
	try {
		return await make();
	} finally {
		endings = before;
	}
}

/** Done after the test; the last that was asked for first. */
export function afterwards(end: () => Promise<void>): void {
	endings.push(end);
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "mainline-rig-"));
	endings.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}

/** A stand-in whose every exchange is held against GitHub's own description: a violation fails the test. */
export async function rehearse(options: Partial<StandInOptions> = {}): Promise<GitHubStandIn> {
	const directory = options.directory ?? (await temporaryFolder());
	const standIn = await startGitHub({ ...options, directory });
	watch(standIn);
	return standIn;
}

/** Holds a stand-in that the test started itself against the description. */
export function watch(standIn: GitHubStandIn): void {
	const found: string[] = [];
	standIn.onExchange((exchange) => found.push(...violations(exchange)));
	endings.push(async () => {
		await standIn.stop();
		expect(found).toEqual([]);
	});
}

/** Git in a folder, as a person with a name; its output without the last newline. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
	const result = await run("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], {
		cwd,
		env: { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_TERMINAL_PROMPT: "0" },
	});
	if (result.code !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
	return result.stdoutText.trimEnd();
}

export interface Project {
	readonly standIn: GitHubStandIn;
	/** A clone that may push as `ada`. */
	readonly work: string;
	readonly name: "ada/model";
}

/** A stand-in with one repository, `main` with one commit, a workflow's token `ghs_workflow` and ada's own, `ghp_ada`. */
export async function project(standIn?: GitHubStandIn): Promise<Project> {
	const gitHub = standIn ?? (await rehearse());
	const name = "ada/model";
	await gitHub.createRepository(name);
	await gitHub.addToken({ value: "ghs_workflow", kind: "actions" });
	await gitHub.addToken({ value: "ghp_ada", kind: "personal", login: "ada" });
	const folder = await temporaryFolder();
	await git(folder, "clone", "-q", cloneUrl(gitHub, name, "ghp_ada"), "work");
	const work = join(folder, "work");
	await commit(work, { files: { "README.md": "A model\n" }, message: "Begin" });
	await git(work, "push", "-q", "origin", "HEAD:main");
	return { standIn: gitHub, work, name };
}

export function cloneUrl(standIn: GitHubStandIn, name: string, token: string): string {
	return standIn.cloneUrl(name).replace("://", `://x-access-token:${token}@`);
}

/** Writes files, commits all, returns the commit. */
export async function commit(
	work: string,
	change: { files: Record<string, string>; message: string },
): Promise<string> {
	const { mkdir, writeFile } = await import("node:fs/promises");
	for (const [path, text] of Object.entries(change.files)) {
		await mkdir(join(work, path, ".."), { recursive: true });
		await writeFile(join(work, path), text);
	}
	await git(work, "add", "-A");
	await git(work, "commit", "-q", "-m", change.message);
	return git(work, "rev-parse", "HEAD");
}

/** Pushes a branch with one commit more than main and opens a pull for it; returns its number. */
export async function pull(at: Project, change: { branch: string; files?: Record<string, string> }): Promise<number> {
	await git(at.work, "fetch", "-q", "origin");
	await git(at.work, "checkout", "-q", "-B", change.branch, "origin/main");
	await commit(at.work, {
		files: change.files ?? { [`${change.branch}.txt`]: "new\n" },
		message: `Add ${change.branch}`,
	});
	await git(at.work, "push", "-q", "-f", "origin", `HEAD:refs/heads/${change.branch}`);
	const opened = await at.standIn.openPull(at.name, {
		head: change.branch,
		base: "main",
		title: change.branch,
		author: "ada",
	});
	return opened.number;
}

/** What the API answers, with the two fields that a test hands on to the next call. */
export interface ApiBody {
	readonly [field: string]: unknown;
	readonly id: number;
	readonly sha: string;
}

/** One call to the API by hand. */
export async function call(
	standIn: GitHubStandIn,
	what: string,
	options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: ApiBody; headers: Headers }> {
	const [method = "GET", path = ""] = what.split(" ");
	const response = await fetch(standIn.apiUrl + path, {
		method,
		headers: {
			...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
			...options.headers,
		},
		...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
	});
	const text = await response.text();
	if (text.startsWith("the stand-in failed")) throw new Error(text);
	return { status: response.status, body: JSON.parse(text === "" ? "{}" : text) as ApiBody, headers: response.headers };
}
