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

const CLASS = /^class\s+([^\W\d]\w*)\s*[(:[]/u;
const INIT = /^def\s+__init__\s*\(/;
const ASSIGN = /^(self\s*\.\s*)?([^\W\d]\w*)\s*(?::(?!=)[^=]*)?=(?!=)\s*([\s\S]*)$/u;

function readBlock(lines: Lines, indent: number, inInit: boolean): Map<Key, Value> {
	const result = new Map<Key, Value>();
	let own: number | null = null;
	for (let line = lines.nextIn(indent); line !== null; line = lines.nextIn(indent)) {
		own ??= line.indent;
		lines.take();
		if (line.indent !== own) continue;
		const name = CLASS.exec(line.text)?.[1];
		if (name !== undefined) result.set(name, readBlock(lines, line.indent, false));
		else if (INIT.test(line.text))
			for (const [key, value] of readBlock(lines, line.indent, true)) result.set(key, value);
		else if (line.text.endsWith(":")) lines.skipBlock(line.indent);
		else for (const statement of line.statements) assign(result, statement, inInit);
	}
	return result;
}

/** Sets what `name = literal` or `self.name = literal` says; inside `__init__` only the latter counts. */
function assign(result: Map<Key, Value>, statement: string, inInit: boolean): void {
	const match = ASSIGN.exec(statement);
	const [, self, name, right] = match ?? [];
	if (name === undefined || right === undefined || (inInit && self === undefined)) return;
	const value = new PythonLiteral(right).whole();
	if (value !== undefined) result.set(name, value);
}
