/** Bigger than any socket's high-water mark, so that a sender waits for each piece to leave before it asks for the next. */
const SLOT_SIZE = 256 << 10;
/** One being sent, one being filled, two to spare. */
const SLOTS = 4;

/**
 * The same bytes in pieces of 256 KiB that use the same memory over and over: a piece is good until the third one after
 * it. Node's fetch keeps every piece of a body until the request has ended, which for a big layer would be the layer
 * in memory. (Were a piece ever overwritten too early, the registry would refuse the blob by its digest.)
 */
export async function* inSlots(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const slots = Array.from({ length: SLOTS }, () => Buffer.allocUnsafeSlow(SLOT_SIZE));
	let [turn, used] = [0, 0];
	for await (const chunk of stream) {
		for (let at = 0; at < chunk.length; ) {
			const slot = slotAt(slots, turn);
			const piece = chunk.subarray(at, at + SLOT_SIZE - used);
			slot.set(piece, used);
			at += piece.length;
			used += piece.length;
			if (used < SLOT_SIZE) continue;
			yield slot;
			turn++;
			used = 0;
		}
	}
	if (used > 0) yield slotAt(slots, turn).subarray(0, used);
}

function slotAt(slots: readonly Buffer[], turn: number): Buffer {
	const slot = slots[turn % slots.length];
	if (slot === undefined) throw new Error("no slots");
	return slot;
}
