import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { infrastructure } from "../kernel/index.ts";
import { holdOn } from "./converse.ts";

export interface PipedOptions {
	readonly cwd?: string;
	/** The whole environment of the process; our own when absent. */
	readonly env?: Readonly<Record<string, string>>;
}

/** A running program whose pipes are ours, leader of its own process group. */
export interface PipedProcess {
	readonly stdin: ChildProcessWithoutNullStreams["stdin"];
	readonly stdout: ChildProcessWithoutNullStreams["stdout"];
	readonly stderr: ChildProcessWithoutNullStreams["stderr"];
	/** Resolves when the program has ended and its pipes are closed. */
	readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
	/** Sends a signal to the whole process group; nothing happens when it is gone already. */
	kill(signal: NodeJS.Signals): void;
	/** Whether it keeps us alive, as it does at first. */
	hold(on: boolean): void;
}

/**
 * Starts a program and hands out its pipes as they are: what a CGI gateway, a played runner and SFTP need, where the end of a
 * program comes long after its first bytes. Node's own `spawn`, because an early end of a reader is no error here.
 */
export async function startPiped(
	command: string,
	args: readonly string[],
	options: PipedOptions,
): Promise<PipedProcess> {
	const child = spawn(command, args, {
		detached: true,
		stdio: "pipe",
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.env === undefined ? {} : { env: { ...options.env } }),
	});
	await Promise.race([once(child, "spawn"), once(child, "error").then(([cause]) => refuse(command, cause))]);
	// a program that ends without reading its input is its own affair
	child.stdin.on("error", () => {});
	const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
		child.once("close", (code, signal) => resolve({ code, signal }));
	});
	return {
		stdin: child.stdin,
		stdout: child.stdout,
		stderr: child.stderr,
		ended,
		kill: (signal) => signalGroup(child.pid, signal),
		hold: (on) => {
			for (const each of [child, child.stdin, child.stdout, child.stderr]) holdOn(each, on);
		},
	};
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// the group is gone already
	}
}

function refuse(command: string, cause: unknown): never {
	throw infrastructure("cannot-start", `\`${command}\` could not be started`, {
		cause,
		hint: `is \`${command}\` installed and on PATH?`,
	});
}
