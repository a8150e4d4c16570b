import type { DataRow, MetricRow, ParamRow } from "../../compare/index.ts";
import type { Document } from "../../kernel/index.ts";

/** One side of a comparison. */
export interface SideName {
	/** As it was asked for: `main`, `HEAD`, `workspace`. */
	readonly name: string;
	/** Full commit id; null for the workspace. */
	readonly commit: string | null;
}

/** `mainline diff --json`: rows only for what changed, unless `--all` was given. */
export interface DiffDocument extends Document {
	readonly schema: "mainline.diff/1";
	readonly base: SideName;
	readonly head: SideName;
	readonly metrics: readonly MetricRow[];
	readonly params: readonly ParamRow[];
	readonly data: readonly DataRow[];
	/** What could not be read on one side: the comparison is poorer for it. */
	readonly warnings: readonly string[];
}
