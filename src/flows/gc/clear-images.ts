import { inParallel, type Sha256 } from "../../kernel/index.ts";
import { fallbackTag, type ImageStore, namedBy, parseReference } from "../../release/index.ts";
import type { GcGroup, GcKept, GcPlace } from "../../report/index.ts";
import { type ImageRules, type ImageTag, imagesOf, needsAge, REASONS, sortImages } from "../../retention/index.ts";
import type { FlowContext } from "../context.ts";
import { openStore, type Site, stateOf } from "../release/site.ts";
import type { Historian, Needs } from "./needs.ts";
import type { ClearingRules } from "./objects.ts";

/** How many questions a registry is asked at a time. */
const LANES = 8;
const SUFFIXES = ["", ".sig", ".att", ".sbom"];

export interface ImageClearing {
	readonly site: Site;
	readonly needs: Needs;
	readonly rules: ClearingRules;
	/** Who is asked again before every image; null: nothing is deleted. */
	readonly historian: Historian | null;
}

/** What goes in each repository that mainline.yaml's models name, and with a historian: is gone. */
export async function clearImages(context: FlowContext, clearing: ImageClearing): Promise<GcPlace[]> {
	const { site } = clearing;
	const targets = new Map([...site.config.models.values()].map(({ image }) => [JSON.stringify(image), image]));
	const places: GcPlace[] = [];
	for (const image of targets.values()) {
		const store = openStore(site, image);
		places.push(await clearRepository(context, store, clearing));
	}
	return places;
}

/** An image that goes, with all that goes with it, in the order in which it does: what hangs on it first, itself last. */
interface Doomed {
	readonly kind: "image" | "environment";
	readonly digest: Sha256;
	readonly tags: readonly string[];
	readonly hanging: readonly Sha256[];
	readonly created: Date | null;
}

async function clearRepository(context: FlowContext, store: ImageStore, clearing: ImageClearing): Promise<GcPlace> {
	const { site, needs, rules, historian } = clearing;
	context.progress.live(`listing ${store.location}`);
	const imageRules = (now: Needs): ImageRules => ({
		...digestsOf(site, now),
		olderThan: rules.olderThan,
		unknown: rules.unknown,
	});
	const look = new Look(context, store);
	const tags = await look.readTags(imageRules(needs));
	const { going, staying } = sortImages(tags, imageRules(needs));
	for (const { digest } of staying) await look.keep(digest);
	for (const digest of await baseImages(site, store)) await look.keep(digest);
	const doomed: Doomed[] = [];
	for (const { kind, digest, tags: names } of going) {
		if (look.kept.has(digest)) continue;
		const naming = await look.naming(digest);
		doomed.push({
			kind,
			digest,
			tags: names,
			hanging: await look.hangingOn(digest),
			created: naming?.created ?? null,
		});
	}
	for (const each of historian === null ? [] : doomed) {
		const now = imageRules(await (historian as Historian).read());
		if (now.needed.has(each.digest)) continue;
		context.signal.throwIfAborted();
		context.progress.live(`clearing ${store.location}: ${each.tags.join(", ")}`);
		for (const digest of [...each.hanging, each.digest].filter((digest) => !now.needed.has(digest))) {
			const names = tags.flatMap((tag) => (tag.digest === digest ? [tag.tag] : []));
			await store.remove(digest, names);
		}
	}
	return place(store, { look, doomed, staying, deleted: historian !== null, site });
}

/** What tags of git say of images: of those that are needed, and of all. */
function digestsOf(site: Site, needs: Needs): Pick<ImageRules, "needed" | "known"> {
	const [needed, known] = [new Set<Sha256>(), new Set<Sha256>()];
	for (const model of site.ledger.histories().keys()) {
		const state = stateOf(site, model);
		const commits = new Set(needs.versions.flatMap((each) => (each.model === model ? [each.commit] : [])));
		for (const digest of imagesOf(state, commits).digests) needed.add(digest);
		const all = new Set(state.history.entries.map(({ tag }) => tag.target));
		for (const digest of imagesOf(state, all).digests) known.add(digest);
	}
	for (const { digest } of site.ledger.rehearsals()) needed.add(digest);
	return { needed, known };
}

/** Images of the same repository that mainline.yaml's models stand on. */
async function baseImages({ config }: Site, store: ImageStore): Promise<Sha256[]> {
	const found: Sha256[] = [];
	for (const { base } of config.models.values()) {
		const reference = base === null ? null : parseReference(base);
		if (reference === null || `${reference.host}/${reference.path}` !== store.location) continue;
		const digest = reference.digest ?? (await store.resolve(reference.tag ?? "latest"));
		if (digest !== null) found.push(digest);
	}
	return found;
}

/** What a repository holds, asked once. */
class Look {
	/** Manifests that stay, with all that they are made of and that hangs on them. */
	readonly kept = new Set<Sha256>();
	readonly #context: FlowContext;
	readonly #store: ImageStore;
	readonly #namings = new Map<Sha256, ReturnType<typeof namedBy> | null>();
	readonly #sizes = new Map<Sha256, number>();
	#tags: readonly ImageTag[] = [];

	constructor(context: FlowContext, store: ImageStore) {
		this.#context = context;
		this.#store = store;
	}

	/** Every tag; with the image's age where that decides. */
	async readTags(rules: ImageRules): Promise<readonly ImageTag[]> {
		const names = await this.#store.tags();
		const found = await inParallel(names, LANES, async (tag): Promise<ImageTag[]> => {
			this.#context.signal.throwIfAborted();
			const digest = await this.#store.resolve(tag);
			if (digest === null) return [];
			const known = { tag, digest, created: null };
			return [needsAge(known, rules) ? { ...known, created: (await this.naming(digest))?.created ?? null } : known];
		});
		this.#tags = found.flat();
		return this.#tags;
	}

	async keep(digest: Sha256): Promise<void> {
		if (this.kept.has(digest)) return;
		this.kept.add(digest);
		if ((await this.naming(digest)) === null) return;
		for (const each of await this.#below(digest)) await this.keep(each);
	}

	/** Null where it is not there. */
	async naming(digest: Sha256): Promise<ReturnType<typeof namedBy> | null> {
		const known = this.#namings.get(digest);
		if (known !== undefined) return known;
		const there = (await this.#store.resolve(digest)) !== null;
		const bytes = there ? await this.#store.manifest(digest) : null;
		const naming = bytes === null ? null : namedBy(bytes, `${this.#store.location}@${digest}`);
		if (bytes !== null) this.#sizes.set(digest, bytes.length);
		this.#namings.set(digest, naming);
		return naming;
	}

	/** What goes with an image: documents on it and on those, lists of them, and the images of an index; the innermost first. */
	async hangingOn(image: Sha256): Promise<Sha256[]> {
		const found: Sha256[] = [];
		const add = async (digest: Sha256): Promise<void> => {
			if (found.includes(digest) || this.kept.has(digest) || digest === image) return;
			if ((await this.naming(digest)) === null) return;
			for (const each of await this.#below(digest)) await add(each);
			found.push(digest);
		};
		for (const each of await this.#below(image)) await add(each);
		return found;
	}

	async #below(digest: Sha256): Promise<Sha256[]> {
		const lists = SUFFIXES.map((suffix) => `${fallbackTag(digest)}${suffix}`);
		return [
			...(await this.#store.referrers(digest)).map((referrer) => referrer.digest),
			...this.#tags.flatMap((tag) => (lists.includes(tag.tag) ? [tag.digest] : [])),
			...((await this.naming(digest))?.manifests ?? []).map((child) => child.digest),
		];
	}

	/** Bytes that nothing but these manifests needs. */
	bytesOf(digests: readonly Sha256[]): number {
		const blobs = (which: Iterable<Sha256>): Map<Sha256, number> =>
			new Map(
				[...which].flatMap((digest) =>
					(this.#namings.get(digest)?.blobs ?? []).map((each) => [each.digest, each.size]),
				),
			);
		const stays = blobs(this.kept);
		const layers = [...blobs(digests)].filter(([digest]) => !stays.has(digest));
		const manifests = digests.map((digest) => this.#sizes.get(digest) ?? 0);
		return [...layers.map(([, size]) => size), ...manifests].reduce((sum, size) => sum + size, 0);
	}
}

interface Found {
	readonly look: Look;
	readonly doomed: readonly Doomed[];
	readonly staying: readonly { readonly digest: Sha256; readonly reason: GcKept["reason"] }[];
	readonly deleted: boolean;
	readonly site: Site;
}

function place(store: ImageStore, { look, doomed, staying, deleted, site }: Found): GcPlace {
	const hanging = doomed.flatMap((each) => each.hanging);
	const groups = (["image", "environment"] as const).map((kind) => {
		const some = doomed.filter((each) => each.kind === kind);
		return group(
			kind,
			some.map(({ digest }) => digest),
			{ look, times: some.flatMap(({ created }) => created ?? []) },
		);
	});
	const all = [...groups, group("document", hanging, { look, times: [] })].filter(({ count }) => count > 0);
	const digests = [...new Set([...hanging, ...doomed.map(({ digest }) => digest)])];
	return {
		place: "registry",
		name: "registry",
		address: store.location,
		going: all,
		staying: REASONS.flatMap((reason) => {
			const some = staying.flatMap((each) => (each.reason === reason ? [each.digest] : []));
			return some.length === 0 ? [] : [{ reason, count: some.length, bytes: look.bytesOf(some) }];
		}),
		images: doomed.map(({ digest, tags }) => ({ digest, tags, version: versionWith(site, digest) })),
		deleted: deleted ? { count: digests.length, bytes: look.bytesOf(digests) } : null,
		remarks: doomed.length === 0 ? [] : [collector(store)],
	};
}

/** Manifests are deleted; what they are made of is freed by whoever runs the store. */
function collector({ location }: ImageStore): string {
	return location.startsWith("oci:")
		? "the layers stay in the folder until something collects them (umoci gc --layout FOLDER)"
		: "the layers are freed when the registry collects its garbage; hosted ones do so by themselves";
}

function group(
	kind: GcGroup["kind"],
	digests: readonly Sha256[],
	{ look, times }: { look: Look; times: readonly Date[] },
): GcGroup {
	const sorted = [...times].sort((a, b) => a.getTime() - b.getTime());
	const [oldest, newest] = [sorted[0]?.toISOString() ?? null, sorted.at(-1)?.toISOString() ?? null];
	return { kind, count: digests.length, bytes: look.bytesOf(digests), oldest, newest };
}

function versionWith(site: Site, digest: Sha256): string | null {
	for (const [model, { versions }] of site.ledger.histories()) {
		const found = versions.find(({ registration }) => registration?.message.trailers.digest === digest);
		if (found !== undefined) return `${model} ${found.version}`;
	}
	return null;
}
