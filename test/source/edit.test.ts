import { describe, expect, it } from "vitest";
import { addToYaml, editYaml } from "../../src/source/index.ts";

describe("changing texts of a YAML file in place", () => {
	it.each([
		["a plain text", "a:   x  # why\nb: 1\n", "a:   new  # why\nb: 1\n"],
		["a quoted text", "a: 'x'\n", "a: new\n"],
		["a text between braces", "{b: 1, a: x}\n", "{b: 1, a: new}\n"],
		["a key that is not there", "b:\n  c: 1\n# end\n", "b:\n  c: 1\na: new\n# end\n"],
		["a file without a last line break", "b: 1", "b: 1\na: new\n"],
		["the very text", "a: new # as it is\n", "a: new # as it is\n"],
		["an empty value", "a:\nb: 1\n", "a: new\nb: 1\n"],
		["Windows' line ends", "a: x\r\nb: 1\r\n", "a: new\r\nb: 1\r\n"],
	])("sets %s", (_, before, after) => {
		expect(editYaml(before, [], { a: "new" })).toBe(after);
	});

	it.each([
		["of its own lines", "b: 1\na: x # why\nc: 2\n", "b: 1\nc: 2\n"],
		["behind a dash", "- a: x\n  b: 1\n", "- b: 1\n"],
		["between braces", "- {a: x, b: 1}\n", "- {b: 1}\n"],
	])("takes a key away %s", (_, before, after) => {
		expect(editYaml(before, before.startsWith("-") ? [0] : [], { a: null })).toBe(after);
	});

	it("quotes what YAML would read as something else", () => {
		expect(editYaml("a: x\n", [], { a: "1.0" })).toBe('a: "1.0"\n');
		expect(editYaml("a: x\n", [], { a: "yes" })).toBe('a: "yes"\n');
		expect(editYaml("a: x\n", [], { a: "host:5000/a/b" })).toBe("a: host:5000/a/b\n");
	});

	it("changes nothing where no mapping lies", () => {
		expect(editYaml("a: [1]\n", ["a"], { b: "y" })).toBeNull();
		expect(editYaml("a: &x {b: c}\nd: *x\n", ["d"], { b: "y" })).toBeNull();
		expect(editYaml("a: [\n", [], { b: "y" })).toBeNull();
	});

	it("adds to a list, and makes one", () => {
		expect(addToYaml("x: 1", "items", { name: "a", digest: "sha256:0" })).toBe(
			"x: 1\nitems:\n- name: a\n  digest: sha256:0\n",
		);
		expect(addToYaml("# why\nitems:\n- name: a # kept\n", "items", { name: "b" })).toBe(
			"# why\nitems:\n  - name: a # kept\n  - name: b\n",
		);
	});
});
