import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inSlots } from "../../src/release/slots.ts";

describe("a body sent in slots", () => {
	for (const size of [0, 1, 512, 262_143, 262_144, 262_145, 1_000_000, 3_000_001]) {
		it(`of ${size} bytes arrives as it was, in pieces that all but the last are full`, async () => {
			const bytes = randomBytes(size);
			const chunks = async function* () {
				for (let at = 0; at < size; at += 70_001) yield bytes.subarray(at, at + 70_001);
			};
			const hash = createHash("sha256");
			const sizes: number[] = [];
			for await (const piece of inSlots(chunks())) {
				hash.update(piece);
				sizes.push(piece.length);
			}
			expect(hash.digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
			expect(sizes.slice(0, -1).every((n) => n === 262_144)).toBe(true);
		});
	}

	it("leaves a piece alone while the next two are made", async () => {
		const chunks = async function* () {
			for (let n = 0; n < 12; n++) yield Buffer.alloc(262_144, n);
		};
		const held: Uint8Array[] = [];
		for await (const piece of inSlots(chunks())) {
			held.push(piece);
			const late = held.slice(-3);
			expect(late.map((bytes) => bytes[0])).toEqual(late.map((_, n) => held.length - late.length + n));
		}
	});
});
