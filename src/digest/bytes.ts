import { hash } from "node:crypto";
import type { Oid } from "../kernel/index.ts";
import { parseOid } from "../kernel/index.ts";

/** DVC's object id of a file with this content: the MD5 of the raw bytes. */
export function hashBytes(bytes: Uint8Array): Oid {
	return oidOfHex(hash("md5", bytes, "hex"));
}

/** The id that 16 digest bytes, from `offset` on, stand for. */
export function oidOfDigest(digests: Uint8Array, offset = 0): Oid {
	return oidOfHex(Buffer.from(digests.buffer, digests.byteOffset + offset, 16).toString("hex"));
}

/** For digests that we computed ourselves; foreign text goes through `parseOid`. */
export function oidOfHex(hex: string): Oid {
	const oid = parseOid(hex);
	if (oid === null) throw new Error(`not an MD5: ${hex}`);
	return oid;
}
