import type { Chance } from "./chance.ts";

/** Trees that look like DVC's files: mostly the right keys with the right kinds, now and then something else. */
export type Tree =
	| string
	| number
	| boolean
	| null
	| Tree[]
	| { readonly entries: readonly (readonly [string, Tree])[] };

const NAMES = [
	"train",
	"prepare",
	"a",
	"b",
	"data",
	"out.txt",
	"d/",
	"../x",
	"models",
	"größe",
	"it's",
	"a b",
	"0",
	"true",
	"key",
	"item",
	"x@1",
];
const PATHS = [
	"data",
	"data/raw",
	"./a",
	"../b",
	"model.pkl",
	"d/",
	"/abs",
	"${item}.txt",
	"m-${key}.json",
	"s3://b/k",
	"remote://r/p",
	"dvc.yaml",
	"x.dvc",
	".",
	"",
	"a/../b",
	"ü/☃",
];
const TEXTS = [
	"echo 1",
	"python t.py ${m}",
	"a\nb\n",
	"${item}",
	"${a.b}",
	"\\${x}",
	"",
	"- x",
	"# no",
	"a: b",
	"x # y",
	"yes",
	"1e5",
	"0.1",
	"~",
	"'",
	'"',
	"long ".repeat(30),
];

const map = (...entries: readonly (readonly [string, Tree])[]): Tree => ({ entries });

export class Grammar {
	readonly #chance: Chance;

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	#text = (): string => this.#chance.one(TEXTS);
	#path = (): string => this.#chance.one(PATHS);
	#name = (): string => this.#chance.one(NAMES);

	/** Any value; shallower the deeper it stands. */
	value = (depth = 0): Tree => {
		const { below } = { below: (n: number) => this.#chance.below(n) };
		switch (below(depth > 3 ? 6 : 9)) {
			case 0:
				return below(100);
			case 1:
				return below(1000) / 7;
			case 2:
				return this.#chance.rarely(2);
			case 3:
				return null;
			case 4:
			case 5:
				return this.#text();
			case 6:
				return this.#chance.some(0, 3, () => this.value(depth + 1));
			default:
				return map(...this.#chance.some(0, 3, () => [this.#name(), this.value(depth + 1)] as const));
		}
	};

	/** What belongs there, or, once in a while, anything. */
	#or = (right: () => Tree): Tree => (this.#chance.rarely(25) ? this.value() : right());

	#optional = (key: string, right: () => Tree, times = 2): (readonly [string, Tree])[] =>
		this.#chance.rarely(times) ? [[key, this.#or(right)]] : [];

	#list = (item: () => Tree): Tree => this.#chance.some(0, 3, () => this.#or(item));

	#out = (): Tree =>
		this.#chance.rarely(2)
			? this.#path()
			: map([
					this.#path(),
					map(
						...this.#optional("cache", () => this.#chance.rarely(2)),
						...this.#optional("persist", () => this.#chance.rarely(2)),
						...this.#optional("push", () => false),
						...this.#optional("remote", this.#name),
						...this.#optional("desc", this.#text),
						...this.#optional("meta", () => this.value()),
					),
				]);

	#param = (): Tree =>
		this.#chance.rarely(2)
			? this.#name()
			: map([this.#chance.one(["params.yaml", "c.json", "c.toml", "c.py"]), this.#list(this.#name)]);

	#body = (): (readonly [string, Tree])[] => [
		...(this.#chance.rarely(20)
			? []
			: ([["cmd", this.#or(() => (this.#chance.rarely(3) ? this.#list(this.#text) : this.#text()))]] as const)),
		...this.#optional("wdir", this.#path, 4),
		...this.#optional("deps", () => this.#list(this.#path)),
		...this.#optional("params", () => this.#list(this.#param), 3),
		...this.#optional("outs", () => this.#list(this.#out)),
		...this.#optional("metrics", () => this.#list(this.#out), 4),
		...this.#optional("plots", () => this.#list(this.#out), 4),
		...this.#optional("vars", () => this.#list(() => this.value()), 6),
		...this.#optional("frozen", () => this.#chance.rarely(2), 6),
		...this.#optional("always_changed", () => true, 8),
		...this.#optional("desc", this.#text, 8),
		...this.#optional("meta", () => this.value(), 8),
		...this.#optional(this.#name(), () => this.value(), 30),
	];

	#stage = (): Tree => {
		if (this.#chance.rarely(4)) {
			const each = this.#chance.one([() => this.#list(this.#name), () => "${items}", () => this.value()]);
			return map(["foreach", this.#or(each)], ["do", map(...this.#body())]);
		}
		const matrix = this.#chance.rarely(6)
			? ([
					["matrix", map(...this.#chance.some(1, 3, () => [this.#name(), this.#list(() => this.value(3))] as const))],
				] as const)
			: [];
		return map(...matrix, ...this.#body());
	};

	pipeline = (): Tree =>
		map(
			...this.#optional("vars", () => this.#list(() => (this.#chance.rarely(3) ? this.#path() : this.value()))),
			["stages", this.#or(() => map(...this.#chance.some(0, 4, () => [this.#name(), this.#stage()] as const)))],
			...this.#optional("metrics", () => this.#list(this.#path), 5),
			...this.#optional("params", () => this.#list(this.#path), 5),
			...this.#optional("plots", () => this.#list(() => this.value()), 5),
			...this.#optional("artifacts", () => map([this.#name(), map(["path", this.#path()], ["type", "model"])]), 5),
			...this.#optional("datasets", () => this.#list(() => this.value()), 9),
		);

	#oid = (): string =>
		Array.from({ length: 32 }, () => "0123456789abcdef"[this.#chance.below(16)]).join("") +
		(this.#chance.rarely(3) ? ".dir" : "");

	#recorded = (): Tree =>
		map(
			["path", this.#or(this.#path)],
			...this.#optional("hash", () => "md5", 1),
			["md5", this.#or(this.#oid)],
			...this.#optional("size", () => this.#chance.below(1e6), 1),
			...this.#optional("nfiles", () => this.#chance.below(9), 4),
			...this.#optional("isexec", () => true, 6),
			...this.#optional("etag", this.#oid, 20),
			...this.#optional("cloud", () => map([this.#name(), map(["etag", this.#oid()])]), 20),
			...this.#optional("files", () => this.#list(() => map(["relpath", this.#path()], ["md5", this.#oid()])), 20),
			...this.#optional("repo", () => map(["url", this.#text()], ["rev_lock", this.#oid()]), 20),
			...this.#optional(this.#name(), () => this.value(), 40),
		);

	lock = (): Tree => {
		const entry = (): Tree =>
			map(
				["cmd", this.#or(() => (this.#chance.rarely(3) ? this.#list(this.#text) : this.#text()))],
				...this.#optional("deps", () => this.#list(this.#recorded)),
				...this.#optional("params", () =>
					map(["params.yaml", map(...this.#chance.some(0, 4, () => [this.#name(), this.value()] as const))]),
				),
				...this.#optional("outs", () => this.#list(this.#recorded)),
			);
		return map(
			["schema", this.#or(() => "2.0")],
			["stages", this.#or(() => map(...this.#chance.some(0, 4, () => [this.#name(), this.#or(entry)] as const)))],
		);
	};

	dotDvc = (): Tree =>
		map(
			...this.#optional("md5", this.#oid, 4),
			...this.#optional("wdir", this.#path, 5),
			...this.#optional("frozen", () => true, 5),
			...this.#optional("deps", () => this.#list(this.#recorded), 4),
			["outs", this.#or(() => this.#list(this.#recorded))],
			...this.#optional("meta", () => this.value(), 6),
			...this.#optional("desc", this.#text, 6),
			...this.#optional(this.#name(), () => this.value(), 40),
		);
}

/** As YAML, in one of its many ways to write things. */
export function yamlOf(tree: Tree, chance: Chance, indent = 0): string {
	if (chance.rarely(12) || typeof tree !== "object" || tree === null) return ` ${flowOf(tree, chance)}\n`;
	const pad = " ".repeat(indent);
	if (Array.isArray(tree)) {
		return tree.length === 0
			? " []\n"
			: `\n${tree.map((item) => `${pad}-${yamlOf(item, chance, indent + 2)}`).join("")}`;
	}
	if (tree.entries.length === 0) return " {}\n";
	return `\n${tree.entries.map(([key, value]) => `${pad}${keyOf(key, chance)}:${yamlOf(value, chance, indent + 2)}`).join("")}`;
}

function keyOf(key: string, chance: Chance): string {
	return /^[\w./@-]+$/.test(key) && !chance.rarely(20) ? key : JSON.stringify(key);
}

function flowOf(tree: Tree, chance: Chance): string {
	if (Array.isArray(tree)) return `[${tree.map((item) => flowOf(item, chance)).join(", ")}]`;
	if (typeof tree === "object" && tree !== null) {
		return `{${tree.entries.map(([key, value]) => `${keyOf(key, chance)}: ${flowOf(value, chance)}`).join(", ")}}`;
	}
	if (typeof tree !== "string") return tree === null ? chance.one(["", "~", "null"]) : String(tree);
	switch (chance.below(6)) {
		case 0:
			return tree;
		case 1:
			return `'${tree.replaceAll("'", "''")}'`;
		default:
			return JSON.stringify(tree);
	}
}

/** As JSON, TOML or Python, roughly. */
export function jsonOf(tree: Tree): string {
	if (Array.isArray(tree)) return `[${tree.map(jsonOf).join(", ")}]`;
	if (typeof tree !== "object" || tree === null) return JSON.stringify(tree);
	return `{${tree.entries.map(([key, value]) => `${JSON.stringify(key)}: ${jsonOf(value)}`).join(", ")}}`;
}

export function assignmentsOf(tree: Tree): string {
	if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return `x = ${jsonOf(tree)}\n`;
	return tree.entries.map(([key, value]) => `${/^\w+$/.test(key) ? key : "k"} = ${jsonOf(value)}\n`).join("");
}
