import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { fileInSlots, inSlots } from "../../src/release/slots.ts";

const SLOT = 262_144;

function fileOf(bytes: Uint8Array): string {
	const folder = mkdtempSync(join(tmpdir(), "mainline-slots-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "file");
	writeFileSync(file, bytes);
	return file;
}

async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
	const hash = createHash("sha256");
	for await (const piece of pieces) hash.update(piece);
	return hash.digest("hex");
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("a body sent in slots", () => {
	for (const size of [0, 1, 512, SLOT - 1, SLOT, SLOT + 1, 1_000_000, 3_000_001]) {
		it(`of ${size} bytes arrives as it was`, async () => {
			const bytes = randomBytes(size);
			const chunks = async function* () {
				for (let at = 0; at < size; at += 70_001) yield bytes.subarray(at, at + 70_001);
			};
			expect(await digestOf(inSlots(chunks()))).toBe(sha256(bytes));
			expect(await digestOf(fileInSlots(fileOf(bytes), size))).toBe(sha256(bytes));
			const framed = async function* () {
				yield Buffer.from("head");
				yield* fileInSlots(fileOf(bytes), size);
				yield Buffer.from("tail");
			};
			const whole = Buffer.concat([Buffer.from("head"), bytes, Buffer.from("tail")]);
			expect(await digestOf(inSlots(framed()))).toBe(sha256(whole));
		});
	}

	it("puts small pieces together", async () => {
		const chunks = async function* () {
			for (let n = 0; n < 3000; n++) yield Buffer.alloc(512, n);
		};
		const sizes: number[] = [];
		for await (const piece of inSlots(chunks())) sizes.push(piece.length);
		expect(sizes.slice(0, -1).every((size) => size === SLOT)).toBe(true);
	});

	it("leaves a piece alone while the next two are made, from memory and from a file", async () => {
		const chunks = async function* () {
			for (let n = 0; n < 24; n++) yield Buffer.alloc(SLOT / 2, n / 2);
		};
		const file = fileOf(Buffer.concat(Array.from({ length: 12 }, (_, n) => Buffer.alloc(SLOT, n))));
		for (const pieces of [inSlots(chunks()), fileInSlots(file, 12 * SLOT), inSlots(fileInSlots(file, 12 * SLOT))]) {
			const held: Uint8Array[] = [];
			for await (const piece of pieces) {
				held.push(piece);
				// the next piece is being read meanwhile
				await sleep(5);
				const late = held.slice(-3);
				expect(late.map((bytes) => bytes[0])).toEqual(late.map((_, n) => held.length - late.length + n));
			}
			expect(held).toHaveLength(12);
		}
	});

	it("reads no more of a file than was asked for, and ends where the file does", async () => {
		const bytes = randomBytes(SLOT + 5);
		expect(await digestOf(fileInSlots(fileOf(bytes), SLOT + 2))).toBe(sha256(bytes.subarray(0, SLOT + 2)));
		expect(await digestOf(fileInSlots(fileOf(bytes), 10 * SLOT))).toBe(sha256(bytes));
	});
});
