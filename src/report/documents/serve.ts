import type { Document } from "../../kernel/index.ts";

/** `mainline serve --json`, when the server has ended. */
export interface ServeDocument extends Document {
	readonly schema: "mainline.serve/1";
	readonly model: string;
	/** Where the model lies, relative to the DVC root. */
	readonly path: string;
	/** What was run there. */
	readonly command: readonly string[];
	readonly url: string;
	/** Whether it ever answered that it was ready. */
	readonly ready: boolean;
	/** Of the server; null when it was ended by a signal. */
	readonly exitCode: number | null;
}
