/** DVC's object id: 32 hex digits of an MD5, with `.dir` when the object is a directory listing. Only `parseOid` makes one. */
export type Oid = string & { readonly __oid: unique symbol };

/** `sha256:` and 64 hex digits, as OCI writes digests. Only `parseSha256` makes one. */
export type Sha256 = string & { readonly __sha256: unique symbol };

const OID = /^[0-9a-f]{32}(\.dir)?$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;

/** The id, or null when the text is not one. */
export function parseOid(text: string): Oid | null {
	return OID.test(text) ? (text as Oid) : null;
}

export function parseSha256(text: string): Sha256 | null {
	return SHA256.test(text) ? (text as Sha256) : null;
}

export function isDirectoryOid(oid: Oid): boolean {
	return oid.endsWith(".dir");
}
