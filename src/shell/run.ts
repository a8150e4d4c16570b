import type { ChildProcess } from "node:child_process";
import { execa } from "execa";
import { badInput } from "../kernel/index.ts";
import { endFamily } from "./family.ts";

export interface RunOptions {
	readonly cwd?: string;
	/** Added to the environment that we were started with, unless `extendEnv` is false. `undefined` removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly extendEnv?: boolean;
	readonly input?: string | Uint8Array;
	readonly timeoutMs?: number;
	/** Ended, with all that it started, once it has written nothing for so long. */
	readonly silenceMs?: number | undefined;
	/** Ends it, with all that it started. */
	readonly signal?: AbortSignal | undefined;
}

export interface RunResult {
	/** The exit code; 128 + signal number is not used: see `signal`. 1 when it ended by a signal or a timeout. */
	readonly code: number;
	readonly signal: string | null;
	readonly stdout: Uint8Array;
	readonly stdoutText: string;
	readonly stderr: string;
	/** It wrote nothing for `silenceMs`. */
	readonly fellSilent: boolean;
}

/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	const child = execa(command, args, {
		reject: false,
		encoding: "buffer",
		stripFinalNewline: false,
		maxBuffer: 1 << 30,
		extendEnv: options.extendEnv ?? true,
		env: { ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
		...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
	});
	const watch = watched(child.nodeChildProcess, options);
	const result = await child;
	watch.over();
	refuseMissing(command, result);
	const stdout = new Uint8Array(result.stdout ?? []);
	return {
		code: result.exitCode ?? 1,
		signal: result.signal ?? null,
		stdout,
		get stdoutText() {
			return new TextDecoder().decode(stdout);
		},
		stderr: new TextDecoder().decode(new Uint8Array(result.stderr ?? [])),
		fellSilent: watch.fellSilent,
	};
}

/** Ends it when it is told to, or when it has been silent for too long. */
function watched(child: ChildProcess, { signal, silenceMs }: RunOptions) {
	const pipes = [child.stdout, child.stderr];
	const gone = new Promise((resolve) => child.once("exit", resolve));
	const end = async (): Promise<void> => {
		if (child.pid !== undefined) await endFamily(child.pid, gone);
		// who got away from its family may hold them still
		for (const pipe of pipes) pipe?.destroy();
	};
	const state = {
		fellSilent: false,
		over: (): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", interrupt);
		},
	};
	const interrupt = (): void => void end();
	const giveUp = (): void => {
		state.fellSilent = true;
		void end();
	};
	const timer = silenceMs === undefined ? undefined : setTimeout(giveUp, silenceMs);
	for (const pipe of timer === undefined ? [] : pipes) pipe?.on("data", () => timer?.refresh());
	if (signal?.aborted === true) interrupt();
	signal?.addEventListener("abort", interrupt, { once: true });
	return state;
}

/** The one way in which a program that is not installed is told. */
export function refuseMissing(
	command: string,
	result: { readonly code?: string | undefined; readonly failed: boolean },
): void {
	if (!result.failed || result.code !== "ENOENT") return;
	throw badInput("program-missing", `the program \`${command}\` was not found`, {
		found: "nothing of that name",
		expected: `\`${command}\` on PATH`,
		hint: `install ${command}, or run Mainline where it is installed`,
	});
}
