import { isDirectoryOid } from "../kernel/index.ts";
import { breathe } from "./breathe.ts";
import type { ObjectRef } from "./object-ref.ts";
import type { Remote } from "./remote.ts";
import { type Agenda, type Directory, type FailedObject, type TransferOptions, unique } from "./transfer-model.ts";

/** With so few left to ask, asking is quicker than recalling. */
const FEW = 32;
const NOWHERE = "neither in the cache nor on the remote";

/** What the remote lacks of these objects and of the files of those directories that it lacks. */
export async function pushAgenda(objects: readonly ObjectRef[], options: TransferOptions): Promise<Agenda> {
	const { cache, remote, memory } = options;
	const failed: FailedObject[] = [];
	const lacking = await lackingThere(remote, objects);
	const directories: Directory[] = [];
	for (const { oid, hash } of lacking.filter((object) => isDirectoryOid(object.oid))) {
		const listing = await cache.readListing(oid, hash);
		if (listing === null) failed.push({ oid, hash, reason: NOWHERE });
		else {
			const children = listing.map((file) => file.oid);
			directories.push({ oid, hash, children, listing: new Uint8Array(), write: true });
		}
	}
	const there = new Set(lacking.map(({ oid }) => oid));
	memory?.note(
		remote.address,
		objects.filter(({ oid }) => isDirectoryOid(oid) && !there.has(oid)),
	);
	const children = directories.flatMap(({ children, hash }) => children.map((oid) => ({ oid, hash })));
	const files = [
		...lacking.filter((object) => !isDirectoryOid(object.oid)),
		...(await lackingThere(remote, await unseen(unique(children), options))),
	];
	const agenda = { files: [] as ObjectRef[], bytes: 0n };
	for (const [index, { oid, hash }] of unique(files).entries()) {
		const size = await cache.size(oid, hash);
		if (size === null) failed.push({ oid, hash, reason: NOWHERE });
		else {
			agenda.files.push({ oid, hash });
			agenda.bytes += BigInt(size);
		}
		await breathe(index);
	}
	return { ...agenda, directories, failed };
}

/** Without those that lie in a directory which was seen at the remote before and still is there. */
async function unseen(
	objects: readonly ObjectRef[],
	{ remote, memory, cache }: TransferOptions,
): Promise<readonly ObjectRef[]> {
	const known = memory?.recall(remote.address) ?? [];
	if (known.length === 0 || objects.length <= FEW) return objects;
	const gone = await lackingThere(remote, known);
	memory?.forget(remote.address, gone);
	let left = objects;
	for (const { oid, hash } of known.filter((directory) => !gone.includes(directory))) {
		if (left.length <= FEW) break;
		const listed = new Set((await cache.readListing(oid, hash).catch(() => null))?.map((file) => file.oid));
		left = left.filter((object) => object.hash !== hash || !listed.has(object.oid));
	}
	return left;
}

export async function lackingThere(remote: Remote, objects: readonly ObjectRef[]): Promise<ObjectRef[]> {
	const lacking: ObjectRef[] = [];
	for (const hash of ["md5", "md5-dos2unix"] as const) {
		const asked = objects.filter((object) => object.hash === hash);
		if (asked.length === 0) continue;
		const there = await remote.has(
			asked.map((object) => object.oid),
			hash,
		);
		lacking.push(...asked.filter((object) => !there.has(object.oid)));
	}
	return lacking;
}
