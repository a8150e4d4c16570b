import { didYouMean } from "../../../source/index.ts";

/** What somebody asks for below a pull request. */
export type Ask =
	| { readonly verb: "help" | "status" | "plan" | "gate" | "cancel" }
	/** `sha`: the commit that the one who asks has looked at; null where he names none. */
	| { readonly verb: "run"; readonly sha: string | null; readonly stages: readonly string[] }
	| { readonly verb: "retry"; readonly sha: string | null }
	| { readonly verb: "diff"; readonly rev: string | null }
	| { readonly verb: "waive"; readonly metric: string; readonly reason: string; readonly until: string }
	| { readonly verb: "unwaive"; readonly metric: string }
	| (Moved & { readonly verb: "promote"; readonly version: string | null; readonly breakFreeze: string | null })
	| (Moved & { readonly verb: "approve"; readonly version: string | null })
	| (Moved & { readonly verb: "rollback"; readonly to: string | null })
	| (Moved & { readonly verb: "hold" | "unhold" });

interface Moved {
	/** Null where there is only one. */
	readonly model: string | null;
	readonly environment: string | null;
	readonly reason: string | null;
}

/** A command that nobody can carry out. */
export interface Mistake {
	readonly verb: "mistake";
	readonly said: string;
	/** What may have been meant; null when nothing comes near. */
	readonly hint: string | null;
}

interface VerbWords {
	/** How it is written. */
	readonly usage: string;
	/** What it does. */
	readonly says: string;
	/** The most words after it; absent: none. */
	readonly most?: number;
	/** What may be given by `name=`. */
	readonly named?: readonly string[];
}

/** In the order of `help`. */
export const VERBS = {
	help: { usage: "help", says: "these lines" },
	plan: { usage: "plan", says: "looks at the pull request anew, and writes the report" },
	gate: { usage: "gate", says: "the same: what the gates say of what is known" },
	diff: { usage: "diff [REVISION]", says: "metrics, parameters and data against a commit, tag or branch", most: 1 },
	run: {
		usage: "run [COMMIT] [STAGE …]",
		says: "runs what is stale, or of it these stages and what they need; of a fork, the COMMIT that you have read",
		most: 21,
	},
	retry: { usage: "retry [COMMIT]", says: "runs it again after a failure or a cancellation", most: 1 },
	cancel: { usage: "cancel", says: "ends what runs for this pull request" },
	waive: {
		usage: 'waive METRIC reason="…" until=YYYY-MM-DD',
		says: "lets pass what a gate says no to, this value of it",
		most: 1,
		named: ["reason", "until"],
	},
	unwaive: { usage: "unwaive METRIC", says: "takes that back", most: 1 },
	status: { usage: "status", says: "what runs in which environment" },
	promote: {
		usage: 'promote ENVIRONMENT [VERSION] [model=NAME] [reason="…"] [break-freeze="…"]',
		says: "brings a version into an environment; though it is frozen, with a word why",
		most: 2,
		named: ["reason", "model", "break-freeze"],
	},
	approve: {
		usage: "approve ENVIRONMENT [VERSION] [model=NAME]",
		says: "says yes to a version's promotion, where that is waited for",
		most: 2,
		named: ["model"],
	},
	rollback: {
		usage: 'rollback ENVIRONMENT [VERSION] [model=NAME] [reason="…"]',
		says: "brings back what an environment held before",
		most: 2,
		named: ["reason", "model"],
	},
	hold: {
		usage: 'hold ENVIRONMENT [model=NAME] [reason="…"]',
		says: "lets nothing into an environment but what a person brings there",
		most: 1,
		named: ["reason", "model"],
	},
	unhold: {
		usage: 'unhold ENVIRONMENT [model=NAME] [reason="…"]',
		says: "ends that",
		most: 1,
		named: ["reason", "model"],
	},
} as const satisfies Record<Ask["verb"], VerbWords>;

export type Verb = keyof typeof VERBS;

const LONGEST = 500;
/** A word, or `name="words"`, or `name=word`. */
const WORD = /([a-z][a-z-]*)="([^"]*)"|([a-z][a-z-]*)=(\S+)|(\S+)/gy;
/** A stage's address, as `mainline plan` shows it. */
const STAGE = /^[\w./:@+-]{1,200}$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The command in a comment: its first line, from the first letter on. Quotes, code and everything below are none. Null for
 * a comment that asks for nothing. Only plain letters count: what looks like one and is another is a mistake.
 */
export function parseAsk(body: string, prefix: string): Ask | Mistake | null {
	const [line = ""] = body.split(/\r?\n/, 1);
	const asked = line.trimEnd();
	if (asked !== prefix && !asked.startsWith(`${prefix} `)) return null;
	if (asked.length > LONGEST) return mistake(`a command has at most ${LONGEST} letters`);
	const rest = asked.slice(prefix.length).trim();
	if (!/^[\x20-\x7e]*$/.test(rest.replace(/"[^"]*"/g, ""))) return mistake("only plain letters make a command");
	const words = wordsOf(rest);
	if (words === null) return mistake("a quote does not end");
	const [verb = "help", ...operands] = words.plain;
	if (!isVerb(verb)) return mistake(`there is no command \`${verb}\``, didYouMean(verb, Object.keys(VERBS)));
	return ask(verb, operands, words.named);
}

interface Words {
	readonly plain: readonly string[];
	readonly named: ReadonlyMap<string, string>;
}

function wordsOf(text: string): Words | null {
	const plain: string[] = [];
	const named = new Map<string, string>();
	const pattern = new RegExp(WORD);
	for (let at = 0; at < text.length; ) {
		if (text[at] === " ") {
			at++;
			continue;
		}
		pattern.lastIndex = at;
		const [found = "", quoted, words = "", bare, word = "", single] = pattern.exec(text) ?? [];
		if (found === "" || (single ?? word).includes('"')) return null;
		if (quoted !== undefined) named.set(quoted, words);
		else if (bare !== undefined) named.set(bare, word);
		else plain.push(single ?? "");
		at += found.length;
	}
	return { plain, named };
}

function ask(verb: Verb, operands: readonly string[], named: ReadonlyMap<string, string>): Ask | Mistake {
	const words: VerbWords = VERBS[verb];
	const usage = `it is written \`${words.usage}\``;
	const odd = [...named.keys()].find((name) => words.named?.includes(name) !== true);
	if (odd !== undefined) return mistake(`\`${verb}\` takes no \`${odd}=\``, usage);
	if (operands.length > (words.most ?? 0)) return mistake(`\`${verb}\` takes fewer words`, usage);
	const [first = null, second = null] = operands;
	const reason = named.get("reason") ?? null;
	const model = named.get("model") ?? null;
	switch (verb) {
		case "promote": {
			const breakFreeze = named.get("break-freeze") ?? null;
			if (breakFreeze !== null && breakFreeze.trim() === "")
				return mistake("a freeze is not broken without a reason", usage);
			return { verb, model, environment: first, version: second, reason, breakFreeze };
		}
		case "approve":
			return { verb, model, environment: first, version: second, reason };
		case "rollback":
			return { verb, model, environment: first, to: second, reason };
		case "hold":
		case "unhold":
			return { verb, model, environment: first, reason };
		case "run": {
			const sha = first !== null && COMMIT.test(first) ? first : null;
			const stages = sha === null ? operands : operands.slice(1);
			const odd = stages.find((stage) => !STAGE.test(stage));
			return odd === undefined ? { verb, sha, stages } : mistake(`\`${odd}\` is neither a commit nor a stage`, usage);
		}
		case "retry":
			if (first !== null && !COMMIT.test(first)) return mistake("a commit is named by all of its hex digits", usage);
			return { verb, sha: first };
		case "diff":
			return { verb, rev: first };
		case "waive": {
			const until = named.get("until") ?? "";
			if (first === null || (reason ?? "").trim() === "" || until === "")
				return mistake("a waiver names a metric, says why, and until when", usage);
			return { verb, metric: first, reason: reason ?? "", until };
		}
		case "unwaive":
			return first === null ? mistake("which metric?", usage) : { verb, metric: first };
		default:
			return { verb };
	}
}

function mistake(said: string, hint: string | null = null): Mistake {
	return { verb: "mistake", said, hint };
}

function isVerb(word: string): word is Verb {
	return Object.hasOwn(VERBS, word);
}

/** All commands, a line each. */
export function helpText(prefix: string): string {
	const rows = Object.values(VERBS).map(({ usage, says }) => ({ line: `${prefix} ${usage}`, says }));
	const width = Math.max(...rows.map(({ line }) => line.length));
	return rows.map(({ line, says }) => `${line.padEnd(width)}  ${says}`).join("\n");
}
