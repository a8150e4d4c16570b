import { readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { directoryListing, type ListedFile, mergeListings, parseListing } from "../digest/index.ts";
import { type MergeFiles, mergeText } from "../git/index.ts";
import { badInput, baseName, Failure, isDirectoryOid, type Outcome } from "../kernel/index.ts";
import { mergeDotDvc, mergeLocks, type Recorded, type Sides } from "../manifest/index.ts";
import type { MergeDriverDocument } from "../report/index.ts";
import type { Cache } from "../store/index.ts";
import type { FlowContext } from "./context.ts";
import { openCache } from "./workspace.ts";

export interface MergeDriverOptions {
	/** The three files that git hands over (`%O %A %B`), relative to where git stands. The result goes into `ours`. */
	readonly files: MergeFiles;
	/** The file's name in the repository (`%P`). */
	readonly path: string;
	/** Length of a conflict marker (`%L`). */
	readonly markerSize: number;
}

type Done = Omit<MergeDriverDocument, "schema" | "path">;

/** Merges a dvc.lock or a .dvc file for git. Answer "no" when conflicts are left, which stand in the file as git writes them. */
export async function mergeDriver(
	context: FlowContext,
	{ files, path, markerSize }: MergeDriverOptions,
): Promise<Outcome<MergeDriverDocument>> {
	const at = {
		base: resolve(context.cwd, files.base),
		ours: resolve(context.cwd, files.ours),
		theirs: resolve(context.cwd, files.theirs),
	};
	const texts = { base: await textAt(at.base), ours: await textAt(at.ours), theirs: await textAt(at.theirs) };
	const done = (await merged(context, texts, { path, markerSize })) ?? (await byLines(context, at, markerSize));
	if (done.text !== texts.ours) await writeFile(at.ours, done.text);
	const { by, taken, conflicts } = done;
	return {
		answer: conflicts.length > 0 ? "no" : "yes",
		document: { schema: "mainline.merge-driver/1", path, by, taken, conflicts },
	};
}

interface Written extends Done {
	readonly text: string;
}

/** Null for what only lines can settle: a file that does not parse, or that changed in other ways than its kind does. */
async function merged(
	context: FlowContext,
	texts: Sides<string>,
	{ path, markerSize }: Pick<MergeDriverOptions, "path" | "markerSize">,
): Promise<Written | null> {
	const name = baseName(path);
	if (name !== "dvc.lock" && !name.endsWith(".dvc")) throw notOurs(path);
	try {
		if (name !== "dvc.lock") return await byFiles(await openCache(context, dirname(resolve(context.cwd, path))), texts);
		const merge = mergeLocks(texts, markerSize);
		return merge === null ? null : { by: "stages", ...merge };
	} catch (cause) {
		if (cause instanceof Failure && cause.kind === "input") return null;
		throw cause;
	}
}

async function byFiles(cache: Cache, texts: Sides<string>): Promise<Written | null> {
	const taken: string[] = [];
	const text = await mergeDotDvc(texts, (sides) => mergeDirectory(cache, sides, taken));
	return text === null ? null : { by: "files", text, taken, conflicts: [] };
}

/** Null when a listing is not here, when one file was changed on both sides, or when the two cannot stand side by side. */
async function mergeDirectory(
	cache: Cache,
	{ base, ours, theirs }: Sides<Recorded>,
	taken: string[],
): Promise<Recorded | null> {
	const [before, here, there] = await Promise.all([base, ours, theirs].map((side) => filesOf(cache, side)));
	if (before == null || here == null || there == null) return null;
	const { files } = mergeListings({ base: before, ours: here, theirs: there });
	if (files === null) return null;
	const listing = directoryListing(files);
	const bytes = Buffer.from(listing.text);
	// a file of one side may stand where the other has a folder
	if (parseListing(bytes) === null) return null;
	const known = new Set(here.map(key));
	taken.push(...files.filter((file) => !known.has(key(file))).map(({ relpath }) => relpath));
	await cache.addBytes(bytes, listing.oid);
	const { size: _size, nfiles: _nfiles, ...rest } = ours;
	const size = sizeOf({ base, ours, theirs }, { before, here, there });
	return { ...rest, oid: listing.oid, nfiles: BigInt(files.length), ...(size === null ? {} : { size }) };
}

function filesOf(cache: Cache, { oid, hash }: Recorded): Promise<ListedFile[] | null> {
	return oid === null || !isDirectoryOid(oid) || hash !== "md5" ? Promise.resolve(null) : cache.readListing(oid, hash);
}

/**
 * Listings tell no sizes: what each side changed adds up, unless both made the same change, which would count twice. Then the
 * size is left out, as DVC leaves it out where it does not know it.
 */
function sizeOf(
	{ base, ours, theirs }: Sides<Recorded>,
	{ before, here, there }: Record<"before" | "here" | "there", readonly ListedFile[]>,
): bigint | null {
	const was = new Set(before.map(key));
	const [fresh, added] = [here.map(key).filter(isNew), new Set(there.map(key).filter(isNew))];
	const [kept, left] = [new Set(here.map(key)), new Set(there.map(key))];
	const alike = fresh.some((file) => added.has(file)) || [...was].some((file) => !kept.has(file) && !left.has(file));
	if (alike || base.size === undefined || ours.size === undefined || theirs.size === undefined) return null;
	return ours.size + theirs.size - base.size;

	function isNew(file: string): boolean {
		return !was.has(file);
	}
}

function key({ relpath, oid }: ListedFile): string {
	return `${oid} ${relpath}`;
}

async function byLines({ cwd }: FlowContext, files: MergeFiles, markerSize: number): Promise<Written> {
	const { text, conflicts } = await mergeText(cwd, files, markerSize);
	return { by: "lines", text, taken: [], conflicts: Array.from({ length: conflicts }, (_, n) => `conflict ${n + 1}`) };
}

async function textAt(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (cause) {
		throw badInput("merge-file-missing", `${file} cannot be read`, {
			found: cause instanceof Error ? cause.message : String(cause),
			expected: "the three files that git hands to a merge driver",
			hint: "let git call it: `git config merge.mainline.driver 'mainline merge-driver %O %A %B %P --marker-size %L'`",
			cause,
		});
	}
}

function notOurs(path: string): Error {
	return badInput("merge-not-ours", `${path} is no file that mainline merges`, {
		found: path,
		expected: "a dvc.lock or a .dvc file",
		hint: "name those alone in .gitattributes: `dvc.lock merge=mainline` and `*.dvc merge=mainline`",
	});
}
