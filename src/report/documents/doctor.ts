import type { Document } from "../../kernel/index.ts";

/** `mainline doctor --json`. */
export interface DoctorDocument extends Document {
	readonly schema: "mainline.doctor/1";
	/** The worst first. */
	readonly findings: readonly Finding[];
	/** What was looked at and is as it should be, a sentence part each. */
	readonly fine: readonly string[];
	/** What could not be looked at. */
	readonly unseen: readonly Unseen[];
}

export interface Finding {
	/** Stable, kebab-case. */
	readonly code: string;
	/** `danger`: somebody could take over what is yours; a `problem` keeps something from working; `advice` makes it better. */
	readonly level: "danger" | "problem" | "advice";
	/** One sentence. */
	readonly says: string;
	readonly why: string;
	/** The exact fix: a command to paste, or what to write where. */
	readonly fix: string;
}

export interface Unseen {
	/** `the runners`. */
	readonly what: string;
	/** What it would take, as a sentence part: `needs admin rights`. */
	readonly because: string;
}
