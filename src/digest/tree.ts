import { compareCodePoints, type Oid } from "../kernel/index.ts";
import { oidOfDigest } from "./bytes.ts";
import { directoryListing } from "./listing.ts";
import { kindAt, type Stamp, stampAt } from "./stamp.ts";
import type { TreeRecord } from "./tree-record.ts";
import { FIELDS, KIND } from "./worker.ts";

export interface HashedFile {
	readonly relpath: string;
	readonly oid: Oid;
	/** Bytes. */
	readonly size: bigint;
	readonly stamp: Stamp;
}

/** A directory's content. Its entries are built when asked for: an unchanged directory is mostly asked for its id alone. */
export class TreeHash {
	readonly oid: Oid;
	/** Bytes of all files. */
	readonly size: bigint;
	readonly nfiles: bigint;
	readonly #record: TreeRecord;

	constructor(record: TreeRecord) {
		const { bytes, files } = totals(record.stats);
		this.oid = record.oid;
		this.size = bytes;
		this.nfiles = files;
		this.#record = record;
	}

	/** The files, sorted by code points. */
	get entries(): readonly HashedFile[] {
		return entriesOf(this.#record).sort((a, b) => compareCodePoints(a.relpath, b.relpath));
	}

	/** The text of the `.dir` object. */
	get listing(): string {
		return directoryListing(entriesOf(this.#record)).text;
	}
}

function totals(stats: BigInt64Array): { bytes: bigint; files: bigint } {
	let [bytes, files] = [0n, 0n];
	for (let at = 0; at < stats.length; at += FIELDS) {
		if (stats[at] !== BigInt(KIND.file)) continue;
		files++;
		bytes += stats[at + 2] ?? 0n;
	}
	return { bytes, files };
}

/** In the order of the walk. A link to a directory is remembered, so that its becoming a file is seen, but holds no content. */
export function entriesOf(record: Omit<TreeRecord, "oid">): HashedFile[] {
	const entries: HashedFile[] = [];
	for (const [index, relpath] of pathsOf(record).entries()) {
		if (kindAt(record.stats, index) !== KIND.file) continue;
		const stamp = stampAt(record.stats, index);
		entries.push({ relpath, oid: oidOfDigest(record.digests, index * 16), size: stamp.size, stamp });
	}
	return entries;
}

export function pathsOf({ count, paths }: Pick<TreeRecord, "count" | "paths">): string[] {
	return count === 0 ? [] : paths.toString("utf8").split("\0");
}
