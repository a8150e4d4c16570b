import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { PROGRAM } from "../../rig/program.ts";

export interface Ran {
	readonly code: number | null;
	readonly signal: string | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Running {
	readonly ended: Promise<Ran>;
	kill(signal: NodeJS.Signals): void;
	/** Resolves when stderr has said it. */
	said(words: string): Promise<void>;
}

export interface How {
	readonly cwd: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** Another program than the sources, such as the bundle. */
	readonly entry?: string;
}

/** Nothing of this machine's own settings; git knows somebody. */
export const PLAIN_ENV: Readonly<Record<string, string | undefined>> = {
	PATH: process.env["PATH"],
	HOME: "/nonexistent",
	LANG: "C.UTF-8",
	GIT_AUTHOR_NAME: "Ada",
	GIT_AUTHOR_EMAIL: "ada@example.org",
	GIT_COMMITTER_NAME: "Ada",
	GIT_COMMITTER_EMAIL: "ada@example.org",
	GIT_CONFIG_NOSYSTEM: "1",
	// compiled once, not for each of the hundreds of starts
	NODE_COMPILE_CACHE: resolve(import.meta.dirname, "../../../node_modules/.cache/mainline-doors"),
};

/** Starts the program as a user's shell would, without a terminal. */
export function start(args: readonly string[], { cwd, env = {}, entry = PROGRAM }: How): Running {
	const child = spawn(process.execPath, [entry, ...args], {
		cwd,
		env: { ...PLAIN_ENV, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let [stdout, stderr] = ["", ""];
	child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
		stdout += chunk;
	});
	child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
		stderr += chunk;
	});
	const ended = once(child, "close").then(([code, signal]): Ran => ({ code, signal, stdout, stderr }));
	return {
		ended,
		kill: (signal) => child.kill(signal),
		said: async (words) => {
			while (!stderr.includes(words)) {
				if (child.exitCode !== null) throw new Error(`it ended without saying "${words}": ${stderr}`);
				await new Promise((done) => setTimeout(done, 10));
			}
		},
	};
}

export function mainline(args: readonly string[], how: How): Promise<Ran> {
	return start(args, how).ended;
}
