import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { badInput } from "../../kernel/index.ts";

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** What `cosign generate-key-pair` and `import-key-pair` write; older ones say COSIGN. */
const SEALED = /-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END/;
/** Sixteen times what cosign asks for: a key file must not take the machine's memory. */
const MOST_MEMORY = 1 << 30;

export function isCosignKey(pem: string): boolean {
	return SEALED.test(pem);
}

/**
 * Opens a private key of cosign: JSON in PEM (go-securesystemslib's `encrypted`): scrypt makes the key of a NaCl secretbox,
 * in which PKCS #8 lies. Returns its DER. Failure `signing-key`.
 */
export async function openCosignKey(pem: string, password: string): Promise<Buffer> {
	const box = boxIn(pem);
	const key = await derive(Buffer.from(password), box.salt, 32, { ...box.cost, maxmem: MOST_MEMORY });
	try {
		return Buffer.from(xsalsa20poly1305(key, box.nonce).decrypt(box.sealed));
	} catch (cause) {
		throw badInput("signing-key", "the key in MAINLINE_SIGNING_KEY does not open with this password", {
			hint: "COSIGN_PASSWORD has to be the one that `cosign generate-key-pair` asked for",
			cause,
		});
	}
}

interface Box {
	readonly cost: { readonly N: number; readonly r: number; readonly p: number };
	readonly salt: Buffer;
	readonly nonce: Buffer;
	readonly sealed: Buffer;
}

function boxIn(pem: string): Box {
	const text = Buffer.from(SEALED.exec(pem)?.[1] ?? "", "base64").toString("utf8");
	const { kdf, cipher, ciphertext } = objectIn(text);
	const { name, params, salt } = asObject(kdf);
	const { name: sealing, nonce } = asObject(cipher);
	const { N, r, p } = asObject(params);
	const cost = { N: asCount(N), r: asCount(r), p: asCount(p) };
	const box = { cost, salt: asBytes(salt), nonce: asBytes(nonce), sealed: asBytes(ciphertext) };
	const fits = name === "scrypt" && sealing === "nacl/secretbox" && box.nonce.length === 24 && box.sealed.length > 16;
	if (!fits || 128 * cost.N * cost.r > MOST_MEMORY / 2 || cost.p > 16) throw notCosigns();
	return box;
}

function objectIn(text: string): Record<string, unknown> {
	try {
		return asObject(JSON.parse(text));
	} catch {
		throw notCosigns();
	}
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function asCount(value: unknown): number {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 1 << 30;
}

function asBytes(value: unknown): Buffer {
	return Buffer.from(typeof value === "string" ? value : "", "base64");
}

function notCosigns(): Error {
	return badInput("signing-key", "the key in MAINLINE_SIGNING_KEY is not sealed as cosign seals keys", {
		expected: "scrypt and nacl/secretbox",
		hint: "make one with `cosign generate-key-pair`",
	});
}
