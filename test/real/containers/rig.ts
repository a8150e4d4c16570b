import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { readMachine } from "../../../src/doors/machine.ts";
import { type RunOptions, run as runStages } from "../../../src/flows/run.ts";
import { type Progress, systemClock } from "../../../src/kernel/index.ts";
import type { RunStageRow } from "../../../src/report/index.ts";
import { RUN } from "../../flows/rig.ts";
import { PROGRAM } from "../../rig/program.ts";
import { listening } from "../dockerfile/rig.ts";

const exec = promisify(execFile);

export interface Heard {
	readonly stages: readonly RunStageRow[];
	readonly said: string;
	readonly warnings: readonly string[];
}

/** A run, and what it said of its own. */
export async function running(root: string, options: Partial<RunOptions> = {}): Promise<Heard> {
	const heard = listening();
	const lines: string[] = [];
	const progress: Progress = { ...heard.progress, say: (line) => void lines.push(line) };
	const context = { cwd: root, machine: await readMachine(), clock: systemClock, progress };
	const { document } = await runStages({ ...context, signal: new AbortController().signal }, { ...RUN, ...options });
	return { stages: document.stages, said: `${lines.join("\n")}\n${heard.output()}`, warnings: heard.warnings };
}

export async function dvcStatus(root: string): Promise<string> {
	const { stdout } = await exec("dvc", ["status"], { cwd: root, env: { ...process.env, DVC_NO_ANALYTICS: "1" } });
	return stdout.trim();
}

export const made = (root: string, name: string): Promise<string> => readFile(join(root, name), "utf8");

/** `mainline run` in a process of its own, once the stage has said that it began. */
export async function begun(root: string) {
	const child = spawn(process.execPath, [PROGRAM, "run"], { cwd: root, stdio: "ignore", env: process.env });
	const ended = once(child, "exit") as Promise<[number | null, string | null]>;
	await expect.poll(() => stat(join(root, "began.txt")).catch(() => null), { timeout: 60_000 }).not.toBeNull();
	return { child, ended };
}
