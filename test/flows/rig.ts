import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FlowContext } from "../../src/flows/context.ts";
import type { RunOptions } from "../../src/flows/run.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { run } from "../../src/shell/index.ts";

/** What a door would hand over, for someone who stands in `cwd`. */
export function contextAt(cwd: string, overrides: Partial<FlowContext> = {}): FlowContext {
	const nowhere = join(cwd, ".nowhere");
	return {
		cwd,
		machine: {
			home: nowhere,
			shell: "/bin/sh",
			stateDir: nowhere,
			systemConfigDir: nowhere,
			globalConfigDir: nowhere,
			cpus: 2,
			memory: 2 ** 33,
			visibleDevices: [],
			registryAuth: null,
			registryLogin: null,
			signingKey: null,
			idToken: null,
			self: [],
			path: "",
			lang: "C",
			installDir: nowhere,
			variables: {},
		},
		clock: systemClock,
		progress: silent,
		signal: new AbortController().signal,
		...overrides,
	};
}

/** `run` as it is without flags. */
export const RUN: RunOptions = {
	targets: [],
	force: false,
	forceDownstream: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
	pull: false,
	dry: false,
	jobs: null,
};

export type Files = Readonly<Record<string, string>>;

/** A git repository with a DVC project in it, made without dvc. */
export async function project(files: Files = {}): Promise<string> {
	const root = mkdtempSync(join(tmpdir(), "mainline-flow-"));
	await git(root, "init", "-q", "-b", "main");
	write(root, { ".dvc/config": "", ".dvc/.gitignore": "/config.local\n/tmp\n/cache\n", ...files });
	return root;
}

export function write(root: string, files: Files): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

export function remove(root: string, ...paths: string[]): void {
	for (const path of paths) rmSync(join(root, path), { recursive: true, force: true });
}

export function read(root: string, path: string): string {
	return readFileSync(join(root, path), "utf8");
}

export async function git(root: string, ...args: string[]): Promise<string> {
	const { code, stdoutText, stderr } = await run("git", args, { cwd: root, env: IDENTITY });
	if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
	return stdoutText;
}

const IDENTITY = {
	GIT_AUTHOR_NAME: "Ada",
	GIT_AUTHOR_EMAIL: "ada@example.com",
	GIT_COMMITTER_NAME: "Ada",
	GIT_COMMITTER_EMAIL: "ada@example.com",
};

/** Every file below a folder, its mode and its content, except git's own and everybody's notes. */
export function snapshot(root: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name).slice(root.length + 1);
		if (entry.isDirectory() || path.startsWith(".git/") || path.startsWith(".dvc/tmp/")) continue;
		const stat = statSync(join(root, path));
		found[path] = `${(stat.mode & 0o777).toString(8)} ${readFileSync(join(root, path), "latin1")}`;
	}
	return found;
}
