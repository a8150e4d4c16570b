import type { HashState, IgnoreRules } from "../digest/index.ts";
import type { Clock, Oid, Place, Voice } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { Observer, Reason } from "../plan/index.ts";
import type { Cache, LinkType, RunCache } from "../store/index.ts";
import type { Containers, ContainerUse } from "./container/containers.ts";
import type { Access } from "./dvc-lock.ts";
import type { GitLines } from "./git-lines.ts";
import type { Records } from "./manifest-file.ts";
import type { Slots } from "./slots.ts";

/** Where data lies: in the workspace, and in the cache. */
export interface Shelf {
	/** Absolute path of the DVC root. */
	readonly root: string;
	readonly cache: Cache;
	readonly linkTypes: readonly LinkType[];
	readonly state: HashState;
	/** What of a directory (relative to the DVC root) does not count. */
	rulesFor(directory: string): IgnoreRules;
}

/** The place where stages run. */
export interface Workshop extends Shelf {
	/** Sees the workspace as it is at the moment of asking. */
	readonly observer: Observer;
	readonly runCache: RunCache;
	/** Null where git has no say (`core.no_scm`, or no repository). */
	readonly git: GitLines | null;
	/** The user's shell; DVC runs commands in it. */
	readonly shell: string;
	readonly progress: Voice;
	readonly signal: AbortSignal;
	readonly clock: Clock;
	/** Brings objects and runs from the remote; null without `--pull`. */
	readonly supply: Supply | null;
	/** What keeps this and a dvc at work in the same project out of each other's way. */
	readonly access: Access;
	readonly records: Pick<Records, "add">;
	/** Hands out the machine. */
	readonly slots: Slots;
	/** Runs what asks for a container. */
	readonly containers: Pick<Containers, "open">;
	/** Absolute folder of what the stages' commands say, a file each. */
	readonly logs: string;
}

export interface Supply {
	/** Fetches what the cache lacks; what the remote does not have either stays missing. */
	objects(objects: readonly { oid: Oid; hash: HashName }[]): Promise<void>;
	/** Fetches what is known of these keys. */
	runs(keys: readonly string[]): Promise<void>;
}

export interface ExecuteOptions {
	readonly force: boolean;
	readonly forceDownstream: boolean;
	readonly runCache: boolean;
	/** Leave outputs out of the cache. */
	readonly noCommit: boolean;
	/** Data that is absent but recorded is no reason to run. */
	readonly allowMissing?: boolean;
	/** After a failure go on with what does not depend on it. */
	readonly keepGoing: boolean;
	/** After a failure go on with everything. */
	readonly ignoreErrors: boolean;
	/** Stages at a time; 1: in order, one after the other. Null: as many as the machine allows. */
	readonly jobs: number | null;
}

export type Outcome = "executed" | "restored" | "unchanged" | "failed" | "skipped" | "frozen";

export interface StageReport {
	readonly address: string;
	readonly outcome: Outcome;
	/** Wall time. */
	readonly seconds: number;
	readonly why: readonly Reason[];
	readonly source?: "lock" | "run-cache";
	/** How often the command was begun, where it was more than once. */
	readonly attempts?: number;
	/** What its command ran in; absent: on the machine itself. */
	readonly container?: ContainerUse;
	readonly failure?: StageFailure;
	/** Of `skipped`: the stage that failed before it. */
	readonly after?: string;
}

export interface StageFailure {
	readonly message: string;
	readonly at: Place;
	readonly hint?: string;
	/** Null when a signal ended the command, or it never started. */
	readonly exitCode: number | null;
	/** The last lines that the command wrote. */
	readonly tail: string;
	/** Absolute path of everything that it wrote. */
	readonly log?: string;
}

export interface RunReport {
	readonly stages: readonly StageReport[];
	readonly seconds: number;
}
