import type { Oid } from "../kernel/index.ts";
import { oidOfDigest, oidOfHex } from "./bytes.ts";
import { refusalOf } from "./refusals.ts";
import { kindAt, type Stamp, sameStamp, stampAt } from "./stamp.ts";
import { threads } from "./threads.ts";
import { answer, KIND, type Reply } from "./worker.ts";

export interface FileHash {
	readonly oid: Oid;
	/** Bytes. */
	readonly size: bigint;
	/** The file at the moment when it was read: with it the cache can tell that it copies the same content. */
	readonly stamp: Stamp;
}

/** Up to here reading here and now costs less than asking a thread. Bytes. */
export const INLINE_LIMIT = 256n * 1024n;

/**
 * MD5 of a file's bytes, following links. Small files are read at once; a large one that is alone goes to hasha's thread,
 * several at a time go to threads of ours, one a core (hasha has one thread for all). Failure for anything that is not a
 * readable regular file, and for one that does not hold still.
 */
export async function hashFile(path: string): Promise<FileHash> {
	const { stats } = answer({ task: "stat", root: path, paths: "" });
	refuse(stats, path);
	const stamp = stampAt(stats, 0);
	if (stamp.size <= INLINE_LIMIT) return read(answer({ task: "hash", root: path, paths: "" }), path);
	const alone = threads.resting ? await hashAlone(path, stamp) : null;
	return alone ?? read(await threads.ask({ task: "hash", root: path, paths: "" }), path);
}

let hashaBusy = false;

/** Null when hasha's thread is taken, or the file changed under it. */
async function hashAlone(path: string, stamp: Stamp): Promise<FileHash | null> {
	if (hashaBusy) return null;
	hashaBusy = true;
	try {
		const hasha = await import("hasha");
		const oid = oidOfHex(await hasha.hashFile(path, { algorithm: "md5" }));
		const after = stampAt(answer({ task: "stat", root: path, paths: "" }).stats, 0);
		return sameStamp(stamp, after) ? { oid, size: stamp.size, stamp } : null;
	} finally {
		hashaBusy = false;
	}
}

function read(reply: Reply, path: string): FileHash {
	refuse(reply.stats, path);
	const stamp = stampAt(reply.stats, 0);
	return { oid: oidOfDigest(reply.digests), size: stamp.size, stamp };
}

function refuse(stats: BigInt64Array, path: string): void {
	const kind = kindAt(stats, 0);
	const failure = refusalOf(kind === KIND.linkToDirectory ? KIND.special : kind, path);
	if (failure !== null) throw failure;
}
