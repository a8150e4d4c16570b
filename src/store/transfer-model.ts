import type { Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { Cache } from "./cache.ts";
import type { ObjectRef } from "./object-ref.ts";
import type { Remote } from "./remote.ts";
import type { RemoteMemory } from "./remote-memory.ts";

/** `files` and `total` count objects, `total` and `totalBytes` only what has to move. */
export interface TransferProgress {
	readonly files: number;
	readonly total: number;
	/** Moved so far, parts of objects under way included. */
	readonly bytes: bigint;
	/** Null where it is not known how much there is; for a fetch it goes by what is recorded. */
	readonly totalBytes: bigint | null;
}

export interface TransferOptions {
	readonly cache: Cache;
	readonly remote: Remote;
	/** What was seen at remotes earlier. */
	readonly memory?: RemoteMemory | null;
	/** Objects at a time; default what the remote takes well. */
	readonly jobs?: number;
	readonly progress?: (now: TransferProgress) => void;
	/** For directories: fetch only these of their files. */
	readonly only?: (directory: Oid, relpath: string) => boolean;
}

export interface FailedObject {
	readonly oid: Oid;
	readonly hash: HashName;
	readonly reason: string;
}

export interface TransferReport {
	/** Objects moved. */
	readonly transferred: number;
	readonly bytes: bigint;
	readonly failed: readonly FailedObject[];
}

/** A directory on its way: its listing is written only when all its files are there, since readers believe in that. */
export interface Directory extends ObjectRef {
	readonly children: readonly Oid[];
	readonly listing: Uint8Array;
	/** False when its destination has the listing already, or only some of its files are wanted. */
	readonly write: boolean;
}

/** What is to be moved. */
export interface Agenda {
	readonly files: ObjectRef[];
	readonly directories: Directory[];
	readonly failed: FailedObject[];
	/** Null where it is not known. */
	readonly bytes: bigint | null;
}

export function unique(objects: readonly ObjectRef[]): ObjectRef[] {
	return [...new Map(objects.map((object) => [`${object.hash} ${object.oid}`, object])).values()];
}
