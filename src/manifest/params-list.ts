import type { Place } from "../kernel/index.ts";
import { byKind, expectString, listOf, type Node, orEmpty, type Report, type Rule, refine } from "../source/index.ts";
import type { ParamsDependency } from "./model.ts";
import { notText, placePath, type Standing } from "./places.ts";

const DEFAULT_FILE = "params.yaml";

/** One wish: keys of a file, null for the whole file. */
interface Wanted {
	readonly file: string;
	readonly keys: readonly string[] | null;
	readonly place: Place;
	/** A key without its file. */
	readonly bare?: boolean;
}

const keyList = listOf(expectString);

/** Null for the whole file: nothing, and whatever Python takes for nothing. */
function keysOfFile(node: Node, report: Report): string[] | null | undefined {
	const whole = orEmpty(node);
	if (whole.kind === "map" && whole.entries.length === 0) return null;
	return keyList(node, report);
}

/** The items of `params:`: `key`, or `{file: [keys]}` where nothing means the whole file. */
export const paramsRule: Rule<Wanted[][]> = listOf(
	byKind<Wanted[]>(
		{
			scalar: refine(expectString, (key, node) => [{ file: DEFAULT_FILE, keys: [key], place: node.at, bare: true }]),
			map: (node, report) =>
				node.kind !== "map"
					? undefined
					: node.entries.flatMap(({ key, keyAt, value }) => {
							if (typeof key !== "string") return notText(key, keyAt, report);
							const keys = keysOfFile(value, report);
							return keys === undefined ? [] : [{ file: key, keys, place: keyAt }];
						}),
		},
		"a parameter's name, or a file with names",
	),
);

/** One dependency for each file, in the order of their first mention; a whole file wins over keys of it. */
export function paramsDependencies(wanted: readonly Wanted[], standing: Standing): ParamsDependency[] {
	const files = new Map<string, { keys: Set<string> | null; place: Place }>();
	const whole = new Set(wanted.filter(({ keys }) => keys === null).map(({ file }) => file));
	for (const { file, keys, place, bare } of wanted) {
		if (bare === true && whole.has(file)) continue;
		const known = files.get(file);
		if (known === undefined) files.set(file, { keys: keys === null ? null : new Set(keys), place });
		else if (keys === null) known.keys = null;
		else for (const key of keys) known.keys?.add(key);
	}
	return [...files].map(([path, { keys, place }]) => ({
		path,
		at: placePath(standing, path) ?? path,
		keys: [...(keys ?? [])],
		place,
	}));
}
