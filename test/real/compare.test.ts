import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FlowContext } from "../../src/flows/context.ts";
import { diff } from "../../src/flows/diff.ts";
import { gate } from "../../src/flows/gate.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { type DiffDocument, writeJson } from "../../src/report/index.ts";

/* The real dvc says what differs; so do we. */

let folder = "";
const at = (...parts: string[]): string => join(folder, "project", ...parts);

function shell(command: string, cwd = at()): string {
	const env = { ...process.env, DVC_NO_ANALYTICS: "1", HOME: folder, GIT_CONFIG_GLOBAL: "/dev/null" };
	return execFileSync("bash", ["-ec", command], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function write(files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(at(path)), { recursive: true });
		writeFileSync(at(path), text);
	}
}

function context(): FlowContext {
	return {
		cwd: at(),
		machine: {
			home: folder,
			shell: "/bin/sh",
			stateDir: join(folder, "state"),
			systemConfigDir: join(folder, "system"),
			globalConfigDir: join(folder, "global"),
			cpus: 2,
			memory: 2 ** 33,
			visibleDevices: [],
			registryAuth: null,
			registryLogin: null,
			signingKey: null,
			idToken: null,
			self: [],
			path: process.env["PATH"] ?? "",
			lang: "C.UTF-8",
			installDir: folder,
			variables: {},
		},
		clock: systemClock,
		progress: silent,
		signal: new AbortController().signal,
	};
}

const ours = async (base: string | null, head: string | null, all = false): Promise<DiffDocument> => {
	const { document } = await diff(context(), { base, head, all });
	return JSON.parse(writeJson(document)) as DiffDocument;
};

/** DVC's JSON has bare NaN and infinities; ours has them as texts. */
const dvc = (command: string): Record<string, unknown> =>
	JSON.parse(shell(`dvc ${command}`).replace(/: (NaN|-?Infinity)/g, ': "$1"')) as Record<string, unknown>;

type DvcRows = Record<string, Record<string, { old: unknown; new: unknown; diff?: unknown }>>;

/** Neither side promises an order that the other keeps. */
const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const flat = (rows: DvcRows): unknown[] =>
	Object.entries(rows)
		.flatMap(([file, names]) =>
			Object.entries(names).map(([name, row]) => [file, name, row.old, row.new, row.diff ?? null]),
		)
		.sort(byText);

const metricRows = ({ metrics }: DiffDocument): unknown[] =>
	metrics.map((row) => [row.file, row.name, row.base, row.head, row.delta]).sort(byText);

const paramRows = ({ params }: DiffDocument): unknown[] =>
	params.map((row) => [row.file, row.name, row.base, row.head]).sort(byText);

interface DvcData {
	readonly path: string | { readonly old: string; readonly new: string };
	readonly hash: string | { readonly old: string; readonly new: string };
}

/** `dvc diff --json --show-hash`, in our words. */
function dvcData(args: string): unknown[] {
	const found = dvc(`diff --json --show-hash ${args}`) as Record<string, readonly DvcData[]>;
	const slash = (path: string): string => path.replace(/\/$/, "");
	const rows = (["added", "deleted", "modified", "renamed"] as const).flatMap((kind) =>
		(found[kind] ?? []).map(({ path, hash }) => {
			if (typeof path !== "string") return [slash(path.new), "renamed", slash(path.old)];
			const [old, now] = typeof hash === "string" ? [hash, hash] : [hash.old, hash.new];
			const change = { added: "new", deleted: "deleted", modified: "modified", renamed: "" }[kind];
			return [slash(path), change, kind === "added" ? null : `md5:${old}`, kind === "deleted" ? null : `md5:${now}`];
		}),
	);
	return rows.sort(byText);
}

const dataRows = ({ data }: DiffDocument): unknown[] =>
	data
		.map((row) =>
			row.change === "renamed" ? [row.path, "renamed", row.from] : [row.path, row.change, row.base, row.head],
		)
		.sort(byText);

const DVC_YAML = `stages:
  train:
    cmd: echo
    deps: [src.py]
    params:
      - train.lr
      - train.layers
      - other.toml: [a, b.c]
      - whole.json:
    outs: [model.bin]
    metrics:
      - metrics.json: {cache: false}
      - eval: {cache: false}
      - cached.yaml
metrics: [top.toml, acc]
params: [extra.yaml]
`;

const BEFORE = {
	"dvc.yaml": DVC_YAML,
	"src.py": "1\n",
	"model.bin": "one",
	"metrics.json":
		'{"acc": 0.5, "n": 3, "big": 9007199254740993, "s": "a", "nan": NaN, "inf": -Infinity, "deep": {"a": {"b": 1}}, "l": [1], "nul": null, "t": true, "gone": 1, "same": 0.1, "empty": {}}',
	"eval/a.json": '{"x": 1}',
	"eval/sub/b.yaml": "y: 0.30000000000000004\n",
	"cached.yaml": "c: 1\n",
	"top.toml": "v = 1.0\n[t]\nw = 1\n",
	acc: "0.5\n",
	"params.yaml": "train:\n  lr: 1\n  layers: [1, 2]\n  untracked: a\nonly: old\nflag: true\n",
	"other.toml": 'a = 1\nz = 1\n[b]\nc = "x"\nd = 1\n',
	"whole.json": '{"k": [1, "it\'s", null, true, 1.5], "m": {"n": 1}}',
	"extra.yaml": "e: 1\n",
};

const AFTER = {
	"model.bin": "two!",
	"metrics.json":
		'{"acc": 0.75, "n": 4, "big": 9007199254740995, "s": "b", "nan": NaN, "inf": Infinity, "deep": {"a": {"b": 1.5, "c": 2}}, "l": [1, 2], "nul": 1, "t": false, "new": -0.0, "same": 0.1, "empty": {"x": 1}}',
	"eval/a.json": '{"x": 2.5}',
	"eval/sub/b.yaml": "y: 0.1\n",
	"cached.yaml": "c: 2\n",
	"top.toml": "v = 2.0\n[t]\nw = 1\n",
	acc: "0.75\n",
	"params.yaml": "train:\n  lr: 1.0\n  layers: [1, 2, 3]\n  untracked: b\nadded: {a: 1, 2: b}\nflag: 1\n",
	"other.toml": 'a = 2\nz = 2\n[b]\nc = "y"\nd = 2\n',
	"whole.json": '{"k": [1, "it\'s", null, false, 1.5, {"q": 1e-7}], "m": {"n": 2}}',
	"extra.yaml": "e: 2\n",
};

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "mainline-compare-"));
	mkdirSync(at());
	shell("git init -q -b main . && git config user.email a@b.c && git config user.name n && dvc init -q");
	write(BEFORE);
	write({ "raw/a.csv": "a\n", "raw/b.csv": "b\n", "raw/sub/c.csv": "c\n", "old.bin": "moved\n", "single.bin": "1\n" });
	shell("dvc add -q raw old.bin single.bin && dvc commit -q -f && git add -A && git commit -qm one");
	write(AFTER);
	write({ "raw/a.csv": "changed\n", "raw/d.csv": "d\n", "single.bin": "22\n" });
	shell(
		"rm raw/b.csv && mv old.bin new.bin && rm old.bin.dvc && dvc add -q raw new.bin single.bin && dvc commit -q -f && git add -A && git commit -qm two",
	);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the real dvc", () => {
	it("agrees on every metric between two revisions", async () => {
		const rows = dvc("metrics diff --json HEAD~1 HEAD") as DvcRows;
		expect(metricRows(await ours("HEAD~1", "HEAD"))).toEqual(flat(rows));
		expect(flat(rows).length).toBeGreaterThan(12);
	});

	it("agrees with --all", async () => {
		const rows = dvc("metrics diff --json --all HEAD~1 HEAD") as DvcRows;
		expect(metricRows(await ours("HEAD~1", "HEAD", true))).toEqual(flat(rows));
		const params = dvc("params diff --json --all HEAD~1 HEAD") as DvcRows;
		expect(paramRows(await ours("HEAD~1", "HEAD", true))).toEqual(
			flat(params).map((row) => (row as unknown[]).slice(0, 4)),
		);
	});

	it("agrees on every parameter", async () => {
		const rows = dvc("params diff --json HEAD~1 HEAD") as DvcRows;
		expect(paramRows(await ours("HEAD~1", "HEAD"))).toEqual(flat(rows).map((row) => (row as unknown[]).slice(0, 4)));
	});

	it("agrees on data: files, directories, renames, hashes", async () => {
		expect(dataRows(await ours("HEAD~1", "HEAD"))).toEqual(dvcData("HEAD~1 HEAD"));
	});

	it("agrees on the workspace, also where outputs are missing there", async () => {
		write({ "raw/new.csv": "n\n", "metrics.json": '{"acc": 0.9}' });
		shell("rm single.bin cached.yaml");
		expect(dataRows(await ours(null, null))).toEqual(dvcData(""));
		expect(metricRows(await ours(null, null))).toEqual(flat(dvc("metrics diff --json") as DvcRows));
		shell("git checkout -q metrics.json && dvc checkout -q -f");
	});

	it("agrees where a revision is compared with itself", async () => {
		expect(dvcData("HEAD HEAD")).toEqual([]);
		expect(await ours("HEAD", "HEAD")).toMatchObject({ data: [], params: [] });
	});
});

describe("gates on the same project", () => {
	const policy = (text: string): void => write({ "mainline.yaml": text });

	it("judge the workspace against HEAD by the workspace's own file", async () => {
		policy("gates:\n  - {metric: 'metrics.json:acc', better: higher, floor: 0.7, drop: 0.01}\n");
		const { answer, document } = await gate(context(), { base: null, head: null });
		expect([answer, document.verdict, document.gates[0]?.base]).toEqual(["yes", "passed", 0.75]);
	});

	it("are read from the base where one is named", async () => {
		const { document } = await gate(context(), { base: "HEAD~1", head: null });
		expect(document.verdict).toBe("none");
	});

	it("say no", async () => {
		policy("gates:\n  - {metric: 'eval/a.json:x', better: lower, drop: '1%'}\n");
		shell("git add mainline.yaml && git commit -qm policy");
		write({ "eval/a.json": '{"x": 2.6}' });
		const { answer, document } = await gate(context(), { base: "HEAD", head: null });
		expect([answer, document.gates[0]?.why]).toEqual(["no", "four times the limit"]);
	});
});
