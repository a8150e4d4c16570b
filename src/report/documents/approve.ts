import type { Document } from "../../kernel/index.ts";

/** What came of an approval: by a comment, or the action's `command: approve`. */
export interface ApproveDocument extends Document {
	readonly schema: "mainline.approve/1";
	readonly model: string;
	readonly environment: string;
	readonly version: string;
	/** The image that is approved. */
	readonly digest: string | null;
	/** `approved`: written down. `kept`: he had approved it before. `refused`: his yes does not count. */
	readonly outcome: "approved" | "kept" | "refused";
	/** Of `refused`: why. */
	readonly reason: string;
	/** Of `kept`: why those who only read the record do not count it, and what to do; else empty. */
	readonly note: string;
	/** Those that are recorded for the version, his among them. */
	readonly approvals: readonly { readonly by: string; readonly at: string }[];
	/** How many a promotion waits for. */
	readonly needed: number;
	/** The tag that records it; null when none was written. */
	readonly tag: string | null;
}
