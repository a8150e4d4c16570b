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
const POLL_MS = 20;

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
	const stopping: Promise<void>[] = [];
	const stop = (): void => {
		if (stopping.length === 0) stopping.push(endGroup(child.nodeChildProcess.pid));
	};
	if (options.signal?.aborted === true) stop();
	options.signal?.addEventListener("abort", stop, { once: true });
	try {
		const result = await child;
		refuseMissing(command, result);
		return { code: result.exitCode ?? 1, signal: result.signal ?? null };
	} finally {
		options.signal?.removeEventListener("abort", stop);
		await Promise.all(stopping);
	}
}

/** Ends a whole group: the leader may go at once while a child of its own, that ignores TERM, stays. */
async function endGroup(pid: number | undefined): Promise<void> {
	if (pid === undefined) return;
	let isOver = false;
	const timer = setTimeout(() => {
		isOver = true;
	}, GRACE_MS);
	for (let there = signalGroup(pid, "SIGTERM"); there && !isOver; there = signalGroup(pid, 0)) {
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	clearTimeout(timer);
	signalGroup(pid, "SIGKILL");
}

/** False when the group is gone. Signal 0 only asks. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}
