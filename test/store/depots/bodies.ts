import { Readable } from "node:stream";
import type { Body } from "../../../src/store/depot.ts";

/** What is to be written, as a stream of chunks; with `whole`, in one piece as small objects are. */
export function bodyOf(text: string | Uint8Array, whole = false): Body {
	const bytes = Buffer.from(text);
	const open = (from = 0n): Readable => Readable.from(chunksOf(bytes.subarray(Number(from))), { objectMode: false });
	return { size: BigInt(bytes.length), md5: null, bytes: whole ? bytes : null, open };
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
	for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** All that a depot reads; null where it says that there is nothing. */
export async function textOf(source: Readable | null): Promise<string | null> {
	if (source === null) return null;
	const chunks: Uint8Array[] = [];
	for await (const chunk of source as AsyncIterable<Uint8Array>) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
