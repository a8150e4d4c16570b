import type { ObjectIdentifierValuePair, Signer as VerifiedSigner } from "@sigstore/verify";
import type { Identity } from "./identity.ts";

/** Fulcio's extensions of a certificate (fulcio, docs/oid-info.md): DER UTF8String, each. */
const ISSUER = "1.3.6.1.4.1.57264.1.8";
const RUNNER = "1.3.6.1.4.1.57264.1.11";
const SOURCE_REPOSITORY = "1.3.6.1.4.1.57264.1.12";
const SOURCE_REF = "1.3.6.1.4.1.57264.1.14";

/** Whom a verified certificate was given to; null where it names nobody. */
export function identityIn({ identity }: VerifiedSigner): Identity | null {
	const name = identity?.subjectAlternativeName;
	if (name === undefined || name === "") return null;
	const says = (oid: string) => textOf(identity?.oids ?? [], oid);
	return {
		name,
		issuer: says(ISSUER),
		repository: says(SOURCE_REPOSITORY),
		ref: says(SOURCE_REF),
		runner: says(RUNNER),
	};
}

/** Null where it stands there not once, or is no UTF8String: what is said twice is not believed. */
function textOf(extensions: readonly ObjectIdentifierValuePair[], wanted: string): string | null {
	const found = extensions.filter(({ oid }) => oid?.id.join(".") === wanted);
	const [only] = found;
	return only === undefined || found.length > 1 ? null : utf8String(only.value);
}

/** DER: tag 12, a length, the text. */
function utf8String(der: Buffer): string | null {
	const [tag, first = 0, second = 0, third = 0] = der;
	if (tag !== 0x0c) return null;
	const [start, length] =
		first < 0x80 ? [2, first] : first === 0x81 ? [3, second] : first === 0x82 ? [4, second * 256 + third] : [0, -1];
	return der.length === start + length ? der.subarray(start).toString("utf8") : null;
}
