import type { Pen } from "./pen.ts";

/** The column that ruamel folds at (its default `width`, which DVC keeps). */
export const WIDTH = 80;

/** A text by code points, as Python counts them; plain strings where no code point needs two units. */
interface Characters {
	readonly length: number;
	at(index: number): string;
	slice(from: number, to: number): string;
}

function charactersOf(text: string): Characters {
	if (!/[\ud800-\udfff]/.test(text)) {
		return { length: text.length, at: (index) => text.charAt(index), slice: (from, to) => text.slice(from, to) };
	}
	const points = Array.from(text);
	return {
		length: points.length,
		at: (index) => points[index] ?? "",
		slice: (from, to) => points.slice(from, to).join(""),
	};
}

const BREAKS = new Set(["\n", "\x85", "\u2028", "\u2029"]);

/**
 * A plain scalar; words that do not fit go to a line of their own, which leaves a blank at the end of the line before.
 * Without `split` (a key) nothing is folded. ruamel does fold such keys, and then cannot read its own text: the one place
 * where we differ on purpose.
 */
export function writePlain(pen: Pen, text: string, split: boolean): void {
	if (text === "") return;
	if (!pen.whitespace) pen.write(" ");
	pen.whitespace = false;
	pen.indention = false;
	for (const [piece] of text.matchAll(/ +|[^ ]+/g)) {
		if (!piece.startsWith(" ")) writeWord(pen, piece, split);
		else if (piece.length === 1 && pen.column >= WIDTH && split) startLine(pen);
		else pen.write(piece);
	}
}

function writeWord(pen: Pen, word: string, split: boolean): void {
	const width = widthOf(word);
	if (split && width + pen.column > WIDTH && pen.indent !== null && pen.column > pen.indent) pen.newIndent();
	pen.write(word, width);
}

function startLine(pen: Pen): void {
	pen.newIndent();
	pen.whitespace = false;
	pen.indention = false;
}

/** Columns a text takes, by code points. */
export function widthOf(text: string): number {
	return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}

/** A single-quoted scalar; folds at a lone blank past the width. */
export function writeSingle(pen: Pen, text: string, split: boolean): void {
	pen.indicator("'", { needsBlank: true });
	const last = text.length;
	for (const match of text.matchAll(/ +|[\n\x85\u2028\u2029]+|[^ \n\x85\u2028\u2029]+/g)) {
		const [piece] = match;
		const end = match.index + piece.length;
		if (piece === " " && pen.column > WIDTH && split && match.index !== 0 && end !== last) pen.newIndent();
		else if (BREAKS.has(piece.charAt(0))) writeBreaks(pen, piece);
		else {
			const quoted = piece.replaceAll("'", "''");
			pen.write(quoted, widthOf(quoted));
		}
	}
	pen.indicator("'");
}

function writeBreaks(pen: Pen, breaks: string): void {
	if (breaks.startsWith("\n")) pen.lineBreak();
	for (const one of breaks) pen.lineBreak(one);
	pen.newIndent();
}

const ESCAPES = new Map(
	Object.entries({
		"\0": "0",
		"\x07": "a",
		"\b": "b",
		"\t": "t",
		"\n": "n",
		"\v": "v",
		"\f": "f",
		"\r": "r",
		"\x1b": "e",
		'"': '"',
		"\\": "\\",
		"\x85": "N",
		"\xa0": "_",
		"\u2028": "L",
		"\u2029": "P",
	}),
);
const ESCAPED = /["\\\x85\u2028\u2029\ufeff]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function escaped(character: string): string {
	const short = ESCAPES.get(character);
	if (short !== undefined) return `\\${short}`;
	const code = character.codePointAt(0) ?? 0;
	const hex = code.toString(16).toUpperCase();
	if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
	return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/**
 * A double-quoted scalar, folded at blanks and after escapes past the width; a backslash at the line's end where a reader
 * would take the break for a blank. Written as ruamel's loop is, because its decisions depend on where that loop stands.
 */
export function writeDouble(pen: Pen, text: string, split: boolean): void {
	pen.indicator('"', { needsBlank: true });
	const characters = charactersOf(text);
	const ahead = new Ahead(characters);
	let start = 0;
	const flush = (to: number): void => {
		if (start < to) pen.write(characters.slice(start, to), to - start);
		start = Math.max(start, to);
	};
	for (let end = 0; end <= characters.length; end++) {
		const character = end < characters.length ? characters.at(end) : null;
		if (character === null || ESCAPED.test(character)) {
			flush(end);
			if (character !== null) {
				pen.write(escaped(character));
				start = end + 1;
			}
		}
		if (!split || end === 0 || end >= characters.length - 1) continue;
		if (character !== " " && start < end) continue;
		if (pen.column + (end - start) <= WIDTH) continue;
		const joined = ahead.needsBackslash(start, end);
		flush(end);
		if (joined) pen.write("\\");
		pen.newIndent();
		pen.whitespace = false;
		pen.indention = false;
		if (characters.at(start) !== " ") continue;
		if (joined) pen.write("\\");
		else start++;
	}
	pen.indicator('"');
}

/** Looks ahead in a text without ever scanning a stretch twice: questions come with growing positions. */
class Ahead {
	readonly #characters: Characters;
	readonly #next = new Map<string, number>();

	constructor(characters: Characters) {
		this.#characters = characters;
	}

	/** Whether a break put at `end` must be escaped so that it does not read as a blank. */
	needsBackslash(start: number, end: number): boolean {
		const { length } = this.#characters;
		const space = this.#find(" ", end);
		if (space >= length) return true;
		const newline = this.#find("\n", end);
		const stop = Math.min(newline, space);
		if (stop + 1 >= length) return true;
		const after = this.#characters.at(stop + 1);
		if (this.#characters.at(stop) === "\n" && after !== " ") return true;
		const quoted = this.#find('"', end) < stop || this.#find("'", end) < stop;
		const doubled = this.#characters.slice(end - 1, end + 1) === "  ";
		return quoted || after === " " || after === "\n" || doubled || start === end;
	}

	#find(character: string, from: number): number {
		const known = this.#next.get(character) ?? -1;
		if (known >= from) return known;
		let at = from;
		while (at < this.#characters.length && this.#characters.at(at) !== character) at++;
		this.#next.set(character, at);
		return at;
	}
}
