import { readFile } from "node:fs/promises";
import { type Objects, recordOf } from "../../compare/index.ts";
import { hashBytes } from "../../digest/index.ts";
import type { Oid } from "../../kernel/index.ts";
import type { HashName, Project, Tree } from "../../manifest/index.ts";
import type { Shelves } from "../remote-shelves.ts";

/** Recorded files: from this machine's cache, else from the remote. What does not hash to its name counts as absent. */
export function shelvedObjects({ cache, remote }: Pick<Shelves, "cache" | "remote">): Objects {
	const fetched = async (oid: Oid, hash: HashName): Promise<boolean> =>
		remote !== null && (await remote.fetch(oid, cache, hash)) !== null;
	const read = async (oid: Oid, hash: HashName): Promise<Uint8Array | null> => {
		const bytes = await readFile(cache.path(oid, hash)).catch(() => null);
		return bytes === null || (hash === "md5" && hashBytes(bytes) !== oid) ? null : bytes;
	};
	return {
		read: async (oid, hash) => (await read(oid, hash)) ?? ((await fetched(oid, hash)) ? read(oid, hash) : null),
		listing: async (oid, hash) =>
			(await cache.readListing(oid, hash)) ?? ((await fetched(oid, hash)) ? cache.readListing(oid, hash) : null),
	};
}

/**
 * A tree as it would read had the recorded results been committed: a metrics file that git tracks and nobody brought up
 * to date counts as absent, so that what the lock records is read in its place.
 */
export function asRecorded(tree: Tree, project: Project): Tree {
	const recorded = new Map<string, Oid>();
	for (const stage of project.stages) {
		for (const out of stage.outs) {
			const record = out.cache || out.at === null ? null : recordOf(stage, out);
			if (record?.oid && record.hash === "md5") recorded.set(out.at ?? "", record.oid);
		}
	}
	return {
		...tree,
		name: tree.name,
		list: (path) => tree.list(path),
		kind: (path) => tree.kind(path),
		read: async (path) => {
			const bytes = await tree.read(path);
			const oid = recorded.get(path);
			return bytes === null || oid === undefined || oid === hashBytes(bytes) ? bytes : null;
		},
	};
}
