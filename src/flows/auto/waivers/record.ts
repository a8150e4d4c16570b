import type { Waiver } from "../../../compare/index.ts";
import { badInput, Failure } from "../../../kernel/index.ts";
import {
	check,
	expectInteger,
	expectString,
	listOf,
	mismatch,
	nullable,
	oneOf,
	parseJson,
	type Rule,
	record,
	refine,
	required,
} from "../../../source/index.ts";

/** What a pull request's waivers are kept in: the text of a check of ours on its head. */
export interface WaiverRecord {
	/** The pull request: the same commit may be proposed by somebody else, who must not waive it for himself. */
	readonly pull: number;
	/** When a verdict on this commit stood, ISO 8601: whoever asks later has seen its numbers. */
	readonly seen: string;
	readonly waivers: readonly Waiver[];
}

export const WAIVER_LIMITS = { waivers: 50, reason: 300, name: 300, letters: 60_000, days: 90 } as const;

const SCHEMA = "mainline.waivers/1";
const WHAT = "the record of waivers";

/** The check by which gates are waived. Its name says for which check. */
export function waiverCheckName(checkName: string): string {
	return `${checkName}: waive`;
}

/** In a block of code, which nothing in it can end, nor anybody be called by. */
export function writeRecord(written: WaiverRecord): string {
	const json = JSON.stringify({ schema: SCHEMA, ...written }, null, 1).replaceAll("`", "\\u0060");
	const text = `\`\`\`json\n${json}\n\`\`\`\n`;
	if (text.length <= WAIVER_LIMITS.letters && written.waivers.length <= WAIVER_LIMITS.waivers) return text;
	throw badInput("too-many-waivers", `a pull request has at most ${WAIVER_LIMITS.waivers} waivers`, {
		hint: "take some back, or correct the gates on the base branch",
	});
}

/** Null where there is none that could be ours: nothing of it counts then. */
export function readRecord(text: string | null): WaiverRecord | null {
	const json = /^```json\n([\s\S]*)\n```\s*$/.exec(text ?? "")?.[1];
	if (json === undefined || json.length > WAIVER_LIMITS.letters) return null;
	try {
		const { pull, seen, waivers } = check(parseJson(json, WHAT), root, "waivers-invalid");
		return { pull, seen, waivers };
	} catch (failure) {
		if (failure instanceof Failure && failure.kind === "input") return null;
		throw failure;
	}
}

const words = (most: number): Rule<string> =>
	refine(expectString, (text, node, report) =>
		text.length <= most ? text : mismatch(node, report, `at most ${most} letters`),
	);

const day: Rule<string> = refine(expectString, (text, node, report) =>
	isDay(text) ? text : mismatch(node, report, "a day as YYYY-MM-DD"),
);

const moment: Rule<string> = refine(words(40), (text, node, report) =>
	Number.isNaN(Date.parse(text)) ? mismatch(node, report, "a time") : text,
);

const natural: Rule<number> = refine(expectInteger, (value, node, report) =>
	value > 0n && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : mismatch(node, report, "a number"),
);

const waiver: Rule<Waiver> = refine(
	record("a waiver", {
		file: required(words(WAIVER_LIMITS.name)),
		metric: required(words(WAIVER_LIMITS.name)),
		value: required(words(WAIVER_LIMITS.name)),
		against: required(nullable(words(WAIVER_LIMITS.name))),
		limits: required(words(WAIVER_LIMITS.name)),
		by: required(words(100)),
		reason: required(words(WAIVER_LIMITS.reason)),
		until: required(day),
		at: required(moment),
	}),
	({ file, metric, value, against, limits, by, reason, until, at }) => ({
		file,
		metric,
		value,
		against,
		limits,
		by,
		reason,
		until,
		at,
	}),
);

const root = record(WHAT, {
	schema: required(oneOf(SCHEMA)),
	pull: required(natural),
	seen: required(moment),
	waivers: required(
		refine(listOf(waiver), (all, node, report) =>
			all.length <= WAIVER_LIMITS.waivers ? all : mismatch(node, report, `at most ${WAIVER_LIMITS.waivers} waivers`),
		),
	),
});

/** A day that there is. */
export function isDay(text: string): boolean {
	const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
