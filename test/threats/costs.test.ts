import { chmod, cp, readFile, truncate, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { fnmatch } from "../../src/kernel/index.ts";
import { fnmatch as paramsMatch } from "../../src/manifest/fnmatch.ts";
import { readPattern } from "../../src/manifest/ignore-pattern.ts";
import { params } from "../circle/world.ts";
import { Lanes } from "../lanes/world.ts";
import { within } from "./rig.ts";

describe("T26: a pattern takes no time without bound:", () => {
	const path = `${"a/".repeat(400)}${"a".repeat(400)}`;

	it.each([
		["folders at any depth, many times", `${"**/a/".repeat(30)}b`],
		["and anything between", `a/${"**/a*/".repeat(30)}b`],
		["stars in one name", `${"*a".repeat(40)}b`],
		["stars beside sets that meet a slash", `${"*[!b]".repeat(40)}b`],
		["both", `${"**/*[!b]*/".repeat(20)}b`],
	])("in .dvcignore, %s", async (_, line) => {
		const pattern = readPattern(line, false);
		expect(pattern).not.toBeNull();
		expect(await within(2000, () => pattern?.matches.test(path))).toBe(false);
	});

	it.each([
		["**/a/**/b/**/c", "x/a/y/z/b/c", true],
		["**/a/**/b/**/c", "x/a/y/z/c/b", false],
		["a/**/b/**/c.txt", "a/b/c.txt", true],
		["a/**/b/**/c.txt", "a/b/x/y/c.txt", true],
		["a/**/b/**/c.txt", "a/x/c.txt", false],
		["**/a/**/b/**", "a/b", false],
		["**/a/**/b/**", "x/a/b/c", true],
		["*[!x]*[!y]b", "aaab", true],
		["*[!x]*[!y]b", "xy", false],
		["**/x[!a]y/**/z", "p/x/y/q/z", true],
	])("and says of %s and %s what it always said: %s", (line, name, wanted) => {
		expect(readPattern(line, false)?.matches.test(name)).toBe(wanted);
	});

	it("in names of stages and parameters", async () => {
		const pattern = `${"*a".repeat(60)}b`;
		expect(await within(2000, () => fnmatch("a".repeat(5000), pattern))).toBe(false);
		expect(await within(2000, () => paramsMatch(pattern).test("a".repeat(5000)))).toBe(false);
		expect(paramsMatch("l*r.[0-9]*x").test("layer.12x")).toBe(true);
	});
});

describe("a pull request", () => {
	let lanes: Lanes;

	beforeEach(async () => {
		lanes = await Lanes.make();
	});

	const ITEMS = Array.from({ length: 10 }, (_, index) => index).join(", ");
	const axes = Array.from({ length: 12 }, (_, axis) => `      a${axis}: [${ITEMS}]`).join("\n");
	const aliases = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
	for (const [before, name] of ["ab", "bc", "cd", "de", "ef", "fg", "gh"].map((pair) => [
		pair.charAt(0),
		pair.charAt(1),
	]))
		aliases.push(`${name}: &${name} [${`*${before},`.repeat(10).slice(0, -1)}]`);
	const long = "x".repeat(1024 * 1024);

	it.each<[string, Record<string, string>, string, RegExp]>([
		[
			"a matrix that multiplies",
			{ "dvc.yaml": `stages:\n  s:\n    matrix:\n${axes}\n    cmd: echo\n` },
			"dvc.yaml",
			/this would make 1000000000000 stages/,
		],
		["aliases that multiply", { "params.yaml": `${aliases.join("\n")}\n` }, "params.yaml", /alias/i],
		[
			"a value that is put into a thousand texts",
			{
				"params.yaml": `quality: 1\nlong: ${long}\n`,
				"dvc.yaml": `stages:\n  s:\n    foreach: [${Array.from({ length: 1000 }, (_, i) => i).join(", ")}]\n    do:\n      cmd: echo \${item} \${long}\n`,
			},
			"dvc.yaml",
			/the values make this file too long/,
		],
		["a file that is nested too deeply", { "dvc.yaml": `stages: ${"[".repeat(5000)}\n` }, "dvc.yaml", /deep|nested/i],
		[
			"a pattern of parameters with two double stars",
			{ "dvc.yaml": "stages:\n  s: {cmd: echo, params: ['**.a.**.b']}\n" },
			"dvc.yaml",
			/`\*\*` more than once/,
		],
	])("T13: that holds %s costs a message with its place, not the machine", async (_, files, file, says) => {
		const { pull } = await lanes.begin("bomb", files);
		const judged = await within(30_000, () => lanes.judge());
		expect(judged.code, judged.stdout).toBe(2);
		expect(judged.stdout).toMatch(says);
		expect(judged.annotations[0]?.properties).toMatchObject({ file, line: expect.stringMatching(/^\d+$/) });
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
	});

	it("T45: cannot have the trusted job read without end what its run has stored", async () => {
		const { pull, run } = await lanes.begin("large", params(0.2));
		await lanes.run(run, { hold: true });
		for (const path of await lanes.remote("files")) {
			if (!(await readFile(path, "utf8")).includes('"accuracy": 0.2')) continue;
			await chmod(path, 0o644);
			await truncate(path, 1536 * 1024 * 1024);
		}
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("more would have to be read from the remote");
	});

	it("T45: cannot have it read records of runs without end", async () => {
		const { pull, run } = await lanes.begin("better");
		await lanes.run(run, { hold: true });
		const [entry = ""] = await lanes.remote(`mainline/claims/${run}/runs`);
		const big = `${await readFile(entry, "utf8")}# ${"x".repeat(15 * 1024 * 1024)}\n`;
		for (let index = 0; index < 75; index++) {
			const name = entry.slice(0, -64) + index.toString(16).padStart(64, "0");
			if (index === 0) await writeFile(name, big);
			else await cp(entry.slice(0, -64) + "0".padStart(64, "0"), name);
		}
		await lanes.end(run, "success");
		await lanes.judge();
		expect(lanes.check(lanes.head(pull))).toMatchObject({ status: "completed", conclusion: "failure" });
		expect(lanes.comments(pull)[0]).toContain("more would have to be read from the remote");
	});
});
