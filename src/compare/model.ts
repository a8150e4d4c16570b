import type { Drop } from "../config/index.ts";
import type { Place } from "../kernel/index.ts";
import type { TableChange } from "./shape/change.ts";

/** A leaf as DVC compares it: integers are `bigint`, floats `number`. */
export type Leaf = boolean | bigint | number | string | null;

/** One metric on two sides. `null`: not there on that side. */
export interface MetricRow {
	readonly file: string;
	/** Flattened with dots; empty when the file is a single value. */
	readonly name: string;
	readonly base: Leaf;
	readonly head: Leaf;
	/** `head - base` as Python computes it (a boolean counts as 0 or 1); null when one side is not a number. */
	readonly delta: number | bigint | null;
}

/** One parameter on two sides; lists are written as Python's `repr`. */
export interface ParamRow {
	readonly file: string;
	readonly name: string;
	readonly base: Leaf;
	readonly head: Leaf;
}

/** One tracked path (a dependency or output with data) on two sides. */
export interface DataRow {
	readonly path: string;
	readonly change: "new" | "modified" | "deleted" | "renamed" | "unchanged";
	/** `md5:…`, with `.dir` for a directory; null where it is absent. */
	readonly base: string | null;
	readonly head: string | null;
	/** Of `renamed`: where it was. */
	readonly from?: string;
	/** Of a file in a tracked directory: the directory's path. */
	readonly below?: string;
	/** Of a directory whose listings are at hand. */
	readonly files?: { readonly added: number; readonly removed: number; readonly changed: number };
	/** Bytes now less bytes before, where both are recorded. */
	readonly bytes?: number;
	/** Of a table (CSV, JSON lines, Parquet), or a directory of such, that is at hand. */
	readonly table?: TableChange;
}

export type Verdict = "passed" | "failed" | "not-comparable";

/** One gate, judged. */
export interface GateVerdict {
	readonly file: string;
	readonly metric: string;
	readonly better: "higher" | "lower";
	/** The worst of its limits: failed, then not comparable, then passed. */
	readonly verdict: Verdict;
	/** It stands in the way: it failed, or the head could not be judged at all. A missing base alone does not block. */
	readonly blocks: boolean;
	/** In a sentence part, for people. */
	readonly why: string;
	readonly base: Leaf;
	readonly head: Leaf;
	/** `head - base`, exact in decimals; null when there is none. */
	readonly delta: number | null;
	readonly limits: readonly LimitVerdict[];
	readonly at: Place;
	/** Of one that stands in the way: where the change stands that it says no to, as far as that is known. */
	readonly cause?: GateCause;
	/** By whom its "no" to this very value is waived; absent where nobody did. */
	readonly waived?: { readonly by: string; readonly until: string; readonly reason: string };
}

/** A changed parameter that the stages before the metric read; else, without `parameter`, the stage that measures. */
export interface GateCause {
	/** Relative to the DVC root. */
	readonly file: string;
	readonly line: number;
	readonly parameter?: { readonly name: string; readonly base: Leaf; readonly head: Leaf };
}

/** One limit of a gate. */
export interface LimitVerdict {
	readonly kind: "floor" | "drop";
	readonly verdict: Verdict;
	readonly why: string;
	/** The least (`higher`) or most (`lower`) value that passes; null when it cannot be computed. */
	readonly limit: number | null;
	/** As configured, for a drop. */
	readonly drop: Drop | null;
	/** Of a drop: how much of what is allowed was used (1 = all of it, 5 = five times the limit); null where it has no meaning. */
	readonly used: number | null;
}
