import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig, loadProject, workspaceTree } from "../../src/manifest/index.ts";
import { complaints, type Files, load } from "./rig.ts";

async function commands(files: Files): Promise<Record<string, unknown>> {
	return Object.fromEntries((await load(files)).stages.map(({ name, cmd }) => [name, cmd]));
}

const PARAMS =
	"lr: 0.1\nbig: 1e5\nyes: true\nnone: null\nname: a b\nnet: {depth: 3, sizes: [1, 2.0]}\nlangs: [en, de]\n";

describe("an expression", () => {
	it.each([
		["${lr} ${big} ${yes} ${none} ${name}", "0.1 100000.0 true None a b"],
		["${net.depth}-${net.sizes[1]}-${net.sizes.-1}", "3-2.0-2.0"],
		["\\${lr} $${lr}", "${lr} $0.1"],
		["run ${net}", "run --depth 3 --sizes 1 2.0"],
		["x ${ lr }", "x 0.1"],
	])("%s becomes %s", async (cmd, expected) => {
		expect(await commands({ "params.yaml": PARAMS, "dvc.yaml": `stages:\n  s:\n    cmd: '${cmd}'\n` })).toEqual({
			s: expected,
		});
	});

	it("stands in names of files, keys, wdir and in stages of their own vars", async () => {
		const { stages } = await load({
			"dvc.yaml":
				"vars: [{where: w}]\nstages:\n  s:\n    wdir: ${where}\n    vars: [own.yaml]\n    cmd: echo ${x}\n    outs: [{'${x}.bin': {cache: false}}]\n",
			"w/own.yaml": "x: 7\n",
		});
		expect(stages[0]).toMatchObject({ wdir: "w", cmd: "echo 7", outs: [{ at: "w/7.bin", cache: false }] });
	});

	it("follows DVC's configuration for switches and lists", async () => {
		const files = {
			".dvc/config": "[parsing]\n    bool = boolean_optional\n    list = append\n",
			"params.yaml": "m: {a: false, l: [x, 'y z'], e: []}\n",
			"dvc.yaml": "stages:\n  s:\n    cmd: run ${m}\n",
		};
		expect(await commands(files)).toEqual({ s: "run --no-a --l x --l 'y z'" });
	});
});

describe("generated stages", () => {
	it("are named after their items, keys, numbers and combinations", async () => {
		const yaml = `stages:
  list:
    foreach: [a, true, 1.5]
    do: {cmd: 'echo \${item}'}
  var:
    foreach: \${langs}
    do: {cmd: 'echo \${item}'}
  map:
    foreach: {x: {n: 1}, y: {n: 2}}
    do: {cmd: 'echo \${key} \${item.n}'}
  rich:
    foreach: [{n: 1}, 2]
    do: {cmd: echo}
  grid:
    matrix: {l: '\${langs}', n: [1, {z: 2}]}
    cmd: echo \${item.l} \${key}
`;
		expect(await commands({ "params.yaml": PARAMS, "dvc.yaml": yaml })).toEqual({
			"list@a": "echo a",
			"list@true": "echo true",
			"list@1.5": "echo 1.5",
			"var@en": "echo en",
			"var@de": "echo de",
			"map@x": "echo x 1",
			"map@y": "echo y 2",
			"rich@0": "echo",
			"rich@1": "echo",
			"grid@en-1": "echo en en-1",
			"grid@en-n1": "echo en en-n1",
			"grid@de-1": "echo de de-1",
			"grid@de-n1": "echo de de-n1",
		});
	});
});

describe("what is wrong with an expression", () => {
	const stage = (cmd: string) => `stages:\n  s:\n    cmd: ${cmd}\n`;
	it.each([
		["an unknown name", stage("echo ${lrr}"), "dvc.yaml:3:10 `lrr` is not known here | did you mean `lr`?"],
		[
			"no name",
			stage("echo ${}"),
			"dvc.yaml:3:10 ${} is not an expression | write a name such as ${train.epochs} or ${layers[0]}",
		],
		[
			"a list in a text",
			stage("echo ${langs}"),
			"dvc.yaml:3:10 ${langs} is a list, which has no place in a text | name one of its values",
		],
		[
			"a name given twice",
			`vars: [{lr: 1}]\n${stage("x")}`,
			"dvc.yaml:1:9 `lr` of vars is given by params.yaml already | write each name once",
		],
		[
			"a file that is not there",
			`vars: [no.yaml]\n${stage("x")}`,
			"dvc.yaml:1:8 no.yaml does not exist | make no.yaml, or take it out",
		],
		[
			"a file taken in part that is there whole",
			`vars: ["params.yaml:lr"]\n${stage("x")}`,
			"dvc.yaml:1:8 params.yaml is taken as a whole already | write each file once, or each of its keys once",
		],
		[
			"nothing to go through",
			"stages:\n  s:\n    foreach: ${lr}\n    do: {cmd: x}\n",
			'dvc.yaml:3:14 expected a list or a mapping to go through, found the text "${lr}" | write a list or a mapping to go through',
		],
		[
			"a reserved name",
			"stages:\n  s:\n    foreach: [1]\n    do: {vars: [{item: 2}], cmd: x}\n",
			"dvc.yaml:4:18 `item` of vars is given by the stage's own generation already | write each name once",
		],
	])("%s", async (_, yaml, expected) => {
		expect(await complaints(() => load({ "params.yaml": PARAMS, "dvc.yaml": yaml }))).toEqual([expected]);
	});

	it("is found in the project where the real dvc found it", async () => {
		const root = mkdtempSync(join(tmpdir(), "mainline-tmpl-"));
		cpSync(resolve(import.meta.dirname, "../fixtures/golden/tmpl"), root, { recursive: true });
		const config = await loadConfig({ root, home: root, systemDir: root, globalDir: root });
		expect(await complaints(() => loadProject(workspaceTree(root), { config, root }))).toEqual([
			"dvc.yaml:7:12 parts of other.json are taken already | write each file once, or each of its keys once",
		]);
	});
});
