import { Failure, inParallel, type Sha256 } from "../../kernel/index.ts";
import { type ImageStore, imageTagFor, parseManifest } from "../../release/index.ts";
import { type Deployable, signatureAt } from "./signing.ts";
import { locationOf, openStore, type Site } from "./site.ts";

/** What a registry says of a version's image. */
export type ImageAnswer =
	| { readonly kind: "there" }
	/** It cannot be deployed any more. */
	| { readonly kind: "gone"; readonly says: string }
	/** It is there, and something about it is not as it should be. */
	| { readonly kind: "wrong"; readonly says: string; readonly next: string }
	/** It is there, and would not be deployed. */
	| { readonly kind: "unsigned"; readonly says: string; readonly next: string }
	| { readonly kind: "unknown"; readonly says: string; readonly next?: string };

const LANES = 4;

/** Asks without pulling: the manifest is read and hashed, its layers are asked for, and the version's tag has to name it. */
export async function imageAt(
	site: Pick<Site, "context" | "root" | "trusted">,
	asked: Deployable,
): Promise<ImageAnswer> {
	const { image, digest, version } = asked;
	const store = openStore(site, locationOf(image));
	try {
		if ((await store.resolve(digest)) === null)
			return { kind: "gone", says: `${store.location} has no image ${digest}` };
		const missing = await missingBlobs(store, digest);
		if (missing > 0)
			return { kind: "gone", says: `${missing} layers of the image ${digest} are gone from ${store.location}` };
		const found = await signatureAt(site, asked);
		if (found.kind === "unsigned") return found;
		return await tagNames(store, { digest, version });
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		if (failure.code === "sigstore-root") return unjudged(failure);
		if (failure.code === "blob-corrupt") return { kind: "gone", says: `${failure.message}` };
		return { kind: "unknown", says: `${store.location} could not be asked: ${failure.message}` };
	}
}

/** The image is there; who signed it cannot be told. */
function unjudged({ message, details }: Failure): ImageAnswer {
	const says = `whether it is signed cannot be told: ${message}`;
	return { kind: "unknown", says, ...(details.hint === undefined ? {} : { next: details.hint }) };
}

async function missingBlobs(store: ImageStore, digest: Sha256): Promise<number> {
	const { config, layers } = parseManifest(await store.manifest(digest), `${store.location}@${digest}`);
	const blobs = new Set([config, ...layers].map((blob) => blob.digest));
	let missing = 0;
	await inParallel([...blobs], LANES, async (blob) => {
		if (!(await store.hasBlob(blob))) missing += 1;
	});
	return missing;
}

/** People pull by the tag: one that was moved gives them something else, whatever is deployed. */
async function tagNames(
	store: ImageStore,
	{ digest, version }: { readonly digest: Sha256; readonly version: string },
): Promise<ImageAnswer> {
	const tag = imageTagFor(version);
	const named = await store.resolve(tag);
	if (named === null || named === digest) return { kind: "there" };
	return {
		kind: "wrong",
		says: `the registry's tag ${tag} names ${named}, not ${digest}`,
		next: `somebody pushed over it: pull by digest (${store.location}@${digest}), and see who may write to the registry`,
	};
}
