import { compareCodePoints, type Oid } from "../kernel/index.ts";
import { oidOfDigest } from "./bytes.ts";
import { type Kept, keepObjects } from "./keep.ts";
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
	/** Null when nobody has needed it yet. */
	#listing: string | null;

	constructor(record: TreeRecord, listing: string | null) {
		const { bytes, files } = totals(record.stats);
		this.oid = record.oid;
		this.size = bytes;
		this.nfiles = files;
		this.#record = record;
		this.#listing = listing;
	}

	/** The files, sorted by code points. */
	get entries(): readonly HashedFile[] {
		return entriesOf(this.#record).sort((a, b) => compareCodePoints(a.relpath, b.relpath));
	}

	/** One of the files, relative to the directory; null when there is none. */
	get sample(): string | null {
		const { stats, count } = this.#record;
		for (let index = 0; index < count; index++) {
			if (kindAt(stats, index) === KIND.file) return pathsOf(this.#record)[index] ?? null;
		}
		return null;
	}

	/** Leaves copies of the files, which lie below `root`, in the folder `objects`. See `keepObjects`. */
	async keepIn(objects: string, root: string): Promise<Kept<HashedFile>> {
		const { stats, digests } = this.#record;
		const all = pathsOf(this.#record);
		const files = all.flatMap((_, index) => (kindAt(stats, index) === KIND.file ? index : []));
		const own = new Uint8Array(files.length * 16);
		for (const [at, index] of files.entries()) own.set(digests.subarray(index * 16, index * 16 + 16), at * 16);
		const paths = files.map((index) => all[index] ?? "");
		const kept = await keepObjects({ root, paths, digests: own }, objects);
		const left = kept.left.map((at) => hashedFile(this.#record, { index: files[at] ?? 0, relpath: paths[at] ?? "" }));
		return { ...kept, left };
	}

	/** The text of the `.dir` object. */
	get listing(): string {
		this.#listing ??= directoryListing(entriesOf(this.#record)).text;
		return this.#listing;
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
		entries.push(hashedFile(record, { index, relpath }));
	}
	return entries;
}

function hashedFile(
	{ stats, digests }: Pick<TreeRecord, "stats" | "digests">,
	{ index, relpath }: { index: number; relpath: string },
): HashedFile {
	const stamp = stampAt(stats, index);
	return { relpath, oid: oidOfDigest(digests, index * 16), size: stamp.size, stamp };
}

export function pathsOf({ count, paths }: Pick<TreeRecord, "count" | "paths">): string[] {
	return count === 0 ? [] : paths.toString("utf8").split("\0");
}
