import { badInput, type Failure, type FailureDetails, type Place } from "../kernel/index.ts";

/** A text that was read, and how the user knows it. */
export interface Source {
	readonly file: string;
	readonly text: string;
}

/**
 * A place that remembers the text around it, so that a failure reported much later can still show the line.
 * To everyone else (and to JSON) it is an ordinary `Place`.
 */
export class Located implements Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly #source: Source;

	constructor(source: Source, line: number, column: number) {
		this.file = source.file;
		this.line = line;
		this.column = column;
		this.#source = source;
	}

	get text(): string {
		return this.#source.text;
	}
}

/** Offsets (UTF-16 units from 0) of one text to places; logarithmic per question. */
export class PlaceFinder {
	readonly #source: Source;
	readonly #starts: number[] = [0];

	constructor(source: Source) {
		this.#source = source;
		for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
	}

	at(offset: number): Located {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return new Located(this.#source, low + 1, offset - (this.#starts[low] ?? 0) + 1);
	}
}

const WIDEST = 100;

/**
 * The source line of a place with `^^^` under `length` characters, ready to print:
 * ```
 *    14 |       dep: [data/train.csv]
 *       |       ^^^
 * ```
 * A long line is cut around the place; tabs are shown as one blank so that the marks stay in line.
 */
export function excerpt(text: string, place: Place, length = 1): string {
	const line = text.split("\n", place.line ?? 1).at((place.line ?? 1) - 1) ?? "";
	const column = Math.min((place.column ?? 1) - 1, line.length);
	const from = column > WIDEST - 20 ? column - 40 : 0;
	const shown = line.slice(from, from + WIDEST).replace(/\p{Cc}/gu, " ");
	const marks = "^".repeat(Math.max(1, Math.min(length, shown.length - (column - from))));
	const number = String(place.line ?? 1).padStart(5);
	const lead = from > 0 ? "…" : "";
	return `${number} | ${lead}${shown.trimEnd()}\n${" ".repeat(5)} | ${" ".repeat(column - from + lead.length)}${marks}`;
}

export interface Complaint extends Omit<FailureDetails, "at" | "excerpt"> {
	/** How many characters are underlined; one when not known. */
	readonly length?: number;
}

/**
 * A `badInput` at a place of a parsed text, with the excerpt when the place knows its text. What was found and the next
 * step are always said: the marked text and "write what is expected", where the complaint has no better words.
 */
export function complain(at: Place, code: string, message: string, { length, ...details }: Complaint = {}): Failure {
	const place = { file: at.file, ...(at.line && { line: at.line }), ...(at.column && { column: at.column }) };
	const shown = at instanceof Located ? { found: marked(at, length), excerpt: excerpt(at.text, at, length) } : {};
	return badInput(code, message, { ...shown, hint: nextStep(at, details), ...details, at: place });
}

/** The text that the marks stand under: as long as they are, else to the end of the line. */
function marked(at: Located, length = 60): string {
	const line = at.text.split("\n", at.line).at(at.line - 1) ?? "";
	const found = line.slice(at.column - 1, at.column - 1 + length).trim();
	return found === "" ? "the end of the line" : found;
}

function nextStep(at: Place, { expected }: Complaint): string {
	return expected === undefined ? `\`git diff -- ${at.file}\` shows what changed last` : `write ${expected}`;
}
