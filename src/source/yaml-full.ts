import {
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Pair,
	parseDocument,
	type Scalar,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import type { Key, Scalar as ScalarValue } from "../kernel/index.ts";
import { KeyGuard } from "./key.ts";
import { MAX_ALIASED, MAX_DEPTH } from "./limits.ts";
import type { Entry, MapNode, Node } from "./node.ts";
import { complain, type Located, PlaceFinder, type Source } from "./place.ts";
import { foldDouble } from "./quoted.ts";
import { resolvePlain } from "./scalar.ts";
import { syntaxFailure, tooDeep } from "./yaml-error.ts";

/** Any YAML, by the `yaml` package's parser and ruamel's rules for what scalars mean. Slower than `parseSimpleYaml`, but it can explain. */
export function parseFullYaml(source: Source): Node {
	const places = new PlaceFinder(source);
	const document = compose(source, places);
	const [error] = document.errors;
	if (error !== undefined) throw syntaxFailure(error, source, places);
	if (document.contents === null) return { kind: "map", at: places.at(0), entries: [] };
	return new Translator(source, places, document).node(document.contents, 0);
}

/** The document with every scalar left as text: what they mean is ruamel's to say, not the package's. */
export function compose(source: Source, places: PlaceFinder): Document {
	const { stackTraceLimit } = Error;
	// a broken file can hold an error at every letter, and nobody asks for the way to any of them
	Error.stackTraceLimit = 0;
	try {
		return parseDocument(source.text, {
			schema: "failsafe",
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: "error",
		});
	} catch (error) {
		if (error instanceof RangeError) throw tooDeep(places.at(0));
		throw error;
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

class Translator {
	readonly #text: string;
	readonly #places: PlaceFinder;
	readonly #document: Document;
	readonly #done = new Map<unknown, Node>();
	readonly #open = new Set<unknown>();
	readonly #sizes = new Map<Node, number>();
	#aliased = 0;

	constructor(source: Source, places: PlaceFinder, document: Document) {
		this.#text = source.text;
		this.#places = places;
		this.#document = document;
	}

	node(raw: unknown, depth: number): Node {
		if (depth > MAX_DEPTH) throw tooDeep(this.#at(raw));
		if (isAlias(raw)) return this.#alias(raw.source, raw);
		if (isMap(raw)) return this.#collection(raw, () => this.#map(raw, depth));
		if (isSeq(raw)) return this.#collection(raw, () => this.#list(raw, depth));
		if (isScalar(raw)) return this.#keep(raw, this.#scalar(raw));
		return { kind: "scalar", at: this.#at(raw), value: null };
	}

	#at(raw: unknown): Located {
		const range = isPair(raw) ? rangeOf(raw.key) : rangeOf(raw);
		return this.#places.at(range?.[0] ?? 0);
	}

	#keep(raw: { anchor?: string }, node: Node): Node {
		const kept = raw.anchor === undefined ? node : { ...node, anchor: raw.anchor };
		this.#done.set(raw, kept);
		return kept;
	}

	#collection(raw: YAMLMap | YAMLSeq, build: () => Node): Node {
		this.#refuseTag(raw, ["!!map", "!!seq"]);
		this.#open.add(raw);
		const node = this.#keep(raw, build());
		this.#open.delete(raw);
		return node;
	}

	#alias(name: string, raw: unknown): Node {
		const target = isAlias(raw) ? raw.resolve(this.#document) : undefined;
		if (target !== undefined && this.#open.has(target)) {
			throw complain(this.#at(raw), "yaml-recursive-alias", `\`*${name}\` stands inside what it names`, {
				length: name.length + 1,
			});
		}
		const node = this.#done.get(target);
		if (node === undefined) {
			throw complain(this.#at(raw), "yaml-syntax", `there is no anchor \`&${name}\` above`, {
				length: name.length + 1,
			});
		}
		this.#aliased += this.#size(node);
		if (this.#aliased > MAX_ALIASED) {
			throw complain(this.#at(raw), "yaml-alias-bomb", `aliases would expand to more than ${MAX_ALIASED} nodes`, {
				expected: `at most ${MAX_ALIASED} nodes`,
				hint: "write out what is repeated: no program needs that many copies",
				length: name.length + 1,
			});
		}
		return node;
	}

	#size(node: Node): number {
		if (node.kind === "scalar") return 1;
		const known = this.#sizes.get(node);
		if (known !== undefined) return known;
		const children = node.kind === "list" ? node.items : node.entries.map((entry) => entry.value);
		const size = children.reduce((sum, child) => sum + this.#size(child), 1);
		this.#sizes.set(node, size);
		return size;
	}

	#list(raw: YAMLSeq, depth: number): Node {
		return { kind: "list", at: this.#at(raw), items: raw.items.map((item) => this.#item(item, depth)) };
	}

	/** `[a: 1]` is a list with a one-entry mapping. */
	#item(item: unknown, depth: number): Node {
		if (!isPair(item)) return this.node(item, depth + 1);
		return { kind: "map", at: this.#at(item), entries: [this.#entry(item, depth + 1)] };
	}

	#map(raw: YAMLMap, depth: number): MapNode {
		const own: Entry[] = [];
		const merged: Entry[] = [];
		const guard = new KeyGuard(own);
		for (const pair of raw.items) {
			if (isMerge(pair)) {
				merged.push(...this.#merged(pair, depth));
				continue;
			}
			const entry = this.#entry(pair, depth);
			const earlier = guard.find(entry.key);
			if (earlier !== undefined) throw duplicate(entry, earlier);
			own.push(entry);
		}
		return { kind: "map", at: this.#at(raw), entries: merged.length === 0 ? own : overlay(merged, own) };
	}

	#entry(pair: Pair, depth: number): Entry {
		const at = this.#at(pair.key);
		return { key: this.#key(pair.key), keyAt: at, value: this.#valueOf(pair, at, depth) };
	}

	#valueOf(pair: Pair, keyAt: Located, depth: number): Node {
		if (pair.value === null || pair.value === undefined) return { kind: "scalar", at: keyAt, value: null };
		return this.node(pair.value, depth + 1);
	}

	#key(raw: unknown): Key {
		if (isScalar(raw) && raw.type === "PLAIN" && raw.source === "=") return "=";
		const node = this.node(raw, 0);
		if (node.kind !== "scalar") throw complain(node.at, "yaml-key", "a key must be a single value, not a collection");
		const { value } = node;
		// no tool around DVC can name a date, so its text does
		return typeof value === "object" && value !== null ? value.timestamp : value;
	}

	/** What `<<` brings in; of a list of mappings the earlier ones win. */
	#merged(pair: Pair, depth: number): readonly Entry[] {
		const node = this.node(pair.value, depth + 1);
		const parts = node.kind === "list" ? [...node.items].reverse() : [node];
		return parts.flatMap((part) => {
			if (part.kind === "map") return part.entries;
			throw complain(this.#at(pair), "yaml-merge", "`<<` merges mappings only", { length: 2 });
		});
	}

	#scalar(raw: Scalar): Node {
		const at = this.#at(raw);
		const text = this.#unquoted(raw) ?? raw.source ?? "";
		const tag = this.#refuseTag(raw, ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!"]);
		if (raw.type === "PLAIN" && tag === null && (text === "=" || text === "<<")) {
			throw complain(at, "yaml-syntax", `\`${text}\` alone means something else in YAML`, {
				expected: `the text in quotes: '${text}'`,
				length: text.length,
			});
		}
		return { kind: "scalar", at, value: raw.type === "PLAIN" ? plainWithTag(text, tag) : quotedWithTag(text, tag) };
	}

	/** Double quotes by the one reading that both parsers share. */
	#unquoted(raw: Scalar): string | null {
		const range = rangeOf(raw);
		if (raw.type !== "QUOTE_DOUBLE" || range === null) return null;
		return foldDouble(this.#text.slice((range[0] ?? 0) + 1, (range[1] ?? 0) - 1));
	}

	#refuseTag(raw: { tag?: string }, known: readonly string[]): string | null {
		const tag = raw.tag?.replace("tag:yaml.org,2002:", "!!") ?? null;
		if (tag === null || known.includes(tag)) return tag;
		throw complain(this.#at(raw), "yaml-tag", `the tag ${tag} is not known here`, { length: tag.length });
	}
}

function isMerge(pair: Pair): boolean {
	return isScalar(pair.key) && pair.key.type === "PLAIN" && pair.key.source === "<<";
}

/** Merged keys come first and a map's own values win, as ruamel builds its mapping. */
function overlay(merged: readonly Entry[], own: readonly Entry[]): Entry[] {
	const result: Entry[] = [];
	for (const entry of [...merged, ...own]) {
		const index = result.findIndex((earlier) => earlier.key === entry.key);
		if (index < 0) result.push(entry);
		else result[index] = entry;
	}
	return result;
}

function plainWithTag(text: string, tag: string | null): ScalarValue {
	if (tag === "!") return text === "" ? null : text;
	return tag === null ? resolvePlain(text) : tagged(text, tag);
}

function quotedWithTag(text: string, tag: string | null): ScalarValue {
	return tag === null || tag === "!" ? text : tagged(text, tag);
}

/** A text as the tag says. */
function tagged(text: string, tag: string): ScalarValue {
	if (tag === "!!str") return text;
	if (tag === "!!null") return null;
	if (tag === "!!timestamp") return { timestamp: text };
	if (tag === "!!bool" && /^(?:yes|no|on|off)$/i.test(text)) return /^(?:yes|on)$/i.test(text);
	const value = resolvePlain(text);
	return tag === "!!float" && typeof value === "bigint" ? Number(value) : value;
}

function rangeOf(raw: unknown): readonly number[] | null {
	if (typeof raw !== "object" || raw === null || !("range" in raw)) return null;
	return Array.isArray(raw.range) ? raw.range : null;
}

function duplicate(entry: Entry, earlier: Entry): Error {
	const name = String(entry.key);
	return complain(entry.keyAt, "yaml-duplicate-key", `the key \`${name}\` stands here twice`, {
		found:
			name === String(earlier.key) ? name : `${name}, which YAML readers in Python take for ${String(earlier.key)}`,
		expected: "each key once",
		hint: `the first one is in line ${earlier.keyAt.line ?? "?"}`,
		length: name.length,
	});
}
