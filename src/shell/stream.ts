import { execa } from "execa";
import { refuseMissing } from "./run.ts";

export interface StreamOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
	/** stdout and stderr as they come. */
	onOutput(chunk: Uint8Array): void;
}

export interface StreamResult {
	readonly code: number;
	readonly signal: string | null;
}

/** How long a process group may take to end after TERM before it is killed; the whole program must be gone within two seconds. */
const GRACE_MS = 1500;

/**
 * Runs a program as the leader of its own process group and hands its output on as it comes. When `signal` fires the
 * whole group gets TERM, then KILL: a training script's own children must not outlive it.
 */
export async function stream(command: string, args: readonly string[], options: StreamOptions): Promise<StreamResult> {
	const child = execa(command, args, {
		reject: false,
		detached: true,
		cleanup: true,
		buffer: false,
		encoding: "buffer",
		stdin: "ignore",
		env: { ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
	});
	child.nodeChildProcess.stdout?.on("data", (chunk: Uint8Array) => options.onOutput(chunk));
	child.nodeChildProcess.stderr?.on("data", (chunk: Uint8Array) => options.onOutput(chunk));
	const stop = (): void => endGroup(child.nodeChildProcess.pid);
	if (options.signal?.aborted === true) stop();
	options.signal?.addEventListener("abort", stop, { once: true });
	try {
		const result = await child;
		refuseMissing(command, result);
		return { code: result.exitCode ?? 1, signal: result.signal ?? null };
	} finally {
		options.signal?.removeEventListener("abort", stop);
	}
}

function endGroup(pid: number | undefined): void {
	if (pid === undefined) return;
	killGroup(pid, "SIGTERM");
	setTimeout(() => killGroup(pid, "SIGKILL"), GRACE_MS).unref();
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// the group is gone already
	}
}
