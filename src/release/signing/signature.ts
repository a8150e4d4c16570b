import { Failure, type Sha256 } from "../../kernel/index.ts";
import { parseManifest } from "../image-json.ts";
import type { Attachment, ImageStore, Referrer } from "../model.ts";
import { BUNDLE_TYPE, isBundleType, parseBundle, statementIn } from "./bundle.ts";
import type { Signer, Verifier } from "./model.ts";
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
 * Signs an image that is in the store, and statements about it. Each hangs on it as a bundle; what the same one signed already
 * is not signed again, so that it can be killed and repeated.
 */
export async function signImage(
	store: ImageStore,
	image: Sha256,
	{ signer, name, at, statements }: Signing & { readonly statements: readonly Uint8Array[] },
): Promise<void> {
	const there = new Set<string>();
	for await (const signed of bundles(store, image)) {
		if ((await signer.verifier.judge(signed)).ok) there.add(statementIn(signed).toString("base64"));
	}
	for (const statement of [signatureOf(image), ...statements]) {
		if (!there.has(Buffer.from(statement).toString("base64"))) {
			await store.attach(image, bundleAttachment(await signer.seal(statement), { statement, name, at }));
		}
	}
}

/** Whether an image was signed by whom it should be; if not, what is there, in a sentence part. */
export type Signature = { readonly kind: "signed" } | { readonly kind: "unsigned"; readonly says: string };

/**
 * Looks for a signature of this image, as `cosign verify` does. A signature of another image is none. Failures where the store,
 * or what signatures are held against, cannot be asked.
 */
export async function checkSignature(store: ImageStore, image: Sha256, verifier: Verifier): Promise<Signature> {
	const found: string[] = [];
	let others = 0;
	for await (const signed of bundles(store, image)) {
		const images = signedImages(statementIn(signed));
		if (images === null) continue;
		if (!images.includes(image)) {
			others++;
			continue;
		}
		const verdict = await verifier.judge(signed);
		if (verdict.ok) return { kind: "signed" };
		found.push(verdict.found);
	}
	const [there = others > 0 ? "the signature that hangs on it is of another image" : null] = found;
	const says = `its image ${image} is not signed by ${verifier.who}`;
	return { kind: "unsigned", says: there === null ? says : `${says}: ${there}` };
}

/** What hangs on an image in bundles, whoever put it there: what cannot be read is passed over, it signs nothing. */
async function* bundles(store: ImageStore, image: Sha256) {
	for (const referrer of await store.referrers(image)) {
		const bytes = await bundleBytes(store, referrer);
		const signed = bytes === null ? null : parseBundle(bytes);
		if (signed !== null) yield signed;
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

function bundleAttachment(
	bytes: Uint8Array,
	{ statement, name, at }: Omit<Signing, "signer"> & { readonly statement: Uint8Array },
): Attachment {
	const predicateType = predicateTypeOf(statement) ?? "";
	return {
		type: BUNDLE_TYPE,
		bytes,
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
