import { type FileHandle, open } from "node:fs/promises";

/** Bigger than any socket's high-water mark, so that a sender waits for each piece to leave before it asks for the next. */
const SLOT_SIZE = 256 << 10;
/** One being sent, one being filled, two to spare. */
const SLOTS = 4;

/**
 * A file's bytes, `size` at most, in pieces that use the same memory over and over: a piece is good until the second one
 * after it was asked for. The next piece is read while this one is worked on.
 */
export async function* fileInSlots(file: string, size: number): AsyncGenerator<Uint8Array> {
	const slots = makeSlots();
	const handle = await open(file);
	try {
		let at = 0;
		let coming = readPiece(handle, slotAt(slots, 0), size);
		for (let turn = 1; at < size; turn++) {
			const piece = await coming;
			if (piece.length === 0) return;
			at += piece.length;
			coming = readPiece(handle, slotAt(slots, turn), size - at);
			// awaited in the next turn, if there is one
			coming.catch(() => undefined);
			yield piece;
		}
	} finally {
		await handle.close();
	}
}

async function readPiece(handle: FileHandle, slot: Buffer, left: number): Promise<Uint8Array> {
	if (left <= 0) return slot.subarray(0, 0);
	const { bytesRead } = await handle.read(slot, 0, Math.min(slot.length, left));
	return slot.subarray(0, bytesRead);
}

/**
 * The same bytes in pieces that use the same memory over and over: small pieces are put together, big ones are passed on,
 * since they come from `fileInSlots`. A piece is good until the second one after it was asked for. Node's fetch keeps every
 * piece of a body until the request has ended, which for a big layer would be the layer in memory. (Were a piece ever
 * overwritten too early, the registry would refuse the blob by its digest.)
 */
export async function* inSlots(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const slots = makeSlots();
	let [turn, used] = [0, 0];
	for await (const chunk of stream) {
		const isBig = chunk.length >= SLOT_SIZE;
		if (used > 0 && (isBig || used + chunk.length > SLOT_SIZE)) {
			yield slotAt(slots, turn).subarray(0, used);
			turn++;
			used = 0;
		}
		if (isBig) yield chunk;
		else {
			slotAt(slots, turn).set(chunk, used);
			used += chunk.length;
		}
	}
	if (used > 0) yield slotAt(slots, turn).subarray(0, used);
}

function makeSlots(): Buffer[] {
	return Array.from({ length: SLOTS }, () => Buffer.allocUnsafeSlow(SLOT_SIZE));
}

function slotAt(slots: readonly Buffer[], turn: number): Buffer {
	const slot = slots[turn % slots.length];
	if (slot === undefined) throw new Error("no slots");
	return slot;
}
