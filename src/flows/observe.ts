import { readlinkSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { directoryListing, dos2unixHashFile, type HashState, hashBytes, type IgnoreRules } from "../digest/index.ts";
import { baseName, Failure, inParallel, isWithin, joinPath, type Oid, parentOf } from "../kernel/index.ts";
import { type HashName, type Ignore, type LockEntry, readParamValues, type Tree } from "../manifest/index.ts";
import { type Content, fits, type Observer } from "../plan/index.ts";
import { type Cache, CompleteMemory, type RunCache, sameInputs } from "../store/index.ts";
import { notesFolder } from "./workspace.ts";

/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;

interface Stores {
	readonly cache: Cache;
	readonly runCache: RunCache;
}

interface Seen extends Stores {
	readonly root: string;
	readonly tree: Tree;
	readonly ignore: Ignore;
	readonly state: HashState;
}

/** The workspace as it is when asked. */
export function observeWorkspace(seen: Seen): Observer {
	const stores = storesObserver(seen);
	const complete = new CompleteMemory(seen.cache, notesFolder(seen.root));
	return {
		content: (path, hash, as) =>
			workspaceContent(seen, { path, named: as === "dependency" }, hash).catch((cause: unknown) =>
				lostWithTheCache(cause, seen.cache),
			),
		values: (dependency) => readParamValues(seen.tree, dependency),
		...stores,
		stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
	};
}

/** With `cache.type` symlink what was placed leads nowhere when the cache has lost it: it is no more there than its object. */
function lostWithTheCache(cause: unknown, cache: Cache): null {
	const link = cause instanceof Failure && cause.code === "broken-link" ? cause.details.at?.file : undefined;
	if (link !== undefined && isWithin(resolve(dirname(link), readlinkSync(link)), cache.dir)) return null;
	throw cause;
}

interface Revision extends Stores {
	readonly tree: Tree;
	readonly ignore: Ignore;
	/** Count what is known as stored, wherever it lies: the question is what is known, not what could be placed. */
	readonly assumeStored: boolean;
}

/** A revision: what git holds is hashed, what DVC tracks is not there. */
export function observeRevision(revision: Revision): Observer {
	const { tree, assumeStored } = revision;
	const stores = storesObserver(revision);
	return {
		content: (path, hash, as) =>
			hash === "md5" ? treeContent(revision, { path, named: as === "dependency" }) : Promise.resolve(null),
		values: (dependency) => readParamValues(tree, dependency),
		...stores,
		...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
	};
}

/** `.dvcignore` for the inside of one directory. */
export function rulesFor(ignore: Ignore, directory: string): IgnoreRules {
	return {
		ignored: (relpath, isDirectory) => ignore.ignored(joinPath(directory, relpath), isDirectory),
		key: `${ignore.key} ${directory}`,
	};
}

type StoresObserver = Pick<Observer, "stored" | "listing" | "knownRun" | "mayKnowRun">;

function storesObserver({ cache, runCache }: Stores): StoresObserver {
	let runs: Promise<LockEntry[] | null> | null = null;
	return {
		stored: async (oid, hash) => (await cache.missingBelow(oid, hash)).length === 0,
		listing: (oid, hash) => cache.readListing(oid, hash),
		knownRun: async (inputs) => {
			const [newest] = await runCache.find(runCache.key(inputs));
			return newest !== undefined && sameInputs(newest, inputs) ? newest : null;
		},
		mayKnowRun: async (inputs, open) => {
			runs ??= allRuns(runCache);
			return (await runs)?.some((entry) => fits(entry, inputs, open)) ?? true;
		},
	};
}

async function allRuns(runCache: RunCache): Promise<LockEntry[] | null> {
	const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
	if (keys.length > RUNS_SEARCHED) return null;
	return (await inParallel(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}

async function workspaceContent(
	seen: Seen,
	{ path, named }: { path: string; named: boolean },
	hash: HashName,
): Promise<Content | null> {
	const absolute = join(seen.root, path);
	const stats = await stat(absolute).catch(() => null);
	if (stats === null || (!named && seen.ignore.ignored(path, stats.isDirectory()))) return null;
	if (hash === "md5-dos2unix") return legacyContent(seen, path, stats.isDirectory());
	if (stats.isDirectory()) {
		const { oid, size, nfiles } = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
		return { oid, hash, size, nfiles };
	}
	const { oid, size } = await seen.state.hashFile(absolute);
	return { oid, hash, size, ...((stats.mode & 0o111) === 0 ? {} : { isexec: true }) };
}

/** As DVC 2.x named it. Sizes are those of the files as they are. */
async function legacyContent(seen: Seen, path: string, isDirectory: boolean): Promise<Content> {
	const absolute = join(seen.root, path);
	const hash = "md5-dos2unix";
	if (!isDirectory) {
		const { size, mode } = await stat(absolute);
		const oid = await dos2unixHashFile(absolute);
		return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
	}
	const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
	const entries = await inParallel(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
		relpath,
		oid: await dos2unixHashFile(join(absolute, relpath)),
	}));
	return { oid: directoryListing(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}

async function treeContent(
	revision: Pick<Revision, "tree" | "ignore">,
	{ path, named }: { path: string; named: boolean },
): Promise<Content | null> {
	const { tree, ignore } = revision;
	const kind = await tree.kind(path);
	if (kind === null || (!named && ignore.ignored(path, kind === "directory"))) return null;
	if (kind === "file") {
		const bytes = await tree.read(path);
		if (bytes === null) return null;
		const exec = await isExecutable(tree, path);
		return { oid: hashBytes(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
	}
	const files = await filesBelow(revision, path);
	const size = files.reduce((sum, file) => sum + file.size, 0n);
	return { oid: directoryListing(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}

async function isExecutable(tree: Tree, path: string): Promise<boolean> {
	return (await tree.list(parentOf(path))).some(({ name, exec }) => exec && name === baseName(path));
}

interface TreeFile {
	readonly relpath: string;
	readonly oid: Oid;
	readonly size: bigint;
}

async function filesBelow(
	{ tree, ignore }: Pick<Revision, "tree" | "ignore">,
	top: string,
	below = "",
): Promise<TreeFile[]> {
	const files: TreeFile[] = [];
	for (const { name, kind, link } of await tree.list(joinPath(top, below))) {
		const relpath = below === "" ? name : `${below}/${name}`;
		const path = joinPath(top, relpath);
		if (ignore.ignored(path, kind === "directory")) continue;
		if (kind === "directory") {
			if (!link) files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
			continue;
		}
		const bytes = await tree.read(path);
		if (bytes !== null) files.push({ relpath, oid: hashBytes(bytes), size: BigInt(bytes.length) });
	}
	return files;
}
