import { basename } from "node:path";
import type { Stage } from "../manifest/index.ts";
import { run, stream } from "../shell/index.ts";
import type { Berth, Start } from "./container/containers.ts";
import type { Workshop } from "./model.ts";
import type { StageLog } from "./stage-log.ts";
import { Tail } from "./tail.ts";

/** Where Python's `str.splitlines` breaks: at every break that Unicode knows. */
const BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";
const LINE_BREAK = new RegExp(`\r\n|[${BREAKS}]`);

export interface CommandFailure {
	readonly command: string;
	/** Null when a signal ended it. */
	readonly code: number | null;
	readonly signal: string | null;
	/** It took longer than the stage may. */
	readonly timedOut: boolean;
	readonly tail: string;
}

/** How a stage's commands are run. */
export interface Attempt {
	/** Beside those that DVC gives. */
	readonly variables: Readonly<Record<string, string>>;
	readonly log: StageLog;
	/** Where they run; null: on the machine itself. */
	readonly berth: Berth | null;
}

/**
 * Runs a stage's commands one after the other, each in a shell of its own, as DVC does: a text line by line, a list item
 * by item. Null when all ended well; the first that does not is the last.
 */
export async function runCommands(stage: Stage, shop: Workshop, attempt: Attempt): Promise<CommandFailure | null> {
	const tail = new Tail();
	const hear = listener(shop, attempt.log, tail);
	const timeLeft = stopwatch(shop, stage.needs?.timeoutMs ?? null);
	const startOf =
		attempt.berth?.start ?? (await onMachine(shop, { ...variablesOf(stage, shop), ...attempt.variables }));
	try {
		for (const command of commandsOf(stage.cmd)) {
			shop.progress.say(`> ${command}`);
			const { program, args, env, end } = startOf(command);
			const { code, signal, timedOut } = await stream(program, args, {
				cwd: `${shop.root}/${stage.wdir}`,
				env,
				signal: shop.signal,
				onStart: (group) => shop.access.watch(group),
				onOutput: hear.onOutput,
				...(end === undefined ? {} : { end }),
				...timeLeft(),
			});
			if (code !== 0 || signal !== null || timedOut || shop.signal.aborted) {
				return { command, code: signal === null ? code : null, signal, timedOut, tail: tail.text };
			}
		}
		return null;
	} finally {
		hear.end();
	}
}

/** What DVC tells a command of itself. */
export function variablesOf(stage: Stage, { root }: Pick<Workshop, "root">): Record<string, string> {
	return { DVC_ROOT: root, DVC_STAGE: stage.address };
}

async function onMachine({ shell }: Workshop, env: Start["env"]): Promise<(command: string) => Start> {
	const flags = await shellFlags(shell);
	return (command) => ({ program: shell, args: [...flags, "-c", command], env });
}

/** What a command leaves behind may go on writing when the stage is over: nobody hears it then. */
function listener({ progress }: Workshop, log: StageLog, tail: Tail) {
	let isOver = false;
	return {
		onOutput: (chunk: Uint8Array): void => {
			if (isOver) return;
			tail.add(chunk);
			log.write(chunk);
			progress.output(chunk);
		},
		end: (): void => {
			isOver = true;
		},
	};
}

/** All commands of an attempt share one time. */
function stopwatch({ clock }: Workshop, timeoutMs: number | null): () => { timeoutMs?: number } {
	const start = clock.monotonic();
	return () => (timeoutMs === null ? {} : { timeoutMs: Math.max(1, timeoutMs - (clock.monotonic() - start)) });
}

export function commandsOf(cmd: Stage["cmd"]): readonly string[] {
	if (cmd === null) return [];
	if (typeof cmd !== "string") return cmd;
	const lines = cmd.split(LINE_BREAK);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

/** Keeps the user's own configuration files from changing what a command means. */
async function shellFlags(shell: string): Promise<readonly string[]> {
	const name = basename(shell).toLowerCase();
	if (name === "zsh") return ["--no-rcs"];
	if (name === "bash") return ["--noprofile", "--norc"];
	if (name !== "fish") return [];
	return (await fishKnowsNoConfig(shell)) ? ["--no-config"] : [];
}

/** Since fish 3.3. */
async function fishKnowsNoConfig(shell: string): Promise<boolean> {
	const { stdoutText } = await run(shell, ["--version"]);
	const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(stdoutText) ?? [];
	return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3);
}
