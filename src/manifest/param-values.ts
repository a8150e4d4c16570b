import { isTimestamp, type Value } from "../kernel/index.ts";
import { complain, type Node, readParams, toValue } from "../source/index.ts";
import type { ParamsDependency, Tree } from "./model.ts";

/**
 * The values that a stage reads from one file: key as written → value, without the missing ones; every top-level key where
 * the whole file is meant. Null when there is no such file. Failures: those of reading the file, `params-date`,
 * `params-ambiguous`.
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

/** Dotted: `train.epochs`, `layers.0`, `layers.-1`; a part may be a pattern as long as it meets one value. */
function lookup(top: Node, key: string, { place }: ParamsDependency): Node | null {
	let found: Node[] = [top];
	for (const part of key.split(".")) found = found.flatMap((node) => below(node, part));
	if (found.length <= 1) return found[0] ?? null;
	throw complain(place, "params-ambiguous", `the parameter \`${key}\` means ${found.length} values of ${top.at.file}`, {
		found: key,
		expected: "a pattern that meets exactly one value",
		length: key.length,
	});
}

function below(node: Node, part: string): Node[] {
	if (node.kind === "list")
		return /^-?\d+$/.test(part) ? [node.items.at(Number(part))].filter((item) => item !== undefined) : [];
	if (node.kind !== "map") return [];
	const exact = node.entries.find(({ key }) => key === part);
	if (exact !== undefined) return [exact.value];
	if (!/[*?[]/.test(part)) return [];
	const pattern = globOf(part);
	return node.entries.filter(({ key }) => typeof key === "string" && pattern.test(key)).map(({ value }) => value);
}

/** Python's fnmatch. */
function globOf(pattern: string): RegExp {
	const source = pattern.replace(/\[!?\]?[^\]]*\]|\*+|[\s\S]/g, (piece) => {
		if (piece.startsWith("*")) return ".*";
		if (piece === "?") return ".";
		if (piece.length > 1) return piece.replace("[!", "[^").replaceAll("\\", "\\\\");
		return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
	});
	return new RegExp(`^${source}$`, "su");
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
