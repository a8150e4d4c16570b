import { constants, lstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { hashBytes } from "../digest/index.ts";
import { infrastructure, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { Budget } from "./budget.ts";
import { type Cache, relativePath } from "./cache.ts";
import { folderNotes } from "./folder-notes.ts";
import { copyInto, install, OBJECT_MODE } from "./install.ts";
import type { NoteShelf } from "./notes.ts";
import { corruptObject } from "./refusals.ts";
import { claimsPrefix, LARGEST_RUN, type Remote, type RunShelf } from "./remote.ts";
import { listRuns, type RunCache, type RunName } from "./run-cache.ts";
import { transplant } from "./transplant.ts";

export interface FolderOptions {
	readonly lanes?: number | undefined;
	readonly budget?: Budget | null;
}

/** A remote that is a folder: DVC's layout, `files/md5/…` and `runs/…`. */
export class FolderRemote implements Remote {
	readonly name: string;
	readonly address: string;
	readonly lanes: number;
	readonly #folder: string;
	readonly #budget: Budget | null;

	constructor(name: string, folder: string, { lanes = 4 * availableParallelism(), budget = null }: FolderOptions = {}) {
		this.name = name;
		this.address = folder;
		this.lanes = lanes;
		this.#folder = folder;
		this.#budget = budget;
	}

	async has(oids: readonly Oid[], hash: HashName = "md5"): Promise<Set<Oid>> {
		return new Set(oids.filter((oid) => sizeOf(this.#path(oid, hash)) !== null));
	}

	async read(oid: Oid, hash: HashName = "md5"): Promise<Uint8Array | null> {
		const path = this.#path(oid, hash);
		if (this.#spent(path) === null) return null;
		const bytes = await readFile(path);
		if (hashBytes(bytes) !== bare(oid)) throw corruptObject(`remote "${this.name}"`, oid);
		return bytes;
	}

	async fetch(oid: Oid, into: Cache, hash: HashName = "md5"): Promise<bigint | null> {
		const path = this.#path(oid, hash);
		this.#spent(path);
		const small = hash === "md5" ? into.receiveSmall(oid, path) : "large";
		if (small === "missing") return null;
		if (small === "corrupt") throw corruptObject("the remote", oid);
		if (small !== "large") return small.size;
		const size = sizeOf(path);
		if (size === null) return null;
		const write = async (temporary: string): Promise<null> => {
			await copyInto(path, temporary, { size, flags: constants.COPYFILE_FICLONE, mode: 0o600 });
			return null;
		};
		await into.receive(oid, hash, write);
		return size;
	}

	async push(oid: Oid, from: Cache, hash: HashName = "md5"): Promise<bigint> {
		const [path, source] = [this.#path(oid, hash), from.path(oid, hash)];
		const small = hash === "md5" ? transplant(source, path, { md5: bare(oid) }) : "large";
		if (typeof small === "object") return small.size;
		if (small !== "large") throw corruptObject("the local cache", oid);
		if ((await from.verify(oid, hash)) !== "present") throw corruptObject("the local cache", oid);
		const size = sizeOf(source) ?? 0n;
		await install(path, (temporary) =>
			copyInto(source, temporary, { size, flags: constants.COPYFILE_FICLONE, mode: OBJECT_MODE }),
		);
		return size;
	}

	fetchRuns(into: RunCache, keys?: readonly string[]): Promise<number> {
		return this.#fetchRuns(this.#folder, into, keys);
	}

	pushRuns(from: RunCache, keys?: readonly string[]): Promise<number> {
		return this.#pushRuns(this.#folder, from, keys);
	}

	claims(run: number): RunShelf {
		const folder = join(this.#folder, claimsPrefix(run));
		return {
			fetchRuns: (into, keys) => this.#fetchRuns(folder, into, keys),
			pushRuns: (from, keys) => this.#pushRuns(folder, from, keys),
		};
	}

	async #fetchRuns(folder: string, into: RunCache, keys?: readonly string[]): Promise<number> {
		let count = 0;
		for (const name of await listRuns(join(folder, "runs"), keys)) {
			if ((await into.has(name)) || !isEntry(runPath(folder, name))) continue;
			this.#spent(runPath(folder, name));
			if (await into.accept(name, await readFile(runPath(folder, name), "utf8"))) count++;
		}
		return count;
	}

	async #pushRuns(folder: string, from: RunCache, keys?: readonly string[]): Promise<number> {
		let count = 0;
		for (const name of await from.names(keys)) {
			const target = runPath(folder, name);
			if (sizeOf(target) !== null) continue;
			await install(target, (temporary) => copyInto(from.path(name), temporary, { size: 0n, mode: 0o644 }));
			count++;
		}
		return count;
	}

	notes(): NoteShelf {
		return folderNotes(this.#folder);
	}

	async close(): Promise<void> {}

	/** The size of what is about to be read; null where nothing is. */
	#spent(path: string): bigint | null {
		const size = sizeOf(path);
		this.#budget?.spend(size ?? 0n);
		return size;
	}

	#path(oid: Oid, hash: HashName): string {
		return join(this.#folder, relativePath(oid, hash));
	}
}

function runPath(folder: string, { key, value }: RunName): string {
	return join(folder, "runs", key.slice(0, 2), key, value);
}

/** What others may write here could be a pipe, or a link to anywhere. */
function isEntry(path: string): boolean {
	const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
	return stats?.isFile() === true && stats.size <= LARGEST_RUN;
}

function bare(oid: Oid): string {
	return oid.replace(/\.dir$/, "");
}

function sizeOf(path: string): bigint | null {
	try {
		return lstatSync(path, { bigint: true, throwIfNoEntry: false })?.size ?? null;
	} catch (cause) {
		throw infrastructure("remote-unreadable", `the remote's file ${path} cannot be looked at`, {
			at: { file: path },
			cause,
		});
	}
}
