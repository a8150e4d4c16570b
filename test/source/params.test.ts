import { describe, expect, it } from "vitest";
import { Failure, type Value } from "../../src/kernel/index.ts";
import {
	check,
	expectString,
	listOf,
	optional,
	parseYaml,
	readParams,
	record,
	required,
	toValue,
} from "../../src/source/index.ts";

const read = (text: string, file: string): Value => toValue(readParams(new TextEncoder().encode(text), file));

function failureOf(act: () => unknown): Failure {
	try {
		act();
	} catch (error) {
		if (error instanceof Failure) return error;
		throw error;
	}
	throw new Error("nothing was thrown");
}

describe("reading parameters by extension", () => {
	it("reads JSON as Python does: NaN, big integers, 1.0 a float, the last of equal keys", () => {
		expect(read('{"a": NaN, "b": 12345678901234567890, "c": 1.0, "d": 1, "d": 2}', "m.json")).toEqual(
			new Map<string, Value>([
				["a", Number.NaN],
				["b", 12345678901234567890n],
				["c", 1],
				["d", 2n],
			]),
		);
	});

	it("says where JSON breaks", () => {
		expect(failureOf(() => read('{\n  "a": 1,\n}', "m.json")).details.at).toEqual({
			file: "m.json",
			line: 3,
			column: 1,
		});
	});

	it("reads TOML with integers and floats apart", () => {
		expect(read("a = 1\nb = 1.0\n[c]\nd = [9007199254740993]\n", "p.toml")).toEqual(
			new Map<string, Value>([
				["a", 1n],
				["b", 1],
				["c", new Map([["d", [9007199254740993n]]])],
			]),
		);
	});

	it("takes only literals from Python: assignments, class bodies and __init__", () => {
		const text =
			"import os\nA = -1\nB: float = 1e3  # c\nC = os.environ\nclass T:\n  x = (1, 'a')\n  def __init__(self):\n    self.y = {2}\n    z = 3\n";
		expect(read(text, "p.py")).toEqual(
			new Map<string, Value>([
				["A", -1n],
				["B", 1000],
				[
					"T",
					new Map<string, Value>([
						["x", [1n, "a"]],
						["y", [2n]],
					]),
				],
			]),
		);
	});

	it("refuses bytes that are not UTF-8 with their place", () => {
		const failure = failureOf(() => readParams(new Uint8Array([97, 10, 0xff]), "p.yaml"));
		expect([failure.code, failure.details.at]).toEqual(["not-utf8", { file: "p.yaml", line: 2, column: 1 }]);
	});
});

describe("rules for files", () => {
	const stage = record("a stage", { cmd: required(expectString), deps: optional(listOf(expectString), []) });

	it("reads what fits", () => {
		expect(check(parseYaml("cmd: x\ndeps: [a]\n", "s.yaml"), stage, "bad-stage")).toMatchObject({
			cmd: "x",
			deps: ["a"],
		});
	});

	it("tells every mistake at once, with the nearest known key", () => {
		const failure = failureOf(() => check(parseYaml("dep: [a]\ndeps: [1]\n", "s.yaml"), stage, "bad-stage"));
		const all = [failure, ...(failure.details.others ?? [])];
		expect(all.map((one) => one.message)).toEqual([
			"`dep` is not a key of a stage",
			"a stage needs `cmd`",
			"expected a text, found the number 1",
		]);
		expect(failure.details.hint).toBe("did you mean `deps`?");
		expect(failure.details.excerpt).toBe("    1 | dep: [a]\n      | ^^^");
	});
});
