import { Readable } from "node:stream";
import type { Body } from "./depot.ts";

/** Bytes that are here, to be written. */
export function inMemory(bytes: Uint8Array, md5: string): Body {
	const open = (at = 0n): Readable => Readable.from([bytes.subarray(Number(at))]);
	return { size: BigInt(bytes.length), md5, bytes, open };
}
