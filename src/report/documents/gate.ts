import type { GateVerdict } from "../../compare/index.ts";
import type { Document } from "../../kernel/index.ts";
import type { SideName } from "./diff.ts";

/** `mainline gate --json`. `verdict`: failed when one failed; not-comparable when none could be judged; none without gates. */
export interface GateDocument extends Document {
	readonly schema: "mainline.gate/1";
	readonly verdict: "passed" | "failed" | "not-comparable" | "none";
	/** Null when there is nothing to compare with. */
	readonly base: SideName | null;
	readonly head: SideName;
	readonly gates: readonly GateVerdict[];
	readonly warnings: readonly string[];
}
