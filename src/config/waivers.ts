import { expectBoolean, listOf, optional, type Rule, record, refine } from "../source/index.ts";
import type { WaiverPolicy } from "./model.ts";
import { named } from "./people.ts";

/** Without a word about it: whoever may write, and did not propose the change. */
export const NOBODY_NAMED: WaiverPolicy = { by: null, own: false };

/** The key `waivers:`. An empty list of owners lets nobody waive anything. */
export const waivers: Rule<WaiverPolicy> = refine(
	record("`waivers`", { by: optional(listOf(named)), own: optional(expectBoolean, false) }),
	({ by, own }) => ({ by, own }),
);
