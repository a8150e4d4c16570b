import { infrastructure } from "../kernel/index.ts";
import { type RunOptions, type RunResult, run } from "../shell/index.ts";
import { wordsOf } from "./trouble.ts";

/** Settings that make git's answers the same everywhere and keep a repository's own configuration from running programs. */
const SETTINGS = [
	"core.quotePath=false",
	"core.fsmonitor=false",
	"core.hooksPath=/dev/null",
	"advice.detachedHead=false",
];
const ALWAYS = SETTINGS.flatMap((setting) => ["-c", setting]);
const GIT_ENV = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_PAGER: "cat" };

/** For `git fetch`: with `fetch.prune` set, as many have it, it would delete every tag that the remote has not, ours that wait among them. */
export const NO_PRUNE = "--no-prune";

/** Runs git in `cwd` and returns whatever it answered. */
export function git(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	return run("git", [...ALWAYS, ...args], { ...options, cwd, env: { ...GIT_ENV, ...options.env } });
}

/** Runs git and returns its standard output without the last line break; a non-zero exit is a Failure with git's own words. */
export async function gitText(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
	const result = await git(cwd, args, options);
	if (result.code !== 0) throw gitFailed(args, result);
	return result.stdoutText.replace(/\n$/, "");
}

export function gitFailed(args: readonly string[], result: RunResult): Error {
	return infrastructure("git-failed", `git ${args[0] ?? ""} failed: ${redactUrl(wordsOf(result))}`, {
		hint: "run the same git command by hand to see more",
	});
}

/** Credentials in a remote's URL must never reach a log. */
export function redactUrl(text: string): string {
	return text.replace(/(https?:\/\/)[^/@\s]+@/g, "$1***@");
}
