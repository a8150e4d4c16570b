import {
	BUNDLE_V03_MEDIA_TYPE,
	type BundleWithDsseEnvelope,
	bundleFromJSON,
	bundleToJSON,
	isBundleWithDsseEnvelope,
	toDSSEBundle,
} from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { jsonBytes } from "../media.ts";
import { PROVENANCE_TYPE } from "../provenance.ts";

/** Sigstore's bundle 0.3, which cosign hangs on images since its version 3. */
export const BUNDLE_TYPE = BUNDLE_V03_MEDIA_TYPE;
const ANY_BUNDLE = "application/vnd.dev.sigstore.bundle";

/** An in-toto statement in a signed envelope (DSSE), with what its signature is held against. */
export type SignedStatement = BundleWithDsseEnvelope;

export function isBundleType(type: string): boolean {
	return type.startsWith(ANY_BUNDLE);
}

/** A statement signed by a key. The signature is another one each time: ECDSA throws dice. */
export function keyBundle(
	statement: Uint8Array,
	{ id, sign }: { readonly id: string; readonly sign: (bytes: Uint8Array) => Buffer },
): Uint8Array {
	const artifact = Buffer.from(statement);
	const signature = sign(dsse.preAuthEncoding(PROVENANCE_TYPE, artifact));
	const bundle = toDSSEBundle({ artifact, artifactType: PROVENANCE_TYPE, signature, keyHint: id });
	// cosign passes a signature over that names its key otherwise than it does itself; the hint alone says whose it is
	for (const each of bundle.content.dsseEnvelope.signatures) each.keyid = "";
	return bundleBytes(bundle);
}

export function bundleBytes(bundle: Parameters<typeof bundleToJSON>[0]): Uint8Array {
	return jsonBytes(bundleToJSON(bundle));
}

/** Null for what is no bundle with an in-toto statement. Whether anybody signed it is not asked. */
export function parseBundle(bytes: Uint8Array): SignedStatement | null {
	try {
		const bundle = bundleFromJSON(JSON.parse(new TextDecoder().decode(bytes)));
		return isBundleWithDsseEnvelope(bundle) && bundle.content.dsseEnvelope.payloadType === PROVENANCE_TYPE
			? bundle
			: null;
	} catch {
		return null;
	}
}

/** The statement itself. */
export function statementIn({ content }: SignedStatement): Buffer {
	return content.dsseEnvelope.payload;
}

/** What the envelope's signatures are of. */
export function signedBytes({ content }: SignedStatement): Buffer {
	return dsse.preAuthEncoding(content.dsseEnvelope.payloadType, content.dsseEnvelope.payload);
}
