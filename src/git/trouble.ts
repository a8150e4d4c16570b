import type { RunResult } from "../shell/index.ts";

/**
 * What is wrong where git and another machine do not get on: nobody answers; nobody is there, or not for the whole answer; nobody lets us
 * in; or something else, which asking again does not mend.
 */
export type Trouble = "silent" | "passing" | "denied" | "other";

// the words of git, curl and ssh, which are English under `LC_ALL=C`
const TOO_SLOW = /Operation too slow/;
const SILENT = /timed out|connection timeout/i;
const DENIED =
	/(?:HTTP|returned error:) 40[13]\b|Authentication failed|could not read (?:Username|Password)|Permission denied|Host key verification failed/i;
const PASSING = [
	/(?:HTTP|returned error:) (?:429|5\d\d)\b/,
	/resolve host|name resolution/i,
	/Failed to connect|Couldn't connect|Connection (?:refused|reset|closed|was reset|died)|Network is unreachable|No route to host/i,
	/Empty reply|Recv failure|Send failure|transfer closed|stream .* not closed cleanly|RPC failed; curl/,
	/early EOF|hung up unexpectedly|unexpected disconnect|expected flush after|unexpected end of|bytes? of body are still expected/,
	/kex_exchange_identification|banner exchange|Broken pipe/,
];

export function troubleOf({ stderr, timedOut }: RunResult): Trouble {
	if (isOurLimit({ stderr, timedOut }) || SILENT.test(stderr)) return "silent";
	if (DENIED.test(stderr)) return "denied";
	return PASSING.some((words) => words.test(stderr)) ? "passing" : "other";
}

/** Whether it was ended by the limit that it was given, and not by one of the system's. */
export function isOurLimit({ stderr, timedOut }: Pick<RunResult, "stderr" | "timedOut">): boolean {
	return timedOut || TOO_SLOW.test(stderr);
}

/** How git tells that it moves on, and where it does what it was told. */
const PROGRESS =
	/^(?:remote: )?(?:Enumerating|Counting|Compressing|Writing|Receiving|Unpacking|Total|Delta compression|Cloning into|Resolving deltas|Updating|From |POST git-)/;
const LAST_WORDS = 4;

/** What git said last, without how it moved on. */
export function wordsOf({ stderr }: RunResult): string {
	const lines = stderr.split(/[\r\n]/).map((line) => line.trim());
	return lines
		.filter((line) => line !== "" && !PROGRESS.test(line))
		.slice(-LAST_WORDS)
		.join("; ");
}
