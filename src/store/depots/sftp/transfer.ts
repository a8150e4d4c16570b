import type { Readable } from "node:stream";
import type { SftpSession } from "./session.ts";

/** How much of one file is asked for or sent before its answers are here: covers 1 Gbit/s over 30 ms. */
const UNDER_WAY = 4 * 1024 * 1024;

/** The bytes of an open file from `from` on, asked for ahead of being wanted. */
export async function* readAhead(session: SftpSession, handle: Buffer, from: bigint): AsyncGenerator<Buffer> {
	const length = session.readLength;
	const asked: Promise<Buffer[]>[] = [];
	const ask = (offset: bigint): void => {
		const part = readWhole(session, { handle, offset, length });
		// its turn comes; an error must not be thrown before
		part.catch(() => {});
		asked.push(part);
	};
	// a small file is here with this one question
	ask(from);
	const size = (await session.fstat(handle)).size ?? 0n;
	for (let next = from + BigInt(length); asked.length > 0; ) {
		for (; next < size && asked.length * length < UNDER_WAY; next += BigInt(length)) ask(next);
		yield* (await asked.shift()) ?? [];
	}
}

interface Part {
	readonly handle: Buffer;
	readonly offset: bigint;
	readonly length: number;
}

/** A part in as many answers as the server likes; shorter only at the end of the file. */
async function readWhole(session: SftpSession, { handle, offset, length }: Part): Promise<Buffer[]> {
	const pieces: Buffer[] = [];
	for (let got = 0; got < length; ) {
		const piece = await session.read(handle, offset + BigInt(got), length - got);
		if (piece === null || piece.length === 0) break;
		pieces.push(piece);
		got += piece.length;
	}
	return pieces;
}

/** Writes all of a source to an open file, many parts under way at a time. */
export async function writeAll(session: SftpSession, handle: Buffer, source: Readable | Uint8Array): Promise<void> {
	const sent: { done: Promise<void>; length: number }[] = [];
	let underWay = 0;
	let offset = 0n;
	const settle = async (): Promise<void> => {
		const oldest = sent.shift();
		await oldest?.done;
		underWay -= oldest?.length ?? 0;
	};
	for await (const chunk of source instanceof Uint8Array ? [source] : (source as AsyncIterable<Uint8Array>)) {
		for (let at = 0; at < chunk.length; at += session.writeLength) {
			const part = chunk.subarray(at, at + session.writeLength);
			const done = session.write(handle, offset, part);
			done.catch(() => {});
			sent.push({ done, length: part.length });
			offset += BigInt(part.length);
			underWay += part.length;
			while (underWay > UNDER_WAY) await settle();
		}
	}
	while (sent.length > 0) await settle();
}
