import { digestOf, imageOf } from "../../environments/index.ts";
import { Failure, parseSha256 } from "../../kernel/index.ts";
import { type BuiltImage, fileName, imageTagFor, type VersionState } from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import type { Candidate } from "./candidate.ts";
import { findCandidate } from "./find-candidate.ts";
import { packModel } from "./image.ts";
import { imageAt } from "./image-at.ts";
import type { KnowTree } from "./known.ts";
import { openCommit, type ReleaseSite } from "./open-commit.ts";
import { sign, signerOf } from "./signing.ts";
import { locationOf, openStore, type Site } from "./site.ts";

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
	| { readonly ok: true; readonly image: BuiltImage }
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
		const { version } = lost;
		const { image } = await packModel(recipe.site, recipe.candidate, {
			commit: version.commit,
			version: version.version,
			before: parseSha256(version.registration?.message.trailers.environment ?? ""),
		});
		if (image.digest === digestOf(version)) return { ok: true, image };
		return no(`packed anew it is ${image.digest}, not ${digestOf(version)}${whyAnother(recipe.candidate)}`);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return no(failure.message);
	}
}

function whyAnother({ model: { base, dockerfile } }: Candidate): string {
	if (dockerfile !== undefined) {
		return `; its environment is gone too, and ${dockerfile.file} makes another one today: an image that it names moved, or a step does not do the same twice`;
	}
	return base === null || base.includes("@sha256:") ? "" : `; its base ${base} names another image today, perhaps`;
}

/** What became of an image that a deploy needs. */
export type Restored =
	| { readonly kind: "not-needed" }
	| { readonly kind: "restored" }
	/** It is gone, and stays so. */
	| { readonly kind: "lost"; readonly reason: string };

/**
 * Sees to it that a version's image is there to be deployed: one that is gone from the registry is packed anew from the stored
 * model and pushed, and everybody is told. Where the registry cannot be asked nothing is done: the deploy says the rest.
 */
export async function restoreImage(site: Site, lost: Lost): Promise<Restored> {
	const { version, model } = lost;
	const { progress } = site.context;
	const name = `${model} ${version.version}`;
	const [image, digest] = [imageOf(version), digestOf(version)];
	if (image === null || digest === null) return { kind: "not-needed" };
	const found = await imageAt(site, { image, digest, version: version.version });
	if (found.kind !== "gone") return { kind: "not-needed" };
	progress.warn(`${name}: ${found.says}; it is packed anew from the stored model`);
	const built = await rebuild(site.context, lost);
	const pushed = built.ok
		? await push(site, image, { built: built.image, version, name: fileName(model, version.version) })
		: built;
	if (!pushed.ok) {
		progress.warn(`${name} cannot be packed anew: ${pushed.reason}`);
		return { kind: "lost", reason: `${found.says}, and it cannot be packed anew: ${pushed.reason}` };
	}
	progress.warn(`${name} was packed anew with the same digest and is in the registry again`);
	return { kind: "restored" };
}

async function push(
	site: Site,
	image: string,
	{ built, version, name }: { readonly built: BuiltImage; readonly version: VersionState; readonly name: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }> {
	const store = openStore(site, locationOf(image));
	try {
		// without a key the image comes back all the same: whoever deploys it says that it is not signed
		const signer = site.context.machine.signingKey === null ? null : await signerOf(site);
		await store.push(built, [imageTagFor(version.version)]);
		if (signer !== null) await sign(site, signer, { store, image: built.digest, name, statements: [] });
		return { ok: true };
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return no(`${store.location} did not take it: ${failure.message}`);
	}
}

function no(reason: string): { readonly ok: false; readonly reason: string } {
	return { ok: false, reason };
}

function short({ commit }: VersionState): string {
	return commit.slice(0, 12);
}
