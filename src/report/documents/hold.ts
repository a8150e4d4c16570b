import type { Document } from "../../kernel/index.ts";

/** `mainline hold --json` and `mainline unhold --json`. */
export interface HoldDocument extends Document {
	readonly schema: "mainline.hold/1" | "mainline.unhold/1";
	/** True for `--plan`. */
	readonly plan: boolean;
	readonly model: string;
	readonly environment: string;
	/** What is held there. */
	readonly version: string;
	/** `held`, `released`: written down. `kept`: it was so already. `planned`: would be written. */
	readonly outcome: "held" | "released" | "kept" | "planned";
	/** Why it is on hold afterwards; null when it is not. */
	readonly hold: string | null;
	/** The tag that records it; null when none was written. */
	readonly tag: string | null;
}
