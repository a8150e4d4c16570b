import type { Document } from "../../kernel/index.ts";

/** `mainline doctor --json`. */
export interface DoctorDocument extends Document {
	readonly schema: "mainline.doctor/1";
	readonly findings: readonly Finding[];
	/** What was looked at and is as it should be, a sentence part each. */
	readonly fine: readonly string[];
}

export interface Finding {
	/** Stable, kebab-case. */
	readonly code: string;
	/** A `problem` keeps something from working; `advice` makes it better. */
	readonly level: "problem" | "advice";
	/** One sentence. */
	readonly says: string;
	readonly why: string;
	/** The exact fix: a command to paste, or what to write where. */
	readonly fix: string;
}
