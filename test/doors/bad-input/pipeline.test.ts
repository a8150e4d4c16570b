import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { COPY, folder } from "../support/project.ts";
import { type Row, refuses } from "../support/refusal.ts";

const stages = (text: string): Record<string, string> => ({ "dvc.yaml": `stages:\n${text}` });

/** Seven lines that stand for ten million items. */
const BOMB = ["a: &a [x,x,x,x,x,x,x,x,x,x]", ..."abcdefg".split("").map(bombLine)].join("\n");

function bombLine(name: string): string {
	const next = String.fromCharCode(name.charCodeAt(0) + 1);
	return `${next}: &${next} [${Array.from({ length: 10 }, () => `*${name}`).join(",")}]`;
}

const ROWS: readonly Row[] = [
	{
		what: "broken YAML",
		files: stages("  a:\n    cmd: [x\n"),
		at: "dvc.yaml:3:11",
		code: "yaml-syntax",
		says: ["3 |", "ends in the middle"],
	},
	{
		what: "YAML that ends in a quote",
		files: stages('  a:\n    cmd: "x\n'),
		at: "dvc.yaml:3:11",
		code: "yaml-syntax",
		says: ["ends in the middle", "git checkout -- dvc.yaml"],
	},
	{
		what: "tabs for indentation",
		files: { "dvc.yaml": "stages:\n\ta:\n" },
		at: "dvc.yaml:2:1",
		code: "yaml-syntax",
		says: ["tab"],
	},
	{
		what: "bytes that are no UTF-8",
		spoil: (root) => writeFileSync(join(root, "dvc.yaml"), Buffer.from([0x73, 0xff, 0xfe, 0x0a])),
		at: "dvc.yaml:1:2",
		code: "not-utf8",
		says: ["UTF-8"],
	},
	{
		what: "a key that stands there twice",
		files: stages("  a: {cmd: x}\n  a: {cmd: y}\n"),
		at: "dvc.yaml:3:3",
		code: "yaml-duplicate-key",
		says: ["`a`", "line 2"],
	},
	{
		what: "a command that is a mapping",
		files: stages("  a:\n    cmd: {x: 1}\n"),
		at: "dvc.yaml:3:10",
		code: "pipeline-invalid",
		says: ["expected a command", "found a mapping"],
	},
	{
		what: "stages that are a number",
		files: { "dvc.yaml": "stages: 5\n" },
		at: "dvc.yaml:1:9",
		code: "pipeline-invalid",
		says: ["expected a mapping", "found the number 5"],
	},
	{
		what: "dependencies that are a text",
		files: stages("  a:\n    cmd: x\n    deps: y\n"),
		at: "dvc.yaml:4:11",
		code: "pipeline-invalid",
		says: ["expected a list"],
	},
	{
		what: "an unknown key",
		files: stages("  a:\n    cmd: x\n    dep: [y]\n"),
		at: "dvc.yaml:4:5",
		code: "pipeline-invalid",
		says: ["`dep`", "did you mean `deps`?", "^^^"],
	},
	{
		what: "a stage without a command",
		files: stages("  a:\n    deps: [y]\n"),
		at: "dvc.yaml:3:5",
		code: "pipeline-invalid",
		says: ["cmd"],
	},
	{
		what: "an unknown variable",
		files: stages("  a:\n    cmd: x ${nope}\n"),
		at: "dvc.yaml:3:10",
		code: "template",
		says: ["nope"],
	},
	{
		what: "a circle of stages",
		files: stages("  a: {cmd: x, deps: [b], outs: [a]}\n  b: {cmd: x, deps: [a], outs: [b]}\n"),
		at: "dvc.yaml:2:3",
		code: "dependency-cycle",
		says: ["`a` → `b` → `a`"],
	},
	{
		what: "outputs that overlap",
		files: stages("  a: {cmd: x, outs: [d]}\n  b: {cmd: x, outs: [d/e]}\n"),
		at: "dvc.yaml:3:22",
		code: "overlapping-outputs",
		says: ["`d/e`", "`b`", "`a`"],
	},
	{
		what: "one output of two stages",
		files: stages("  a: {cmd: x, outs: [d]}\n  b: {cmd: x, outs: [d]}\n"),
		at: "dvc.yaml:3:22",
		code: "duplicate-output",
		says: ["`d`", "dvc.yaml:2"],
	},
	{
		what: "an output above the project",
		files: stages("  a: {cmd: touch ../zz, outs: [../zz]}\n"),
		args: ["run"],
		at: "dvc.yaml:2:32",
		code: "output-outside",
		says: ["../zz", "outside"],
	},
	{
		what: "an output at an absolute path",
		files: stages("  a: {cmd: x, outs: [/etc/zz]}\n"),
		args: ["run"],
		at: "dvc.yaml:2:22",
		code: "output-outside",
		says: ["/etc/zz"],
	},
	{
		what: "an output through a symbolic link",
		files: stages("  a: {cmd: touch link/zz, outs: [link/zz]}\n"),
		spoil: (root) => symlinkSync(folder(), join(root, "link")),
		args: ["run"],
		at: "dvc.yaml:2:34",
		code: "output-outside",
		says: ["link/zz", "symbolic link"],
	},
	{
		what: "a .dvc file that places outside",
		files: { "x.dvc": "outs:\n- md5: d41d8cd98f00b204e9800998ecf8427e\n  path: ../../zz\n" },
		args: ["checkout"],
		at: "x.dvc:2:3",
		code: "output-outside",
		says: ["../../zz"],
	},
	{
		what: "a .dvc file that claims the whole project",
		files: { "x.dvc": "outs:\n- md5: d41d8cd98f00b204e9800998ecf8427e.dir\n  path: .\n" },
		at: "x.dvc:2:3",
		code: "dvc-file-invalid",
		says: ["the project itself"],
	},
	{
		what: "a device in the place of a parameter file",
		files: { "dvc.yaml": "stages:\n  a: {cmd: x, params: [g]}\n" },
		spoil: (root) => symlinkSync("/dev/zero", join(root, "params.yaml")),
		at: "params.yaml",
		code: "not-a-file",
		says: ["a device"],
	},
	{
		what: "merge-conflict markers in dvc.yaml",
		files: { "dvc.yaml": `<<<<<<< HEAD\n${COPY}=======\n${COPY}>>>>>>> other\n` },
		at: "dvc.yaml:1:1",
		code: "merge-conflict",
		says: ["unresolved merge conflict"],
	},
	{
		what: "a dvc.yaml of 100 MB",
		spoil: (root) => truncateSync(join(root, "dvc.yaml"), 100_000_000),
		at: "dvc.yaml",
		code: "too-large",
		says: ["too large", "100000000", "more than 67108864"],
	},
	{
		what: "parameters of 100 MB",
		files: { "dvc.yaml": "stages:\n  a: {cmd: x, params: [p]}\n", "params.yaml": "" },
		spoil: (root) => truncateSync(join(root, "params.yaml"), 100_000_000),
		at: "params.yaml",
		code: "too-large",
		says: ["too large"],
	},
	{
		what: "an alias bomb",
		files: { "dvc.yaml": "stages:\n  a: {cmd: x, params: [g]}\n", "params.yaml": BOMB },
		at: "params.yaml:6:8",
		code: "yaml-alias-bomb",
		says: ["aliases would expand"],
	},
	{
		what: "nesting without end",
		files: {
			"dvc.yaml": "stages:\n  a: {cmd: x, params: [g]}\n",
			"params.yaml": `g: ${"[".repeat(5000)}${"]".repeat(5000)}\n`,
		},
		at: "params.yaml:1:764",
		code: "yaml-too-deep",
		says: ["deep"],
	},
	{
		what: "an unknown target",
		args: ["plan", "nope"],
		at: null,
		code: "unknown-target",
		says: ["`nope`", "`mainline plan` lists every stage"],
	},
];

describe("a bad dvc.yaml and its parameters", () => refuses(ROWS));
