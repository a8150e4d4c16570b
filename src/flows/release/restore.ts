import { Failure } from "../../kernel/index.ts";
import { type BuiltImage, type ImageStore, imageTagFor, type VersionState } from "../../release/index.ts";
import { attachDocuments } from "./attach-documents.ts";
import type { Candidate } from "./candidate.ts";
import { imageAt } from "./image-at.ts";
import { type Lost, rebuild } from "./rebuild.ts";
import { signerIfHere } from "./signer.ts";
import { locationOf, openStore, type Site } from "./site.ts";
import { documented } from "./unbuilt.ts";

/** What became of an image that a deploy needs. */
export type Restored =
	| { readonly kind: "not-needed" }
	| { readonly kind: "restored" }
	/** It is gone, and stays so. */
	| { readonly kind: "lost"; readonly reason: string }
	/** Nobody knows. */
	| { readonly kind: "unasked"; readonly reason: string }
	/** It is gone and packed anew, and the registry did not take it. */
	| { readonly kind: "not-taken"; readonly reason: string };

/**
 * Sees to it that a version's image is there to be deployed: one that is gone from the registry is packed anew from the stored
 * model and pushed, and everybody is told. Where the registry cannot be asked nothing is done: the deploy says the rest.
 */
export async function restoreImage(site: Site, lost: Lost): Promise<Restored> {
	const { version, model } = lost;
	const { progress } = site.context;
	const name = `${model} ${version.version}`;
	const { image, digest } = documented(version);
	if (image === null || digest === null) return { kind: "not-needed" };
	const found = await imageAt(site, { image, digest, model, version: version.version });
	if (found.kind === "unknown") return { kind: "unasked", reason: found.says };
	if (found.kind !== "gone") return { kind: "not-needed" };
	progress.warn(`${name}: ${found.says}; it is packed anew from the stored model`);
	const built = await rebuild(site.context, lost);
	if (!built.ok) {
		progress.warn(`${name} cannot be packed anew: ${built.reason}`);
		return { kind: "lost", reason: `${found.says}, and it cannot be packed anew: ${built.reason}` };
	}
	const pushed = await push(site, image, { ...built, version });
	if (!pushed.ok) {
		progress.warn(`${name} was packed anew, but ${pushed.reason}`);
		return { kind: "not-taken", reason: `${found.says}; it was packed anew, but ${pushed.reason}` };
	}
	progress.warn(`${name} was packed anew with the same digest and is in the registry again`);
	return { kind: "restored" };
}

interface Repacked {
	readonly image: BuiltImage;
	readonly candidate: Candidate;
	readonly source: string | null;
	readonly version: VersionState;
}

async function push(
	site: Site,
	place: string,
	repacked: Repacked,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }> {
	const store = openStore(site, locationOf(place));
	try {
		await store.push(repacked.image, [imageTagFor(repacked.version.version)]);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return no(`${store.location} did not take it: ${failure.message}`);
	}
	await attachAgain(site, store, repacked);
	return { ok: true };
}

/**
 * What hung on it hangs on it again, byte for byte as at its release, and signed anew. Without whoever signs, the image comes back all the
 * same: its signatures may still be there, and whoever deploys it asks for them.
 */
async function attachAgain(site: Site, store: ImageStore, repacked: Repacked): Promise<void> {
	const { image, candidate, source, version } = repacked;
	const about = { store, image, source, commit: version.commit, version: version.version };
	const missing = (what: string) => (failure: unknown) => {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		site.context.progress.warn(
			`${candidate.model.name} ${version.version} is there again without ${what}: ${failure.message}`,
		);
		return null;
	};
	const signer = await signerIfHere(site).catch(missing("its signatures"));
	await attachDocuments(site, candidate, { ...about, signer }).catch(missing("all of its documents and signatures"));
}

function no(reason: string): { readonly ok: false; readonly reason: string } {
	return { ok: false, reason };
}
