import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HashState, IgnoreRules } from "../digest/index.ts";
import { badInput, isDirectoryOid, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { breathe } from "./breathe.ts";
import { Linker, type LinkType, makeExecutable } from "./link.ts";
import { linkInTheWay, missingObjects, unreadableListing, unsavedData } from "./refusals.ts";
import { type FilesById, standingFiles } from "./standing.ts";

/** The part of the cache that placing needs. */
export interface ObjectSource {
	path(oid: Oid, hash?: HashName): string;
	has(oid: Oid, hash?: HashName): Promise<boolean>;
	readListing(oid: Oid, hash?: HashName): Promise<{ relpath: string; oid: Oid }[] | null>;
}

export interface PlaceOptions {
	/** Link types in the order to try; the first that works is used. */
	readonly types: readonly LinkType[];
	/** Give a single file the execute bit. */
	readonly exec?: boolean;
	readonly hash?: HashName;
	/** Overwrite and remove what is there even where it is saved nowhere. */
	readonly force?: boolean;
	/** Link unchanged files anew, too: after `add`, or when `cache.type` changed. */
	readonly relink?: boolean;
	/** Spares reading what did not change, and learns what was placed. */
	readonly state?: HashState;
	/** What in a directory is not its content and must be left alone (`.dvcignore`). */
	readonly rules?: IgnoreRules;
	/** The object that is at the target right now, where the caller just hashed it: spares looking. */
	readonly previous?: Oid | null;
	/** Called with the number of files linked so far and in all. */
	readonly progress?: (done: number, total: number) => void;
}

/** Numbers of files. */
export interface Placed {
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
}

export interface Placing {
	readonly cache: ObjectSource;
	readonly oid: Oid;
	/** Absolute. */
	readonly target: string;
	readonly options: PlaceOptions;
}

/** Paths relative to the target; `""` is the target itself, where it is a file. */
interface Difference {
	readonly added: string[];
	readonly changed: string[];
	readonly kept: string[];
	readonly removed: string[];
}

/**
 * Makes the target be the object. Everything that could refuse is asked before the first file is touched: are the objects
 * that are needed here, would data be lost that is saved nowhere. Then files are replaced one by one, each whole, so that a kill leaves
 * old and new files but no half one, and the next call goes on.
 */
export async function placeObject(placing: Placing): Promise<Placed> {
	const wanted = await wantedFiles(placing);
	const standing = await knownStanding(placing);
	const difference = compare(wanted, standing);
	await refuseMissing(placing, wanted, difference);
	if (placing.options.force !== true) await refuseUnsaved(placing, standing, difference);
	clearTheWay(placing, wanted);
	removeFiles(placing, difference.removed);
	await linkFiles(placing, wanted, difference);
	return { added: difference.added.length, changed: difference.changed.length, removed: difference.removed.length };
}

async function wantedFiles({ cache, oid, target, options }: Placing): Promise<FilesById> {
	if (!isDirectoryOid(oid)) return new Map([["", oid]]);
	if (!(await cache.has(oid, options.hash))) throw missingObjects(target, [oid]);
	const listing = await cache.readListing(oid, options.hash);
	if (listing === null) throw unreadableListing(oid);
	return new Map(listing.map((file) => [file.relpath, file.oid]));
}

/** What stays as it is needs no object. */
async function refuseMissing(
	{ cache, target, options }: Placing,
	wanted: FilesById,
	{ added, changed, kept }: Difference,
): Promise<void> {
	const needed = [...added, ...changed, ...(options.relink === true ? kept : [])];
	const missing: Oid[] = [];
	for (const oid of new Set(needed.flatMap((path) => wanted.get(path) ?? []))) {
		if (!(await cache.has(oid, options.hash))) missing.push(oid);
	}
	if (missing.length > 0) throw missingObjects(target, missing);
}

async function knownStanding(placing: Placing): Promise<FilesById> {
	const { cache, target, options } = placing;
	const previous = options.previous ?? null;
	if (previous === null) return standingFiles(target, options);
	if (!isDirectoryOid(previous)) return new Map([["", previous]]);
	const listing = await cache.readListing(previous, options.hash);
	return listing === null ? standingFiles(target, options) : new Map(listing.map((file) => [file.relpath, file.oid]));
}

function compare(wanted: FilesById, standing: FilesById): Difference {
	const difference: Difference = { added: [], changed: [], kept: [], removed: [] };
	for (const [path, oid] of wanted) {
		const now = standing.get(path);
		if (now === undefined) difference.added.push(path);
		else if (now === oid) difference.kept.push(path);
		else difference.changed.push(path);
	}
	difference.removed.push(...[...standing.keys()].filter((path) => !wanted.has(path)));
	return difference;
}

async function refuseUnsaved(placing: Placing, standing: FilesById, difference: Difference): Promise<void> {
	const { cache, target, options } = placing;
	const lost: string[] = [];
	for (const path of [...difference.changed, ...difference.removed]) {
		const oid = standing.get(path);
		if (oid !== undefined && !(await cache.has(oid, options.hash))) lost.push(join(target, path));
	}
	if (lost.length > 0) throw unsavedData(target, lost);
}

/** A link to a folder below the target could lead our writing out of it. */
function clearTheWay({ target, options }: Placing, wanted: FilesById): void {
	for (const folder of foldersOf(wanted.keys())) {
		const path = join(target, folder);
		if (!isLink(path)) continue;
		if (options.force !== true) throw linkInTheWay(path);
		unlinkSync(path);
	}
}

/** False also where a part of the path is a file. */
function isLink(path: string): boolean {
	try {
		return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
	} catch {
		return false;
	}
}

/** Every folder above the files, below the target. */
function foldersOf(paths: Iterable<string>): Set<string> {
	const folders = new Set<string>();
	for (const path of paths) {
		for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
			const folder = path.slice(0, at);
			if (folders.has(folder)) break;
			folders.add(folder);
		}
	}
	return folders;
}

function removeFiles({ target }: Placing, removed: readonly string[]): void {
	for (const path of removed) rmSync(join(target, path), { force: true });
	// The deepest first, so that a folder is looked at after those inside it.
	const folders = [...foldersOf(removed)].sort((a, b) => b.length - a.length);
	for (const folder of folders) removeIfEmpty(join(target, folder));
}

function removeIfEmpty(folder: string): void {
	const stat = lstatSync(folder, { throwIfNoEntry: false });
	if (stat?.isDirectory() === true && readdirSync(folder).length === 0) rmdirSync(folder);
}

async function linkFiles(placing: Placing, wanted: FilesById, difference: Difference): Promise<void> {
	const { cache, oid, target, options } = placing;
	const { exec = false, relink = false, hash = "md5", state } = options;
	const linker = new Linker(options.types);
	const childOf = (path: string): Oid => wanted.get(path) ?? oid;
	const objectOf = (path: string): string => cache.path(childOf(path), hash);
	const fileOf = (path: string): string => (path === "" ? target : `${target}/${path}`);
	const paths = [...difference.added, ...difference.changed];
	const isRight = (path: string): boolean =>
		path === "" ? linker.isLinked(objectOf(path), target, { exec }) : linker.isFine(objectOf(path), fileOf(path));
	if (relink) paths.push(...difference.kept.filter((path) => !isRight(path)));
	prepareTarget(placing, paths);
	for (const [index, path] of paths.entries()) {
		await linker.link(objectOf(path), fileOf(path), { exec, isNew: index < difference.added.length });
		if (path === "" && hash === "md5") state?.remember(target, oid);
		await breathe(index);
		options.progress?.(index + 1, paths.length);
	}
	if (exec && difference.kept.includes("")) makeExecutable(target);
}

/** A file may stand where a directory is to be, and the reverse; its content was asked about before. */
function prepareTarget({ oid, target }: Placing, paths: readonly string[]): void {
	const stat = lstatSync(target, { throwIfNoEntry: false });
	if (!isDirectoryOid(oid)) {
		if (stat?.isDirectory() === true && paths.length > 0) emptyOrRefuse(target);
		mkdirSync(dirname(target), { recursive: true });
		return;
	}
	if (stat !== undefined && !stat.isDirectory()) rmSync(target);
	mkdirSync(target, { recursive: true });
}

/** Ignored files may be left in a directory that gives way to a file. */
function emptyOrRefuse(folder: string): void {
	const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
	const [first] = left;
	if (first !== undefined) {
		throw badInput("in-the-way", `${folder} must become a file but holds files that are not tracked`, {
			at: { file: folder },
			found: join(first.parentPath, first.name),
			hint: "move them away and try again",
		});
	}
	rmSync(folder, { recursive: true });
}
