import { createReadStream, readFileSync, statSync } from "node:fs";
import { pipeline, type Readable, Transform } from "node:stream";
import { hashBytes } from "../digest/index.ts";
import { Failure, inParallel, isDirectoryOid, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { type Cache, relativePath } from "./cache.ts";
import type { Body, Depot, Surroundings } from "./depot.ts";
import { depotNotes } from "./depot-notes.ts";
import { bytesOf, download, Receiver } from "./download.ts";
import { present } from "./existence.ts";
import { inMemory } from "./in-memory.ts";
import type { NoteShelf } from "./notes.ts";
import { patiently } from "./patience.ts";
import { corruptObject } from "./refusals.ts";
import { claimsPrefix, LARGEST_RUN, type Moved, type Remote, type RunShelf } from "./remote.ts";
import { isRunName, type RunCache, type RunName } from "./run-cache.ts";

/** Objects up to this size are read once, checked in memory and sent from there. Bytes. */
const SMALL = 1024n * 1024n;

/** A remote behind any protocol: DVC's layout (`files/md5/ab/cdef…`, `ab/cdef…` of DVC 2, `runs/…`) over a depot's blobs. */
export class DepotRemote implements Remote {
	readonly name: string;
	readonly address: string;
	readonly lanes: number;
	readonly #depot: Depot;
	readonly #surroundings: Surroundings;

	constructor(name: string, depot: Depot, options: { readonly surroundings: Surroundings; readonly lanes?: number }) {
		this.name = name;
		this.address = depot.address;
		this.lanes = options.lanes ?? depot.lanes;
		this.#depot = depot;
		this.#surroundings = options.surroundings;
	}

	async has(oids: readonly Oid[], hash: HashName = "md5"): Promise<Set<Oid>> {
		const wanted = oids.map((oid) => ({
			key: relativePath(oid, hash),
			shelf: relativePath(oid, hash).slice(0, -(oid.length - 2)),
		}));
		const found = await present(wanted, this.#asking());
		return new Set(oids.filter((oid) => found.has(relativePath(oid, hash))));
	}

	async read(oid: Oid, hash: HashName = "md5"): Promise<Uint8Array | null> {
		const bytes = await this.#bytes(relativePath(oid, hash));
		if (bytes !== null && hashBytes(bytes) !== bare(oid)) throw corruptObject(`remote "${this.name}"`, oid);
		return bytes;
	}

	async fetch(oid: Oid, into: Cache, hash: HashName = "md5", moved?: Moved): Promise<bigint | null> {
		try {
			return await this.#fetchOnce({ oid, into, hash, moved });
		} catch (failure) {
			// what came may have been spoilt on its way; what lies there spoilt comes so again
			if (!(failure instanceof Failure) || failure.code !== "object-corrupt") throw failure;
			return this.#fetchOnce({ oid, into, hash });
		}
	}

	async push(oid: Oid, from: Cache, hash: HashName = "md5", moved?: Moved): Promise<bigint> {
		const body = await bodyOf({ oid, from, hash });
		await patiently(this.#surroundings, () => this.#depot.write(relativePath(oid, hash), metered(body, moved)));
		return body.size;
	}

	fetchRuns(into: RunCache, keys?: readonly string[]): Promise<number> {
		return this.#fetchRuns("", into, keys);
	}

	pushRuns(from: RunCache, keys?: readonly string[]): Promise<number> {
		return this.#pushRuns("", from, keys);
	}

	claims(run: number): RunShelf {
		const prefix = claimsPrefix(run);
		return {
			fetchRuns: (into, keys) => this.#fetchRuns(prefix, into, keys),
			pushRuns: (from, keys) => this.#pushRuns(prefix, from, keys),
		};
	}

	notes(): NoteShelf {
		return depotNotes(this.#depot, this.#surroundings);
	}

	async #fetchRuns(prefix: string, into: RunCache, keys?: readonly string[]): Promise<number> {
		const lacking: RunName[] = [];
		for (const name of await this.#runs(prefix, keys)) if (!(await into.has(name))) lacking.push(name);
		const accepted = await inParallel(lacking, this.lanes, async (name) => {
			const bytes = await this.#bytes(prefix + runKey(name));
			return bytes !== null && (await into.accept(name, Buffer.from(bytes).toString("utf8")));
		});
		return accepted.filter((one) => one).length;
	}

	async #pushRuns(prefix: string, from: RunCache, keys?: readonly string[]): Promise<number> {
		if (this.#depot.page === null) return 0;
		const names = await from.names(keys);
		const there = await present(
			names.map((name) => ({ key: prefix + runKey(name), shelf: `${prefix}runs/${name.key.slice(0, 2)}/` })),
			this.#asking(),
		);
		const lacking = names.filter((name) => !there.has(prefix + runKey(name)));
		await inParallel(lacking, this.lanes, async (name) => {
			const bytes = readFileSync(from.path(name));
			await patiently(this.#surroundings, () =>
				this.#depot.write(prefix + runKey(name), inMemory(bytes, hashBytes(bytes))),
			);
		});
		return lacking.length;
	}

	async close(): Promise<void> {
		await this.#depot.close();
	}

	async #fetchOnce({ oid, into, hash, moved }: Copying & { readonly into: Cache }): Promise<bigint | null> {
		let size: bigint | null = null;
		try {
			await into.receive(oid, hash, async (temporary) => {
				const receiver = new Receiver(temporary);
				try {
					size = await download({ ...this.#source(relativePath(oid, hash)), moved }, receiver);
					if (size === null) throw new Absent();
					const found = await receiver.finish();
					return hash === "md5" || isDirectoryOid(oid) ? found : null;
				} finally {
					await receiver.close();
				}
			});
		} catch (cause) {
			if (!(cause instanceof Absent)) throw cause;
		}
		return size;
	}

	/** Names of runs at the remote, of all or some keys; none where nothing can be listed. */
	async #runs(prefix: string, keys: readonly string[] | undefined): Promise<RunName[]> {
		if (this.#depot.page === null) return [];
		const below = keys === undefined ? ["runs/"] : keys.map((key) => `runs/${key.slice(0, 2)}/${key}/`);
		const folders = below.map((folder) => prefix + folder);
		const found = await inParallel(folders, this.lanes, (folder) =>
			patiently(this.#surroundings, async () => {
				const names: RunName[] = [];
				for await (const page of this.#depot.list(folder)) {
					for (const { key, size } of page) {
						this.#surroundings.budget?.spend(key.length);
						if (size <= LARGEST_RUN) names.push(...runNameOf(key.slice(prefix.length)));
					}
				}
				return names;
			}),
		);
		return found.flat();
	}

	async #bytes(key: string): Promise<Uint8Array | null> {
		const chunks: Uint8Array[] = [];
		const size = await download(this.#source(key), { write: (chunk) => void chunks.push(chunk) });
		return size === null ? null : bytesOf(chunks);
	}

	#source(key: string) {
		return { ...this.#surroundings, depot: this.#depot, key };
	}

	#asking() {
		return { ...this.#surroundings, depot: this.#depot, lanes: this.lanes };
	}
}

interface Copying {
	readonly oid: Oid;
	readonly hash: HashName;
	readonly moved?: Moved | undefined;
}

class Absent extends Error {}

/** An object of the cache, to be sent; read and checked first, so that nothing wrong is ever sent. */
async function bodyOf({ oid, from, hash }: Copying & { readonly from: Cache }): Promise<Body> {
	const path = from.path(oid, hash);
	const size = statSync(path, { bigint: true, throwIfNoEntry: false })?.size ?? 0n;
	if (size <= SMALL && hash === "md5") {
		const bytes = readFileSync(path);
		const md5 = hashBytes(bytes);
		if (md5 !== bare(oid)) throw corruptObject("the local cache", oid);
		return inMemory(bytes, md5);
	}
	if ((await from.verify(oid, hash)) !== "present") throw corruptObject("the local cache", oid);
	const open = (at = 0n): Readable => createReadStream(path, { start: Number(at), highWaterMark: 256 * 1024 });
	return { size, md5: hash === "md5" ? bare(oid) : null, bytes: null, open };
}

/** Tells how much of a big body was read; a second try reads it again, and is not told. */
function metered(body: Body, moved: Moved | undefined): Body {
	if (moved === undefined || body.bytes !== null) return body;
	let told = 0n;
	const open = (from = 0n): Readable => {
		let at = from;
		const meter = new Transform({
			transform: (chunk: Uint8Array, _, done) => {
				at += BigInt(chunk.length);
				if (at > told) moved(Number(at - told));
				if (at > told) told = at;
				done(null, chunk);
			},
		});
		return pipeline(body.open(from), meter, () => {});
	};
	return { ...body, open };
}

function bare(oid: Oid): string {
	return oid.replace(/\.dir$/, "");
}

function runKey({ key, value }: RunName): string {
	return `runs/${key.slice(0, 2)}/${key}/${value}`;
}

function runNameOf(path: string): RunName[] {
	const [runs, prefix, key = "", value = "", ...rest] = path.split("/");
	const name = { key, value };
	return runs === "runs" && prefix === key.slice(0, 2) && rest.length === 0 && isRunName(name) ? [name] : [];
}
