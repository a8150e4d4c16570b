/** Files of parameters, written in each format from the same picks. */

export const PARAM_FILES = [
	"params.yaml",
	"sub/params.yaml",
	"conf.json",
	"conf.toml",
	"conf.py",
	"nested/p.yaml",
] as const;

/** What a stage may name. */
export const PARAM_KEYS = ["a", "b.c", "list", "deep.x.y", "t", "list.0", "b"] as const;

/** Leaves of each file that an edit may set. */
export const LEAVES = ["a", "c", "item", "y", "t"] as const;
export type Leaf = (typeof LEAVES)[number];

/** One value in every format; Python calls some of them equal. */
interface Spelling {
	readonly yaml: string;
	readonly json: string;
	readonly toml: string;
	readonly py: string;
}
const same = (text: string): Spelling => ({ yaml: text, json: text, toml: text, py: text });

export const VALUES: readonly Spelling[] = [
	same("1"),
	{ yaml: "1.0", json: "1.0", toml: "1.0", py: "1.0" },
	{ yaml: "true", json: "true", toml: "true", py: "True" },
	same('"text"'),
	same('"1"'),
	{ yaml: "1e-5", json: "1e-5", toml: "1e-5", py: "1e-5" },
	{ yaml: "[1, two]", json: '[1, "two"]', toml: '[1, "two"]', py: '[1, "two"]' },
	{ yaml: "{k: 1, j: [2]}", json: '{"k": 1, "j": [2]}', toml: "{k = 1, j = [2]}", py: '{"k": 1, "j": [2]}' },
	{ yaml: "~", json: "null", toml: '""', py: "None" },
	same('"zwölf: ☃"'),
	{ yaml: "100000.0", json: "1e5", toml: "1e5", py: "1e5" },
	{ yaml: "yes", json: '"yes"', toml: '"yes"', py: '"yes"' },
];

export type Picks = Partial<Record<Leaf, number>>;

export function paramsText(file: string, picks: Picks, other: number): string {
	const format = file.endsWith(".json")
		? "json"
		: file.endsWith(".toml")
			? "toml"
			: file.endsWith(".py")
				? "py"
				: "yaml";
	const spelled = (leaf: Leaf): string | null => {
		const pick = picks[leaf];
		return pick === undefined ? null : (VALUES[pick % VALUES.length]?.[format] ?? null);
	};
	return WRITERS[format](spelled, other);
}

type Spelled = (leaf: Leaf) => string | null;
const lines = (...texts: readonly (string | null)[]): string => `${texts.filter((text) => text !== null).join("\n")}\n`;
const given = (value: string | null, text: (value: string) => string): string | null =>
	value === null ? null : text(value);

const WRITERS: Record<keyof Spelling, (spelled: Spelled, other: number) => string> = {
	yaml: (spelled, other) =>
		lines(
			given(spelled("a"), (value) => `a: ${value} # first`),
			`b: {${given(spelled("c"), (value) => `c: ${value}, `) ?? ""}z: 0}`,
			"list:",
			given(spelled("item"), (value) => `- ${value}`),
			"- last",
			given(spelled("y"), (value) => `deep:\n  x:\n    y: ${value}`),
			given(spelled("t"), (value) => `t: ${value}`),
			`other: ${other}`,
		),
	json: (spelled, other) =>
		`{${[
			given(spelled("a"), (value) => `"a": ${value}`),
			`"b": {${given(spelled("c"), (value) => `"c": ${value}, `) ?? ""}"z": 0}`,
			`"list": [${given(spelled("item"), (value) => `${value}, `) ?? ""}"last"]`,
			given(spelled("y"), (value) => `"deep": {"x": {"y": ${value}}}`),
			given(spelled("t"), (value) => `"t": ${value}`),
			`"other": ${other}`,
		]
			.filter((text) => text !== null)
			.join(", ")}}\n`,
	toml: (spelled, other) =>
		lines(
			given(spelled("a"), (value) => `a = ${value}`),
			`list = [${given(spelled("item"), (value) => `${value}, `) ?? ""}"last"]`,
			given(spelled("t"), (value) => `t = ${value}`),
			`other = ${other}`,
			"[b]",
			given(spelled("c"), (value) => `c = ${value}`),
			"z = 0",
			given(spelled("y"), (value) => `[deep.x]\ny = ${value}`),
		),
	py: (spelled, other) =>
		lines(
			"import os",
			given(spelled("a"), (value) => `a = ${value}`),
			`b = {${given(spelled("c"), (value) => `"c": ${value}, `) ?? ""}"z": 0}`,
			`list = [${given(spelled("item"), (value) => `${value}, `) ?? ""}"last"]`,
			given(spelled("y"), (value) => `deep = {"x": {"y": ${value}}}`),
			given(spelled("t"), (value) => `t: object = ${value}`),
			`other = ${other}`,
		),
};
