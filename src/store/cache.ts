import { constants, linkSync, lstatSync } from "node:fs";
import { chmod, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
	dos2unixHashFile,
	fileChanging,
	hashBytes,
	hashFile,
	type ListedFile,
	parseListing,
	type Stamp,
	type TreeHash,
} from "../digest/index.ts";
import { inParallel, isDirectoryOid, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { canClone, copyInto, install, OBJECT_MODE, type Sharing, writeInto } from "./install.ts";
import { type Placed, type PlaceOptions, placeObject } from "./place.ts";
import { corruptObject, unreadableListing } from "./refusals.ts";
import { makeFolder } from "./shared.ts";
import { stampOf } from "./stamp-of.ts";
import { type Transplanted, transplant } from "./transplant.ts";

const FILES_AT_ONCE = 8;
/** Fewer files are taken in sooner than threads are started. */
const WORTH_THREADS = 500n;

export type Verdict = "present" | "missing" | "corrupt";

export interface AddOptions {
	/** The file as it was when `oid` was computed: if it still is so after the copy, the copy need not be read again. */
	readonly stamp?: Stamp;
	/** Take the file itself in (a hard link) where the file system can: for `cache.type = hardlink`, whose files end up as one anyway. */
	readonly link?: boolean;
}

/**
 * DVC's object cache: `files/md5/ab/cdef…`, mode 0444; objects of DVC 2.x at `ab/cdef…`. An object appears whole or not
 * at all. Nothing here deletes objects.
 */
export class Cache {
	/** Absolute. */
	readonly dir: string;
	readonly #sharing: Sharing;

	constructor(dir: string, sharing: Sharing = {}) {
		this.dir = dir;
		this.#sharing = sharing;
	}

	path(oid: Oid, hash: HashName = "md5"): string {
		return join(this.dir, relativePath(oid, hash));
	}

	/** Whether the object is there. Like DVC, a mode other than 0444 means that something touched it: then it is read and checked. */
	async has(oid: Oid, hash: HashName = "md5"): Promise<boolean> {
		return (await this.size(oid, hash)) !== null;
	}

	/** Its size in bytes; null where it is not there (see `has`). */
	async size(oid: Oid, hash: HashName = "md5"): Promise<number | null> {
		const stat = lstatSync(this.path(oid, hash), { throwIfNoEntry: false });
		if (stat === undefined || !stat.isFile()) return null;
		const trusted = (stat.mode & 0o777) === OBJECT_MODE || (await this.verify(oid, hash)) === "present";
		return trusted ? stat.size : null;
	}

	/** Reads the whole object: believes neither its name nor its mode. */
	async verify(oid: Oid, hash: HashName = "md5"): Promise<Verdict> {
		const path = this.path(oid, hash);
		if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return "missing";
		return (await contentOid(path, oid, hash)) === oid ? "present" : "corrupt";
	}

	/** The files of a directory object; null when it is missing or damaged. Failure listing-corrupt for one that was made so. */
	async readListing(oid: Oid, hash: HashName = "md5"): Promise<ListedFile[] | null> {
		const bytes = await readFile(this.path(oid, hash)).catch(() => null);
		if (bytes === null) return null;
		const listing = parseListing(bytes);
		if (listing === null && hash === "md5" && hashBytes(bytes) === bareOid(oid)) throw unreadableListing(oid);
		return listing;
	}

	/** Takes in a file that has this id. Failure when its content turns out to be another. */
	async add(file: string, oid: Oid, options: AddOptions = {}): Promise<void> {
		const before = stampOf(file);
		const target = this.path(oid);
		if (await this.#holds(target, before.size, oid)) return;
		await this.#install(target, async (temporary) => {
			if (options.link !== true || !linked(file, temporary)) {
				await copyInto(file, temporary, { size: before.size, flags: constants.COPYFILE_FICLONE, mode: OBJECT_MODE });
			}
			await refuseOther({ file, temporary, oid, stamp: options.stamp });
			await chmod(temporary, OBJECT_MODE);
		});
	}

	/** Takes in the files of a directory, then its listing. True when the files are known to be what copies of them would be. */
	async addTree(directory: string, tree: TreeHash, options: Pick<AddOptions, "link"> = {}): Promise<boolean> {
		const inBulk = options.link !== true && tree.nfiles >= WORTH_THREADS && !this.#clones(directory, tree.sample);
		const { left, own } = inBulk
			? await tree.keepIn(this.#objectFolders(), directory)
			: { left: tree.entries, own: false };
		await inParallel(left, FILES_AT_ONCE, (file) =>
			this.add(join(directory, file.relpath), file.oid, { ...options, stamp: file.stamp }),
		);
		await this.addBytes(Buffer.from(tree.listing), tree.oid);
		return own;
	}

	/** Takes in an object made here, such as a directory listing. */
	async addBytes(bytes: Uint8Array, oid: Oid, hash: HashName = "md5"): Promise<void> {
		if (hash === "md5" && hashBytes(bytes) !== bareOid(oid)) throw new Error(`these bytes are not ${oid}`);
		const target = this.path(oid, hash);
		if (await this.#holds(target, BigInt(bytes.length), oid)) return;
		await this.#install(target, (temporary) => writeInto(temporary, bytes, OBJECT_MODE));
	}

	/**
	 * Takes in an object from elsewhere: `write` fills a temporary, whose content must turn out to be what the id says. It
	 * returns the MD5 of what it wrote where it hashed on the way; else (null) the file is read again.
	 */
	async receive(oid: Oid, hash: HashName, write: (temporary: string) => Promise<string | null>): Promise<void> {
		// a folder that turned out to be missing when all had come would cost the transfer
		makeFolder(dirname(this.path(oid, hash)), this.#sharing.shared === true);
		await this.#install(this.path(oid, hash), async (temporary) => {
			const md5 = await write(temporary);
			const right = md5 === null ? (await contentOid(temporary, oid, hash)) === oid : md5 === bareOid(oid);
			if (!right) throw corruptObject("the remote", oid);
			await chmod(temporary, OBJECT_MODE);
		});
	}

	/** Takes in a small object that lies elsewhere on this machine, checked on the way. */
	receiveSmall(oid: Oid, source: string): Transplanted {
		return transplant(source, this.path(oid), { md5: bareOid(oid), ...this.#sharing });
	}

	/** The objects that are not here, of this one and, for a directory, of its files. `[oid]` alone when the listing itself is missing or damaged. */
	async missingBelow(oid: Oid, hash: HashName = "md5"): Promise<Oid[]> {
		if (!isDirectoryOid(oid)) return (await this.has(oid, hash)) ? [] : [oid];
		const listing = await this.readListing(oid, hash);
		if (listing === null) return [oid];
		const missing: Oid[] = [];
		for (const child of new Set(listing.map((file) => file.oid))) {
			if (!(await this.has(child, hash))) missing.push(child);
		}
		return missing;
	}

	/** Makes `target` (absolute) be this object: a checkout of a file or a directory. See `placeObject`. */
	place(oid: Oid, target: string, options: PlaceOptions): Promise<Placed> {
		return placeObject({ cache: this, oid, target, options });
	}

	#install(target: string, write: (temporary: string) => Promise<void> | void): Promise<void> {
		return install(target, write, this.#sharing);
	}

	/** Whether the file system gives copies that share their bytes: those are made one by one. */
	#clones(directory: string, sample: string | null): boolean {
		return sample !== null && canClone(join(directory, sample), join(this.dir, "files/md5/clone"), this.#sharing);
	}

	/** The folder of objects, with all of its 256 folders. */
	#objectFolders(): string {
		const folder = join(this.dir, "files/md5");
		for (let index = 0; index < 256; index++) {
			makeFolder(join(folder, index.toString(16).padStart(2, "0")), this.#sharing.shared === true);
		}
		return folder;
	}

	/** A file of the right name, size and mode is believed; one of another size is replaced. */
	async #holds(target: string, size: bigint, oid: Oid): Promise<boolean> {
		const stat = lstatSync(target, { throwIfNoEntry: false, bigint: true });
		return stat?.isFile() === true && stat.size === size && (await this.has(oid));
	}
}

/** Where an object lies below a cache or a remote. */
export function relativePath(oid: Oid, hash: HashName): string {
	const inside = `${oid.slice(0, 2)}/${oid.slice(2)}`;
	return hash === "md5" ? `files/md5/${inside}` : inside;
}

/** The id that the content of an object has, in the form in which `named` is written. */
export async function contentOid(path: string, named: Oid, hash: HashName): Promise<string> {
	const found = hash === "md5" || isDirectoryOid(named) ? (await hashFile(path)).oid : await dos2unixHashFile(path);
	return isDirectoryOid(named) ? `${found}.dir` : found;
}

function bareOid(oid: Oid): string {
	return oid.replace(/\.dir$/, "");
}

function linked(file: string, temporary: string): boolean {
	try {
		if (lstatSync(file).size === 0 || !lstatSync(file).isFile()) return false;
		linkSync(file, temporary);
		return true;
	} catch (cause) {
		// A missing folder is for the caller to make.
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") throw cause;
		return false;
	}
}

interface Copied {
	readonly file: string;
	readonly temporary: string;
	readonly oid: Oid;
	readonly stamp: Stamp | undefined;
}

async function refuseOther({ file, temporary, oid, stamp }: Copied): Promise<void> {
	if (stamp !== undefined && sameContent(stampOf(file), stamp)) return;
	if ((await hashFile(temporary)).oid === bareOid(oid)) return;
	throw fileChanging(file);
}

/** Without the status change time, which the linking itself moves. */
function sameContent(a: Stamp, b: Stamp): boolean {
	return a.inode === b.inode && a.size === b.size && a.modified === b.modified;
}
