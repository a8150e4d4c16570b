/**
 * What every flow returns. `answer: "no"` means that the question was understood and the answer is no
 * (a gate failed, something is stale under `--check`, a stage's command failed): exit 1. `"unknown"`: those who would know could
 * not be asked, and the document says whom and why: exit 3, as for a failure that leaves nothing to tell.
 */
export interface Outcome<D extends Document = Document> {
	readonly answer: "yes" | "no" | "unknown";
	readonly document: D;
}

/** A machine-readable result; `schema` is `mainline.<command>/<version>` and fixes the fields. */
export interface Document {
	readonly schema: `mainline.${string}/${number}`;
}
