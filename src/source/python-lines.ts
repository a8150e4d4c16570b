import { complain, PlaceFinder, type Source } from "./place.ts";

/** One logical line of Python: comments gone, brackets and triple quotes closed, `\` joined. */
export interface PythonLine {
	readonly indent: number;
	readonly text: string;
	/** Its statements, which `;` separates. */
	readonly statements: readonly string[];
}

const OPEN = "([{";
const CLOSE = ")]}";
const TAB = 8;

/** Splits a text into logical lines. Failure `python-syntax` when a bracket or a quote stays open. */
export function pythonLines(source: Source): PythonLine[] {
	const lines: PythonLine[] = [];
	const { text } = source;
	let at = 0;
	while (at < text.length) {
		const blanks = /^[ \t\f]*/.exec(text.slice(at, at + 10_000))?.[0] ?? "";
		const read = readLine(source, at + blanks.length);
		at = read.end + 1;
		if (read.statements.length > 0) {
			lines.push({ indent: widthOf(blanks), text: read.statements.join(";"), statements: read.statements });
		}
	}
	return lines;
}

function widthOf(blanks: string): number {
	let width = 0;
	for (const blank of blanks) width = blank === "\t" ? (Math.floor(width / TAB) + 1) * TAB : width + 1;
	return width;
}

function readLine(source: Source, from: number): { end: number; statements: string[] } {
	const { text } = source;
	const statements: string[] = [];
	let current = "";
	const open: number[] = [];
	let at = from;
	for (; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "#") at = endOfLine(text, at) - 1;
		else if (character === "'" || character === '"') {
			const end = endOfString(source, at);
			current += text.slice(at, end);
			at = end - 1;
		} else if (character === "\\" && text.charAt(at + 1) === "\n") at++;
		else if (character === "\n" && open.length === 0) break;
		else if (character === ";" && open.length === 0) {
			statements.push(current);
			current = "";
		} else {
			if (OPEN.includes(character)) open.push(at);
			if (CLOSE.includes(character)) closeBracket(source, open, at);
			current += character === "\n" ? " " : character;
		}
	}
	const [first] = open;
	if (first !== undefined)
		throw complain(new PlaceFinder(source).at(first), "python-syntax", "this bracket is never closed");
	return { end: at, statements: [...statements, current].map((one) => one.trim()).filter((one) => one !== "") };
}

function closeBracket(source: Source, open: number[], at: number): void {
	const start = open.pop();
	if (start !== undefined && OPEN.indexOf(source.text.charAt(start)) === CLOSE.indexOf(source.text.charAt(at))) return;
	throw complain(new PlaceFinder(source).at(at), "python-syntax", "this bracket closes nothing");
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}

/** The offset after the string that starts at `from`. */
function endOfString(source: Source, from: number): number {
	const { text } = source;
	const quote = text.charAt(from);
	const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
	for (let at = from + closing.length; at < text.length; at++) {
		if (text.charAt(at) === "\\") at++;
		else if (text.startsWith(closing, at)) return at + closing.length;
		else if (text.charAt(at) === "\n" && closing.length === 1) break;
	}
	throw complain(new PlaceFinder(source).at(from), "python-syntax", "this text is never closed");
}
