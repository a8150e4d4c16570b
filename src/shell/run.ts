import { execa } from "execa";
import { badInput } from "../kernel/index.ts";

export interface RunOptions {
	readonly cwd?: string;
	/** Added to the environment that we were started with, unless `extendEnv` is false. `undefined` removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly extendEnv?: boolean;
	readonly input?: string | Uint8Array;
	readonly timeoutMs?: number;
	readonly signal?: AbortSignal;
}

export interface RunResult {
	/** The exit code; 128 + signal number is not used: see `signal`. 1 when it ended by a signal or a timeout. */
	readonly code: number;
	readonly signal: string | null;
	readonly stdout: Uint8Array;
	readonly stdoutText: string;
	readonly stderr: string;
}

/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	const result = await execa(command, args, {
		reject: false,
		encoding: "buffer",
		stripFinalNewline: false,
		maxBuffer: 1 << 30,
		extendEnv: options.extendEnv ?? true,
		env: { ...options.env },
		...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
		...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
		...(options.signal === undefined ? {} : { cancelSignal: options.signal, forceKillAfterDelay: 1500 }),
	});
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
	};
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
