import type { Comparability, GateVerdict } from "../../compare/index.ts";
import type { Document } from "../../kernel/index.ts";
import type { DiffDocument } from "./diff.ts";
import type { MetricHistory } from "./history.ts";
import type { PlanDocument } from "./plan.ts";
import type { GoldenRows, ReleasedModel } from "./release.ts";
import type { RunDocument } from "./run.ts";

/**
 * Everything that is said about a pull request: comment, check, job summary and terminal are renderings of this one
 * document. Every text in it may come from the pull request itself and is hostile until escaped.
 */
export interface PullReport extends Document {
	readonly schema: "mainline.report/1";
	/** Null outside a pull request. */
	readonly pull: { readonly number: number } | null;
	/** Null when there is nothing to compare with: the first run of a repository. */
	readonly base: PullSide | null;
	readonly head: PullSide;
	readonly plan: PlanDocument;
	/** Null when nothing had to run, or nothing was allowed to. */
	readonly run: RunDocument | null;
	/** Why stale stages did not run; null when they did or none was stale. */
	readonly notRun: NotRun | null;
	/** What the run's own report says of stages and is not so; nothing of it counts. Absent where there was no such report. */
	readonly disbelieved?: readonly Disbelief[];
	/** Every metric and parameter (as with `--all`), and the changed data; null when nothing could be compared. */
	readonly diff: DiffDocument | null;
	readonly gates: readonly GateVerdict[];
	/** Metrics that were measured otherwise than on the base, and what differs; absent where none was. */
	readonly comparability?: readonly Comparability[];
	/** Of gated and moved metrics, what they were on the base branch; absent where too little is known. */
	readonly history?: readonly MetricHistory[];
	/** What makes the numbers less comparable than they look: base behind, other evaluation data. */
	readonly warnings: readonly string[];
	/** What merging would release and move; null when nothing is known to be released. */
	readonly merging: Merging | null;
	/** Commands or sentences to go on with; commands go in backticks by the renderer. */
	readonly next: readonly NextStep[];
	/** Web addresses, made by us from the event (https only). */
	readonly links: {
		/** Where the stages ran. */
		readonly run?: string;
		readonly report?: string;
		/** Where the job summary with the full tables is; absent: at `run`. */
		readonly summary?: string;
	};
	/** When it was made, ISO 8601. */
	readonly at?: string;
}

export interface PullSide {
	/** Branch or revision in the reader's words: `main`, `this PR`. */
	readonly name: string;
	/** Full commit id. */
	readonly commit: string;
	/** Of the base: how many commits the branch is ahead of what the head stands on; null when unknown. */
	readonly behind?: number | null;
	/**
	 * Of the base: how it was found. `merge`: GitHub merged the head with it. `run`: the run that made the results stood on it. `tip`: where the
	 * branch stands. `queue`: the queue's group stands on it. `asked`: somebody named it.
	 */
	readonly found?: "merge" | "run" | "tip" | "queue" | "asked";
	/** Of the base: where the results of its stages are known from. */
	readonly results?: { readonly lock: number; readonly runCache: number; readonly unknown: number };
}

export interface Disbelief {
	/** Null: the report as a whole. */
	readonly address: string | null;
	/** A sentence part: `its output model.pkl is not at the remote`. */
	readonly why: string;
}

export interface NotRun {
	/**
	 * `fork`: code from elsewhere. `untrusted`: the author may not. `lookup`: only look-ups here (a merge queue). `policy`:
	 * somebody has to say yes first. `lost`: it should have run, and left nothing behind.
	 */
	readonly reason: "fork" | "untrusted" | "lookup" | "policy" | "lost";
	/** A sentence; null for our own words. */
	readonly text: string | null;
}

export interface Merging {
	readonly models: readonly MergedModel[];
	/** What a revert would bring back; null when there is nothing before. */
	readonly revert: { readonly version: string; readonly seconds: number | null } | null;
}

export interface MergedModel
	extends Pick<
		ReleasedModel,
		"name" | "version" | "outcome" | "reason" | "environments" | "python" | "dockerfile" | "back" | "preview"
	> {
	/** Where its images go: `ghcr.io/acme/churn`, `oci:../images`. */
	readonly to?: string;
	/** Of an image that there is already. */
	readonly digest?: string | null;
	/** What it answered before, started where the stages ran; absent where it has no golden requests, or nobody asked. */
	readonly golden?: GoldenRows | null;
}

export interface NextStep {
	readonly text: string;
	/** To paste; one line. */
	readonly command?: string;
}
