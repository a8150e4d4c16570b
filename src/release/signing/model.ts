import type { SignedStatement } from "./bundle.ts";
import type { IdentityPolicy } from "./identity.ts";

/** Whether a statement was signed by whom it should be; if not, by whom or why not, in a sentence part. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly found: string };

interface Judge {
	/** In a sentence part: `the key of mainline.yaml`. */
	readonly who: string;
	/** Failures where what it takes to judge cannot be had: then nobody signed, and nobody did not. */
	judge(signed: SignedStatement): Promise<Verdict>;
}

/** A public key that signatures are held against: ECDSA on P-256 with SHA-256, which cosign makes and every verifier reads. */
export interface KeyVerifier extends Judge {
	readonly kind: "key";
	/** SHA-256 of the key's DER (SubjectPublicKeyInfo) in base64, as sigstore names a key. */
	readonly id: string;
	accepts(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** An identity that sigstore's certificates are held against. */
export interface IdentityVerifier extends Judge {
	readonly kind: "identity";
	readonly policy: IdentityPolicy;
}

/** Who has to have signed. */
export type Verifier = KeyVerifier | IdentityVerifier;

/** Who signs, and what that is held against. */
export interface Signer {
	readonly verifier: Verifier;
	/** A statement as a signed bundle. */
	seal(statement: Uint8Array): Promise<Uint8Array>;
}

export interface KeySigner extends Signer {
	readonly verifier: KeyVerifier;
}
