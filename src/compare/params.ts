import { isList, isMapping, type Key, type Value } from "../kernel/index.ts";
import type { Compared } from "./metrics.ts";
import type { ParamRow } from "./model.ts";
import { expandPath } from "./read.ts";
import { diffTables, withoutDelta } from "./rows.ts";
import type { Side } from "./side.ts";
import { type MetricTable, type Reduce, readTable } from "./tables.ts";

const DEFAULT_FILE = "params.yaml";

/** What `dvc params diff --json` says of the two sides; every parameter with `all`. */
export async function paramsDiff(base: Side, head: Side, all = false): Promise<Compared<ParamRow>> {
	const [old, now] = await Promise.all([readParameters(base), readParameters(head)]);
	return { rows: diffTables(old, now, all).map(withoutDelta), problems: [...old.problems, ...now.problems] };
}

/** Every tracked parameter of a side: keys that stages name, and whole files. */
export async function readParameters(side: Side): Promise<MetricTable> {
	const files = new Map<string, Reduce>();
	for (const [path, keys] of trackedKeys(side)) {
		const reduce: Reduce = keys === null ? (value) => value : (value) => select(value, keys);
		for (const file of await expandPath(side, path)) files.set(file, reduce);
	}
	return readTable(side, files);
}

/** File → the keys to look at, null for all of it: a top-level file, the root's params.yaml, a dependency on a whole file. */
function trackedKeys({ project }: Side): Map<string, readonly string[] | null> {
	const tracked = new Map<string, readonly string[] | null>();
	for (const dep of project.stages.flatMap((stage) => stage.params)) {
		const known = tracked.get(dep.at);
		const whole = dep.keys.length === 0 || known === null;
		tracked.set(dep.at, whole ? null : [...(known ?? []), ...dep.keys]);
	}
	for (const file of [...project.topLevel.params, DEFAULT_FILE]) tracked.set(file, null);
	return tracked;
}

/** The parts of a value that dotted keys name (`train.*`, `layers.0`), in the value's own shape. */
function select(value: Value, keys: readonly string[]): Value {
	return keys.map((key) => pick(value, key.split("."))).reduce<Value>(merge, new Map());
}

/** Undefined-like: an empty mapping where nothing matches. */
function pick(value: Value, [part, ...rest]: readonly string[]): Value {
	if (part === undefined) return value;
	const picked = new Map<Key, Value>();
	for (const [key, item] of entriesOf(value)) {
		if (!matches(String(key), part)) continue;
		const inner = pick(item, rest);
		if (rest.length === 0 || !isMapping(inner) || inner.size > 0) picked.set(key, inner);
	}
	return picked;
}

function entriesOf(value: Value): Iterable<readonly [Key, Value]> {
	if (isMapping(value)) return value;
	return isList(value) ? value.map((item, index) => [BigInt(index), item] as const) : [];
}

function merge(a: Value, b: Value): Value {
	if (!isMapping(a) || !isMapping(b)) return b;
	const merged = new Map<Key, Value>(a);
	for (const [key, item] of b) {
		const known = merged.get(key);
		merged.set(key, known === undefined ? item : merge(known, item));
	}
	return merged;
}

/** Shell globs in one part of a key: `*`, `?`, `[abc]`. Linear: a part is short and has no nesting. */
function matches(name: string, pattern: string): boolean {
	if (!/[*?[]/.test(pattern)) return name === pattern;
	const source = pattern.replace(/\[!?[^\]]+\]|[\s\S]/g, (piece) => {
		if (piece === "*") return ".*";
		if (piece === "?") return ".";
		if (piece.length > 1) return piece.replace("[!", "[^").replaceAll("\\", "\\\\");
		return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
	});
	return new RegExp(`^${source.replace(/(\.\*)+/g, ".*")}$`, "su").test(name);
}
