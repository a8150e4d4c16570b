import { infrastructure } from "../../kernel/index.ts";
import { LAYER_TIME } from "../tar.ts";

/** POSIX.1-1988 tar: blocks of 512 bytes; where a header has the size, the time, the checksum and the type. */
const BLOCK = 512;
const SIZE = { at: 124, length: 12 };
const TIME = { at: 136, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
const TYPE = 156;
/** Most bytes of an extended header: its records are times, long names and extended attributes. */
const MAX_RECORDS = 16 << 20;

/**
 * A layer with one time on every entry, all else and every length as it was: what a builder that cannot set times made, as if it could.
 * Formats: ustar, GNU's and pax; of pax the records `mtime`, `atime` and `ctime`. Failure `image-malformed`.
 */
export async function* retimed(archive: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = new Blocks(archive);
	for (;;) {
		const header = await reader.take(BLOCK);
		if (header.length < BLOCK || header.every((byte) => byte === 0)) {
			yield header;
			break;
		}
		const size = sizeOf(header);
		const padded = Math.ceil(size / BLOCK) * BLOCK;
		yield withTime(header);
		const type = String.fromCharCode(header[TYPE] ?? 0);
		if ((type === "x" || type === "g") && size <= MAX_RECORDS) {
			const records = await reader.take(padded);
			yield Buffer.concat([withTimes(records.subarray(0, size)), records.subarray(size)]);
		} else yield* reader.pass(padded);
	}
	yield* reader.pass(Number.POSITIVE_INFINITY);
}

function sizeOf(header: Uint8Array): number {
	const field = header.subarray(SIZE.at, SIZE.at + SIZE.length);
	// GNU's form for what eleven octal digits cannot say: a big-endian number behind a set bit
	const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
	const text = Buffer.from(field).toString("latin1").replaceAll("\0", " ").trim();
	const size = isBinary ? Number(Buffer.from(field).readBigUInt64BE(4)) : Number.parseInt(text === "" ? "0" : text, 8);
	if (Number.isSafeInteger(size) && size >= 0) return size;
	throw infrastructure("image-malformed", "a layer of the environment is not a tar archive", { found: text });
}

function withTime(header: Uint8Array): Uint8Array {
	const changed = Buffer.from(header);
	changed.write(`${LAYER_TIME.toString(8).padStart(TIME.length - 1, "0")}\0`, TIME.at, "latin1");
	changed.fill(" ", CHECKSUM.at, CHECKSUM.at + CHECKSUM.length);
	const sum = changed.reduce((total, byte) => total + byte, 0);
	changed.write(`${sum.toString(8).padStart(6, "0")}\0 `, CHECKSUM.at, "latin1");
	return changed;
}

/** Records are `LENGTH KEY=VALUE\n`, and each keeps its length: the time gets zeros before it, and its fraction becomes zeros. */
function withTimes(records: Uint8Array): Uint8Array {
	const text = Buffer.from(records).toString("latin1");
	const changed = text.replace(
		/(^|\n)(\d+ [mac]time=)(\d{9,})((?:\.\d*)?)(?=\n)/g,
		(_all, before: string, key: string, whole: string, fraction: string) =>
			`${before}${key}${String(LAYER_TIME).padStart(whole.length, "0")}${fraction.replace(/\d/g, "0")}`,
	);
	return Buffer.from(changed, "latin1");
}

/** A stream in pieces of the lengths that are asked for. */
class Blocks {
	readonly #source: AsyncIterator<Uint8Array>;
	#held: Buffer = Buffer.alloc(0);

	constructor(stream: AsyncIterable<Uint8Array>) {
		this.#source = stream[Symbol.asyncIterator]();
	}

	/** Fewer bytes at the end. */
	async take(length: number): Promise<Buffer> {
		while (this.#held.length < length && (await this.#more()));
		const taken = this.#held.subarray(0, length);
		this.#held = this.#held.subarray(taken.length);
		return taken;
	}

	/** As they come, without being put together. */
	async *pass(length: number): AsyncGenerator<Uint8Array> {
		for (let left = length; left > 0; ) {
			if (this.#held.length === 0 && !(await this.#more())) return;
			const piece = this.#held.subarray(0, left);
			this.#held = this.#held.subarray(piece.length);
			left -= piece.length;
			yield piece;
		}
	}

	async #more(): Promise<boolean> {
		const next = await this.#source.next();
		if (next.done === true) return false;
		this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
		return true;
	}
}
