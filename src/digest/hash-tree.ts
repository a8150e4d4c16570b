import { together } from "../kernel/index.ts";
import { Examiner } from "./examiner.ts";
import { directoryListing } from "./listing.ts";
import { refusalOf } from "./refusals.ts";
import { kindAt, sameStamp, stampAt } from "./stamp.ts";
import { threads } from "./threads.ts";
import { entriesOf, pathsOf } from "./tree.ts";
import { bytesOf, type TreeRecord } from "./tree-record.ts";
import { type IgnoreRules, walk } from "./walk.ts";
import { answer, FIELDS, KIND, type Reply, type Request } from "./worker.ts";

/** The files met, and what the file system says of each. */
interface Seen {
	readonly files: readonly string[];
	readonly ignored: readonly string[];
	readonly paths: Buffer;
	readonly stats: BigInt64Array<ArrayBuffer>;
}

const PATHS_PER_HASH = 512;
const BYTES_PER_HASH = 32n * 1024n * 1024n;
const REFUSALS_SHOWN = 20;

/** A directory as it is now, and the text of its `.dir` object where that had to be made. */
export interface HashedTree {
	readonly record: TreeRecord;
	readonly listing: string | null;
}

/** Files whose stamps equal those in `known` are not read; when all do, `known` itself comes back. */
export async function hashTree(root: string, rules: IgnoreRules, known: TreeRecord | null): Promise<HashedTree> {
	const glance = known === null ? null : await lookWithKnownRules(root, rules, known);
	if (known !== null && glance !== null && Buffer.compare(bytesOf(glance.stats), bytesOf(known.stats)) === 0)
		return { record: known, listing: null };
	const seen = glance ?? (await look(root, rules, known?.count ?? null));
	refuseUnfit(root, seen);
	return hashSeen(root, seen, { rules: rules.key ?? null, known });
}

/** Under rules of the same name, what was left out before is left out now; null when that does not settle every path. */
async function lookWithKnownRules(root: string, rules: IgnoreRules, known: TreeRecord): Promise<Seen | null> {
	if (rules.key === undefined || rules.key !== known.rules) return null;
	const before = new Set(known.ignored);
	const seen = await look(root, { ignored: before.size === 0 ? () => false : (path) => before.has(path) }, known.count);
	return seen.paths.equals(known.paths) && seen.files.length === known.count ? seen : null;
}

async function look(root: string, rules: Pick<IgnoreRules, "ignored">, expected: number | null): Promise<Seen> {
	const examiner = new Examiner(root, expected);
	const seen = { files: [] as string[], ignored: [] as string[] };
	for (const folder of walk(root, rules)) {
		for (const path of folder.files) seen.files.push(path);
		for (const path of folder.ignored) seen.ignored.push(path);
		await examiner.add(folder.files);
	}
	return { ...seen, paths: Buffer.from(seen.files.join("\0")), stats: await examiner.end() };
}

function refuseUnfit(root: string, { files, stats }: Pick<Seen, "files" | "stats">): void {
	const failures = files.flatMap((file, index) => refusalOf(kindAt(stats, index), `${root}/${file}`) ?? []);
	if (failures.length > 0) throw together(failures.slice(0, REFUSALS_SHOWN));
}

interface Memory {
	readonly rules: string | null;
	readonly known: TreeRecord | null;
}

async function hashSeen(root: string, seen: Seen, { rules, known }: Memory): Promise<HashedTree> {
	const digests = new Uint8Array(seen.files.length * 16);
	const stats = new BigInt64Array(seen.stats);
	const unread = recall(seen, known, digests);
	const pieces = bySize(unread, stats);
	const read = await askHashes(
		root,
		pieces.map((piece) => piece.map((index) => seen.files[index] ?? "")),
	);
	for (const [at, index] of pieces.flat().entries()) {
		digests.set(read.digests.subarray(at * 16, at * 16 + 16), index * 16);
		stats.set(read.stats.subarray(at * FIELDS, (at + 1) * FIELDS), index * FIELDS);
	}
	refuseUnfit(root, { files: seen.files, stats });
	const content = { rules, ignored: seen.ignored, count: seen.files.length, paths: seen.paths, stats, digests };
	const { oid, text } = directoryListing(entriesOf(content));
	return { record: { oid, ...content }, listing: text };
}

/** Fills in what is known and returns the indexes of the files that must be read. */
function recall(seen: Seen, known: TreeRecord | null, digests: Uint8Array): number[] {
	const before = new Map(known === null ? [] : pathsOf(known).map((path, index) => [path, index]));
	const unread: number[] = [];
	for (const [index, file] of seen.files.entries()) {
		if (kindAt(seen.stats, index) !== KIND.file) continue;
		const old = before.get(file);
		const same =
			known !== null &&
			old !== undefined &&
			kindAt(known.stats, old) === KIND.file &&
			sameStamp(stampAt(known.stats, old), stampAt(seen.stats, index));
		if (same) digests.set(known.digests.subarray(old * 16, old * 16 + 16), index * 16);
		else unread.push(index);
	}
	return unread;
}

/** Pieces of work of about equal weight; a large file is a piece of its own. */
function bySize(indexes: readonly number[], stats: BigInt64Array): number[][] {
	const pieces: number[][] = [];
	let room = 0n;
	for (const index of indexes) {
		const { size } = stampAt(stats, index);
		const last = pieces.at(-1);
		if (last === undefined || last.length === PATHS_PER_HASH || room < size) {
			pieces.push([index]);
			room = BYTES_PER_HASH - size;
		} else {
			last.push(index);
			room -= size;
		}
	}
	return pieces;
}

async function askHashes(root: string, pieces: readonly (readonly string[])[]): Promise<Reply> {
	const requests = pieces.map((piece): Request => ({ task: "hash", root, paths: piece.join("\0") }));
	const small = requests.length <= 1 && (pieces[0]?.length ?? 0) < PATHS_PER_HASH / 4;
	return joined(small ? requests.map(answer) : await Promise.all(requests.map((request) => threads.ask(request))));
}

function joined(replies: readonly Reply[]): Reply {
	const stats = new BigInt64Array(replies.reduce((sum, reply) => sum + reply.stats.length, 0));
	const digests = new Uint8Array(replies.reduce((sum, reply) => sum + reply.digests.length, 0));
	let [atStats, atDigests] = [0, 0];
	for (const reply of replies) {
		stats.set(reply.stats, atStats);
		digests.set(reply.digests, atDigests);
		atStats += reply.stats.length;
		atDigests += reply.digests.length;
	}
	return { stats, digests };
}
