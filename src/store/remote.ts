import type { Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { Cache } from "./cache.ts";
import type { NoteShelf } from "./notes.ts";
import type { RunCache } from "./run-cache.ts";

/** Told of bytes as they move, for objects that take a while. */
export type Moved = (bytes: number) => void;

/** Runs at a remote. */
export interface RunShelf {
	/** Copies runs that the cache lacks (all, or those of some keys); how many. */
	fetchRuns(into: RunCache, keys?: readonly string[]): Promise<number>;
	/** Copies runs that the remote lacks; how many. */
	pushRuns(from: RunCache, keys?: readonly string[]): Promise<number>;
}

/** A place that holds objects and runs for everyone. Nothing there is ever overwritten or deleted. */
export interface Remote extends RunShelf {
	readonly name: string;
	/** For people; never with a credential in it. */
	readonly address: string;
	/** How many objects at a time it takes well. */
	readonly lanes: number;
	/** Which of these it holds. */
	has(oids: readonly Oid[], hash?: HashName): Promise<Set<Oid>>;
	/** Bytes of a small object (a listing), checked; null when it is not there. Failure object-corrupt. */
	read(oid: Oid, hash?: HashName): Promise<Uint8Array | null>;
	/** Copies one object into the cache, checked on the way; the bytes copied, or null when it is not there. Failure object-corrupt. */
	fetch(oid: Oid, into: Cache, hash?: HashName, moved?: Moved): Promise<bigint | null>;
	/** Copies one object from the cache, which must hold it whole; the bytes copied. Asks nothing first: see `has`. */
	push(oid: Oid, from: Cache, hash?: HashName, moved?: Moved): Promise<bigint>;
	/**
	 * Where results wait that one workflow run of a pull request claims and that nobody has looked at:
	 * `mainline/claims/<run>/runs/…`. Nobody finds them by looking for a result.
	 */
	claims(run: number): RunShelf;
	/** Small texts of ours beside the objects. */
	notes(): NoteShelf;
	/** Lets go of connections. Nothing is asked afterwards. */
	close(): Promise<void>;
}

/** A run's entry is a few hundred bytes a dependency; what is larger is none, and is not read. Bytes. */
export const LARGEST_RUN = 16n * 1024n * 1024n;

export function claimsPrefix(run: number): string {
	if (!Number.isSafeInteger(run) || run < 0) throw new Error(`no id of a workflow run: ${run}`);
	return `mainline/claims/${run}/`;
}
