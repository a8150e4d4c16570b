import {
	createHash,
	createPrivateKey,
	createPublicKey,
	type KeyObject,
	type PrivateKeyInput,
	sign,
	verify,
} from "node:crypto";
import { badInput, type Place } from "../../kernel/index.ts";
import { isCosignKey, openCosignKey } from "./cosign-key.ts";

/** A public key that signatures are held against: ECDSA on P-256 with SHA-256, which cosign makes and every verifier reads. */
export interface Verifier {
	/** SHA-256 of the key's DER (SubjectPublicKeyInfo) in base64, as sigstore names a key. */
	readonly id: string;
	accepts(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** A private key, and the public one that goes with it. */
export interface Signer {
	readonly verifier: Verifier;
	/** DER, as in X.509. */
	sign(bytes: Uint8Array): Buffer;
}

const MAKE_ONE =
	"`cosign generate-key-pair`, or `openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8`";

/**
 * Reads a private key in PEM: cosign's own, or PKCS #8 and SEC 1, sealed by a password or open. The message of a failure
 * holds nothing of the key. Failure `signing-key`.
 */
export async function readSigner(pem: string, password: string | null): Promise<Signer> {
	const key = isCosignKey(pem)
		? open({ key: await openCosignKey(pem, password ?? ""), format: "der", type: "pkcs8" })
		: open({ key: pem, format: "pem", ...(password === null ? {} : { passphrase: password }) });
	if (!isP256(key)) throw unfit("the key in MAINLINE_SIGNING_KEY", key);
	return { verifier: verifierOf(createPublicKey(key)), sign: (bytes) => sign("sha256", bytes, key) };
}

/** Reads a public key in PEM, as `cosign.pub` holds it. Failure `signing-key`. */
export function readVerifier(pem: string, at: Place): Verifier {
	const key = publicKey(pem);
	if (key === null) {
		throw badInput("signing-key", `${at.file} does not hold a public key`, {
			at,
			expected: "a key in PEM: -----BEGIN PUBLIC KEY-----",
			hint: "`cosign public-key --key cosign.key`, or `openssl ec -in key.pem -pubout`",
		});
	}
	if (!isP256(key)) throw unfit(at.file, key);
	return verifierOf(key);
}

function open(input: PrivateKeyInput): KeyObject {
	try {
		return createPrivateKey(input);
	} catch {
		// what the library says may quote the input
		throw badInput("signing-key", "MAINLINE_SIGNING_KEY does not hold a private key that can be read", {
			expected: "a private key in PEM, or the file that holds one; where it is sealed, COSIGN_PASSWORD opens it",
			hint: `make one: ${MAKE_ONE}`,
		});
	}
}

function publicKey(pem: string): KeyObject | null {
	// a private key would give its public half: it has no business in a file that everybody reads
	if (!pem.includes("-----BEGIN PUBLIC KEY-----")) return null;
	try {
		return createPublicKey({ key: pem, format: "pem" });
	} catch {
		return null;
	}
}

function isP256(key: KeyObject): boolean {
	return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

function unfit(what: string, key: KeyObject): Error {
	const { asymmetricKeyType: type = "unknown", asymmetricKeyDetails: details } = key;
	return badInput("signing-key", `${what} is of a kind that images are not signed with`, {
		found: details?.namedCurve === undefined ? type : `${type} ${details.namedCurve}`,
		expected: "ECDSA on P-256 (prime256v1)",
		hint: `make one: ${MAKE_ONE}`,
	});
}

function verifierOf(key: KeyObject): Verifier {
	const der = key.export({ format: "der", type: "spki" });
	return {
		id: createHash("sha256").update(der).digest("base64"),
		accepts: (bytes, signature) => verify("sha256", bytes, key, signature),
	};
}
