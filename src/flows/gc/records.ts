import { isDirectoryOid, joinPath, type Oid, parentOf } from "../../kernel/index.ts";
import { parseLock, type Recorded, readDotDvc } from "../../manifest/index.ts";

/** What a file of DVC's records, as far as the grammar is known. */
export interface Records {
	readonly deps: readonly Recorded[];
	readonly outs: readonly (Recorded & {
		/** Relative to the git root. */
		readonly at: string;
		/** Whether DVC keeps it in the cache and at remotes; null where another file says so (dvc.yaml). */
		readonly kept: boolean | null;
	})[];
}

/** Reads `dvc.lock` or a `.dvc` file; `path` from the git root. Failures of the manifest room. */
export function readRecords(path: string, bytes: Uint8Array): Records {
	const at = (recorded: Recorded): string => joinPath(parentOf(path), recorded.path);
	if (path.endsWith(".lock")) {
		const entries = [...parseLock(bytes, path).values()];
		return {
			deps: entries.flatMap(({ deps }) => deps),
			outs: entries.flatMap(({ outs }) => outs.map((out) => ({ ...out, at: at(out), kept: null }))),
		};
	}
	const { outs, lock } = readDotDvc(bytes, path, null);
	const kept = new Map(outs.map((out) => [out.path, out.cache && out.push]));
	return {
		deps: lock?.deps ?? [],
		outs: (lock?.outs ?? []).map((out) => ({ ...out, at: at(out), kept: kept.get(out.path) ?? null })),
	};
}

/**
 * Directories of which no place has to hold a listing: those that are only read (where another stage makes one, its output says so), and outputs that
 * git holds itself, as with `cache: false`.
 */
export async function unstoredIn(
	{ deps, outs }: Records,
	isGits: (path: string) => Promise<boolean>,
): Promise<Set<Oid>> {
	const found = new Set(deps.flatMap(({ oid }) => directory(oid)));
	for (const { oid, at, kept } of outs) {
		for (const each of directory(oid)) if (kept === null ? await isGits(at) : !kept) found.add(each);
	}
	for (const { oid, at, kept } of outs) {
		for (const each of directory(oid)) if (kept ?? !(await isGits(at))) found.delete(each);
	}
	return found;
}

function directory(oid: Oid | null): Oid[] {
	return oid !== null && isDirectoryOid(oid) ? [oid] : [];
}
