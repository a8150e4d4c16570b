import type { Document } from "../../kernel/index.ts";

/** `mainline merge-driver --json`. */
export interface MergeDriverDocument extends Document {
	readonly schema: "mainline.merge-driver/1";
	/** The file, as git calls it. */
	readonly path: string;
	/** `stages`: by stages; `files`: by the files of a tracked directory; `lines`: as git does it, because the file did not lend itself to more. */
	readonly by: "stages" | "files" | "lines";
	/** Stages, or files of a directory, that come from the other side. */
	readonly taken: readonly string[];
	/** What has to be settled by hand. */
	readonly conflicts: readonly string[];
}
