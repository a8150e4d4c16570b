import { generateKeyPairSync } from "node:crypto";
import { type KeyVerifier, readSigner, readVerifier, type Signer } from "../../../src/release/index.ts";

/** A fresh pair in PEM, as openssl makes them. */
export function pemPair(namedCurve = "prime256v1"): { readonly key: string; readonly pub: string } {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
	const key = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
	return { key, pub: publicKey.export({ format: "pem", type: "spki" }).toString() };
}

export async function pair(): Promise<{
	readonly signer: Signer;
	readonly verifier: KeyVerifier;
	readonly key: string;
}> {
	const { key, pub } = pemPair();
	return { signer: await readSigner(key, null), verifier: readVerifier(pub, { file: "cosign.pub" }), key };
}
