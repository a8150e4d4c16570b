import { execa } from "execa";
import { refuseMissing } from "./missing.ts";
import { stream } from "./stream.ts";

export interface RunOptions {
	readonly cwd?: string;
	/** Added to the environment that we were started with, unless `extendEnv` is false. `undefined` removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly extendEnv?: boolean;
	readonly input?: string | Uint8Array;
	/** After so long it is ended, with all that it started. */
	readonly timeoutMs?: number;
	/** The same after so long without a word of it. */
	readonly silenceMs?: number;
	readonly signal?: AbortSignal;
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

/** How long what is out of time may take to end well. */
const LAST_WORDS_MS = 2000;

/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	const isLimited = options.timeoutMs !== undefined || options.silenceMs !== undefined;
	return isLimited ? runLimited(command, args, options) : runToItsEnd(command, args, options);
}

async function runToItsEnd(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
	const result = await execa(command, args, {
		reject: false,
		encoding: "buffer",
		stripFinalNewline: false,
		maxBuffer: 1 << 30,
		extendEnv: options.extendEnv ?? true,
		env: { ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
		...(options.signal === undefined ? {} : { cancelSignal: options.signal, forceKillAfterDelay: 1500 }),
	});
	refuseMissing(command, result);
	const ended = { code: result.exitCode ?? 1, signal: result.signal ?? null, timedOut: false };
	return said(ended, new Uint8Array(result.stdout ?? []), new Uint8Array(result.stderr ?? []));
}

/** In a process group of its own: what the program started may hold its pipes, and would be waited for. */
async function runLimited(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
	const chunks = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
	const onOutput = (chunk: Uint8Array, from: keyof typeof chunks): void => void chunks[from].push(chunk);
	const ended = await stream(command, args, { ...options, lastWordsMs: LAST_WORDS_MS, onOutput });
	return said(ended, Buffer.concat(chunks.stdout), Buffer.concat(chunks.stderr));
}

type Ended = Pick<RunResult, "code" | "signal" | "timedOut">;

function said(ended: Ended, stdout: Uint8Array, stderr: Uint8Array): RunResult {
	return {
		...ended,
		stdout,
		get stdoutText() {
			return new TextDecoder().decode(stdout);
		},
		stderr: new TextDecoder().decode(stderr),
	};
}
