import type { Key, Place } from "../kernel/index.ts";
import { KeyGuard } from "./key.ts";
import { MAX_DEPTH } from "./limits.ts";
import type { Entry, Node } from "./node.ts";
import { Located, type Source } from "./place.ts";
import { foldDouble, foldSingle, trimRight } from "./quoted.ts";
import { resolvePlain } from "./scalar.ts";

/**
 * The block YAML that DVC and people mostly write, read line by line about thirty times faster than a full parser:
 * block mappings and lists, one-line and folded scalars, quotes, anchors on blocks, aliases, whole-line comments.
 * Whatever else it meets (flow collections, block scalars, tags, merge keys, any doubt or error) it gives up with null, and
 * the full parser decides. So it never has to explain a mistake.
 */
export function parseSimpleYaml(source: Source): Node | null {
	try {
		return new SimpleReader(source).document();
	} catch (error) {
		if (error === TOO_RICH) return null;
		throw error;
	}
}

const TOO_RICH = new Error("this YAML needs the full parser");

/** First characters that mean something other than a plain scalar, or need a second look. */
const INDICATORS = new Set("?&*!|>%@`[]{},#'\"\t".split(""));

function giveUp(): never {
	throw TOO_RICH;
}

interface Anchored {
	readonly anchor?: string;
}

class SimpleReader {
	readonly #source: Source;
	readonly #text: string;
	readonly #anchors = new Map<string, Node>();
	/** The current line: where it and its first character start, where it ends, its number from 1. `#start === #end` only at the end of the text. */
	#lineStart = 0;
	#start = 0;
	#end = -1;
	#line = 0;
	#depth = 0;

	constructor(source: Source) {
		this.#source = source;
		this.#text = source.text;
	}

	document(): Node {
		this.#next();
		if (this.#done()) return { kind: "map", at: this.#place(0), entries: [] };
		const first = this.#text.charCodeAt(this.#start);
		if (first === 45 && this.#text.startsWith("---", this.#lineStart)) giveUp();
		const node = this.#block(-1, {});
		return this.#done() ? node : giveUp();
	}

	/** Moves to the next line that is neither blank nor a comment. */
	#next(): void {
		const text = this.#text;
		for (;;) {
			this.#lineStart = this.#end + 1;
			this.#line++;
			if (this.#lineStart >= text.length) {
				this.#start = this.#end = this.#lineStart = text.length;
				return;
			}
			const end = text.indexOf("\n", this.#lineStart);
			this.#end = end < 0 ? text.length : end;
			let at = this.#lineStart;
			while (text.charCodeAt(at) === 32) at++;
			this.#start = at;
			if (at < this.#end && text.charCodeAt(at) !== 35) return;
		}
	}

	#done(): boolean {
		return this.#start >= this.#text.length;
	}

	#indent(): number {
		return this.#start - this.#lineStart;
	}

	#place(offset: number): Place {
		return new Located(this.#source, this.#line, offset - this.#lineStart + 1);
	}

	/** A node that starts at the current line, inside something indented by `parent`. */
	#block(parent: number, anchored: Anchored): Node {
		if (++this.#depth > MAX_DEPTH) giveUp();
		const node = this.#startsItem()
			? this.#list(anchored)
			: (this.#map(anchored) ?? this.#scalar(this.#start, parent, anchored));
		this.#depth--;
		return node;
	}

	#startsItem(): boolean {
		if (this.#text.charCodeAt(this.#start) !== 45) return false;
		const next = this.#text.charCodeAt(this.#start + 1);
		return next === 32 || this.#start + 1 >= this.#end;
	}

	#list(anchored: Anchored): Node {
		const indent = this.#indent();
		const at = this.#place(this.#start);
		const items: Node[] = [];
		while (!this.#done() && this.#indent() === indent && this.#startsItem()) items.push(this.#item(indent));
		if (!this.#done() && this.#indent() > indent) giveUp();
		return this.#remember({ kind: "list", at, items, ...anchored });
	}

	/** What follows `- `: a nested block that starts on this very line, or a value. */
	#item(indent: number): Node {
		let at = this.#start + 1;
		while (this.#text.charCodeAt(at) === 32) at++;
		if (at >= this.#end || this.#text.charCodeAt(at) === 38) return this.#value(at, indent, false);
		this.#start = at;
		return this.#block(indent, {});
	}

	/** Null when the line does not start with a key. */
	#map(anchored: Anchored): Node | null {
		const indent = this.#indent();
		const at = this.#place(this.#start);
		const entries: Entry[] = [];
		const guard = new KeyGuard(entries);
		while (!this.#done() && this.#indent() === indent && !this.#startsItem()) {
			const keyAt = this.#place(this.#start);
			const colon = this.#colon();
			if (colon < 0) return entries.length === 0 ? null : giveUp();
			const key = this.#key(colon);
			if (guard.find(key) !== undefined) giveUp();
			let from = colon + 1;
			while (this.#text.charCodeAt(from) === 32) from++;
			entries.push({ key, keyAt, value: this.#value(from, indent, true) });
		}
		if (!this.#done() && this.#indent() > indent) giveUp();
		return this.#remember({ kind: "map", at, entries, ...anchored });
	}

	/** Where the colon after the key of this line stands, or -1. */
	#colon(): number {
		const text = this.#text;
		const first = text.charAt(this.#start);
		let at = this.#start;
		if (first === "'" || first === '"') {
			at = closingQuote(text, this.#start);
			if (at >= this.#end) return -1;
			if (text.charCodeAt(at + 1) !== 58) return -1;
		} else if (INDICATORS.has(first)) return first === "*" ? giveUp() : -1;
		for (at = text.indexOf(":", at); at >= 0 && at < this.#end; at = text.indexOf(":", at + 1)) {
			if (at + 1 === this.#end || text.charCodeAt(at + 1) === 32) return at;
		}
		return -1;
	}

	#key(colon: number): Key {
		const raw = this.#text.slice(this.#start, colon);
		if (raw.length > 1000) giveUp();
		const first = raw.charCodeAt(0);
		if (first === 39) return foldSingle(raw.slice(1, -1));
		if (first === 34) return foldDouble(raw.slice(1, -1)) ?? giveUp();
		if (raw === "<<" || raw === "=" || raw.includes(" #") || raw.endsWith(" ") || raw.includes("\t")) giveUp();
		const key = resolvePlain(raw);
		return typeof key === "object" && key !== null ? giveUp() : key;
	}

	/** The value at `from` on this line, or the block below it. Ends on the line after the value. */
	#value(from: number, indent: number, inMap: boolean): Node {
		if (from >= this.#end) return this.#below(from, indent, inMap, {});
		const first = this.#text.charAt(from);
		if (first === "&") return this.#anchoredBelow(from, indent, inMap);
		if (first === "*") return this.#alias(from);
		return this.#scalar(from, indent, {});
	}

	#anchoredBelow(from: number, indent: number, inMap: boolean): Node {
		const name = trimRight(this.#text.slice(from + 1, this.#end));
		if (!/^[\w-]+$/.test(name)) giveUp();
		const node = this.#below(from, indent, inMap, { anchor: name });
		return node.kind === "scalar" ? giveUp() : node;
	}

	#alias(from: number): Node {
		const name = trimRight(this.#text.slice(from + 1, this.#end));
		this.#next();
		return this.#anchors.get(name) ?? giveUp();
	}

	/** Nothing stood after the key or dash: a deeper block, a list at a key's own column, or null. */
	#below(from: number, indent: number, inMap: boolean, anchored: Anchored): Node {
		const at = this.#place(from);
		this.#next();
		if (!this.#done()) {
			if (this.#indent() > indent) return this.#block(indent, anchored);
			if (inMap && this.#indent() === indent && this.#startsItem()) return this.#block(indent, anchored);
		}
		return { kind: "scalar", at, value: null };
	}

	#scalar(from: number, parent: number, anchored: Anchored): Node {
		const at = this.#place(from);
		const first = this.#text.charAt(from);
		if (first === "'" || first === '"') return { kind: "scalar", at, value: this.#quoted(from, parent), ...anchored };
		if (first === "{" || first === "[") return this.#emptyFlow(from, at, anchored);
		if (INDICATORS.has(first)) giveUp();
		if (first === "-" && (from + 1 === this.#end || this.#text.charAt(from + 1) === " ")) giveUp();
		return { kind: "scalar", at, value: resolvePlain(this.#plain(from, parent)), ...anchored };
	}

	#emptyFlow(from: number, at: Place, anchored: Anchored): Node {
		const rest = trimRight(this.#text.slice(from, this.#end));
		if (rest !== "{}" && rest !== "[]") giveUp();
		this.#next();
		if (rest === "{}") return this.#remember({ kind: "map", at, entries: [], ...anchored });
		return this.#remember({ kind: "list", at, items: [], ...anchored });
	}

	/** A plain scalar with the deeper lines that continue it, each joined by one blank. */
	#plain(from: number, parent: number): string {
		let value = this.#plainLine(from);
		const commented = value.length < this.#end - from && trimRight(this.#text.slice(from, this.#end)) !== value;
		let line = this.#line;
		this.#next();
		while (!this.#done() && this.#indent() > parent) {
			if (commented || this.#line !== line + 1 || value === "=" || value === "<<") giveUp();
			line = this.#line;
			value += ` ${this.#plainLine(this.#start)}`;
			this.#next();
		}
		return value === "=" || value === "<<" ? giveUp() : value;
	}

	/** A line of a plain scalar, up to a trailing comment. A `: ` inside would be a mapping where none may be. */
	#plainLine(from: number): string {
		let value = this.#text.slice(from, this.#end);
		const comment = value.indexOf(" #");
		if (comment >= 0) value = value.slice(0, comment);
		value = trimRight(value);
		if (value.includes(": ") || value.endsWith(":") || value.includes("\t")) giveUp();
		return value;
	}

	#quoted(from: number, parent: number): string {
		const close = closingQuote(this.#text, from);
		const raw = this.#text.slice(from + 1, close);
		if (raw.includes("\n")) this.#checkFolded(from, close, parent);
		const value = this.#text.charCodeAt(from) === 39 ? foldSingle(raw) : (foldDouble(raw) ?? giveUp());
		const rest = this.#text.slice(close + 1, this.#end);
		if (trimRight(rest) !== "" && !/^ +#/.test(rest)) giveUp();
		this.#next();
		if (!this.#done() && this.#indent() > parent) giveUp();
		return value;
	}

	/** Every line of a folded quoted scalar must be deeper than its parent; moves to the line of the closing quote. */
	#checkFolded(from: number, close: number, parent: number): void {
		for (let at = this.#text.indexOf("\n", from); at >= 0 && at < close; at = this.#text.indexOf("\n", at + 1)) {
			let start = at + 1;
			while (this.#text.charCodeAt(start) === 32) start++;
			if (start - at - 1 <= parent || this.#text.charCodeAt(start) === 9) giveUp();
			this.#line++;
			this.#lineStart = at + 1;
		}
		const end = this.#text.indexOf("\n", close);
		this.#end = end < 0 ? this.#text.length : end;
	}

	#remember(node: Node): Node {
		if (node.anchor !== undefined) {
			if (this.#anchors.has(node.anchor)) giveUp();
			this.#anchors.set(node.anchor, node);
		}
		return node;
	}
}

/** The offset of the quote that ends the scalar opened at `from`. */
function closingQuote(text: string, from: number): number {
	if (text.charCodeAt(from) === 39) {
		let at = text.indexOf("'", from + 1);
		while (at >= 0 && text.charCodeAt(at + 1) === 39) at = text.indexOf("'", at + 2);
		return at < 0 ? giveUp() : at;
	}
	for (let at = from + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 92) at++;
		else if (code === 34) return at;
	}
	return giveUp();
}
