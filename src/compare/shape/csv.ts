import { type DataFile, namesOf, type Shape } from "./model.ts";

const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];
const DELIMITERS = [",", ";", "\t", "|"];
/** A first record that is longer is none of a table's. Bytes. */
const LONGEST_HEADER = 256 * 1024;

/**
 * The records of a CSV file, as RFC 4180 has them: quoted fields may hold line breaks and delimiters. A first record without a
 * number in it names the columns. Null for what is no text, or has a quote that never ends. (Records are counted and fields left
 * alone: a parser of CSV would make a text of each of them, and hundreds of megabytes are looked through while somebody waits.)
 */
export async function csvShape({ chunks }: Pick<DataFile, "chunks">): Promise<Shape | null> {
	let header: { first: string; delimiter: number } | null = null;
	let held: Uint8Array = new Uint8Array();
	let scan: Scan | null = null;
	for await (const chunk of chunks()) {
		if (scan !== null) {
			if (!scan.take(chunk)) return null;
			continue;
		}
		held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
		header = headerIn(held, false);
		if (header === null && held.length > LONGEST_HEADER) return null;
		if (header === null) continue;
		scan = new Scan(header.delimiter);
		if (!scan.take(held)) return null;
	}
	if (scan === null || header === null) {
		header = headerIn(held, true);
		scan = new Scan(header?.delimiter ?? 0x2c);
		if (header === null || !scan.take(held)) return null;
	}
	const records = scan.end();
	if (records === null || records === 0) return null;
	const fields = fieldsOf(header.first, String.fromCharCode(header.delimiter));
	const named = fields.every((field) => field === "" || Number.isNaN(Number(field)));
	return { rows: named ? records - 1 : records, columns: fields.length, names: named ? namesOf(fields) : null };
}

/** Counts records, byte by byte, through any number of chunks. */
class Scan {
	readonly #delimiter: number;
	#records = 0;
	/** Something stands in the record. */
	#seen = false;
	#fieldStart = true;
	#quoted = false;
	#afterQuote = false;

	constructor(delimiter: number) {
		this.#delimiter = delimiter;
	}

	/** False for what is no text. */
	take(chunk: Uint8Array): boolean {
		for (const byte of chunk) {
			if (byte === 0) return false;
			if (this.#quoted) {
				if (byte === QUOTE) [this.#quoted, this.#afterQuote] = [false, true];
			} else if (byte === QUOTE && (this.#fieldStart || this.#afterQuote)) {
				[this.#quoted, this.#afterQuote, this.#fieldStart, this.#seen] = [true, false, false, true];
			} else this.#plain(byte);
		}
		return true;
	}

	/** Null where a quote never ended. */
	end(): number | null {
		return this.#quoted ? null : this.#records + (this.#seen ? 1 : 0);
	}

	#plain(byte: number): void {
		this.#afterQuote = false;
		this.#fieldStart = byte === LINE_FEED || byte === RETURN || byte === this.#delimiter;
		if (byte === LINE_FEED || byte === RETURN) {
			if (this.#seen) this.#records++;
			this.#seen = false;
		} else this.#seen = true;
	}
}

/** The first record, and the delimiter that it has most of; null where it has not ended yet. */
function headerIn(bytes: Uint8Array, whole: boolean): { first: string; delimiter: number } | null {
	const text = new TextDecoder().decode(bytes.subarray(0, LONGEST_HEADER));
	const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
	let quoted = false;
	let end = -1;
	for (let i = 0; i < text.length && end < 0; i++) {
		const letter = text[i] ?? "";
		if (letter === '"') quoted = !quoted;
		else if (!quoted && (letter === "\n" || letter === "\r")) end = i;
		else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	}
	if (end < 0 && !whole) return null;
	const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
	const first = end < 0 ? text : text.slice(0, end);
	return first.trim() === "" ? null : { first, delimiter: (best?.[0] ?? ",").charCodeAt(0) };
}

function fieldsOf(record: string, delimiter: string): string[] {
	const fields = [""];
	let quoted = false;
	for (let i = 0; i < record.length; i++) {
		const letter = record[i] ?? "";
		const last = fields.length - 1;
		if (letter === '"' && quoted && record[i + 1] === '"') {
			fields[last] += '"';
			i++;
		} else if (letter === '"' && (quoted || fields[last] === "")) quoted = !quoted;
		else if (letter === delimiter && !quoted) fields.push("");
		else fields[last] += letter;
	}
	return fields.map((field) => field.trim());
}
