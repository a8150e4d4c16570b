import { isTimestamp, type Key, type Value } from "../kernel/index.ts";
import { complain, type Node, readParams, toValue } from "../source/index.ts";
import { fnmatch } from "./fnmatch.ts";
import type { ParamsDependency, Tree } from "./model.ts";

/**
 * The values that a stage reads from one file: key as written → value, without the missing ones; every top-level key where
 * the whole file is meant. Null when there is no such file. Failures: those of reading the file, `params-date`,
 * `params-ambiguous`, `params-pattern`.
 */
export async function readParamValues(
	tree: Pick<Tree, "read">,
	dependency: ParamsDependency,
): Promise<Map<string, Value> | null> {
	const bytes = await tree.read(dependency.at);
	if (bytes === null) return null;
	const node = readParams(bytes, dependency.at);
	if (dependency.keys.length === 0) return wholeFile(node);
	const values = new Map<string, Value>();
	for (const key of dependency.keys) {
		const found = lookup(node, key, dependency);
		if (found !== null) values.set(key, usable(found));
	}
	return values;
}

function wholeFile(node: Node): Map<string, Value> {
	if (node.kind !== "map") return new Map();
	return new Map(node.entries.map(({ key, value }) => [String(key), usable(value)]));
}

/**
 * Dotted: `train.epochs`, `layers.0`, `layers.-1`; a part may be a pattern, and one `**` any number of parts, as long as they
 * meet one value. The empty key is the whole file.
 */
function lookup(top: Node, key: string, { place }: ParamsDependency): Node | null {
	if (key === "") return top;
	const parts = key.replace(/^\.+/, "").split(".");
	if (parts.filter((part) => part === "**").length > 1) {
		throw complain(place, "params-pattern", `the parameter \`${key}\` has \`**\` more than once`, {
			found: key,
			expected: "one `**` at most",
			length: key.length,
		});
	}
	const found = met(top, parts).filter((node) => node !== top);
	if (found.length <= 1) return found[0] ?? null;
	throw complain(place, "params-ambiguous", `the parameter \`${key}\` means ${found.length} values of ${top.at.file}`, {
		found: key,
		expected: "a pattern that meets exactly one value",
		length: key.length,
	});
}

function met(node: Node, [part, ...rest]: readonly string[]): Node[] {
	if (part === undefined) return [node];
	if (part !== "**") return below(node, part).flatMap((child) => met(child, rest));
	return [...met(node, rest), ...below(node, "*").flatMap((child) => met(child, [part, ...rest]))];
}

function below(node: Node, part: string): Node[] {
	if (node.kind === "scalar") return [];
	const pattern = /[*?[]/.test(part) ? fnmatch(part) : null;
	if (node.kind === "map") {
		return node.entries.filter(({ key }) => names(key, part, pattern)).map(({ value }) => value);
	}
	const { length } = node.items;
	return node.items.filter((_, index) => {
		const at = BigInt(index);
		return names(at, part, pattern) || names(at - BigInt(length), part, null);
	});
}

/** A number is named by what Python reads as that number, too: `1`, `01`, `+1`, `1_0`. */
function names(key: Key, part: string, pattern: RegExp | null): boolean {
	if (typeof key === "string") return pattern === null ? key === part : pattern.test(key);
	if (typeof key !== "bigint" && typeof key !== "boolean") return false;
	const digits = /^\s*([-+]?)(\d+(?:_\d+)*)\s*$/.exec(part);
	if (digits !== null)
		return BigInt(key) === BigInt(digits[2]?.replaceAll("_", "") ?? "") * (digits[1] === "-" ? -1n : 1n);
	const text = typeof key === "bigint" ? String(key) : key ? "True" : "False";
	return pattern === null ? text === part : pattern.test(text);
}

/** Neither dvc.lock nor the run cache could hold a date; DVC breaks down over one. */
function usable(node: Node): Value {
	const date = dateIn(node);
	if (date === null) return toValue(node);
	throw complain(date.at, "params-date", "a date cannot be a parameter", {
		expected: "a text",
		hint: "put it in quotes",
	});
}

function dateIn(node: Node): Node | null {
	if (node.kind === "scalar") return isTimestamp(node.value) ? node : null;
	const children = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
	for (const child of children) {
		const found = dateIn(child);
		if (found !== null) return found;
	}
	return null;
}
