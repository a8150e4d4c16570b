import { expect, it } from "vitest";
import { splitWords } from "../../../src/store/depots/web/split-words.ts";

it.each([
	["a b  c", ["a", "b", "c"]],
	['get \'one word\' "and \\"this\\""', ["get", "one word", 'and "this"']],
	["a\\ b c'd'\"e\"", ["a b", "cde"]],
	["'' x", ["", "x"]],
	["", []],
	["'open", null],
	['"open\\"', null],
	["end\\", null],
])("splits %s as Python's shlex does", (line, words) => {
	expect(splitWords(line)).toEqual(words);
});
