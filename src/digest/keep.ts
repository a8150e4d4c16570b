import { infrastructure } from "../kernel/index.ts";
import { threads } from "./threads.ts";
import { KEPT, type Reply } from "./worker.ts";

/** Files with their hashes: paths relative to `root`, 16 bytes of digest each. */
export interface Hashed {
	readonly root: string;
	readonly paths: readonly string[];
	readonly digests: Uint8Array;
}

const FILES_PER_REQUEST = 512;

export interface Kept<T> {
	/** Files that the caller must see to: large ones, links, those whose object is there but looks touched. */
	readonly left: readonly T[];
	/** Whether all files are what a fresh copy of their object would be. */
	readonly own: boolean;
}

/**
 * Leaves a copy of every small file in the folder `objects`, named by its hash; what is left is told by index. Failure
 * `file-changing` for a file that is no longer what was hashed.
 */
export async function keepObjects({ root, paths, digests }: Hashed, objects: string): Promise<Kept<number>> {
	const asked: Promise<Reply>[] = [];
	for (let from = 0; from < paths.length; from += FILES_PER_REQUEST) {
		const to = Math.min(from + FILES_PER_REQUEST, paths.length);
		asked.push(
			threads.ask({
				task: "keep",
				root,
				paths: paths.slice(from, to).join("\0"),
				digests: digests.slice(from * 16, to * 16) as Uint8Array<ArrayBuffer>,
				objects,
			}),
		);
	}
	const left: number[] = [];
	let own = true;
	for (const [part, { digests: verdicts }] of (await Promise.all(asked)).entries()) {
		for (const [at, verdict] of verdicts.entries()) {
			const index = part * FILES_PER_REQUEST + at;
			if (verdict === KEPT.changed) throw fileChanging(`${root}/${paths[index] ?? ""}`);
			if (verdict === KEPT.left) left.push(index);
			own &&= verdict === KEPT.own;
		}
	}
	return { left, own };
}

export function fileChanging(file: string): Error {
	return infrastructure("file-changing", `${file} changed while it was saved to the cache`, {
		at: { file },
		hint: "wait until the program that writes it is done, then try again",
	});
}
