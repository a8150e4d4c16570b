import type { ChildProcess } from "node:child_process";
import { execa } from "execa";
import { endFamily } from "./family.ts";
import { refuseMissing } from "./missing.ts";

export interface RunOptions {
	readonly cwd?: string;
	/** Added to the environment that we were started with. `undefined` removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly input?: string | Uint8Array;
	/** After so long it is ended, with all that it started. */
	readonly timeoutMs?: number | undefined;
	/** The same after so long without a word of it. */
	readonly silenceMs?: number | undefined;
	/** Ends it, with all that it started. */
	readonly signal?: AbortSignal | undefined;
}

export interface RunResult {
	/** The exit code; 128 + signal number is not used: see `signal`. 1 when it ended by a signal or a timeout. */
	readonly code: number;
	readonly signal: string | null;
	/** It was ended by `timeoutMs` or `silenceMs`. */
	readonly timedOut: boolean;
	readonly stdout: Uint8Array;
	readonly stdoutText: string;
	readonly stderr: string;
}

/** Longer waits are more than a timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;

/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	const child = execa(command, args, {
		reject: false,
		encoding: "buffer",
		stripFinalNewline: false,
		maxBuffer: 1 << 30,
		env: { ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
	});
	const watch = watched(child.nodeChildProcess, options);
	const result = await child;
	await watch.over();
	refuseMissing(command, result);
	const stdout = new Uint8Array(result.stdout ?? []);
	return {
		code: result.exitCode ?? 1,
		signal: result.signal ?? null,
		timedOut: watch.timedOut,
		stdout,
		get stdoutText() {
			return new TextDecoder().decode(stdout);
		},
		stderr: new TextDecoder().decode(new Uint8Array(result.stderr ?? [])),
	};
}

/** Ends it when it is told to, when its time is over, or when it has been silent for too long. */
function watched(child: ChildProcess, { signal, timeoutMs, silenceMs }: RunOptions) {
	const pipes = [child.stdout, child.stderr];
	const gone = new Promise((resolve) => child.once("exit", resolve));
	let ending: Promise<void> | undefined;
	const end = async (): Promise<void> => {
		if (child.pid !== undefined) await endFamily(child.pid, gone);
		// who got away from its family may hold them still
		for (const pipe of pipes) pipe?.destroy();
	};
	const interrupt = (): void => {
		ending ??= end();
	};
	const giveUp = (): void => {
		state.timedOut = true;
		interrupt();
	};
	const [late, silent] = [timeoutMs, silenceMs].map((ms) =>
		ms === undefined ? undefined : setTimeout(giveUp, Math.min(ms, LONGEST_MS)),
	);
	const state = {
		timedOut: false,
		over: async (): Promise<void> => {
			clearTimeout(late);
			clearTimeout(silent);
			signal?.removeEventListener("abort", interrupt);
			await ending;
		},
	};
	for (const pipe of pipes) if (silent !== undefined) pipe?.on("data", () => silent.refresh());
	if (signal?.aborted === true) interrupt();
	signal?.addEventListener("abort", interrupt, { once: true });
	return state;
}
