import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDvcRoot, resolveTargets } from "../../src/manifest/index.ts";
import { complaints, folderOf, load } from "./rig.ts";

const TRAIN = `stages:
  train:
    cmd: python train.py
    wdir: code
    deps: [../data/raw, ./train.py, /etc/hosts, "s3://bucket/x"]
    params: [lr, model.depth, {conf.toml: [a]}, {whole.json: null}]
    outs: [model.pkl, {../big/: {cache: false, persist: true, push: false, remote: other}}]
    metrics: [{m.json: {cache: false}}]
    plots: [{p.csv: {x: epoch, y: loss}}]
    frozen: true
    desc: learns
    meta: {gpus: 1}
`;

describe("a project", () => {
	it("has stages with every path in its place, seen from the root", async () => {
		const { stages } = await load({ "dvc.yaml": TRAIN });
		const [train] = stages;
		expect(train).toMatchObject({
			address: "train",
			wdir: "code",
			cmd: "python train.py",
			frozen: true,
			desc: "learns",
			lock: null,
		});
		expect(train?.deps.map(({ path, at }) => [path, at?.replace(/^(\.\.\/)+/, "…/") ?? null])).toEqual([
			["../data/raw", "data/raw"],
			["./train.py", "code/train.py"],
			["/etc/hosts", "…/etc/hosts"],
			["s3://bucket/x", null],
		]);
		expect(train?.params.map(({ path, at, keys }) => [path, at, keys])).toEqual([
			["params.yaml", "code/params.yaml", ["lr", "model.depth"]],
			["conf.toml", "code/conf.toml", ["a"]],
			["whole.json", "code/whole.json", []],
		]);
		expect(
			train?.outs.map(({ at, kind, cache, persist, push, remote }) => [at, kind, cache, persist, push, remote]),
		).toEqual([
			["code/model.pkl", "out", true, false, true, null],
			["big", "out", false, true, false, "other"],
			["code/m.json", "metric", false, false, true, null],
			["code/p.csv", "plot", true, false, true, null],
		]);
	});

	it("is read from every folder, folders sorted, but not out of outputs, ignored folders and other projects", async () => {
		const stage = (name: string, outs = "") => `stages:\n  ${name}:\n    cmd: echo\n${outs}`;
		const { stages } = await load(
			{
				"dvc.yaml": stage("root", "    outs: [made]\n"),
				"b/dvc.yaml": stage("b"),
				"a/dvc.yaml": stage("a"),
				"a/x.dvc": "outs:\n- path: x\n",
				"made/dvc.yaml": stage("inside"),
				"other/.dvc/config": "",
				"other/dvc.yaml": stage("other"),
				"venv/dvc.yaml": stage("venv"),
				".dvcignore": "  /skipped/  \n",
				"skipped/dvc.yaml": stage("skipped"),
			},
			["venv"],
		);
		expect(stages.map(({ address }) => address)).toEqual(["root", "a/dvc.yaml:a", "a/x.dvc", "b/dvc.yaml:b"]);
	});

	it("has artifacts named as gto names them, and files that the top level names", async () => {
		const { artifacts, topLevel } = await load({
			"dvc.yaml":
				"artifacts:\n  churn: {path: model.pkl, type: model, labels: [x]}\nmetrics: [m.json]\nplots: [{ROC: {x: a, y: b}}]\n",
			"sub/dvc.yaml": "artifacts:\n  tiny: {path: ./t.bin}\nparams: [p.toml]\n",
		});
		expect(artifacts.map(({ name, path, type }) => [name, path, type])).toEqual([
			["churn", "model.pkl", "model"],
			["sub:tiny", "sub/t.bin", null],
		]);
		expect(topLevel).toMatchObject({
			metrics: ["m.json"],
			params: ["sub/p.toml"],
			plots: [{ id: "ROC", file: "dvc.yaml" }],
		});
	});

	it("reads an import as a frozen stage whose source lies elsewhere", async () => {
		const { stages } = await load({
			"data/raw.dvc": `md5: 749ad25dbb252c2ded29841d50fe8524
frozen: true
deps:
- path: data/a
  repo: {url: "https://example.com/x.git", rev_lock: 5c86e589c0517f122282be6bbaec03b3c1ea61ef}
outs:
- md5: B026324C6904B2A9CB4B88D6D61C81D1
  path: raw
`,
		});
		const [raw] = stages;
		expect(raw).toMatchObject({
			address: "data/raw.dvc",
			frozen: true,
			cmd: null,
			deps: [{ at: null }],
			outs: [{ at: "data/raw" }],
		});
		expect(raw?.lock?.outs).toEqual([{ path: "raw", oid: "b026324c6904b2a9cb4b88d6d61c81d1", hash: "md5-dos2unix" }]);
	});
});

describe("what is wrong in a project", () => {
	const cases: [string, Record<string, string>, string[]][] = [
		[
			"an unknown key",
			{ "dvc.yaml": "stages:\n  a:\n    cmd: x\n    dep: [b]\n" },
			['dvc.yaml:4:5 stage "a": `dep` is not a key of a stage | did you mean `deps`?'],
		],
		[
			"no command",
			{ "dvc.yaml": "stages:\n  a:\n    deps: [b]\n" },
			['dvc.yaml:3:5 stage "a": a stage needs `cmd` | write the key `cmd`'],
		],
		[
			"a number for a name",
			{ "dvc.yaml": "stages:\n  a:\n    cmd: x\n    outs: [1]\n" },
			['dvc.yaml:4:12 stage "a": expected a text, found the number 1 | put it in quotes'],
		],
		[
			"a switch that is a text",
			{ "dvc.yaml": 'stages:\n  a:\n    cmd: x\n    outs: [{b: {cache: "no"}}]\n' },
			['dvc.yaml:4:24 stage "a": expected true or false, found the text "no" | write true or false'],
		],
		[
			"a manifest as an output",
			{ "dvc.yaml": "stages:\n  a:\n    cmd: x\n    outs: [b.dvc]\n" },
			[
				'dvc.yaml:4:12 stage "a": `b.dvc` cannot be an output: it is one of DVC\'s own files | write a file or folder that the command makes',
			],
		],
		[
			"a lock without a schema",
			{ "dvc.yaml": "stages: {}\n", "dvc.lock": "a:\n  cmd: x\n" },
			[
				"dvc.lock:1:1 dvc.lock is a lock of DVC 1.x | DVC 3 does not read it either: delete it and run `mainline run` (or `dvc commit`, where the results are there)",
			],
		],
		[
			"a lock that is cut",
			{
				"dvc.yaml": "stages: {}\n",
				"dvc.lock": "schema: '2.0'\nstages:\n  a:\n    cmd: x\n    outs:\n    - path: m\n      md5: b0263\n",
			},
			[
				'dvc.lock:7:12 stage "a": expected an md5, found the text "b0263" | was the file cut off, or edited by hand? git has its former text',
			],
		],
		[
			"a .dvc without a path",
			{ "x.dvc": "outs:\n- md5: b026324c6904b2a9cb4b88d6d61c81d1\n" },
			["x.dvc:2:3 an entry without a `path` | write the key `path`"],
		],
		[
			"a remote without an address",
			{ ".dvc/config": "['remote \"r\"']\n" },
			['.dvc/config remote "r" has no url | dvc remote modify r url …'],
		],
		[
			"a section that is none",
			{ ".dvc/config": "[cor]\nremote = x\n" },
			[".dvc/config [cor] is not a section of DVC's configuration | did you mean `core`?"],
		],
		[
			"a line that is none",
			{ ".dvc/config": "[core]\n  remote\n" },
			[
				".dvc/config:2:3 expected `option = value`, found `remote` | correct the line, or let dvc write it: dvc config, dvc remote",
			],
		],
	];

	it.each(cases)("%s is said with its place", async (_, files, expected) => {
		expect(await complaints(() => load(files))).toEqual(expected);
	});

	it("is said of all files at once", async () => {
		const said = await complaints(() =>
			load({ "dvc.yaml": "stage: {}\n", "a/dvc.yaml": "stages: []\n", "x.dvc": "outs: 1\n" }),
		);
		expect(new Set(said.map((line) => line.split(":")[0]))).toEqual(new Set(["a/dvc.yaml", "dvc.yaml", "x.dvc"]));
	});

	it("includes a pipeline that git ignores", async () => {
		const said = await complaints(() => load({ "dvc.yaml": "stages: {}\n" }, ["dvc.yaml"]));
		expect(said.join()).toContain("dvc.yaml is ignored by git");
	});

	it("includes standing outside of every project", async () => {
		const root = folderOf({});
		expect(await findDvcRoot(join(root, ".dvc"))).toBe(root);
		expect((await complaints(() => findDvcRoot("/"))).join()).toContain("not a DVC project");
	});
});

describe("targets", () => {
	const files = {
		"dvc.yaml":
			"stages:\n  a:\n    cmd: x\n    outs: [out/dir]\n  f:\n    foreach: [1, 2]\n    do:\n      cmd: echo ${item}\n",
		"sub/dvc.yaml": "stages:\n  a:\n    cmd: y\n",
		"d.dvc": "outs:\n- path: d\n",
	};

	it.each([
		["a", ".", ["a"]],
		["dvc.yaml:a", ".", ["a"]],
		["sub/dvc.yaml", ".", ["sub/dvc.yaml:a"]],
		["a", "sub", ["sub/dvc.yaml:a"]],
		["f", ".", ["f@1", "f@2"]],
		["f@2", ".", ["f@2"]],
		["out/dir/file", ".", ["a"]],
		["../d", "sub", ["d.dvc"]],
		["d.dvc", ".", ["d.dvc"]],
	])("%s seen from %s", async (target, here, expected) => {
		expect(resolveTargets(await load(files), [target], { here }).map(({ address }) => address)).toEqual(expected);
	});

	it("that are nothing get the nearest thing", async () => {
		const project = await load(files);
		expect(await complaints(() => resolveTargets(project, ["out/dr"], { here: "." }))).toEqual([
			" `out/dr` is neither a stage, a file of stages, nor an output | did you mean `out/dir`?",
		]);
		expect((await complaints(() => resolveTargets(project, ["dvc.lock"], { here: "." }))).join()).toContain(
			"did you mean `dvc.yaml`?",
		);
	});
});
