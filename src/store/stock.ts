import { hashBytes } from "../digest/index.ts";
import { badInput, type Failure } from "../kernel/index.ts";
import type { RemoteConfig } from "../manifest/index.ts";
import type { Blob, Depot, Surroundings } from "./depot.ts";
import { bytesOf, download } from "./download.ts";
import { folderStock } from "./folder-stock.ts";
import { inMemory } from "./in-memory.ts";
import { depotFor, folderOf, versionedBy } from "./open-remote.ts";
import { patiently } from "./patience.ts";

/**
 * A cache or a remote as a place of blobs that can be listed and taken away: what a clearing works on. Keys are relative to it, `/` between
 * parts. Nothing else in this room deletes what is not its own.
 */
export interface Stock {
	/** For people; never with a credential in it. */
	readonly address: string;
	/** How many requests it takes well at a time. */
	readonly lanes: number;
	/** How many blobs one request takes away. */
	readonly batch: number;
	/** Everything below a prefix that ends in `/`. A listing that breaks off begins anew. */
	list(prefix: string): Promise<Blob[]>;
	/** Null where it is not there. */
	read(key: string): Promise<Uint8Array | null>;
	write(key: string, bytes: Uint8Array): Promise<void>;
	/** At most `batch` of them; what is not there is gone already. */
	remove(keys: readonly string[]): Promise<void>;
	/** Why bytes stay although their blob is taken away, as a sentence; null where nothing is known of it. */
	keeps(): Promise<string | null>;
	close(): Promise<void>;
}

/** Failures `remote-not-supported` (of a kind that cannot be listed, that takes nothing away or that only DVC may clear), and those of opening. */
export async function openStock(config: RemoteConfig, surroundings: Surroundings): Promise<Stock> {
	const versioned = versionedBy(config);
	if (versioned !== null) throw onlyDvc(config.name, versioned);
	const folder = folderOf(config.url);
	if (folder !== null) return folderStock(folder);
	const depot = await depotFor(config, surroundings);
	if (depot !== null && depot.page !== null && depot.remove !== undefined) return depotStock(depot, surroundings);
	await depot?.close();
	throw badInput("remote-not-supported", `nothing can be cleared at remote "${config.name}"`, {
		found: config.url.replace(/:.*/s, "://"),
		expected: "a remote that lists what it holds and lets it be deleted",
		hint: "clear it where its files lie: as a folder, or by the server's other protocol (S3, WebDAV, SSH)",
	});
}

function onlyDvc(name: string, option: string): Failure {
	return badInput("remote-not-supported", `remote "${name}" is cloud-versioned: nothing is cleared there`, {
		found: option,
		expected: "a remote of objects",
		hint: "older versions are the bucket's to expire: a lifecycle rule for noncurrent versions does it",
	});
}

function depotStock(depot: Depot, surroundings: Surroundings): Stock {
	const again = <T>(work: () => Promise<T>): Promise<T> => patiently(surroundings, work);
	return {
		address: depot.address,
		lanes: depot.lanes,
		batch: depot.removes ?? 1,
		list: (prefix) =>
			again(async () => {
				const found: Blob[] = [];
				for await (const page of depot.list(prefix)) found.push(...page);
				return found;
			}),
		read: async (key) => {
			const chunks: Uint8Array[] = [];
			const sink = { write: (chunk: Uint8Array) => void chunks.push(chunk) };
			return (await download({ ...surroundings, depot, key }, sink)) === null ? null : bytesOf(chunks);
		},
		write: (key, bytes) => again(() => depot.write(key, inMemory(bytes, hashBytes(bytes)))),
		remove: (keys) => again(async () => depot.remove?.(keys)),
		keeps: async () => (await depot.keeps?.()) ?? null,
		close: () => depot.close(),
	};
}
