/** The two names of a run-cache entry: what went in, and what came of it. 64 hex digits each. */
export interface ClaimedResult {
	readonly key: string;
	readonly value: string;
}

/** What a run says of one stage. */
export interface ClaimedStage {
	/** The folder of its DVC project, from the git root; absent for the root itself. */
	readonly project?: string;
	readonly address: string;
	readonly outcome: "executed" | "restored" | "failed" | "skipped";
	/** Wall time; 0 for what did not execute. */
	readonly seconds: number;
	/** The entry that waits at the remote; null where nothing came of it that could be looked up. */
	readonly result: ClaimedResult | null;
	readonly attempts?: number;
	/** Of `failed`: what happened, in one line; the exit code; the last lines that the command wrote. */
	readonly message?: string;
	readonly exitCode?: number;
	readonly tail?: string;
	/** Of `skipped`: the stage that failed before it. */
	readonly after?: string;
}

/** What a run says of the golden requests of a model that merging would release. */
export interface ClaimedGolden {
	/** The folder of its DVC project, from the git root; absent for the root itself. */
	readonly project?: string;
	readonly model: string;
	readonly asked: readonly ClaimedAnswer[];
	/** Why they could not be asked; null when they were. */
	readonly notAsked: string | null;
}

export interface ClaimedAnswer {
	readonly file: string;
	/** What is not as expected, a sentence part each; empty where all is. */
	readonly differences: readonly string[];
	/** How long the answer took; null where there was none. */
	readonly milliseconds: number | null;
}

/**
 * What the job of a pull request says it did: the only thing that leaves it. Names and numbers alone, so that whoever
 * reads it can check each against what he knows: nothing in it is a path to open, a command or Markdown.
 */
export interface Claim {
	readonly schema: "mainline.claim/1";
	/** GitHub's workflow run. */
	readonly run: { readonly id: number; readonly attempt: number };
	/** Full commit ids: the pull request's head, and the commit of its base that it was merged with. */
	readonly head: string;
	readonly base: string;
	readonly stages: readonly ClaimedStage[];
	/** Absent where nothing has golden requests, or none were asked. */
	readonly golden?: readonly ClaimedGolden[];
}

/** Beyond these a claim is none of ours. Bytes; letters; `reports`: of one run, all of them together. */
export const CLAIM_LIMITS = {
	bytes: 8 * 1024 * 1024,
	reports: { count: 32, bytes: 16 * 1024 * 1024 },
	stages: 20_000,
	address: 2000,
	message: 1000,
	tail: 20_000,
	golden: { models: 100, asked: 100, differences: 3, text: 200 },
} as const;

export function projectOf({ project }: { readonly project?: string }): string {
	return project ?? ".";
}
