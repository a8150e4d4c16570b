import type { Oid } from "../kernel/index.ts";
import type { HashName, LockEntry, Output, Project, Recorded, Stage, Tree } from "../manifest/index.ts";

/** One side of a comparison: a tree, what DVC's files in it say, and the objects that are at hand. */
export interface Side {
	readonly tree: Tree;
	readonly project: Project;
	readonly objects: Objects;
	/** What the cached outputs hold, by path; `recordedData` for a revision, what lies there for a workspace. */
	readonly data: ReadonlyMap<string, Content>;
}

/** Recorded content by its id; null when it is not in the cache. */
export interface Objects {
	read(oid: Oid, hash: HashName): Promise<Uint8Array | null>;
	listing(oid: Oid, hash: HashName): Promise<readonly ListedFile[] | null>;
}

export interface ListedFile {
	/** Below the directory, `/` between parts. */
	readonly relpath: string;
	readonly oid: Oid;
}

/** `oid` null: it is declared, but nothing is recorded. */
export interface Content {
	readonly oid: Oid | null;
	readonly hash: HashName;
	readonly size?: bigint;
	/** Of a directory whose listing is known without the cache. */
	readonly files?: readonly ListedFile[];
}

/** What the lock and the `.dvc` files of a revision record of the outputs in the cache. */
export function recordedData(project: Project): Map<string, Content> {
	const found = new Map<string, Content>();
	for (const stage of project.stages) {
		for (const out of stage.outs) {
			if (out.at !== null && out.cache) found.set(out.at, contentOf(recordOf(stage, out)));
		}
	}
	return found;
}

/** What is recorded of one output; null when nothing is. */
export function recordOf(stage: Stage, out: Output): Recorded | null {
	const lock: LockEntry | null = stage.lock;
	return lock?.outs.find((recorded) => recorded.path === out.path) ?? null;
}

function contentOf(recorded: Recorded | null): Content {
	if (recorded === null) return { oid: null, hash: "md5" };
	const { oid, hash, size } = recorded;
	return { oid, hash, ...(size === undefined ? {} : { size }) };
}
