import { chmodSync, cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan } from "../../src/flows/plan.ts";
import { type RunOptions, run } from "../../src/flows/run.ts";
import { run as runProgram } from "../../src/shell/index.ts";
import { contextAt, type Files, git, RUN, remove, write } from "../flows/rig.ts";
import { warmDvc } from "./warm-dvc.ts";

/** A change that both twins get: files to write, paths to remove, modes to set. */
export interface Edit {
	readonly write?: Files;
	readonly remove?: readonly string[];
	readonly executable?: readonly string[];
}

interface Said {
	readonly code: number;
	readonly out: string;
	readonly all: string;
}

export async function dvc(root: string, ...args: string[]): Promise<Said> {
	const { code, out, err } = await warmDvc(root, args);
	return { code, out: out.trim(), all: out + err };
}

/** As a program of its own, beside which others are at work. */
export async function dvcProgram(root: string, ...args: string[]): Promise<Said> {
	const env = { DVC_NO_ANALYTICS: "1", SHELL: "/bin/sh" };
	const { code, stdoutText, stderr } = await runProgram("dvc", args, { cwd: root, env });
	return { code, out: stdoutText.trim(), all: stdoutText + stderr };
}

/** Two equal projects: the real dvc works in one, mainline in the other. */
export async function twins(files: Files, configure: readonly (readonly string[])[] = []): Promise<[string, string]> {
	const first = mkdtempSync(join(tmpdir(), "mainline-real-dvc-"));
	await git(first, "init", "-q", "-b", "main");
	const { code, all } = await dvc(first, "init", "-q");
	if (code !== 0) throw new Error(`dvc init: ${all}`);
	for (const args of configure) await dvc(first, "config", ...args);
	write(first, files);
	await git(first, "add", "-A");
	await git(first, "commit", "-q", "-m", "start");
	const second = mkdtempSync(join(tmpdir(), "mainline-real-own-"));
	cpSync(first, second, { recursive: true });
	return [first, second];
}

export function apply(root: string, edit: Edit): void {
	write(root, edit.write ?? {});
	remove(root, ...(edit.remove ?? []));
	for (const path of edit.executable ?? []) chmodSync(join(root, path), 0o755);
}

export async function mainlineRun(root: string, options: Partial<RunOptions> = {}): Promise<Record<string, string>> {
	const { document } = await run(contextAt(root), { ...RUN, ...options });
	return Object.fromEntries(document.stages.map(({ address, outcome }) => [address, outcome]));
}

export async function actions(root: string, data: boolean): Promise<Record<string, string>> {
	const options = { targets: [], base: null, check: false, data, force: false };
	const { document } = await plan(contextAt(root), options);
	return Object.fromEntries(document.stages.map(({ address, action }) => [address, action]));
}

/** The stages that `dvc repro` said it ran. */
export function executed(output: string): string[] {
	return [...output.matchAll(/Running stage '([^']+)'/g)].map(([, address = ""]) => address);
}
