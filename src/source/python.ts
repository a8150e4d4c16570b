import type { Key, Value } from "../kernel/index.ts";
import { MAX_TEXT } from "./limits.ts";
import { type PythonLine, pythonLines } from "./python-lines.ts";
import { PythonLiteral } from "./python-literal.ts";
import { tooLarge } from "./yaml.ts";

/**
 * Parameters from a Python file, as DVC takes them from its syntax tree, running nothing: `X = literal` and `X: int = literal` at
 * the top level, the same in class bodies, and `self.x = literal` in `__init__` (all below the class's name). What is not a
 * literal is skipped. Failures: `python-syntax` for brackets or quotes that do not close, `too-large`.
 */
export function parsePython(text: string, file: string): Value {
	if (text.length > MAX_TEXT) throw tooLarge(text.length, file);
	const source = { file, text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
	return readBlock(new Lines(pythonLines(source)), -1, false);
}

/** A cursor over logical lines. */
class Lines {
	readonly #lines: readonly PythonLine[];
	#at = 0;

	constructor(lines: readonly PythonLine[]) {
		this.#lines = lines;
	}

	/** The next line that is deeper than `indent`, or null. */
	nextIn(indent: number): PythonLine | null {
		const line = this.#lines[this.#at];
		return line === undefined || line.indent <= indent ? null : line;
	}

	take(): void {
		this.#at++;
	}

	skipBlock(indent: number): void {
		while (this.nextIn(indent) !== null) this.take();
	}
}

const NAME = "[\\p{L}\\p{Nl}_][\\p{L}\\p{N}\\p{M}\\p{Pc}]*";
const CLASS = new RegExp(`^class\\s+(${NAME})\\s*[(:[]`, "u");
const INIT = /^def\s+__init__\s*\(/;
/** Statements with a block of their own: what stands behind their colon on the same line is inside of them. */
const BLOCK = /^(?:if|elif|else|for|while|with|try|except|finally|def|class|match|case|async)\b/;
const TARGET = new RegExp(`^(self\\s*\\.\\s*)?(${NAME})\\s*(?=[:=])`, "u");

function readBlock(lines: Lines, indent: number, inInit: boolean): Map<Key, Value> {
	const result = new Map<Key, Value>();
	let own: number | null = null;
	for (let line = lines.nextIn(indent); line !== null; line = lines.nextIn(indent)) {
		own ??= line.indent;
		lines.take();
		if (line.indent !== own) continue;
		const name = CLASS.exec(line.text)?.[1];
		if (name !== undefined) result.set(name, bodyOf(lines, line, false));
		else if (INIT.test(line.text)) for (const [key, value] of bodyOf(lines, line, true)) result.set(key, value);
		else if (BLOCK.test(line.text) && colonIn(line.text) >= 0) lines.skipBlock(line.indent);
		else for (const statement of line.statements) assign(result, statement, inInit);
	}
	return result;
}

/** The block of a class or of `__init__`: the lines that are deeper, or what follows the colon on the line itself. */
function bodyOf(lines: Lines, line: PythonLine, inInit: boolean): Map<Key, Value> {
	const [head = "", ...more] = line.statements;
	const own = head.slice(colonIn(head) + 1).trim();
	if (own === "") return readBlock(lines, line.indent, inInit);
	const result = new Map<Key, Value>();
	for (const statement of [own, ...more]) assign(result, statement, inInit);
	return result;
}

/** Where the colon stands that is in no bracket and in no quotes, or -1. */
function colonIn(text: string): number {
	return outside(text, (character) => character === ":");
}

/** The first character outside of brackets and quotes that fits, or -1. */
function outside(text: string, fits: (character: string, at: number) => boolean): number {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "'" || character === '"') at = closingQuote(text, at);
		else if ("([{".includes(character)) depth++;
		else if (")]}".includes(character)) depth--;
		else if (depth === 0 && fits(character, at)) return at;
	}
	return -1;
}

function closingQuote(text: string, from: number): number {
	const quote = text.charAt(from);
	const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
	let at = from + closing.length;
	while (at < text.length && !text.startsWith(closing, at)) at += text.charAt(at) === "\\" ? 2 : 1;
	return at + closing.length - 1;
}

/** Sets what `name = literal` or `self.name = literal` says; inside `__init__` only the latter counts. */
function assign(result: Map<Key, Value>, statement: string, inInit: boolean): void {
	const [target = "", self, name] = TARGET.exec(statement) ?? [];
	if (name === undefined || (inInit && self === undefined)) return;
	const rest = statement.slice(target.length);
	// behind a colon stands a type, up to the equals sign
	const equals = rest.startsWith(":") ? outside(rest, (character, at) => character === "=" && at > 1) : 0;
	if (equals < 0 || rest.charAt(equals + 1) === "=") return;
	const value = new PythonLiteral(rest.slice(equals + 1)).whole();
	if (value !== undefined) result.set(name, value);
}
