import { inParallel } from "../kernel/index.ts";
import type { Depot } from "./depot.ts";
import { type Patience, patiently } from "./patience.ts";

/** What one page of a listing costs, in questions about single blobs: a storage takes about that much longer for it. */
const PAGE_COST = 4;

/** A key, and the folder with others of its kind that could be listed to find it (`files/md5/ab/`). */
export interface Wanted {
	readonly key: string;
	readonly shelf: string;
}

export interface Asking extends Patience {
	readonly depot: Depot;
	readonly lanes: number;
}

/**
 * Which of these blobs are there. Either each is asked for, or its whole shelf is listed, whichever takes fewer requests:
 * objects spread evenly over their shelves (the names are hashes), so one shelf, listed, tells how much there is on all. That
 * first one is the one of which most is wanted, and it is given up as soon as it has cost more than asking would have.
 */
export async function present(wanted: readonly Wanted[], asking: Asking): Promise<Set<string>> {
	const shelves = [...byShelf(wanted)].map(([prefix, keys]) => ({ prefix, keys }));
	const found = new Set<string>();
	const ask = async (keys: readonly string[]): Promise<void> => {
		await inParallel(keys, asking.lanes, async (key) => {
			if ((await patiently(asking, () => asking.depot.stat(key))) !== null) found.add(key);
		});
	};
	const { page } = asking.depot;
	const crowded = page === null ? [] : shelves.filter(({ keys }) => keys.length > PAGE_COST);
	crowded.sort((a, b) => b.keys.length - a.keys.length);
	const [fullest, ...others] = crowded;
	if (page === null || fullest === undefined) {
		await ask(wanted.map(({ key }) => key));
		return found;
	}
	const sample = await list(fullest, asking, fullest.keys.length / PAGE_COST);
	const pages = sample === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(sample.size / page));
	const listed = others.filter(({ keys }) => keys.length > pages * PAGE_COST);
	const done = new Set([...(sample === null ? [] : [fullest]), ...listed]);
	keep(fullest.keys, sample, found);
	await inParallel(listed, asking.lanes, async (shelf) => keep(shelf.keys, await list(shelf, asking), found));
	await ask(shelves.filter((shelf) => !done.has(shelf)).flatMap(({ keys }) => keys));
	return found;
}

interface Shelf {
	readonly prefix: string;
	readonly keys: readonly string[];
}

/** The keys on a shelf; null when there turned out to be more pages than it is worth. */
async function list({ prefix }: Shelf, asking: Asking, worth = Number.POSITIVE_INFINITY): Promise<Set<string> | null> {
	return patiently(asking, async () => {
		const keys = new Set<string>();
		let pages = 0;
		for await (const page of asking.depot.list(prefix)) {
			for (const { key } of page) keys.add(key);
			if (++pages > worth) return null;
		}
		return keys;
	});
}

function keep(keys: readonly string[], listed: ReadonlySet<string> | null, found: Set<string>): void {
	if (listed !== null) for (const key of keys) if (listed.has(key)) found.add(key);
}

function byShelf(wanted: readonly Wanted[]): Map<string, string[]> {
	const shelves = new Map<string, string[]>();
	for (const { key, shelf } of wanted) {
		const keys = shelves.get(shelf);
		if (keys === undefined) shelves.set(shelf, [key]);
		else keys.push(key);
	}
	return shelves;
}
