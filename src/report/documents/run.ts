import type { Document } from "../../kernel/index.ts";
import type { Why } from "./plan.ts";

export type RunOutcome = "executed" | "restored" | "unchanged" | "failed" | "skipped" | "frozen";

/** `mainline run --json`. */
export interface RunDocument extends Document {
	readonly schema: "mainline.run/1";
	/** True for `--dry`: outcomes are what would happen. */
	readonly dry?: boolean;
	/** Wall time of the whole run. */
	readonly seconds?: number;
	readonly stages: readonly RunStageRow[];
}

export interface RunStageRow {
	readonly address: string;
	readonly outcome: RunOutcome;
	/** Wall time; 0 for what did not execute. */
	readonly seconds: number;
	readonly why?: readonly Why[];
	/** Of `restored`: where the result came from. */
	readonly source?: "lock" | "run-cache";
	/** How often the command was begun, where it was more than once. */
	readonly attempts?: number;
	/** What its command ran in: the program, the image's name, and the digest by which a registry has it. */
	readonly container?: { readonly program: string; readonly image: string; readonly digest: string | null };
	/** Of `failed`: in one line, what happened. */
	readonly message?: string;
	/** Of `failed`: the command's exit code; null when a signal ended it or it never started. */
	readonly exitCode?: number | null;
	/** Of `failed`: where the stage stands, for annotations. */
	readonly file?: string;
	readonly line?: number;
	/** Of `failed`: the last lines that the command wrote. */
	readonly tail?: string;
	/** Of `failed`: the file that holds everything it wrote, relative to the DVC root. */
	readonly log?: string;
	/** Of `skipped`: the stage that failed before it. */
	readonly after?: string;
}
