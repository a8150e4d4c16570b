import { parseListing } from "../digest/index.ts";
import { Failure, inParallel, isDirectoryOid, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { breathe } from "./breathe.ts";
import type { Cache } from "./cache.ts";
import type { Remote } from "./remote.ts";

export interface ObjectRef {
	readonly oid: Oid;
	readonly hash: HashName;
}

/** `bytes` are those moved so far; `files` and `total` count objects, `total` only what has to move. */
export interface TransferProgress {
	readonly files: number;
	readonly total: number;
	readonly bytes: bigint;
}

export interface TransferOptions {
	readonly cache: Cache;
	readonly remote: Remote;
	/** Objects at a time; default what the remote takes well. */
	readonly jobs?: number;
	readonly progress?: (now: TransferProgress) => void;
	/** For directories: fetch only these of their files. */
	readonly only?: (directory: Oid, relpath: string) => boolean;
}

export interface FailedObject extends ObjectRef {
	readonly reason: string;
}

export interface TransferReport {
	/** Objects moved. */
	readonly transferred: number;
	readonly bytes: bigint;
	readonly failed: readonly FailedObject[];
}

/** A directory on its way: its listing is written only when all its files are there, since readers believe in that. */
interface Directory extends ObjectRef {
	readonly children: readonly Oid[];
	readonly listing: Uint8Array;
	/** False when its destination has the listing already, or only some of its files are wanted. */
	readonly write: boolean;
}

interface Agenda {
	readonly files: ObjectRef[];
	readonly directories: Directory[];
	readonly failed: FailedObject[];
}

/** Sends to the remote what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
export async function push(objects: readonly ObjectRef[], options: TransferOptions): Promise<TransferReport> {
	const agenda = await pushAgenda(unique(objects), options);
	const { cache, remote } = options;
	return carryOut(agenda, options, {
		file: ({ oid, hash }) => remote.push(oid, cache, hash),
		directory: ({ oid, hash }) => remote.push(oid, cache, hash),
	});
}

/** Brings into the cache what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
export async function fetch(objects: readonly ObjectRef[], options: TransferOptions): Promise<TransferReport> {
	const agenda = await fetchAgenda(unique(objects), options);
	const { cache, remote } = options;
	return carryOut(agenda, options, {
		file: async ({ oid, hash }) => {
			const bytes = await remote.fetch(oid, cache, hash);
			if (bytes === null) throw new Missing(`not on remote "${remote.name}"`);
			return bytes;
		},
		directory: async ({ oid, hash, listing }) => {
			await cache.addBytes(listing, oid, hash);
			return BigInt(listing.length);
		},
	});
}

class Missing extends Error {}

async function pushAgenda(objects: readonly ObjectRef[], { cache, remote }: TransferOptions): Promise<Agenda> {
	const agenda: Agenda = { files: [], directories: [], failed: [] };
	const lacking = await lackingThere(remote, objects);
	for (const { oid, hash } of lacking.filter((object) => isDirectoryOid(object.oid))) {
		const listing = await cache.readListing(oid, hash);
		if (listing === null) agenda.failed.push({ oid, hash, reason: "neither in the cache nor on the remote" });
		else
			agenda.directories.push({
				oid,
				hash,
				children: listing.map((file) => file.oid),
				listing: new Uint8Array(),
				write: true,
			});
	}
	const children = agenda.directories.flatMap(({ children, hash }) => children.map((oid) => ({ oid, hash })));
	const files = [
		...lacking.filter((object) => !isDirectoryOid(object.oid)),
		...(await lackingThere(remote, unique(children))),
	];
	for (const object of unique(files)) {
		if (await cache.has(object.oid, object.hash)) agenda.files.push(object);
		else agenda.failed.push({ ...object, reason: "neither in the cache nor on the remote" });
	}
	return agenda;
}

async function lackingThere(remote: Remote, objects: readonly ObjectRef[]): Promise<ObjectRef[]> {
	const lacking: ObjectRef[] = [];
	for (const hash of ["md5", "md5-dos2unix"] as const) {
		const asked = objects.filter((object) => object.hash === hash);
		const there =
			asked.length === 0
				? new Set()
				: await remote.has(
						asked.map((object) => object.oid),
						hash,
					);
		lacking.push(...asked.filter((object) => !there.has(object.oid)));
	}
	return lacking;
}

async function fetchAgenda(objects: readonly ObjectRef[], options: TransferOptions): Promise<Agenda> {
	const agenda: Agenda = { files: [], directories: [], failed: [] };
	const wanted: ObjectRef[] = objects.filter((object) => !isDirectoryOid(object.oid));
	for (const object of objects.filter(({ oid }) => isDirectoryOid(oid))) {
		const directory = await describeDirectory(object, options).catch((cause: unknown) => reasonOf(cause));
		if (typeof directory === "string") {
			agenda.failed.push({ ...object, reason: directory });
			continue;
		}
		agenda.directories.push(directory);
		wanted.push(...directory.children.map((oid) => ({ oid, hash: object.hash })));
	}
	for (const [index, object] of unique(wanted).entries()) {
		if (!(await options.cache.has(object.oid, object.hash))) agenda.files.push(object);
		await breathe(index);
	}
	return agenda;
}

async function describeDirectory({ oid, hash }: ObjectRef, options: TransferOptions): Promise<Directory> {
	const { cache, remote, only } = options;
	const here = await cache.readListing(oid, hash);
	const bytes = here === null ? await remote.read(oid, hash) : new Uint8Array();
	if (bytes === null) throw new Missing(`not on remote "${remote.name}"`);
	const listed = here ?? parseListing(bytes);
	if (listed === null) throw new Missing("its listing is not one, or names files outside the directory");
	const children = listed.filter((file) => only === undefined || only(oid, file.relpath)).map((file) => file.oid);
	return { oid, hash, children, listing: bytes, write: here === null };
}

interface Acts {
	readonly file: (object: ObjectRef) => Promise<bigint>;
	readonly directory: (directory: Directory) => Promise<bigint>;
}

async function carryOut(agenda: Agenda, options: TransferOptions, acts: Acts): Promise<TransferReport> {
	const writable = agenda.directories.filter((directory) => directory.write);
	const moving = new Moving(agenda, agenda.files.length + writable.length, options.progress);
	const jobs = options.jobs ?? options.remote.lanes;
	await inParallel(agenda.files, jobs, async (object) => moving.attempt(object, () => acts.file(object)));
	await inParallel(writable, jobs, async (directory) => {
		if (moving.complete(directory)) await moving.attempt(directory, () => acts.directory(directory));
		else moving.fail(directory, "some of its files could not be moved");
	});
	return moving.report();
}

/** The account of a transfer: one object that fails does not stop the others. */
class Moving {
	readonly #failed: FailedObject[];
	readonly #total: number;
	readonly #progress: TransferOptions["progress"];
	#files = 0;
	#moved = 0;
	#bytes = 0n;

	constructor(agenda: Agenda, total: number, progress: TransferOptions["progress"]) {
		this.#failed = [...agenda.failed];
		this.#total = total;
		this.#progress = progress;
	}

	async attempt(object: ObjectRef, act: () => Promise<bigint>): Promise<void> {
		try {
			this.#bytes += await act();
			this.#moved++;
		} catch (cause) {
			this.fail(object, reasonOf(cause));
		}
		this.#files++;
		this.#progress?.({ files: this.#files, total: this.#total, bytes: this.#bytes });
		await breathe(this.#files);
	}

	fail({ oid, hash }: ObjectRef, reason: string): void {
		this.#failed.push({ oid, hash, reason });
	}

	complete(directory: Directory): boolean {
		const failed = new Set(this.#failed.filter(({ hash }) => hash === directory.hash).map(({ oid }) => oid));
		return !directory.children.some((oid) => failed.has(oid));
	}

	report(): TransferReport {
		return { transferred: this.#moved, bytes: this.#bytes, failed: this.#failed };
	}
}

/** What the world refused is told; anything else is a bug of ours and must surface. */
function reasonOf(cause: unknown): string {
	if (cause instanceof Failure || cause instanceof Missing) return cause.message;
	if (cause instanceof Error && "code" in cause && "syscall" in cause) return cause.message;
	throw cause;
}

function unique(objects: readonly ObjectRef[]): ObjectRef[] {
	return [...new Map(objects.map((object) => [`${object.hash} ${object.oid}`, object])).values()];
}
