import type { Place } from "../kernel/index.ts";
import { byKind, expectString, listOf, nullable, type Rule, refine } from "../source/index.ts";
import type { ParamsDependency } from "./model.ts";
import { placePath, type Standing } from "./places.ts";

const DEFAULT_FILE = "params.yaml";

/** One wish: keys of a file, null for the whole file. */
interface Wanted {
	readonly file: string;
	readonly keys: readonly string[] | null;
	readonly place: Place;
}

const keysOfFile = nullable(listOf(expectString));

/** The items of `params:`: `key`, or `{file: [keys]}` where nothing means the whole file. */
export const paramsRule: Rule<Wanted[][]> = listOf(
	byKind<Wanted[]>(
		{
			scalar: refine(expectString, (key, node) => [{ file: DEFAULT_FILE, keys: [key], place: node.at }]),
			map: (node, report) =>
				node.kind !== "map"
					? undefined
					: node.entries.flatMap(({ key, keyAt, value }) => {
							const keys = keysOfFile(value, report);
							return keys === undefined
								? []
								: [{ file: String(key), keys: keys?.length === 0 ? null : keys, place: keyAt }];
						}),
		},
		"a parameter's name, or a file with names",
	),
);

/** One dependency for each file, in the order of their first mention; a whole file wins over keys of it. */
export function paramsDependencies(wanted: readonly Wanted[], standing: Standing): ParamsDependency[] {
	const files = new Map<string, { keys: Set<string> | null; place: Place }>();
	for (const { file, keys, place } of wanted) {
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
