import type { Document } from "../../kernel/index.ts";
import type { EnvironmentStatus, ModelStatus, ReleasedMetric } from "./status.ts";

/** `mainline board --json`: everything of `mainline.status/1`, and what a page about it tells beyond. */
export interface BoardDocument extends Document {
	readonly schema: "mainline.board/1";
	/** When the question was asked, ISO 8601. */
	readonly at: string;
	readonly repository: {
		/** The name of the folder, or of the repository where one is known. */
		readonly name: string;
		/** Where people look at it; null for one that is nowhere on the web. */
		readonly url: string | null;
	};
	readonly models: readonly BoardModel[];
	/** The page that was written; null where none was asked for. */
	readonly file: { readonly path: string; readonly bytes: number } | null;
}

export interface BoardModel extends ModelStatus {
	readonly environments: readonly BoardEnvironment[];
	/** The newest first. */
	readonly timeline: readonly TimelineEntry[];
}

export interface BoardEnvironment extends EnvironmentStatus {
	readonly after?: string | null;
	readonly tag?: string | null;
	/** Gated ones first, as its commit has them or else its tag; null where they are not at hand. */
	readonly metrics: readonly ReleasedMetric[] | null;
}

export interface TimelineEntry {
	/** ISO 8601. */
	readonly at: string;
	readonly kind:
		| "released"
		| "withdrawn"
		| "deprecated"
		| "promoted"
		| "rolled-back"
		| "reverted"
		| "held"
		| "hold-ended"
		| "assigned-again"
		| "removed";
	/** Null for what happened to the version itself. */
	readonly environment: string | null;
	readonly version: string;
	/** What the environment had before; null for nothing. */
	readonly from: string | null;
	readonly by: string;
	readonly reason: string | null;
	/** The tag that says so. */
	readonly tag: string;
}
