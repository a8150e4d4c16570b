import type { VersionState } from "../release/index.ts";
import type { Approval } from "./approvals.ts";
import type { EnvironmentState, ModelState } from "./state.ts";

/** One question that a promotion has to pass, with its answer in words. */
export interface Predicate {
	readonly name:
		| "image"
		| "rejection"
		| "after"
		| "soak"
		| "by-hand"
		| "approval"
		| "freeze"
		| "hold"
		| "forward"
		| "failed"
		| "replaces";
	readonly holds: boolean;
	/** What was found, as a sentence part: `v0.2.0 is in dev`. */
	readonly reason: string;
	/** It does not hold, and the one who asks passes over it (`--force`, or an explicit act that may). */
	readonly waived: boolean;
}

export interface PromotionQuestion {
	readonly state: ModelState;
	readonly environment: EnvironmentState;
	readonly version: VersionState;
	readonly now: Date;
	/** `automatic`: policy alone. `explicit`: a person asked. `force`: a person who knows better. */
	readonly asked: "automatic" | "explicit" | "force";
	/** When a person did; absent: just now. What was rejected or put on hold since, he could not have known, and does not pass over. */
	readonly askedAt?: Date;
	/** Whether the environment it comes from answers well just now; absent when nobody looked. */
	readonly healthyUpstream?: boolean;
	/** Since when its target has run it without a break; null where that cannot tell, absent when nobody looked. */
	readonly upSince?: Date | null;
	/** The approvals that count; absent: those that are recorded. */
	readonly approvals?: readonly Approval[];
	/** Why others that are recorded do not, a sentence part for each. */
	readonly uncounted?: readonly string[];
	/** Somebody said why it has to be, although the environment is frozen. */
	readonly breaksFreeze?: boolean;
	/** The main line declares the version anew, which lifts its rejection. */
	readonly reinstates?: boolean;
	/** False: what failed there is not tried again, as nobody is there to see it fail. Absent: it is. */
	readonly retries?: boolean;
	/** Name of the assignment's tag that the asker saw in effect (null: none); absent when it does not matter. */
	readonly replaces?: string | null;
}
