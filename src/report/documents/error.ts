import type { Document } from "../../kernel/index.ts";

/** What a failure looks like to a program. `message` alone is a full sentence; absent places are null. */
export interface ErrorDocument extends Document {
	readonly schema: "mainline.error/1";
	readonly error: ErrorRow & { readonly others: readonly ErrorRow[] };
}

export interface ErrorRow {
	readonly code: string;
	readonly message: string;
	readonly file: string | null;
	readonly line: number | null;
	readonly column: number | null;
	readonly hint: string | null;
	readonly found?: string;
	readonly expected?: string;
}
