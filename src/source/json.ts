import type { Scalar } from "../kernel/index.ts";
import { MAX_DEPTH, MAX_TEXT } from "./limits.ts";
import { type Entry, type Node, orEmpty } from "./node.ts";
import { type Complaint, complain, PlaceFinder, type Source } from "./place.ts";
import { tooLarge } from "./yaml.ts";

/**
 * Reads JSON as Python's `json` does: `NaN` and infinities bare, integers of any size, `1.0` a float, the last of several
 * equal keys. An empty mapping, list, text or zero at the top is an empty mapping, as DVC reads it.
 * Failures: `json-syntax`, `json-too-deep`, `too-large`.
 */
export function parseJson(text: string, file: string): Node {
	if (text.length > MAX_TEXT) throw tooLarge(text.length, file);
	return new JsonReader({ file, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text }).document();
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON allows no raw control characters
const STRING = /"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
	["null", null],
	["true", true],
	["false", false],
	["NaN", Number.NaN],
	["Infinity", Infinity],
	["-Infinity", -Infinity],
]);

class JsonReader {
	readonly #text: string;
	readonly #places: PlaceFinder;
	#at = 0;
	#depth = 0;

	constructor(source: Source) {
		this.#text = source.text;
		this.#places = new PlaceFinder(source);
	}

	document(): Node {
		this.#blanks();
		const node = this.#value();
		this.#blanks();
		if (this.#at < this.#text.length)
			this.#fail("the text goes on after its value", { expected: "the end of the file" });
		return orEmpty(node);
	}

	#value(): Node {
		const at = this.#places.at(this.#at);
		const first = this.#text.charAt(this.#at);
		if (first === "{") return { kind: "map", at, entries: this.#nested(() => this.#entries()) };
		if (first === "[") return { kind: "list", at, items: this.#nested(() => this.#items()) };
		if (first === '"') return { kind: "scalar", at, value: this.#string() };
		return { kind: "scalar", at, value: this.#bare() };
	}

	#nested<T>(read: () => T): T {
		if (++this.#depth > MAX_DEPTH) {
			throw complain(this.#places.at(this.#at), "json-too-deep", `collections are nested more than ${MAX_DEPTH} deep`);
		}
		this.#at++;
		const result = read();
		this.#depth--;
		return result;
	}

	#entries(): Entry[] {
		const entries = new Map<string, Entry>();
		this.#separated("}", () => {
			const keyAt = this.#places.at(this.#at);
			if (this.#text.charAt(this.#at) !== '"') this.#fail("a key must be a text in double quotes");
			const key = this.#string();
			this.#blanks();
			if (this.#text.charAt(this.#at) !== ":") this.#fail("a `:` is missing after the key");
			this.#at++;
			this.#blanks();
			entries.set(key, { key, keyAt, value: this.#value() });
		});
		return [...entries.values()];
	}

	#items(): Node[] {
		const items: Node[] = [];
		this.#separated("]", () => items.push(this.#value()));
		return items;
	}

	#separated(close: string, element: () => void): void {
		this.#blanks();
		if (this.#text.charAt(this.#at) === close) {
			this.#at++;
			return;
		}
		for (;;) {
			element();
			this.#blanks();
			const next = this.#text.charAt(this.#at);
			if (next !== close && next !== ",") this.#fail(`a \`,\` or \`${close}\` is missing`);
			this.#at++;
			if (next === close) return;
			this.#blanks();
		}
	}

	#string(): string {
		STRING.lastIndex = this.#at;
		const match = STRING.exec(this.#text);
		if (match === null) this.#fail("a text that does not end, or holds a raw control character or an unknown escape");
		this.#at = STRING.lastIndex;
		const raw = match[1] ?? "";
		return raw.includes("\\") ? String(JSON.parse(match[0])) : raw;
	}

	#bare(): Scalar {
		for (const [word, value] of WORDS) {
			if (!this.#text.startsWith(word, this.#at)) continue;
			this.#at += word.length;
			return value;
		}
		NUMBER.lastIndex = this.#at;
		const match = NUMBER.exec(this.#text);
		if (match === null)
			this.#fail("a value is missing", {
				expected: "a text in double quotes, number, list, mapping, true, false or null",
			});
		this.#at = NUMBER.lastIndex;
		return match[1] === undefined && match[2] === undefined ? BigInt(match[0]) : Number(match[0]);
	}

	#blanks(): void {
		for (let code = this.#text.charCodeAt(this.#at); code === 32 || (code >= 9 && code <= 13); ) {
			code = this.#text.charCodeAt(++this.#at);
		}
	}

	#fail(message: string, complaint: Complaint = {}): never {
		if (this.#at < this.#text.length) throw complain(this.#places.at(this.#at), "json-syntax", message, complaint);
		throw complain(
			this.#places.at(Math.max(0, this.#text.length - 1)),
			"json-syntax",
			"the file ends in the middle of a value",
			{
				found: "the end of the file",
			},
		);
	}
}
