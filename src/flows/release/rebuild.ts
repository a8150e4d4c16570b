import { digestOf, imageOf } from "../../environments/index.ts";
import { Failure, parseSha256 } from "../../kernel/index.ts";
import { type BuiltImage, ownWords, type Trailers, type VersionState } from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import type { Candidate } from "./candidate.ts";
import { findCandidate } from "./find-candidate.ts";
import { packModel } from "./image.ts";
import type { KnowTree } from "./known.ts";
import { openCommit, type ReleaseSite } from "./open-commit.ts";
import { locationOf, openStore, type Site, stateOf } from "./site.ts";
import { sourceOf } from "./source.ts";

export interface Lost {
	readonly model: string;
	readonly version: VersionState;
	readonly know: KnowTree;
}

/** A version's recipe as its own commit has it, or why there is none. */
export type Recipe =
	| { readonly ok: true; readonly site: ReleaseSite; readonly candidate: Candidate }
	| { readonly ok: false; readonly reason: string };

export type Rebuilt =
	| {
			readonly ok: true;
			readonly image: BuiltImage;
			readonly candidate: Candidate;
			/** The repository that it names. */
			readonly source: string | null;
	  }
	| { readonly ok: false; readonly reason: string };

/** What a released version was made of: by its own commit's files and results, not by those of today. */
export async function recipeOf(context: FlowContext, { model, version, know }: Lost): Promise<Recipe> {
	const site = await openCommit(context, { remote: null, plan: true, by: null, rev: version.commit, know });
	const config = site.config.models.get(model);
	if (config === undefined) return no(`mainline.yaml of ${short(version)} names no model ${model}`);
	const candidate = await findCandidate(site, config, site.commit);
	if (!("unknown" in candidate)) return { ok: true, site, candidate };
	const stages = candidate.unknown.map(({ address }) => address).join(", ");
	return no(`the results of ${stages} at ${short(version)} are not known any more`);
}

/** Packs a released version anew. Only the very image that was released is one: anything else is refused. */
export async function rebuild(context: FlowContext, lost: Lost): Promise<Rebuilt> {
	try {
		const recipe = await recipeOf(context, lost);
		if (!recipe.ok) return recipe;
		const { site, candidate } = recipe;
		const { version } = lost;
		const [source = null, ...others] = await likelySources(site, version);
		const packed = await packModel(site, candidate, {
			commit: version.commit,
			version: version.version,
			source,
			before: parseSha256(version.registration?.message.trailers.environment ?? ""),
		});
		// a former release of Mainline made another image of the same files (ADR 41)
		const itIn = (image: BuiltImage): BuiltImage | undefined =>
			[image, ...(image.earlier ?? [])].find(({ digest }) => digest === digestOf(version));
		const found = itIn(packed.image);
		if (found !== undefined) return { ok: true, image: found, candidate, source };
		for (const other of [...others, ...(await sourcesBeside(site, lost))]) {
			const image = itIn(packed.named(other));
			if (image !== undefined) return { ok: true, image, candidate, source: other };
		}
		return no(`packed anew it is ${packed.image.digest}, not ${digestOf(version)}${whyAnother(candidate, version)}`);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return no(failure.message);
	}
}

/** The repository that the image names, as its tag says; of a tag that does not: what this clone's origin is, or none. */
async function likelySources({ git }: Site, version: VersionState): Promise<readonly (string | null)[]> {
	const { source } = trailersOf(version);
	return source === undefined ? [await sourceOf(git), null] : [source];
}

/** So many other versions' images are asked. */
const BESIDE = 5;

/** What the images of other versions name, which are there: the repository may have had another address then, or this clone another origin. */
async function sourcesBeside(site: Site, { model, version }: Lost): Promise<string[]> {
	if (trailersOf(version).source !== undefined) return [];
	const others = stateOf(site, model).history.versions.filter((other) => other.version !== version.version);
	const found = new Set<string>();
	for (const other of others.slice(0, BESIDE)) {
		const [image, digest] = [imageOf(other), digestOf(other)];
		if (image === null || digest === null) continue;
		const { source } = await ownWords(openStore(site, locationOf(image)), digest).catch(asNothing);
		if (source !== null) found.add(source);
	}
	return [...found];
}

function asNothing(failure: unknown): { readonly source: null } {
	if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
	return { source: null };
}

function trailersOf({ registration }: VersionState): Trailers {
	return registration?.message.trailers ?? {};
}

/** What may be to blame, as `; …`. */
function whyAnother({ model: { base, dockerfile } }: Candidate, version: VersionState): string {
	const environment = `its environment is gone too, and ${dockerfile?.file} makes another one today: an image that it names moved, or a step does not do the same twice`;
	const moved = base !== null && !base.includes("@sha256:");
	const reasons = [
		dockerfile === undefined ? null : environment,
		dockerfile === undefined && moved ? `its base ${base} names another image today, perhaps` : null,
		trailersOf(version).source === undefined ? UNTOLD_SOURCE : null,
	];
	return reasons.map((reason) => (reason === null ? "" : `; ${reason}`)).join("");
}

const UNTOLD_SOURCE =
	"or it names another address of the repository than this clone's origin, which its tag does not say (tags of today do): try a clone of the address that it was released from";

function no(reason: string): { readonly ok: false; readonly reason: string } {
	return { ok: false, reason };
}

function short({ commit }: VersionState): string {
	return commit.slice(0, 12);
}
