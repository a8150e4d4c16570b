import { expectBoolean, expectString, listOf, mismatch, optional, type Rule, record, refine } from "../source/index.ts";
import type { WaiverPolicy } from "./model.ts";

/** Without a word about it: whoever may write, and did not propose the change. */
export const NOBODY_NAMED: WaiverPolicy = { by: null, own: false };

/** As GitHub makes them; those of programs end with `[bot]` and waive nothing. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;

const login: Rule<string> = refine(expectString, (text, node, report) =>
	LOGIN.test(text) ? text : mismatch(node, report, "a login at GitHub, without `@`"),
);

/** The key `waivers:`. An empty list of owners lets nobody waive anything. */
export const waivers: Rule<WaiverPolicy> = refine(
	record("`waivers`", { by: optional(listOf(login)), own: optional(expectBoolean, false) }),
	({ by, own }) => ({ by, own }),
);
