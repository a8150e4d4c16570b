import { Failure, infrastructure, systemClock } from "../kernel/index.ts";
import type { RunOptions, RunResult } from "../shell/index.ts";
import { git, redactUrl } from "./command.ts";
import { type Line, lineTo } from "./line.ts";
import { isOurLimit, type Trouble, troubleOf, wordsOf } from "./trouble.ts";

/** The clone that talks, and what ends its talk. */
export interface Here {
	readonly root: string;
	readonly signal?: AbortSignal | undefined;
}

/** Git's own command where it talks to another machine. */
export interface Talk {
	/** A remote's name, or an address. */
	readonly to: string;
	/** What is asked for, or sent: `tags`. */
	readonly about: string;
	/** The verb first. */
	readonly args: readonly string[];
	readonly options?: RunOptions;
}

/** Tries in all, by what went wrong. What was silent took long each time. */
const TRIES: Readonly<Record<Trouble, number>> = { silent: 2, passing: 3, denied: 1, other: 1 };
const FIRST_WAIT_MS = 500;

/**
 * Asks another machine, and again where that may help; what git wrote to its standard output, without the last line break. Failures
 * `git-silent`, `git-unreachable`, `git-denied`, `git-failed`.
 */
export async function ask(here: Here, talk: Talk): Promise<string> {
	const line = await lineTo(here.root, talk.to);
	for (let tries = 1; ; tries++) {
		const result = await spoken(here, talk, line);
		if (result.code === 0) return result.stdoutText.replace(/\n$/, "");
		const trouble = troubleOf(result);
		if (tries >= TRIES[trouble] || signalOf(here, talk)?.aborted === true)
			throw failureOf(`git could not get ${talk.about} from ${line.host}`, { trouble, result, line, tries });
		await systemClock.sleep(FIRST_WAIT_MS * 3 ** (tries - 1));
	}
}

/** Git's answer to a push, and what is to be thrown where it is no answer to it. */
export interface Sent {
	readonly result: RunResult;
	readonly failure: () => Error;
}

/** Sends something to another machine, once: whether an answer was lost on its way, or the push, only a look there can tell. */
export async function send(here: Here, talk: Talk): Promise<Sent> {
	const line = await lineTo(here.root, talk.to);
	const result = await spoken(here, talk, line);
	const about = { trouble: troubleOf(result), result, line, tries: 1 };
	return { result, failure: () => failureOf(`git could not send ${talk.about} to ${line.host}`, about) };
}

/** Where nobody counts what comes over the line, git has to tell that it moves on. */
function spoken(here: Here, talk: Talk, line: Line): Promise<RunResult> {
	const [verb = "", ...rest] = talk.args;
	const asItIs = line.silenceMs === undefined || verb === "ls-remote";
	const args = asItIs ? [verb, ...rest] : [verb, "--progress", ...rest.filter((word) => word !== "--quiet")];
	const about = { ...talk.options, signal: signalOf(here, talk), silenceMs: line.silenceMs };
	return git(here.root, [...line.settings, ...args], about);
}

function signalOf(here: Here, { options }: Talk): AbortSignal | undefined {
	return options?.signal ?? here.signal;
}

/** Whether it was lost on its way, there or back: what was sent may have been taken all the same. */
export function isLostOnItsWay(cause: unknown): boolean {
	return cause instanceof Failure && (cause.code === CODES.silent || cause.code === CODES.passing);
}

interface Mishap {
	readonly trouble: Trouble;
	readonly result: RunResult;
	readonly line: Line;
	readonly tries: number;
}

const CODES = { silent: "git-silent", passing: "git-unreachable", denied: "git-denied", other: "git-failed" } as const;
const AGAIN =
	"see to the network, the proxy and whoever runs that host, then run again: what is done already is not done twice";
const HINTS: Readonly<Record<Trouble, string>> = {
	silent: AGAIN,
	passing: AGAIN,
	denied: "see to what git logs in by there: it is missing, it has ended, or it may not do this",
	other: "run the same git command by hand to see more",
};

function failureOf(lead: string, { trouble, result, line, tries }: Mishap): Error {
	const said = isOurLimit(result) ? `no answer for ${line.patience} s` : redactUrl(wordsOf(result));
	const tried = tries === 1 ? "" : ` (tried ${tries} times)`;
	return infrastructure(CODES[trouble], `${lead}: ${said}${tried}`, { hint: HINTS[trouble] });
}
