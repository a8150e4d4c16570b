import type { Oid, Value } from "../kernel/index.ts";
import type { HashName, LockEntry, ParamsDependency, Recorded, Stage } from "../manifest/index.ts";

/**
 * `none`: lock and workspace agree. `restore`: the result is known and will be placed. `run`: will execute. `maybe`:
 * depends on what a stage before it yields. `frozen`: by its own word. `blocked`: a dependency is missing and nothing makes it.
 */
export type Action = "none" | "restore" | "run" | "maybe" | "frozen" | "blocked";

/** Paths are relative to the DVC root. */
export interface Reason {
	readonly kind: "command" | "dependency" | "parameter" | "output" | "never-run" | "always" | "upstream" | "missing";
	readonly path?: string;
	readonly change?: "new" | "modified" | "deleted";
	/** Of a parameter. */
	readonly file?: string;
	readonly name?: string;
	/** Of a parameter or a command: the value before and now; absent where there is none. */
	readonly old?: Value;
	readonly new?: Value;
	/** Of `upstream`: the address of the stage before. */
	readonly stage?: string;
}

export interface PlannedStage {
	readonly stage: Stage;
	readonly action: Action;
	readonly why: readonly Reason[];
	/** What the stage's lock entry is, or will be, where that is known without executing anything. */
	readonly result: LockEntry | null;
	/** Where the result of a `restore` is known from. */
	readonly source?: "lock" | "run-cache";
	/** Of `run`: the result is known, but the cache lacks it; a stage that runs before may make the very same objects. */
	readonly lost?: boolean;
}

/** In an order in which the stages can run. */
export interface Plan {
	readonly stages: readonly PlannedStage[];
}

/** What a path holds. Of a directory: the id of its listing, the sum of its files' sizes (bytes) and their number. */
export interface Content {
	readonly oid: Oid;
	readonly hash: HashName;
	readonly size?: bigint;
	readonly nfiles?: bigint;
	readonly isexec?: boolean;
}

/** The plan's eyes: the workspace, or a revision. Paths are relative to the DVC root. */
export interface Observer {
	/**
	 * What lies at a path, named by this kind of hash; null when nothing does. What `.dvcignore` leaves out does not lie
	 * there, unless it is asked for as a dependency: that counts when it is named.
	 */
	content(path: string, hash: HashName, as?: "dependency"): Promise<Content | null>;
	/** The values that a stage reads from one file, without those that are missing; null when the file is. */
	values(dependency: ParamsDependency): Promise<ReadonlyMap<string, Value> | null>;
	/** Whether the cache holds the object and, for a directory, all of its files. */
	stored(oid: Oid, hash: HashName): Promise<boolean>;
	/** The files of a recorded directory; null when the cache does not hold its listing. */
	listing(oid: Oid, hash: HashName): Promise<readonly { relpath: string; oid: Oid }[] | null>;
	/** The newest result that the run cache knows for exactly these inputs; null when none. */
	knownRun(inputs: LockEntry): Promise<LockEntry | null>;
	/** Whether the run cache holds a result that fits these inputs, of which `open` dependencies are not known yet. */
	mayKnowRun(inputs: LockEntry, open: ReadonlySet<string>): Promise<boolean>;
}

export type { HashName, LockEntry, Recorded, Stage };
