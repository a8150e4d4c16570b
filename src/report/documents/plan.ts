import type { Document, Value } from "../../kernel/index.ts";

export type PlanAction = "none" | "restore" | "run" | "maybe" | "frozen" | "blocked";

export type Change = "new" | "modified" | "deleted";

/** Why a stage is not simply up to date. */
export interface Why {
	readonly kind: "command" | "dependency" | "parameter" | "output" | "never-run" | "always" | "upstream" | "missing";
	readonly path?: string;
	readonly change?: Change;
	/** Of a parameter: its file and dotted name, and the values before and now (absent: there is none). */
	readonly file?: string;
	readonly name?: string;
	readonly old?: Value;
	readonly new?: Value;
	/** Of `upstream`: the stage before. */
	readonly stage?: string;
}

/** `mainline plan --json`. Paths are relative to the DVC root. */
export interface PlanDocument extends Document {
	readonly schema: "mainline.plan/1";
	/** The DVC root relative to the git root. */
	readonly root: string;
	/** Full commit id that the plan compares with; null for the lock alone. */
	readonly base: string | null;
	/** All stages, in an order in which they can run. */
	readonly stages: readonly PlannedStageRow[];
	/** What running it is expected to cost; absent where nothing of it ever ran. */
	readonly expected?: ExpectedCost;
}

/** By earlier runs; of the stages that would run, and those that may follow. */
export interface ExpectedCost {
	readonly seconds: number;
	/** Shortest, without those that only may follow, and longest. */
	readonly range: readonly [number, number];
	/** Hours times GPUs, of the stages that say how many they take; absent where that is none. */
	readonly gpuHours?: number;
	/** How many stages these are; of how many the time is known; and, of those, how many say their GPUs. */
	readonly stages: number;
	readonly timed: number;
	readonly onGpus: number;
}

export interface PlannedStageRow {
	readonly address: string;
	readonly action: PlanAction;
	readonly why: readonly Why[];
	readonly deps: readonly string[];
	readonly outs: readonly string[];
	/** Where the result of a `restore` is known from. */
	readonly source?: "lock" | "run-cache";
	/** Seconds that it took when it last ran, here or where jobs of this repository note it; absent when it never did. */
	readonly seconds?: number;
	/** Shortest and longest of its last runs, in seconds. */
	readonly range?: readonly [number, number];
	/** How many GPUs it takes for itself; absent where it does not say. */
	readonly gpus?: number;
	/** What its command runs in; absent: on the machine itself. */
	readonly container?: PlannedContainer;
}

/** An image as dvc.yaml names it, or the Dockerfile that makes one, and the stage of that where one is named. */
export type PlannedContainer = { readonly image: string } | { readonly dockerfile: string; readonly target?: string };
