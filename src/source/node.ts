import type { Key, Place, Scalar, Value } from "../kernel/index.ts";

/** A parsed text with the place of everything in it. A YAML alias is the very node that it names, not a copy. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
	readonly kind: "map";
	readonly at: Place;
	/** In file order, merge keys already merged, each key once by Python's equality. */
	readonly entries: readonly Entry[];
	/** The name of its YAML anchor: only nodes with one can stand in several places. */
	readonly anchor?: string;
}

export interface ListNode {
	readonly kind: "list";
	readonly at: Place;
	readonly items: readonly Node[];
	readonly anchor?: string;
}

export interface ScalarNode {
	readonly kind: "scalar";
	readonly at: Place;
	readonly value: Scalar;
	readonly anchor?: string;
}

export interface Entry {
	readonly key: Key;
	readonly keyAt: Place;
	readonly value: Node;
}

/** Anchored nodes keep their value, so that aliases converted in separate calls are still one object. */
const shared = new WeakMap<Node, Value>();

/** The plain value of a node; the same (aliased) node gives the same object, in every call. */
export function toValue(node: Node): Value {
	if (node.kind === "scalar") return node.value;
	const known = node.anchor === undefined ? undefined : shared.get(node);
	if (known !== undefined) return known;
	const value: Value =
		node.kind === "list"
			? node.items.map(toValue)
			: new Map(node.entries.map((entry) => [entry.key, toValue(entry.value)]));
	if (node.anchor !== undefined) shared.set(node, value);
	return value;
}

/** A file that holds what Python takes for nothing is an empty mapping to DVC. */
export function orEmpty(node: Node): Node {
	const nothing = node.kind === "list" ? node.items.length === 0 : node.kind === "scalar" && isNothing(node.value);
	return nothing ? { kind: "map", at: node.at, entries: [] } : node;
}

/** Python's idea of an empty value. */
export function isNothing(value: Scalar): boolean {
	return value === null || value === false || value === "" || value === 0n || value === 0;
}

/** The value below a text key of a map, or undefined. For many look-ups in one map use `expectMap`. */
export function entryOf(node: Node, key: Key): Node | undefined {
	return node.kind === "map" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** What stands there, in the words of a message: `a list`, `the text "yes"`, `nothing`. */
export function describeNode(node: Node): string {
	if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
	if (node.kind === "map") return node.entries.length === 0 ? "an empty mapping" : "a mapping";
	return describeScalar(node.value);
}

function describeScalar(value: Scalar): string {
	if (value === null) return "nothing";
	if (typeof value === "string") return `the text ${JSON.stringify(shorten(value))}`;
	if (typeof value === "object") return `the date ${value.timestamp}`;
	return `${typeof value === "boolean" ? "" : "the number "}${shorten(String(value))}`;
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
