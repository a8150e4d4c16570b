import { Failure, type Sha256 } from "../../kernel/index.ts";
import { parseManifest } from "../image-json.ts";
import type { Attachment, ImageStore, Referrer } from "../model.ts";
import { BUNDLE_TYPE, isBundleType, openBundle, signedBundle } from "./bundle.ts";
import type { Signer, Verifier } from "./key.ts";
import { predicateTypeOf, signatureOf, signedImages } from "./statement.ts";

/** A bundle longer than this is passed over: the longest hold a bill of materials. 16 MiB. */
const MAX_BUNDLE = 16 << 20;

export interface Signing {
	readonly signer: Signer;
	/** For file names: `churn-v0.2.0`. */
	readonly name: string;
	readonly at: Date;
}

/**
 * Signs an image that is in the store, and statements about it. Each hangs on it as a bundle; what this key signed already is
 * not signed again, so that it can be killed and repeated.
 */
export async function signImage(
	store: ImageStore,
	image: Sha256,
	{ signer, name, at, statements }: Signing & { readonly statements: readonly Uint8Array[] },
): Promise<void> {
	const there = new Set<string>();
	for await (const { statement, signed } of bundles(store, image, signer.verifier)) {
		if (signed) there.add(statement.toString("base64"));
	}
	for (const statement of [signatureOf(image), ...statements]) {
		if (!there.has(Buffer.from(statement).toString("base64"))) {
			await store.attach(image, bundleAttachment(statement, { signer, name, at }));
		}
	}
}

/** Whether a key signed an image; if not, what is there, in a sentence part. */
export type Signature = { readonly kind: "signed" } | { readonly kind: "unsigned"; readonly says: string };

/** Looks for a signature of this image by this key, as `cosign verify --key` does. A signature of another image is none. */
export async function checkSignature(store: ImageStore, image: Sha256, key: Verifier): Promise<Signature> {
	let [others, strangers] = [0, 0];
	for await (const { statement, signed } of bundles(store, image, key)) {
		const images = signedImages(statement);
		if (images === null) continue;
		if (!images.includes(image)) others++;
		else if (signed) return { kind: "signed" };
		else strangers++;
	}
	return {
		kind: "unsigned",
		says: `its image ${image} is not signed by the key of mainline.yaml${found(strangers, others)}`,
	};
}

function found(strangers: number, others: number): string {
	if (strangers > 0) return ": whoever signed it has another key";
	return others > 0 ? ": the signature that hangs on it is of another image" : "";
}

/** What hangs on an image in bundles, whoever put it there: what cannot be read is passed over, it signs nothing. */
async function* bundles(store: ImageStore, image: Sha256, key: Verifier) {
	for (const referrer of await store.referrers(image)) {
		const bytes = await bundleBytes(store, referrer);
		const opened = bytes === null ? null : openBundle(bytes, key);
		if (opened !== null) yield opened;
	}
}

async function bundleBytes(store: ImageStore, { digest }: Referrer): Promise<Uint8Array | null> {
	try {
		const { layers } = parseManifest(await store.manifest(digest), digest);
		const [layer] = layers;
		if (layer === undefined || !isBundleType(layer.mediaType) || layer.size > MAX_BUNDLE) return null;
		const chunks: Uint8Array[] = [];
		for await (const chunk of store.blob(layer)) chunks.push(chunk);
		return Buffer.concat(chunks);
	} catch (failure) {
		const lost = ["image-not-found", "image-malformed", "blob-corrupt", "registry-not-found"];
		if (failure instanceof Failure && lost.includes(failure.code)) return null;
		throw failure;
	}
}

function bundleAttachment(statement: Uint8Array, { signer, name, at }: Signing): Attachment {
	const predicateType = predicateTypeOf(statement) ?? "";
	return {
		type: BUNDLE_TYPE,
		bytes: signedBundle(statement, signer),
		title: `${name}.${fileWord(predicateType)}.sigstore.json`,
		created: at,
		// as cosign writes them
		annotations: {
			"dev.sigstore.bundle.content": "dsse-envelope",
			"dev.sigstore.bundle.predicateType": predicateType,
		},
	};
}

/** `provenance` of `https://slsa.dev/provenance/v1`. */
function fileWord(predicateType: string): string {
	const words = predicateType.split("/").filter((word) => word !== "" && !/^v[\d.]+$/.test(word));
	return words.at(-1) ?? "statement";
}
