import { randomBytes } from "node:crypto";
import { hashBytes, parseListing } from "../../digest/index.ts";
import { Failure, inParallel, isDirectoryOid, type Oid } from "../../kernel/index.ts";
import { digestsIn, type Item, itemOf, KINDS, Sorting, type Verdict } from "../../retention/index.ts";
import type { Stock } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import { entryFormat } from "../entry-format.ts";
import type { Needs } from "./needs.ts";

/** A cache or a remote that is to be cleared. */
export interface ObjectPlace {
	readonly stock: Stock;
	/** Nobody else keeps things there. */
	readonly ours: boolean;
	/** Where else a listing or a run may be read: the cache first. */
	readonly elsewhere: readonly Stock[];
}

export interface ClearingRules {
	readonly olderThan: Date;
	/** Also what nobody here ever named. */
	readonly unknown: boolean;
	readonly allowMissing: boolean;
}

const HEX = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
/** Objects of DVC 3; of one shelf in 256 there are so many that listing all at once would be slow. */
const OBJECTS = "files/md5/";
const CROWDED = 20;
/** The run cache, and claims of runs. Of all else that may lie at the place nothing is looked at. */
const RUNS = ["runs/", "mainline/claims/"];
/** What a killed clearing had begun to take away. */
const JOURNALS = "mainline/gc/";
/** A run's entry is a few hundred bytes a dependency. */
const LARGEST_RUN = 16 * 1024 * 1024;

/** One place, seen through. */
export interface Surveyed {
	readonly verdict: Verdict;
	/** Objects that are known only because a directory lists them: the directory goes first. */
	readonly byListing: readonly Oid[];
	/** Notes of clearings that were killed. */
	readonly journals: readonly string[];
}

/** Lists the place, looks into its directories and runs, and sorts. Nothing is changed. */
export async function surveyObjects(
	context: FlowContext,
	place: ObjectPlace,
	{ needs, rules }: { readonly needs: Needs; readonly rules: ClearingRules },
): Promise<Surveyed> {
	const { stock } = place;
	const journals = (await stock.list(JOURNALS)).map(({ key }) => key).filter((key) => key.endsWith(".txt"));
	const known = new Set(needs.known);
	for (const key of journals) for (const oid of digestsIn(textOf(await stock.read(key)))) known.add(oid);
	const ours = place.ours || rules.unknown;
	const { olderThan, allowMissing } = rules;
	const { needed, unstored } = needs;
	const sorting = new Sorting({ needed, unstored, known, ours, olderThan, allowMissing });
	// objects of DVC 2 lie on 256 shelves more
	const items = await listed(context, stock, ours || needs.legacy);
	for (const item of items) if (item.kind !== "run") sorting.object(item);
	await eachOf(context, place, {
		what: "runs",
		all: items.filter(({ kind }) => kind === "run"),
		work: async (item) => sorting.run(item, await runAt(place, item)),
	});
	await eachOf(context, place, {
		what: "directories",
		all: sorting.toRead(),
		work: async (oid) => sorting.listing(oid, await filesOf(place, oid)),
	});
	const verdict = sorting.verdict();
	const files = verdict.going.flatMap(({ kind, oid }) => (kind === "file" && oid !== null ? [oid] : []));
	return { verdict, byListing: place.ours ? [] : files.filter((oid) => !needs.known.has(oid)), journals };
}

async function listed({ progress, signal }: FlowContext, stock: Stock, legacy: boolean): Promise<Item[]> {
	const items: Item[] = [];
	const list = async (shelf: string): Promise<number> => {
		signal.throwIfAborted();
		const found = (await stock.list(shelf)).flatMap((blob) => itemOf(blob) ?? []);
		for (const item of found) items.push(item);
		progress.live(`listing ${stock.address}: ${items.length} so far`);
		return found.length;
	};
	const [first = "", ...others] = HEX;
	const crowded = (await list(`${OBJECTS}${first}/`)) > CROWDED;
	const shelves = crowded ? others.map((hex) => `${OBJECTS}${hex}/`) : [OBJECTS];
	const all = [...shelves, ...(legacy ? HEX.map((hex) => `${hex}/`) : []), ...RUNS];
	await inParallel(all, Math.min(stock.lanes, 32), list);
	return [...new Map(items.map((item) => [item.key, item])).values()];
}

interface Each<T> {
	readonly what: string;
	readonly all: readonly T[];
	readonly work: (item: T) => Promise<void>;
}

async function eachOf<T>({ progress, signal }: FlowContext, { stock }: ObjectPlace, each: Each<T>): Promise<void> {
	let done = 0;
	await inParallel(each.all, stock.lanes, async (item) => {
		signal.throwIfAborted();
		await each.work(item);
		if (++done % 50 === 0)
			progress.live(`looking into ${each.what} of ${stock.address}: ${done} of ${each.all.length}`);
	});
}

/** What a run's entry names. Its name says what is in it, so that a copy elsewhere is as good. */
async function runAt(place: ObjectPlace, { key, size }: Item): Promise<{ outs: Oid[] | null; names: Oid[] }> {
	if (size > LARGEST_RUN) return { outs: null, names: [] };
	const bytes = key.startsWith("runs/") ? await firstOf(place, key, () => true) : await place.stock.read(key);
	const text = textOf(bytes);
	return { outs: outsIn(text, key), names: digestsIn(text) };
}

function outsIn(text: string, key: string): Oid[] | null {
	try {
		return entryFormat.fromText(text, key).outs.flatMap(({ oid }) => oid ?? []);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

/** Null where its listing is nowhere, or is none. */
export async function filesOf(place: ObjectPlace, oid: Oid): Promise<Oid[] | null> {
	const inside = `${oid.slice(0, 2)}/${oid.slice(2)}`;
	const whole = (bytes: Uint8Array): boolean => `${hashBytes(bytes)}.dir` === oid;
	const found = (await firstOf(place, `files/md5/${inside}`, whole)) ?? (await firstOf(place, inside, whole));
	return (found === null ? null : parseListing(found))?.map((file) => file.oid) ?? null;
}

async function firstOf(
	{ stock, elsewhere }: ObjectPlace,
	key: string,
	fits: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array | null> {
	const [cache, ...others] = elsewhere;
	for (const at of cache === undefined ? [stock] : [cache, stock, ...others]) {
		const bytes = await at.read(key);
		if (bytes !== null && fits(bytes)) return bytes;
	}
	return null;
}

/** So many objects are taken away before git is asked again. */
const BATCH = 1000;

export interface Removal {
	/** Asked before every batch: objects that are needed by now. */
	readonly spared: () => Promise<ReadonlySet<Oid>>;
	readonly place: ObjectPlace;
	readonly surveyed: Surveyed;
}

/** Takes away what was found, what names others first; killed anywhere it can be done again. What was taken away. */
export async function removeObjects(context: FlowContext, { place, surveyed, spared }: Removal): Promise<Item[]> {
	const { stock } = place;
	const { going } = surveyed.verdict;
	const journal = `${JOURNALS}${randomBytes(8).toString("hex")}.txt`;
	const noted = surveyed.byListing.length > 0;
	if (noted) await stock.write(journal, Buffer.from(`${surveyed.byListing.join("\n")}\n`));
	const gone: Item[] = [];
	const stillSpared = async (): Promise<ReadonlySet<Oid>> => {
		const keep = await spared();
		const missed = gone.filter(({ oid }) => oid !== null && keep.has(oid));
		if (missed.length > 0) throw overtaken(`${missed.length} of the objects that are gone are needed by now`);
		return keep;
	};
	for (const kind of KINDS) {
		const all = going.filter((item) => item.kind === kind);
		for (let at = 0; at < all.length; at += BATCH) {
			context.signal.throwIfAborted();
			const keep = await stillSpared();
			const batch = all.slice(at, at + BATCH).filter(({ oid }) => oid === null || !keep.has(oid));
			await inParallel(chunks(batch, stock.batch), stock.lanes, async (some) => {
				context.signal.throwIfAborted();
				await stock.remove(some.map(({ key }) => key));
				gone.push(...some);
				context.progress.live(`clearing ${stock.address}: ${gone.length} of ${going.length} gone`);
			});
		}
	}
	if (gone.length > 0) await stillSpared();
	// in doubt nothing went, and what earlier ones noted is still to be known
	const settled = surveyed.verdict.unreadable.length === 0 || going.length > 0;
	for (const key of [...(settled ? surveyed.journals : []), ...(noted ? [journal] : [])]) await stock.remove([key]);
	return gone;
}

/** What is needed now and was not when the place was seen through. Failure where that cannot be followed. */
export async function newlyNeeded(place: ObjectPlace, before: Needs, now: Needs): Promise<Set<Oid>> {
	const added = [...now.needed].filter((oid) => !before.needed.has(oid));
	const found = new Set(added);
	for (const oid of added.filter(isDirectoryOid)) {
		const files = await filesOf(place, oid);
		if (files === null && !now.unstored.has(oid))
			throw overtaken(`a directory that cannot be looked into: ${now.whereNamed(oid)}`);
		for (const file of files ?? []) found.add(file);
	}
	return found;
}

function overtaken(found: string): Failure {
	return new Failure("infrastructure", "gc-overtaken", "somebody named data while it was cleared", {
		found,
		hint: "push that data again from where it is (`mainline push --all-tags`), then run again",
	});
}

function chunks<T>(items: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
		items.slice(index * size, (index + 1) * size),
	);
}

function textOf(bytes: Uint8Array | null): string {
	return Buffer.from(bytes ?? []).toString("utf8");
}
