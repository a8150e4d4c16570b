import {
	BUNDLE_V03_MEDIA_TYPE,
	bundleFromJSON,
	bundleToJSON,
	isBundleWithDsseEnvelope,
	toDSSEBundle,
} from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { jsonBytes } from "../media.ts";
import { PROVENANCE_TYPE } from "../provenance.ts";
import type { Signer, Verifier } from "./key.ts";

/** Sigstore's bundle 0.3, which cosign hangs on images since its version 3. */
export const BUNDLE_TYPE = BUNDLE_V03_MEDIA_TYPE;
const ANY_BUNDLE = "application/vnd.dev.sigstore.bundle";

export function isBundleType(type: string): boolean {
	return type.startsWith(ANY_BUNDLE);
}

/** An in-toto statement in a signed envelope (DSSE), in a bundle. The signature is another one each time: ECDSA throws dice. */
export function signedBundle(statement: Uint8Array, signer: Signer): Uint8Array {
	const artifact = Buffer.from(statement);
	const signature = signer.sign(dsse.preAuthEncoding(PROVENANCE_TYPE, artifact));
	const keyHint = signer.verifier.id;
	const bundle = toDSSEBundle({ artifact, artifactType: PROVENANCE_TYPE, signature, keyHint });
	// cosign passes a signature over that names its key otherwise than it does itself; the hint alone says whose it is
	for (const each of bundle.content.dsseEnvelope.signatures) each.keyid = "";
	return jsonBytes(bundleToJSON(bundle));
}

/** The statement in a bundle, and whether the key signed it; null for what is no bundle with a statement. */
export function openBundle(
	bytes: Uint8Array,
	key: Verifier,
): { readonly statement: Buffer; readonly signed: boolean } | null {
	const bundle = parsed(bytes);
	if (bundle === null || !isBundleWithDsseEnvelope(bundle)) return null;
	const { payload, payloadType, signatures } = bundle.content.dsseEnvelope;
	if (payloadType !== PROVENANCE_TYPE) return null;
	const said = dsse.preAuthEncoding(payloadType, payload);
	return { statement: payload, signed: signatures.some(({ sig }) => key.accepts(said, sig)) };
}

function parsed(bytes: Uint8Array): ReturnType<typeof bundleFromJSON> | null {
	try {
		return bundleFromJSON(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return null;
	}
}
