import type { Document } from "../../kernel/index.ts";

/** `mainline init --json`. */
export interface InitDocument extends Document {
	readonly schema: "mainline.init/1";
	readonly plan: boolean;
	readonly files: readonly { readonly path: string; readonly change: "new" | "modified" | "unchanged" }[];
	readonly next: readonly string[];
}
