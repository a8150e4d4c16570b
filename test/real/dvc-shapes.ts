import type { Files } from "../flows/rig.ts";
import type { Edit } from "./dvc-twins.ts";

/** A project, and what is done to it one after the other; both programs run after each. */
export interface Shape {
	readonly name: string;
	readonly files: Files;
	readonly edits: readonly Edit[];
	/** Further arguments of `dvc repro`. */
	readonly repro?: readonly string[];
	/** `dvc config` calls. */
	readonly config?: readonly (readonly string[])[];
	/** What always runs leaves `dvc status` unclean. */
	readonly restless?: boolean;
}

const PIPELINE: Files = {
	"dvc.yaml": `stages:
  prepare:
    cmd: mkdir -p out/deep && cp raw.txt out/a.txt && echo b > out/deep/b.txt
    deps: [raw.txt]
    outs: [out]
  train:
    cmd: cat out/a.txt train.py > model.txt
    deps: [out/a.txt, train.py]
    params: [lr]
    outs: [model.txt]
  all:
    cmd: find out -type f | sort > listing.txt
    deps: [out]
    outs: [listing.txt]
`,
	"raw.txt": "raw\n",
	"train.py": "code\n",
	"params.yaml": "lr: 0.1 # slow\nother: 1\n",
};

export const SHAPES: readonly Shape[] = [
	{
		name: "directories, files in them, parameters",
		files: PIPELINE,
		edits: [
			{},
			{ write: { "raw.txt": "more\n" } },
			{ write: { "raw.txt": "raw\n" } },
			{ write: { "params.yaml": "lr: 0.2\nother: 1\n" } },
			{ remove: ["model.txt"] },
			{ remove: ["out", "model.txt"] },
			{ write: { "model.txt": "by hand\n" } },
			{ write: { "out/new.txt": "stray\n" } },
			{ write: { "params.yaml": "other: 7\nlr: 0.20\n" } },
		],
	},
	{
		name: "parameters of several files",
		files: {
			"dvc.yaml": `stages:
  s:
    cmd: echo done > o.txt
    params:
    - b.train
    - a
    - conf.json: [x, y.0]
    - conf.toml:
    - conf.py: [LR, Model.depth]
    - z.yaml:
    outs: [o.txt]
`,
			"params.yaml": "a: 1\nb: {train: {size: 3, lr: 1e-5, on: yes}}\nunused: 1\n",
			"conf.json": '{"x": 1.0, "y": ["first", "second"]}\n',
			"conf.toml": "k = 1\n[t]\nv = 'w'\n",
			"conf.py": "LR = 0.5\nclass Model:\n    depth = 3\n",
			"z.yaml":
				"m: [1, 2]\nempty:\ntext: 'a: b'\nlong: aaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccccccc ddddddddddddddddddd eeeeeeeeee\n",
		},
		edits: [
			{},
			{ write: { "conf.json": '{"x": 1, "y": ["first", "third"]}\n' } },
			{ write: { "conf.py": "LR = 0.25\nclass Model:\n    depth = 3\n" } },
			{ write: { "z.yaml": "m: [1, 2]\nadded: true\n" } },
		],
	},
	{
		name: "working directories, up and down",
		files: {
			"dvc.yaml": `stages:
  inner:
    wdir: work/inner
    cmd: cat ../../raw.txt ./local.txt > made.txt
    deps: [../../raw.txt, ./local.txt]
    params: [k]
    outs: [made.txt, ../side.txt: {cache: false, persist: true}]
  outer:
    cmd: cp work/inner/made.txt final.txt
    deps: [work/inner/made.txt]
    outs: [./final.txt]
`,
			"raw.txt": "raw\n",
			"work/inner/local.txt": "local\n",
			"work/inner/params.yaml": "k: 1\n",
			"work/side.txt": "side\n",
		},
		edits: [{}, { write: { "raw.txt": "2\n" } }, { write: { "work/inner/params.yaml": "k: 2\n" } }],
	},
	{
		name: "outputs that persist",
		files: {
			"dvc.yaml": `stages:
  grow:
    cmd: mkdir -p store && cat seed.txt >> store/log.txt
    deps: [seed.txt]
    outs:
    - store: {persist: true}
`,
			"seed.txt": "1\n",
		},
		edits: [{}, { write: { "seed.txt": "2\n" } }, { write: { "seed.txt": "1\n" } }],
	},
	{
		name: "stages that always run",
		files: {
			"dvc.yaml": `stages:
  always:
    cmd: cp in.txt out.txt
    deps: [in.txt]
    outs: [out.txt]
    always_changed: true
  callback:
    cmd: echo side > side-effect
  after:
    cmd: cp out.txt last.txt
    deps: [out.txt]
    outs: [last.txt]
`,
			"in.txt": "1\n",
			".gitignore": "side-effect\n",
		},
		edits: [{}, {}, { write: { "in.txt": "2\n" } }],
		restless: true,
	},
	{
		name: "frozen stages",
		files: {
			"dvc.yaml": `stages:
  cold:
    cmd: cp in.txt cold.txt
    deps: [in.txt]
    outs: [cold.txt]
  warm:
    cmd: cp cold.txt warm.txt
    deps: [cold.txt]
    outs: [warm.txt]
`,
			"in.txt": "1\n",
		},
		edits: [
			{},
			{
				write: {
					"in.txt": "2\n",
					"dvc.yaml": `stages:
  cold:
    cmd: cp in.txt cold.txt
    frozen: true
    deps: [in.txt]
    outs: [cold.txt]
  warm:
    cmd: cp cold.txt warm.txt
    deps: [cold.txt]
    outs: [warm.txt]
`,
				},
			},
			{ write: { "cold.txt": "by hand\n" } },
		],
	},
	{
		name: "lists of commands and commands of many lines",
		files: {
			"dvc.yaml": `stages:
  list:
    cmd:
    - mkdir -p d
    - |
      X=one
      echo $X > d/x.txt
    - echo "$DVC_STAGE" > d/stage.txt
    outs: [d]
  lines:
    cmd: |
      X=kept
      echo "[$X]" > lines.txt

      echo two >> lines.txt
    outs: [lines.txt]
  folded:
    cmd: >-
      echo a very long command that goes on and on and on until it is longer than a line of eighty characters
      > folded.txt
    outs: [folded.txt]
`,
		},
		edits: [{}, { remove: ["lines.txt"] }],
	},
	{
		name: "metrics and plots in git and in the cache",
		files: {
			"dvc.yaml": `stages:
  evaluate:
    cmd: cp in.json m.json && cp in.json kept.json && echo 'x,y' > p.csv
    deps: [in.json]
    metrics:
    - m.json: {cache: false}
    - kept.json
    plots:
    - p.csv: {cache: false, x: x, y: y}
`,
			"in.json": '{"acc": 0.5}\n',
		},
		edits: [
			{},
			{ write: { "in.json": '{"acc": 0.75}\n' } },
			{ write: { "in.json": '{"acc": 0.5}\n' } },
			{ remove: ["m.json"] },
			{ write: { "kept.json": "{}\n" } },
		],
	},
	{
		name: "a dvc.yaml in a folder, and equal stages in two",
		files: {
			"dvc.yaml":
				"stages:\n  top:\n    cmd: cat a/o.txt b/o.txt > all.txt\n    deps: [a/o.txt, b/o.txt]\n    outs: [all.txt]\n",
			"a/dvc.yaml": "stages:\n  s:\n    cmd: cp i.txt o.txt\n    deps: [i.txt]\n    outs: [o.txt]\n",
			"b/dvc.yaml": "stages:\n  s:\n    cmd: cp i.txt o.txt\n    deps: [i.txt]\n    outs: [o.txt]\n",
			"a/i.txt": "same\n",
			"b/i.txt": "same\n",
		},
		edits: [{}, { write: { "b/i.txt": "other\n" } }],
		repro: ["-P"],
	},
	{
		name: "names beyond ASCII",
		files: {
			"dvc.yaml": `stages:
  "zählen":
    cmd: mkdir -p "Ausgabe ü" && cp "eingabe ☃.txt" "Ausgabe ü/😀.txt" && cp "eingabe ☃.txt" "Ausgabe ü/￼.txt"
    deps: ["eingabe ☃.txt"]
    params: ["schlüssel"]
    outs: ["Ausgabe ü"]
`,
			"eingabe ☃.txt": "ä\n",
			"params.yaml": "schlüssel: 'wért'\n",
		},
		edits: [{}, { write: { "params.yaml": "schlüssel: 日本\n" } }],
	},
	{
		name: "ignored files",
		files: {
			".dvcignore": "*.tmp\n",
			"dvc.yaml": `stages:
  s:
    cmd: mkdir -p o && cat src/*.txt > o/all.txt && touch o/skip.tmp
    deps: [src]
    outs: [o]
`,
			"src/a.txt": "a\n",
			"src/b.tmp": "b\n",
		},
		edits: [{}, { write: { "src/c.tmp": "c\n" } }, { write: { "src/c.txt": "c\n" } }],
	},
	{
		name: "tracked data before a stage",
		files: {
			"dvc.yaml": "stages:\n  s:\n    cmd: cp data.csv o.csv\n    deps: [data.csv]\n    outs: [o.csv]\n",
			"data.csv.dvc":
				"# where it comes from\nouts:\n- md5: b026324c6904b2a9cb4b88d6d61c81d1\n  size: 2\n  hash: md5\n  path: data.csv\n",
			".gitignore": "/data.csv\n",
		},
		edits: [{ write: { "data.csv": "1\n" } }, { write: { "data.csv": "22\n" } }, { write: { "data.csv": "1\n" } }],
	},
	{
		name: "templates",
		files: {
			"dvc.yaml": `vars:
- models: {small: 1, large: 20}
- lang: [en, de]
stages:
  train:
    foreach: \${models}
    do:
      cmd: echo \${key} \${item} \${lr} > \${key}.txt
      params: [lr]
      outs: ["\${key}.txt"]
  say:
    matrix:
      l: \${lang}
      n: [1, 2]
    cmd: echo \${item.l} \${item.n} > say-\${item.l}-\${item.n}.txt
    outs: ["say-\${item.l}-\${item.n}.txt"]
`,
			"params.yaml": "lr: 0.10\n",
		},
		edits: [{}, { write: { "params.yaml": "lr: 0.5\n" } }],
	},
	{
		name: "modes",
		files: {
			"dvc.yaml":
				"stages:\n  s:\n    cmd: cp tool.sh made.sh && chmod +x made.sh\n    deps: [tool.sh]\n    outs: [made.sh]\n",
			"tool.sh": "echo 1\n",
		},
		edits: [{}, { executable: ["tool.sh"] }, { write: { "tool.sh": "echo 2\n" } }, { remove: ["made.sh"] }],
	},
	{
		name: "hard links",
		files: PIPELINE,
		config: [["cache.type", "hardlink"]],
		edits: [{}, { write: { "raw.txt": "more\n" } }, { remove: ["model.txt"] }],
	},
	{
		name: "symbolic links",
		files: PIPELINE,
		config: [["cache.type", "symlink"]],
		edits: [{}, { write: { "raw.txt": "more\n" } }, { remove: ["out"] }],
	},
	{
		name: "commands that change, stages that come and go",
		files: {
			"dvc.yaml":
				"stages:\n  a:\n    cmd: echo 1 > a.txt\n    outs: [a.txt]\n  b:\n    cmd: cp a.txt b.txt\n    deps: [a.txt]\n    outs: [b.txt]\n",
		},
		edits: [
			{},
			{
				write: {
					"dvc.yaml":
						"stages:\n  a:\n    cmd: echo  1 > a.txt\n    outs: [a.txt]\n  b:\n    cmd: cp a.txt b.txt\n    deps: [a.txt]\n    outs: [b.txt]\n",
				},
			},
			{
				write: {
					"dvc.yaml":
						"stages:\n  c:\n    cmd: echo 3 > c.txt\n    outs: [c.txt]\n  b:\n    cmd: cp c.txt b.txt\n    deps: [c.txt]\n    outs: [b.txt]\n",
				},
			},
		],
	},
];
