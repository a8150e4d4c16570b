/** Where the emitter's pen stands. The names and the rules are ruamel's emitter's, so that both can be compared line by line. */
export class Pen {
	readonly #out: string[] = [];
	column = 0;
	/** The last thing written was blank. */
	whitespace = true;
	/** Only indentation and indicators stand on this line. */
	indention = true;
	/** Columns that a new line starts with; null at the top level. */
	indent: number | null = null;

	text(): string {
		return this.#out.join("");
	}

	/** Writes text of known width (in code points). */
	write(text: string, width: number = text.length): void {
		this.#out.push(text);
		this.column += width;
	}

	indicator(text: string, options: { needsBlank?: boolean; whitespace?: boolean; indention?: boolean } = {}): void {
		this.write(this.whitespace || options.needsBlank !== true ? text : ` ${text}`);
		this.whitespace = options.whitespace === true;
		this.indention = this.indention && options.indention === true;
	}

	/** A new line at the current indentation, unless the pen already stands there. */
	newIndent(): void {
		const indent = this.indent ?? 0;
		if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace)) this.lineBreak();
		if (this.column < indent) {
			this.whitespace = true;
			this.write(" ".repeat(indent - this.column));
		}
	}

	lineBreak(text = "\n"): void {
		this.#out.push(text);
		this.whitespace = true;
		this.indention = true;
		this.column = 0;
	}
}
