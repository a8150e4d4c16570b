import { isMap, isScalar, isSeq, parseDocument, type Scalar } from "yaml";
import type { Key, Place, Value } from "../kernel/index.ts";
import { draw, emitYaml } from "./emit.ts";
import { layoutOf, type Presentation, type Remarks } from "./layout.ts";
import { type Node, toValue } from "./node.ts";
import { PlaceFinder } from "./place.ts";
import { openYaml, parseYaml } from "./yaml.ts";

/**
 * What DVC leaves when it updates a YAML file: comments and blank lines stay, numbers that did not change keep their spelling,
 * flow collections stay flow; quotes that are not needed go, indentation and folding become DVC's. A text that Mainline or DVC
 * wrote comes out exactly as fresh data would.
 *
 * Not kept, though the value is: block scalars (`|`, `>`) become double-quoted, `<<` is written out, anchors are renamed, tags and
 * `---` go. What `replaced` names, by its keys from the top, is written as if it were new: nothing of how it stood there stays.
 * Where a comment follows the last line of something that DVC would replace as a whole, DVC loses it and we keep it.
 */
export function rewriteYaml(oldText: string, newValue: Value, replaced: readonly Key[] = []): string {
	const node = parseYaml(oldText, "");
	// a text in DVC's own hand has no style to keep, and is the common and the large case
	if (emitYaml(toValue(node)) === oldText) return emitYaml(newValue);
	const source = openYaml(oldText, "");
	const reader = new PresentationReader(source.text);
	const old = reader.read(node);
	return draw(layoutOf(newValue, without(old, replaced)), reader.rest());
}

function without(old: Presentation, [key, ...rest]: readonly Key[]): Presentation {
	const child = key === undefined ? undefined : old.children.get(key);
	if (key === undefined || child === undefined) return old;
	const children = new Map(old.children);
	if (rest.length > 0) children.set(key, without(child, rest));
	else children.delete(key);
	return { ...old, children };
}

class PresentationReader {
	readonly #text: string;
	readonly #lines: readonly string[];
	readonly #places: PlaceFinder;
	/** Lines before this one (from 0) are spoken for. */
	#free = 0;

	constructor(text: string) {
		this.#text = text;
		this.#lines = text.split("\n");
		this.#places = new PlaceFinder({ file: "", text });
	}

	read(node: Node): Presentation {
		const document = parseDocument(this.#text, { schema: "failsafe", uniqueKeys: false, logLevel: "error" });
		return this.#present(document.contents, node);
	}

	/** Comment and blank lines after everything. */
	rest(): string[] {
		const lines = this.#lines.slice(this.#free);
		if (lines.at(-1) === "") lines.pop();
		return lines.filter(isRemark);
	}

	#present(raw: unknown, node: Node): Presentation {
		const keys = new Map<Key, Remarks>();
		const children = new Map<Key, Presentation>();
		const child = (key: Key, { at, below, keyNode, raw: item }: Child): void => {
			const above = this.#above((at.line ?? 1) - 1);
			const afterKey = this.#afterKey(keyNode);
			children.set(key, this.#present(item, below));
			keys.set(key, { ...above, ...afterKey, ...this.#after(item) });
		};
		for (const [key, one] of childrenOf(raw, node)) child(key, one);
		if (isScalar(raw)) this.#free = Math.max(this.#free, this.#lineOf(raw.range?.[1] ?? 0) + 1);
		const flow = (isSeq(raw) || isMap(raw)) && raw.flow === true;
		return { value: toValue(node), flow, ...spellingOf(raw, node), keys, children };
	}

	/** The comment and blank lines between what was read last and this line. */
	#above(line: number): Remarks {
		const above = this.#lines.slice(this.#free, line).filter(isRemark);
		this.#free = Math.max(this.#free, line + 1);
		return above.length === 0 ? {} : { above };
	}

	#after(raw: unknown): Remarks {
		const inline = isScalar(raw) || ((isSeq(raw) || isMap(raw)) && raw.flow === true);
		const after = inline ? this.#remarkAt(raw.range?.[1] ?? 0, /^[ \t]+(?=#)/) : undefined;
		return after === undefined ? {} : { after };
	}

	#afterKey(raw: unknown): Remarks {
		const afterKey = isScalar(raw) ? this.#remarkAt(raw.range?.[1] ?? 0, /^[ \t]*:[ \t]+(?=#)/) : undefined;
		return afterKey === undefined ? {} : { afterKey };
	}

	#remarkAt(offset: number, gap: RegExp): { column: number; text: string } | undefined {
		const start = this.#text.lastIndexOf("\n", offset - 1) + 1;
		const end = this.#text.indexOf("\n", offset);
		const rest = this.#text.slice(offset, end < 0 ? this.#text.length : end);
		const blank = gap.exec(rest)?.[0];
		if (blank === undefined) return undefined;
		return { column: offset - start + blank.length, text: rest.slice(blank.length).trimEnd() };
	}

	#lineOf(offset: number): number {
		return (this.#places.at(offset).line ?? 1) - 1;
	}
}

interface Child {
	readonly at: Place;
	readonly below: Node;
	readonly keyNode: unknown;
	readonly raw: unknown;
}

/** The items or entries of a collection, as the package's tree and ours have them side by side; none where a merge key makes them differ. */
function* childrenOf(raw: unknown, node: Node): Generator<[Key, Child]> {
	if (isSeq(raw) && node.kind === "list") {
		for (const [index, below] of node.items.entries()) {
			yield [BigInt(index), { at: below.at, below, keyNode: null, raw: raw.items[index] }];
		}
	}
	if (isMap(raw) && node.kind === "map" && raw.items.length === node.entries.length) {
		for (const [index, { key, keyAt, value }] of node.entries.entries()) {
			const pair = raw.items[index];
			yield [key, { at: keyAt, below: value, keyNode: pair?.key, raw: pair?.value }];
		}
	}
}

function isRemark(line: string): boolean {
	return /^[ \t]*(?:#|$)/.test(line);
}

function spellingOf(raw: unknown, node: Node): { spelling?: string } {
	if (!isScalar(raw) || node.kind !== "scalar" || !isSpelled(raw, node)) return {};
	return { spelling: (raw.source ?? "").replace(/^\+/, "") };
}

/** Numbers are spelled by people; booleans and nulls are always written DVC's way. */
function isSpelled(raw: Scalar, node: Node): boolean {
	return raw.type === "PLAIN" && node.kind === "scalar" && ["number", "bigint"].includes(typeof node.value);
}
