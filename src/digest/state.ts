import { hash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Oid } from "../kernel/index.ts";
import { type FileHash, hashFile } from "./file.ts";
import { fileSystemNow } from "./file-clock.ts";
import { FileMemory } from "./file-memory.ts";
import { hashTree } from "./hash-tree.ts";
import { saveQuietly } from "./save.ts";
import { kindAt, type Stamp, sameStamp, settled, stampAt } from "./stamp.ts";
import { TreeHash } from "./tree.ts";
import { readTreeRecord, type TreeRecord, writeTreeRecord } from "./tree-record.ts";
import type { IgnoreRules } from "./walk.ts";
import { answer, FIELDS, KIND } from "./worker.ts";

/**
 * Remembers the hashes of files by (path, inode, size, modification time, status change time), so that an unchanged file
 * is not read twice. What is damaged, or of another version, is forgotten silently: files are then read again. A file
 * touched in the very tick of being read is not remembered.
 */
export class HashState {
	readonly #folder: string;
	readonly #files: FileMemory;
	readonly #trees = new Map<string, { known: TreeRecord | null; fresh: TreeRecord | null }>();

	#latest: { readonly directory: string; readonly tree: TreeHash } | null = null;

	private constructor(folder: string, files: FileMemory) {
		this.#folder = folder;
		this.#files = files;
	}

	/** `folder` is ours alone (below `.dvc/tmp`); made when absent. */
	static async open(folder: string): Promise<HashState> {
		await mkdir(folder, { recursive: true }).catch(() => undefined);
		return new HashState(folder, await FileMemory.read(join(folder, "files.json")));
	}

	async hashFile(path: string): Promise<FileHash> {
		const absolute = resolve(path);
		const stamp = currentStamp(absolute);
		const known = this.#files.get(absolute);
		if (stamp !== null && known !== null && sameStamp(known.stamp, stamp)) return { ...known, size: stamp.size };
		const now = fileSystemNow(this.#folder);
		const fresh = await hashFile(absolute);
		this.#files.forget(absolute);
		if (now !== null && settled(fresh.stamp, now)) this.#files.set(absolute, fresh);
		return fresh;
	}

	async hashTree(directory: string, rules: IgnoreRules): Promise<TreeHash> {
		const absolute = resolve(directory);
		const memory = this.#trees.get(absolute) ?? { known: await this.#readTree(absolute), fresh: null };
		const now = fileSystemNow(this.#folder);
		const { record, listing } = await hashTree(absolute, rules, memory.known);
		if (record === memory.known) this.#trees.set(absolute, memory);
		else if (now !== null) {
			const trusted = withoutUnsettled(record, now);
			this.#trees.set(absolute, { known: trusted, fresh: trusted });
		}
		const tree = new TreeHash(record, listing);
		this.#latest = { directory: absolute, tree };
		return tree;
	}

	/** The directory as it was hashed last, where it was this then: for whoever acts on just that hash. */
	latestTree(directory: string, oid: Oid): TreeHash | null {
		const { directory: known, tree } = this.#latest ?? {};
		return tree !== undefined && known === resolve(directory) && tree.oid === oid ? tree : null;
	}

	/** What was just placed from the cache is known without reading it. The caller answers for the content. */
	remember(path: string, oid: Oid): void {
		const absolute = resolve(path);
		const [stamp, now] = [currentStamp(absolute), fileSystemNow(this.#folder)];
		if (stamp !== null && now !== null && settled(stamp, now)) this.#files.set(absolute, { oid, stamp });
	}

	async save(): Promise<void> {
		await this.#files.save();
		for (const [directory, memory] of this.#trees) {
			if (memory.fresh !== null) await saveQuietly(this.#treeFile(directory), writeTreeRecord(memory.fresh));
			memory.fresh = null;
		}
	}

	async #readTree(directory: string): Promise<TreeRecord | null> {
		const bytes = await readFile(this.#treeFile(directory)).catch(() => null);
		return bytes === null ? null : readTreeRecord(bytes);
	}

	#treeFile(directory: string): string {
		return join(this.#folder, `${hash("md5", directory)}.tree`);
	}
}

function currentStamp(path: string): Stamp | null {
	const { stats } = answer({ task: "stat", root: path, paths: "" });
	return kindAt(stats, 0) === KIND.file ? stampAt(stats, 0) : null;
}

function withoutUnsettled(record: TreeRecord, now: bigint): TreeRecord {
	const stats = new BigInt64Array(record.stats);
	for (let index = 0; index < record.count; index++) {
		if (!settled(stampAt(stats, index), now)) stats[index * FIELDS] = 0n;
	}
	return { ...record, stats };
}
