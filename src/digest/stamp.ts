import { FIELDS } from "./worker.ts";

/** What tells a file from its later self without reading it. Times in nanoseconds. */
export interface Stamp {
	readonly inode: bigint;
	readonly size: bigint;
	readonly modified: bigint;
	readonly changed: bigint;
}

export function stampAt(stats: BigInt64Array, index: number): Stamp {
	const [, inode = 0n, size = 0n, modified = 0n, changed = 0n] = stats.subarray(index * FIELDS, (index + 1) * FIELDS);
	return { inode, size, modified, changed };
}

export function kindAt(stats: BigInt64Array, index: number): number {
	return Number(stats[index * FIELDS]);
}

export function sameStamp(a: Stamp, b: Stamp): boolean {
	return a.inode === b.inode && a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

const MILLISECOND = 1_000_000n;
/** FAT counts in 2 s; a time without a fraction may come from such a file system. */
const COARSE = 2_000n * MILLISECOND;
/** The slowest kernel tick is 10 ms. */
const FINE = 50n * MILLISECOND;

/**
 * True when a change of the file right after it was read would show in its times. A file written within the same tick of
 * the file system's clock would keep its stamp ("racily clean", as git calls it). `now` is the clock of the file system.
 */
export function settled(stamp: Pick<Stamp, "modified" | "changed">, now: bigint): boolean {
	return [stamp.modified, stamp.changed].every((time) => time + (time % MILLISECOND === 0n ? COARSE : FINE) < now);
}
