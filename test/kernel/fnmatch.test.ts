import { expect, it } from "vitest";
import { fnmatch } from "../../src/kernel/index.ts";

// the answers of Python's fnmatch.fnmatchcase
it.each([
	["train", "tr*", true],
	["train", "TR*", false],
	["a/b", "a*b", true],
	["a\nb", "a?b", true],
	["", "*", true],
	["train@1-p", "train@?-[pq]", true],
	["train@1-p", "train@[!1]-*", false],
	["b", "[a-c]", true],
	["d", "[!a-c]", true],
	["-", "[a-]", true],
	["-", "[-a]", true],
	["]", "[]a]", true],
	["a", "[!]]", true],
	["b", "[c-a]", false],
	["[x", "[x", true],
	["a.b", "a.b", true],
	["axb", "a.b", false],
	["a+b(c)", "a+b(c)", true],
	["a\\b", "a\\b", true],
	["a^b", "a[^]b", true],
	["😀x", "?x", true],
	["a-b", "a-b", true],
])("%s is %s: %s", (text, pattern, expected) => {
	expect(fnmatch(text, pattern)).toBe(expected);
});
