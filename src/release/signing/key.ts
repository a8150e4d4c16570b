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
import { keyBundle, type SignedStatement, signedBytes } from "./bundle.ts";
import { isCosignKey, openCosignKey } from "./cosign-key.ts";
import type { KeySigner, KeyVerifier, Verdict } from "./model.ts";

const MAKE_ONE =
	"`cosign generate-key-pair`, or `openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8`";

/**
 * Reads a private key in PEM: cosign's own, or PKCS #8 and SEC 1, sealed by a password or open. The message of a failure
 * holds nothing of the key. Failure `signing-key`.
 */
export async function readSigner(pem: string, password: string | null): Promise<KeySigner> {
	const key = isCosignKey(pem)
		? open({ key: await openCosignKey(pem, password ?? ""), format: "der", type: "pkcs8" })
		: open({ key: pem, format: "pem", ...(password === null ? {} : { passphrase: password }) });
	if (!isP256(key)) throw unfit("the key in MAINLINE_SIGNING_KEY", key);
	const verifier = verifierOf(createPublicKey(key));
	const signing = { id: verifier.id, sign: (bytes: Uint8Array) => sign("sha256", bytes, key) };
	return { verifier, seal: async (statement) => keyBundle(statement, signing) };
}

/** Reads a public key in PEM, as `cosign.pub` holds it. Failure `signing-key`. */
export function readVerifier(pem: string, at: Place): KeyVerifier {
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

function verifierOf(key: KeyObject): KeyVerifier {
	const der = key.export({ format: "der", type: "spki" });
	const accepts = (bytes: Uint8Array, signature: Uint8Array) => verify("sha256", bytes, key, signature);
	return {
		kind: "key",
		id: createHash("sha256").update(der).digest("base64"),
		accepts,
		who: "the key of mainline.yaml",
		judge: async (signed) => judged(signed, accepts),
	};
}

function judged(signed: SignedStatement, accepts: KeyVerifier["accepts"]): Verdict {
	const bytes = signedBytes(signed);
	const isSigned = signed.content.dsseEnvelope.signatures.some(({ sig }) => accepts(bytes, sig));
	return isSigned ? { ok: true } : { ok: false, found: "whoever signed it has another key" };
}
