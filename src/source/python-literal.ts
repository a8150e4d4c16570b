import { canonicalKey, type Key, type Value } from "../kernel/index.ts";
import { MAX_DEPTH } from "./limits.ts";

const NUMBER =
	/(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:[0-9](?:_?[0-9])*)?\.?(?:[0-9](?:_?[0-9])*)?(?:[eE][-+]?[0-9](?:_?[0-9])*)?)/y;
const STRING = /([rRuU]?)("""|'''|"|')/y;
const WORD = /[^\W\d]\w*/uy;
const NOT_A_LITERAL = Symbol("not a literal");

/** Reads what Python's `ast.literal_eval` takes: numbers, texts, True, False, None, lists, tuples, sets, dictionaries. Tuples and sets become lists. */
export class PythonLiteral {
	readonly #text: string;
	#at = 0;
	#depth = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** The value of the whole text (`1, 2` is a tuple), or undefined when it is not a literal. */
	whole(): Value | undefined {
		try {
			const first = this.#value();
			if (this.#peek() !== ",") return this.#atEnd() ? first : undefined;
			const items = [first];
			while (this.#take(",")) if (!this.#atEnd()) items.push(this.#value());
			return this.#atEnd() ? items : undefined;
		} catch (error) {
			if (error === NOT_A_LITERAL) return undefined;
			throw error;
		}
	}

	#value(): Value {
		if (++this.#depth > MAX_DEPTH) return this.#refuse();
		const value = this.#read();
		this.#depth--;
		return value;
	}

	#read(): Value {
		const next = this.#peek();
		if (this.#take("[")) return this.#items("]");
		if (this.#take("(")) return this.#parenthesised();
		if (this.#take("{")) return this.#braced();
		if (this.#take("-")) return this.#negated(this.#unsigned());
		if (this.#take("+")) return this.#numeric(this.#unsigned());
		if (/[0-9.]/.test(next)) return this.#number();
		return this.#strings() ?? this.#word();
	}

	/** One sign is all that Python takes for a literal. */
	#unsigned(): Value {
		return /[-+]/.test(this.#peek()) ? this.#refuse() : this.#value();
	}

	#parenthesised(): Value {
		if (this.#take(")")) return [];
		const first = this.#value();
		if (this.#take(")")) return first;
		return [first, ...(this.#take(",") ? this.#items(")") : this.#refuse())];
	}

	#items(close: string): Value[] {
		const items: Value[] = [];
		while (!this.#take(close)) {
			items.push(this.#value());
			if (!this.#take(",") && this.#peek() !== close) this.#refuse();
		}
		return items;
	}

	#braced(): Value {
		if (this.#take("}")) return new Map();
		const first = this.#value();
		if (this.#take(":")) return this.#dictionary(first);
		return [first, ...(this.#take(",") ? this.#items("}") : this.#take("}") ? [] : this.#refuse())];
	}

	#dictionary(firstKey: Value): Value {
		const entries = new Map<string, [Key, Value]>();
		let key = firstKey;
		for (;;) {
			if (typeof key === "object" && key !== null) return this.#refuse();
			const name = canonicalKey(key);
			entries.set(name, [entries.get(name)?.[0] ?? key, this.#value()]);
			const more = this.#take(",");
			if (this.#take("}")) return new Map(entries.values());
			if (!more) return this.#refuse();
			key = this.#value();
			if (!this.#take(":")) return this.#refuse();
		}
	}

	#negated(value: Value): Value {
		if (typeof value === "bigint" || typeof value === "number") return -value;
		return this.#refuse();
	}

	#numeric(value: Value): Value {
		return typeof value === "bigint" || typeof value === "number" ? value : this.#refuse();
	}

	#number(): Value {
		NUMBER.lastIndex = this.#at;
		const raw = NUMBER.exec(this.#text)?.[0] ?? "";
		this.#at += raw.length;
		const digits = raw.replaceAll("_", "");
		if (!/[0-9]/.test(digits) || /[\w.]/.test(this.#text.charAt(this.#at))) return this.#refuse();
		if (/^0[xXbBoO]/.test(digits) || /^(?:0+|[1-9][0-9]*)$/.test(digits)) return BigInt(digits);
		return /[.eE]/.test(digits) ? Number(digits) : this.#refuse();
	}

	/** One text, or several side by side, which Python joins. */
	#strings(): string | null {
		let value: string | null = null;
		for (;;) {
			this.#peek();
			STRING.lastIndex = this.#at;
			const match = STRING.exec(this.#text);
			if (match === null) return value;
			const [whole, prefix = "", quote = ""] = match;
			const start = this.#at + whole.length;
			const end = closing(this.#text, start, quote);
			const raw = this.#text.slice(start, end);
			this.#at = end + quote.length;
			// names of characters are a book of their own
			if (prefix.toLowerCase() !== "r" && /(?<!\\)(?:\\\\)*\\N\{/.test(raw)) return this.#refuse();
			value = (value ?? "") + (prefix.toLowerCase() === "r" ? raw : decode(raw));
		}
	}

	#word(): Value {
		WORD.lastIndex = this.#at;
		const word = WORD.exec(this.#text)?.[0] ?? "";
		this.#at += word.length;
		if (word === "True") return true;
		if (word === "False") return false;
		if (word === "set" && this.#take("(") && this.#take(")")) return [];
		return word === "None" ? null : this.#refuse();
	}

	/** The next character after blanks. */
	#peek(): string {
		while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
		return this.#text.charAt(this.#at);
	}

	#take(character: string): boolean {
		if (this.#peek() !== character) return false;
		this.#at++;
		return true;
	}

	#atEnd(): boolean {
		return this.#peek() === "";
	}

	#refuse(): never {
		throw NOT_A_LITERAL;
	}
}

function closing(text: string, from: number, quote: string): number {
	let at = from;
	while (at < text.length && !text.startsWith(quote, at)) at += text.charAt(at) === "\\" ? 2 : 1;
	return at;
}

const ESCAPES: Readonly<Record<string, string>> = {
	"\n": "",
	"\\": "\\",
	"'": "'",
	'"': '"',
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	v: "\v",
};

/** Python's escapes; unknown ones stay as they are, as in Python. */
function decode(raw: string): string {
	return raw.replace(
		/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
		(all, x, u, long, octal, one) => {
			const hex: string | undefined = x ?? u ?? long;
			if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
			if (octal !== undefined) return String.fromCharCode(Number.parseInt(String(octal), 8));
			return ESCAPES[String(one)] ?? String(all);
		},
	);
}
