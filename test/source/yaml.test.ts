import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Failure, type Value } from "../../src/kernel/index.ts";
import { emitYaml, entryOf, type Node, parseYaml, rewriteYaml, toValue } from "../../src/source/index.ts";

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/source/${name}`, import.meta.url), "utf8");
const read = (text: string): Value => toValue(parseYaml(text, "params.yaml"));

function failureOf(act: () => unknown): Failure {
	try {
		act();
	} catch (error) {
		if (error instanceof Failure) return error;
		throw error;
	}
	throw new Error("nothing was thrown");
}

function lockParams(lock: Node): Map<unknown, Value> {
	const params = ["stages", "s", "params", "params.yaml"].reduce<Node | undefined>(
		(node, key) => (node === undefined ? undefined : entryOf(node, key)),
		lock,
	);
	const value = params === undefined ? null : toValue(params);
	if (!(value instanceof Map)) throw new Error("the fixture has no params");
	return value;
}

describe("reading YAML", () => {
	it("reads every kind of scalar as DVC recorded it in its lock", () => {
		const params = read(fixture("scalars.yaml"));
		const recorded = lockParams(parseYaml(fixture("scalars.lock"), "dvc.lock"));
		if (!(params instanceof Map)) throw new Error("the fixture is not a mapping");
		// U+0085 does not survive DVC's own writer
		for (const [key, value] of params) if (key !== "s_nel") expect([key, recorded.get(key)]).toEqual([key, value]);
	});

	it("takes YAML 1.2's words only: yes, on and 12:30 are texts, 010 is ten, 1e5 a float", () => {
		expect(read("a: yes\nb: on\nc: 12:30\nd: 010\ne: 1e5\nf: 0o17\ng: 1_000\nh: True\ni: ~\n")).toEqual(
			new Map<string, Value>([
				["a", "yes"],
				["b", "on"],
				["c", "12:30"],
				["d", 10n],
				["e", 100000],
				["f", 15n],
				["g", 1000n],
				["h", true],
				["i", null],
			]),
		);
	});

	it("names dates, which nothing around DVC can carry", () => {
		expect(read("a: 2020-01-01\n")).toEqual(new Map([["a", { timestamp: "2020-01-01" }]]));
	});

	it("takes an empty file for an empty mapping", () => {
		expect(read("")).toEqual(new Map());
		expect(read("# only a comment\n")).toEqual(new Map());
	});

	it("merges `<<` with the map's own values winning", () => {
		expect(read("base: &b {x: 1, y: 2}\nmine:\n  <<: *b\n  y: 3\n")).toEqual(
			new Map([
				[
					"base",
					new Map([
						["x", 1n],
						["y", 2n],
					]),
				],
				[
					"mine",
					new Map([
						["x", 1n],
						["y", 3n],
					]),
				],
			]),
		);
	});

	it("gives an alias the very object of its anchor", () => {
		const value = read("a: &x\n  k: 1\nb: *x\n");
		if (!(value instanceof Map)) throw new Error("not a mapping");
		expect(value.get("b")).toBe(value.get("a"));
	});

	it("knows where everything stands", () => {
		const node = parseYaml("stages:\n  train:\n    cmd: run\n", "dvc.yaml");
		expect(entryOf(entryOf(entryOf(node, "stages") ?? node, "train") ?? node, "cmd")?.at).toMatchObject({
			file: "dvc.yaml",
			line: 3,
			column: 10,
		});
	});

	it("reads a lock of ten thousand stages in about a second", () => {
		const stage = (i: number): string =>
			`  s${i}:\n    cmd: python train.py --in data/${i} \n      --out b\n    deps:\n    - path: data/${i}\n      hash: md5\n      md5: 764efa883dda1e11db47671c4a3bbd9e\n      size: 3\n`;
		const text = `schema: '2.0'\nstages:\n${Array.from({ length: 10_000 }, (_, i) => stage(i)).join("")}`;
		const start = performance.now();
		parseYaml(text, "dvc.lock");
		expect(performance.now() - start).toBeLessThan(3000);
	});
});

describe("refusing YAML", () => {
	const refused: readonly [string, string, string, { line: number; column: number }][] = [
		["a repeated key", "a: 1\na: 2\n", "yaml-duplicate-key", { line: 2, column: 1 }],
		["1 and True, which Python takes for one key", "1: a\nTrue: b\n", "yaml-duplicate-key", { line: 2, column: 1 }],
		[
			"a merge conflict",
			"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
			"merge-conflict",
			{ line: 2, column: 1 },
		],
		["a file cut in half", "a: 1\nb: 'half\n", "yaml-syntax", { line: 2, column: 8 }],
		["a tab as indentation", "a:\n\tb: 1\n", "yaml-syntax", { line: 2, column: 1 }],
		["a second document", "a: 1\n---\nb: 2\n", "yaml-syntax", { line: 2, column: 1 }],
		["an unknown tag", "a: !python/object:os.system x\n", "yaml-tag", { line: 1, column: 29 }],
		["an alias of nothing", "a: *x\n", "yaml-syntax", { line: 1, column: 4 }],
		["an alias inside its anchor", "a: &x [*x]\n", "yaml-recursive-alias", { line: 1, column: 8 }],
	];
	it.each(refused)("says where %s stands", (_, text, code, at) => {
		const failure = failureOf(() => parseYaml(text, "dvc.yaml"));
		expect(failure.code).toBe(code);
		expect(failure.details.at).toEqual({ file: "dvc.yaml", ...at });
		expect(failure.details.excerpt).toContain("^");
	});

	it("stops at aliases that multiply", () => {
		const lines = ["a0: &a0 [1, 2, 3]"];
		for (let i = 1; i < 12; i++)
			lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(", ")}]`);
		expect(failureOf(() => parseYaml(lines.join("\n"), "x.yaml")).code).toBe("yaml-alias-bomb");
	});

	it("stops at collections nested too deeply", () => {
		expect(failureOf(() => parseYaml("[".repeat(300) + "]".repeat(300), "x.yaml")).code).toBe("yaml-too-deep");
		expect(failureOf(() => parseYaml("[".repeat(50_000), "x.yaml")).code).toBe("yaml-too-deep");
	});
});

describe("writing YAML", () => {
	it("writes the lock of every kind of scalar as DVC did", () => {
		const text = fixture("scalars.lock");
		// read back, U+0085 is a blank: DVC's file, rewritten by DVC, loses it too
		const expected = text.replace(/'a\u0085 +b'/, "a b");
		expect(emitYaml(toValue(parseYaml(text, "dvc.lock")))).toBe(expected);
	});

	it("leaves the trailing blank that ruamel leaves where it folds", () => {
		const cmd = `${"a".repeat(40)} ${"b".repeat(40)}`;
		expect(emitYaml(new Map([["cmd", cmd]]))).toBe(`cmd: ${"a".repeat(40)} \n  ${"b".repeat(40)}\n`);
	});

	it("takes linear time for texts without a blank", () => {
		const start = performance.now();
		emitYaml(
			new Map([
				["a", "\n".repeat(400_000)],
				["b", "x".repeat(400_000)],
			]),
		);
		expect(performance.now() - start).toBeLessThan(3000);
	});
});

describe("rewriting YAML", () => {
	it("leaves a commented lock alone when nothing changed", () => {
		const text = fixture("commented.lock");
		expect(rewriteYaml(text, toValue(parseYaml(text, "dvc.lock")))).toBe(text);
	});

	it("keeps comments and spelling beside what changed, and drops quotes that are not needed", () => {
		const old = '# top\nlr: 1.50  # tuned\n\nname: "plain"\nlist: [1, 2]\nsteps: 0x1F\n';
		const value = new Map<string, Value>([
			["lr", 1.5],
			["name", "other"],
			["list", [1n, 2n]],
			["steps", 31n],
			["new", true],
		]);
		expect(rewriteYaml(old, value)).toBe(
			"# top\nlr: 1.50  # tuned\n\nname: other\nlist: [1, 2]\nsteps: 0x1F\nnew: true\n",
		);
	});
});
