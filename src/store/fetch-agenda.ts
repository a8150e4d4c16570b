import { parseListing } from "../digest/index.ts";
import { isDirectoryOid } from "../kernel/index.ts";
import { breathe } from "./breathe.ts";
import type { ObjectRef } from "./object-ref.ts";
import { Missing, reasonOf } from "./reasons.ts";
import { type Agenda, type Directory, type FailedObject, type TransferOptions, unique } from "./transfer-model.ts";

/** What the cache lacks of these objects and of the files of the directories among them. Their listings are read at once. */
export async function fetchAgenda(objects: readonly ObjectRef[], options: TransferOptions): Promise<Agenda> {
	const failed: FailedObject[] = [];
	const directories: Directory[] = [];
	const wanted: ObjectRef[] = objects.filter((object) => !isDirectoryOid(object.oid));
	for (const object of objects.filter(({ oid }) => isDirectoryOid(oid))) {
		const directory = await describeDirectory(object, options).catch((cause: unknown) => reasonOf(cause));
		if (typeof directory === "string") {
			failed.push({ oid: object.oid, hash: object.hash, reason: directory });
			continue;
		}
		directories.push(directory);
		wanted.push(...shares(directory));
	}
	const files: ObjectRef[] = [];
	for (const [index, object] of unique(wanted).entries()) {
		if (!(await options.cache.has(object.oid, object.hash))) files.push(object);
		await breathe(index);
	}
	return { files, directories, failed, bytes: sizeOf(files) };
}

async function describeDirectory({ oid, hash, size }: ObjectRef, options: TransferOptions): Promise<Directory> {
	const { cache, remote, only } = options;
	const here = await cache.readListing(oid, hash);
	const bytes = here === null ? await remote.read(oid, hash) : new Uint8Array();
	if (bytes === null) throw new Missing(`not on remote "${remote.name}"`);
	const listed = here ?? parseListing(bytes);
	if (listed === null) throw new Missing("its listing is not one, or names files outside the directory");
	const children = listed.filter((file) => only === undefined || only(oid, file.relpath)).map((file) => file.oid);
	const part =
		size === undefined || listed.length === 0 ? size : (size * BigInt(children.length)) / BigInt(listed.length);
	return { oid, hash, size: part, children, listing: bytes, write: here === null };
}

/** A listing names no sizes: each file is taken for as large as the others. */
function shares({ children, hash, size }: Directory): ObjectRef[] {
	const count = BigInt(Math.max(1, children.length));
	return children.map((oid) => ({ oid, hash, size: size === undefined ? undefined : size / count }));
}

function sizeOf(files: readonly ObjectRef[]): bigint | null {
	let sum = 0n;
	for (const { size } of files) {
		if (size === undefined) return null;
		sum += size;
	}
	return sum;
}
