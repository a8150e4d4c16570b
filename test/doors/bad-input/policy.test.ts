import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { type Row, refuses } from "../support/refusal.ts";

const CHURN = "models:\n  churn:\n    image: oci:images\n    command: [python3, serve.py]\n";

const ROWS: readonly Row[] = [
	{
		what: "broken YAML in mainline.yaml",
		files: { "mainline.yaml": "models: [\n" },
		args: ["gate"],
		at: "mainline.yaml:1:9",
		code: "yaml-syntax",
		says: ["ends in the middle"],
	},
	{
		what: "an unknown key in mainline.yaml",
		files: { "mainline.yaml": "modles: {}\n" },
		args: ["gate"],
		at: "mainline.yaml:1:1",
		code: "mainline-invalid",
		says: ["`modles`", "did you mean `models`?"],
	},
	{
		what: "a wrong type in mainline.yaml",
		files: { "mainline.yaml": "gates: 5\n" },
		args: ["gate"],
		at: "mainline.yaml:1:8",
		code: "mainline-invalid",
		says: ["expected a list", "found the number 5"],
	},
	{
		what: "a gate without a metric",
		files: { "mainline.yaml": "gates:\n  - better: higher\n" },
		args: ["gate"],
		at: "mainline.yaml:2:5",
		code: "mainline-invalid",
		says: ["metric"],
	},
	{
		what: "a gate on a metric that no file holds",
		files: { "mainline.yaml": "gates:\n  - metric: m.json:accuracy\n    better: higher\n    floor: 0.9\n" },
		args: ["gate"],
		at: "mainline.yaml:2:5",
		code: "gate-metric",
		says: ["m.json"],
	},
	{
		what: "a soak that is no duration",
		files: { "mainline.yaml": "environments:\n  dev:\n    deploy: {command: x}\n    soak: soon\n" },
		args: ["status"],
		at: "mainline.yaml:4:11",
		code: "mainline-invalid",
		says: ["soon", "30m"],
	},
	{
		what: "environments in a circle",
		files: {
			"mainline.yaml": "environments:\n  a: {after: b, deploy: {command: x}}\n  b: {after: a, deploy: {command: x}}\n",
		},
		args: ["status"],
		at: "mainline.yaml:2:14",
		code: "mainline-invalid",
		says: ["leads back to where it began"],
	},
	{
		what: "an environment after one that is not there",
		files: {
			"mainline.yaml": "environments:\n  prod: {after: dve, deploy: {command: x}}\n  dev: {deploy: {command: x}}\n",
		},
		args: ["status"],
		at: "mainline.yaml:2:17",
		code: "mainline-invalid",
		says: ["`dve`", "did you mean `dev`?"],
	},
	{
		what: "an environment that is named almost right",
		files: { "mainline.yaml": `${CHURN}environments:\n  prod: {deploy: {command: x}}\n` },
		args: ["promote", "churn", "prd"],
		at: null,
		code: "unknown-environment",
		says: ["`prd`", "did you mean `prod`?"],
	},
	{
		what: "to release without mainline.yaml",
		args: ["release"],
		at: "mainline.yaml",
		code: "nothing-to-release",
		says: ["models:", "commit it"],
	},
	{
		what: "to release a model that dvc.yaml does not name",
		files: { "mainline.yaml": CHURN },
		args: ["release"],
		at: "mainline.yaml:2:3",
		code: "unknown-artifact",
		says: ["churn", "artifacts"],
	},
	{
		what: "to release an artifact that is no model",
		files: {
			"mainline.yaml": CHURN,
			"dvc.yaml": "stages:\n  copy: {cmd: x, outs: [out.txt]}\nartifacts:\n  churn: {path: out.txt}\n",
		},
		args: ["release"],
		at: "dvc.yaml:4:3",
		code: "not-a-model",
		says: ["churn", "type: model"],
	},
	{
		what: "two models that share a place for their images",
		files: { "mainline.yaml": `${CHURN}  fraud:\n    image: oci:./images/\n` },
		args: ["status"],
		at: "mainline.yaml:5:3",
		code: "mainline-invalid",
		says: ["fraud", "churn", "oci:images"],
	},
	{
		what: "a setting that a way to deploy does not have",
		files: { "mainline.yaml": `${CHURN}environments:\n  dev:\n    deploy: {kubernetes: {namespase: x}}\n` },
		args: ["status"],
		at: "mainline.yaml:7:27",
		code: "mainline-invalid",
		says: ["namespase", "did you mean `namespace`?", "needs `context`", "needs `deployment`"],
	},
	{
		what: "a folder in the place of mainline.yaml",
		spoil: (root) => mkdirSync(join(root, "mainline.yaml")),
		args: ["status"],
		at: "mainline.yaml",
		code: "not-a-file",
		says: ["a folder"],
	},
	{
		what: "to promote an unknown model",
		args: ["promote", "nope", "dev"],
		at: null,
		code: "unknown-model",
		says: ["`nope`"],
	},
	{
		what: "to roll back an unknown model",
		args: ["rollback", "nope", "dev"],
		at: null,
		code: "unknown-model",
		says: ["`nope`"],
	},
];

describe("a bad mainline.yaml", () => refuses(ROWS));
