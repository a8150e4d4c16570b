import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { infrastructure } from "../kernel/index.ts";

export interface DetachOptions {
	readonly cwd: string;
	/** The whole environment of the process: nothing is inherited. */
	readonly env: Readonly<Record<string, string>>;
	/** File that receives stdout and stderr, appended. */
	readonly log: string;
}

/**
 * Starts a process that outlives us, in a session of its own; returns its pid, which is its process group's id too.
 * Node's own `spawn`, because execa pipes a log file through us, and the pipe would break when we end.
 */
export async function detach(command: string, args: readonly string[], options: DetachOptions): Promise<number> {
	const log = await open(options.log, "a", 0o644);
	try {
		const child = spawn(command, args, {
			detached: true,
			cwd: options.cwd,
			env: { ...options.env },
			stdio: ["ignore", log.fd, log.fd],
		});
		// `once` throws what the event `error` carries
		await once(child, "spawn").catch((cause: unknown) => refuse(command, options.cwd, cause));
		child.unref();
		if (child.pid === undefined) return refuse(command, options.cwd, null);
		return child.pid;
	} finally {
		await log.close();
	}
}

function refuse(command: string, cwd: string, cause: unknown): never {
	throw infrastructure("cannot-start", `\`${command}\` could not be started in ${cwd}`, {
		cause,
		hint: `is \`${command}\` installed and on PATH?`,
	});
}
