import { hashBytes } from "../digest/index.ts";
import { badInput, type Failure } from "../kernel/index.ts";
import type { RemoteConfig } from "../manifest/index.ts";
import type { Blob, Depot, Surroundings } from "./depot.ts";
import { bytesOf, download } from "./download.ts";
import { folderStock } from "./folder-stock.ts";
import { inMemory } from "./in-memory.ts";
import { depotFor, folderOf, versionedBy } from "./open-remote.ts";
import { patiently } from "./patience.ts";
import type { Stock } from "./stock.ts";

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
