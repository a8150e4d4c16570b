import type { ChildProcess } from "node:child_process";
import { execa } from "execa";
import { endGroup } from "./group.ts";
import { refuseMissing } from "./missing.ts";

export interface StreamOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
	/** After so long the whole group is ended, with more time to end well than `signal` gives. */
	readonly timeoutMs?: number;
	/** Told the group's id; the returned function is called when it is over. */
	onStart?(group: number): () => void;
	/** stdout and stderr as they come. */
	onOutput(chunk: Uint8Array): void;
	/** Ends what the program stands for, where signals to its group would not; never throws. What is left of the group is killed then. */
	readonly end?: (ending: Ending) => Promise<void>;
}

/** Something is to come to its end. */
export interface Ending {
	/** How long it may take. */
	readonly graceMs: number;
	/** Fulfilled when the program that was started is gone. */
	readonly gone: Promise<void>;
	/** Kills that program, and its group. */
	readonly kill: () => void;
}

export interface StreamResult {
	readonly code: number;
	readonly signal: string | null;
	/** It was ended by `timeoutMs`. */
	readonly timedOut: boolean;
}

/** How long a process group may take to end after TERM before it is killed; the whole program must be gone within two seconds. */
const GRACE_MS = 1500;
/** The same after a timeout: a training may want to write down where it was. */
const LAST_WORDS_MS = 10_000;
/** What a program wrote last may still be on its way when it is gone. */
const DRAIN_MS = 1000;
/** Longer waits are more than a timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Runs a program as the leader of its own process group and hands its output on as it comes. When `signal` fires, or the
 * time is over, the whole group gets TERM, then KILL: a training script's own children must not outlive it.
 */
export async function stream(command: string, args: readonly string[], options: StreamOptions): Promise<StreamResult> {
	const child = execa(command, args, {
		reject: false,
		detached: true,
		cleanup: true,
		buffer: false,
		encoding: "buffer",
		env: { ...options.env },
		stdin: "ignore",
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
	});
	const { nodeChildProcess } = child;
	const { pid } = nodeChildProcess;
	const gone = new Promise<void>((resolve) => {
		nodeChildProcess.once("exit", () => resolve());
	});
	const end = stopper(pid, options, gone);
	for (const pipe of [nodeChildProcess.stdout, nodeChildProcess.stderr]) {
		pipe?.on("data", (chunk: Uint8Array) => options.onOutput(chunk));
	}
	const over = pid === undefined ? undefined : options.onStart?.(pid);
	try {
		const result = await Promise.race([child, leaderGone(nodeChildProcess)]);
		refuseMissing(command, result);
		return { code: result.exitCode ?? 1, signal: result.signal ?? null, timedOut: end.timedOut };
	} finally {
		await end.settle();
		over?.();
		// what the program left behind may hold its pipes: nobody hears it, and nothing waits for it
		for (const pipe of [nodeChildProcess.stdout, nodeChildProcess.stderr]) unrefStream(pipe);
	}
}

interface Ended {
	readonly exitCode?: number | null | undefined;
	readonly signal?: string | null | undefined;
	readonly failed: boolean;
	readonly code?: string | undefined;
}

/** A program that ended has ended, as for DVC, although something that it left behind may hold its pipes for ever. */
async function leaderGone(child: ChildProcess): Promise<Ended> {
	const [exitCode, signal] = await new Promise<[number | null, string | null]>((resolve) => {
		child.once("exit", (code, name) => resolve([code, name]));
	});
	await new Promise((resolve) => {
		// the pipes keep us here meanwhile
		const timer = setTimeout(resolve, DRAIN_MS).unref();
		child.once("close", () => {
			clearTimeout(timer);
			resolve(null);
		});
	});
	return { exitCode, signal, failed: false };
}

/** A pipe to a child is a socket, which can stop keeping Node alive; the stream types do not say so. */
function unrefStream(pipe: object | null): void {
	(pipe as { unref?: () => void } | null)?.unref?.();
}

/** Ends the group when it is asked to, or when its time is over; what is asked later never makes it slower. */
function stopper(pid: number | undefined, options: StreamOptions, gone: Promise<void>) {
	const { signal, timeoutMs, end } = options;
	const stopping: Promise<void>[] = [];
	const kill = (): void => void endGroup(pid, 0);
	const stop = (graceMs: number): void => {
		stopping.push(end === undefined ? endGroup(pid, graceMs) : end({ graceMs, gone, kill }));
	};
	const interrupt = (): void => stop(GRACE_MS);
	const timeout = (): void => {
		state.timedOut = true;
		stop(LAST_WORDS_MS);
	};
	const timer = timeoutMs === undefined ? undefined : setTimeout(timeout, Math.min(timeoutMs, LONGEST_MS));
	const state = {
		timedOut: false,
		settle: async (): Promise<void> => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", interrupt);
			await Promise.all(stopping);
		},
	};
	if (signal?.aborted === true) interrupt();
	signal?.addEventListener("abort", interrupt, { once: true });
	return state;
}
