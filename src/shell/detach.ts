import { open } from "node:fs/promises";
import { execa } from "execa";
import { infrastructure } from "../kernel/index.ts";

export interface DetachOptions {
	readonly cwd: string;
	/** The whole environment of the process: nothing is inherited. */
	readonly env: Readonly<Record<string, string>>;
	/** File that receives stdout and stderr, appended. */
	readonly log: string;
}

/** Starts a process that outlives us, in a session of its own; returns its pid, which is its process group's id too. */
export async function detach(command: string, args: readonly string[], options: DetachOptions): Promise<number> {
	const log = await open(options.log, "a", 0o644);
	try {
		const child = execa(command, args, {
			reject: false,
			detached: true,
			cleanup: false,
			extendEnv: false,
			env: { ...options.env },
			cwd: options.cwd,
			stdio: ["ignore", log.fd, log.fd],
		});
		child.unref();
		if (child.pid === undefined) {
			throw infrastructure("cannot-start", `\`${command}\` could not be started`, {
				hint: `is it installed, and is ${options.cwd} readable?`,
			});
		}
		return child.pid;
	} finally {
		await log.close();
	}
}
