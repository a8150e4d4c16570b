import { badInput, type Failure, type Oid } from "../kernel/index.ts";
import type { Cache } from "./cache.ts";
import type { Depot, Surroundings } from "./depot.ts";
import { bytesOf, download, Receiver } from "./download.ts";
import { NO_NOTES, type NoteShelf } from "./notes.ts";
import type { Moved, Remote, RunShelf } from "./remote.ts";

/** Where one object lies at a cloud-versioned remote: a plain path, and which version of it. */
export interface Whereabouts {
	readonly key: string;
	readonly version: string;
}

/** A directory as the project lists it. */
export interface KnownDirectory {
	readonly listing: Uint8Array;
	/** Whether all its files lie there. */
	readonly whole: boolean;
}

/**
 * DVC's cloud-versioned remote (`version_aware`, `worktree`): plain paths, of which the bucket keeps every version. What lies
 * where is written in the project's own files, and has to be told first. Only `dvc push` writes there.
 */
export class VersionedRemote implements Remote {
	readonly name: string;
	readonly address: string;
	readonly lanes: number;
	readonly #depot: Depot;
	readonly #surroundings: Surroundings;
	readonly #places = new Map<Oid, Whereabouts>();
	readonly #directories = new Map<Oid, KnownDirectory>();

	constructor(name: string, depot: Depot, options: { readonly surroundings: Surroundings; readonly lanes?: number }) {
		this.name = name;
		this.address = depot.address;
		this.lanes = options.lanes ?? depot.lanes;
		this.#depot = depot;
		this.#surroundings = options.surroundings;
	}

	/** What the project says of it: objects that lie there, listings of directories. */
	know(places: Iterable<readonly [Oid, Whereabouts]>, directories: Iterable<readonly [Oid, KnownDirectory]>): void {
		for (const [oid, place] of places) this.#places.set(oid, place);
		for (const [oid, directory] of directories) this.#directories.set(oid, directory);
	}

	async has(oids: readonly Oid[]): Promise<Set<Oid>> {
		return new Set(oids.filter((oid) => this.#places.has(oid) || this.#directories.get(oid)?.whole === true));
	}

	async read(oid: Oid): Promise<Uint8Array | null> {
		const listing = this.#directories.get(oid)?.listing;
		if (listing !== undefined) return listing;
		const place = this.#places.get(oid);
		if (place === undefined) return null;
		const chunks: Uint8Array[] = [];
		const size = await download(this.#source(place), { write: (chunk) => void chunks.push(chunk) });
		return size === null ? null : bytesOf(chunks);
	}

	async fetch(oid: Oid, into: Cache, hash: "md5" | "md5-dos2unix" = "md5", moved?: Moved): Promise<bigint | null> {
		const place = this.#places.get(oid);
		if (place === undefined) return null;
		let size: bigint | null = null;
		await into.receive(oid, hash, async (temporary) => {
			const receiver = new Receiver(temporary);
			try {
				size = await download({ ...this.#source(place), moved }, receiver);
				if (size === null) throw this.#gone(place);
				const found = await receiver.finish();
				return hash === "md5" ? found : null;
			} finally {
				await receiver.close();
			}
		});
		return size;
	}

	async push(): Promise<bigint> {
		throw notPushable(this.name);
	}

	/** DVC keeps no runs there. */
	async fetchRuns(): Promise<number> {
		return 0;
	}

	async pushRuns(): Promise<number> {
		return 0;
	}

	claims(): RunShelf {
		return this;
	}

	notes(): NoteShelf {
		return NO_NOTES;
	}

	async close(): Promise<void> {
		await this.#depot.close();
	}

	#source({ key, version }: Whereabouts) {
		return { ...this.#surroundings, depot: this.#depot, key, version };
	}

	#gone({ key, version }: Whereabouts): Failure {
		return badInput("version-gone", `version ${version} of ${key} is not at remote "${this.name}" any more`, {
			found: `no such version below ${this.address}`,
			hint: "a rule of the bucket may have expired it: put the data in place again and run dvc push",
		});
	}
}

/** Sending there means to write version ids into the project's files, which is DVC's to do. */
export function notPushable(remote: string): Failure {
	return badInput("remote-not-supported", `remote "${remote}" is cloud-versioned: only DVC can push to it`, {
		found: "version_aware or worktree",
		expected: "a remote of objects, for pushing",
		hint: `dvc push -r ${remote}, then commit the .dvc files and dvc.lock that it changed`,
	});
}
