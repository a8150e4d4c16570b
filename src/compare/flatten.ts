import { isList, isMapping, isTimestamp, type Key, pythonRepr, reprFloat, type Value } from "../kernel/index.ts";
import type { Leaf } from "./model.ts";

/** Name → leaf, names joined with dots as DVC's `flatten` does; empty mappings vanish, lists become Python's text of them. */
export function flatten(value: Value): Map<string, Leaf> {
	const leaves = new Map<string, Leaf>();
	if (isMapping(value)) {
		for (const [key, item] of value) collect(item, topName(key), leaves);
	}
	return leaves;
}

/** A leaf as DVC's JSON gives it. */
export function toLeaf(value: Value): Leaf {
	if (isList(value) || isMapping(value)) return pythonRepr(value);
	if (value !== null && typeof value === "object") return isTimestamp(value) ? value.timestamp : null;
	return value;
}

function collect(value: Value, name: string, leaves: Map<string, Leaf>): void {
	if (!isMapping(value)) {
		leaves.set(name, toLeaf(value));
		return;
	}
	for (const [key, item] of value) collect(item, `${name}.${pythonText(key)}`, leaves);
}

/** A key at the top stays itself until JSON writes it. */
function topName(key: Key): string {
	return typeof key === "boolean" || key === null ? String(key) : pythonText(key);
}

function pythonText(key: Key): string {
	if (typeof key === "boolean") return key ? "True" : "False";
	if (key === null) return "None";
	return typeof key === "number" ? reprFloat(key) : String(key);
}
