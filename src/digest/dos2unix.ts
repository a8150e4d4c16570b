import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Oid } from "../kernel/index.ts";
import { oidOfHex } from "./bytes.ts";
import { refuseUnreadable } from "./refusals.ts";

/** DVC up to 2.x read files in pieces of this size and judged each by itself; the size is therefore part of the format. */
const PIECE = 1 << 20;
const SAMPLE = 512;
const TEXT_BYTES = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d, ...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i)]);
const MOST_NON_TEXT = 0.3;

/** DVC 2.x's `md5-dos2unix`: the MD5 after CR LF became LF in every piece that looks like text. Only for entries recorded that way. */
export async function dos2unixHashFile(path: string): Promise<Oid> {
	const running = createHash("md5");
	const file = await open(path).catch((cause: unknown) => refuseUnreadable(path, cause));
	try {
		for (;;) {
			const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null);
			if (bytesRead === 0) return oidOfHex(running.digest("hex"));
			running.update(normalised(await filled(file, buffer, bytesRead)));
		}
	} finally {
		await file.close();
	}
}

/** A read may stop short of the piece's end; the pieces must not. */
async function filled(file: Awaited<ReturnType<typeof open>>, piece: Buffer, have: number): Promise<Buffer> {
	for (let length = have; ; ) {
		const { bytesRead } = await file.read(piece, length, PIECE - length, null);
		length += bytesRead;
		if (bytesRead === 0 || length === PIECE) return piece.subarray(0, length);
	}
}

function normalised(piece: Buffer): Uint8Array {
	return looksLikeText(piece.subarray(0, SAMPLE)) ? withoutCarriageReturns(piece) : piece;
}

function looksLikeText(sample: Uint8Array): boolean {
	if (sample.includes(0)) return false;
	const strange = sample.reduce((count, byte) => (TEXT_BYTES.has(byte) ? count : count + 1), 0);
	return sample.length === 0 || strange / sample.length <= MOST_NON_TEXT;
}

function withoutCarriageReturns(piece: Buffer): Uint8Array {
	const out = Buffer.allocUnsafe(piece.length);
	let length = 0;
	for (const [at, byte] of piece.entries()) {
		if (byte === 0x0d && piece[at + 1] === 0x0a) continue;
		out[length++] = byte;
	}
	return out.subarray(0, length);
}
