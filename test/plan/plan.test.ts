import { describe, expect, it } from "vitest";
import { type Plan, type PlanOptions, plan } from "../../src/plan/index.ts";
import { directoryOid, locked, oidOf, project, stage, type World, world } from "./build.ts";

const prepareDone = locked("make prepare", { deps: { "raw.csv": "raw" }, outs: { "clean.csv": "clean" } });
const prepare = stage("prepare", { deps: ["raw.csv"], outs: ["clean.csv"], lock: prepareDone });
const trainDone = locked("make train", {
	deps: { "clean.csv": "clean", "train.py": "code" },
	params: { "params.yaml": { lr: 0.1 } },
	outs: { model: "model" },
});
const train = stage("train", {
	deps: ["clean.csv", "train.py"],
	params: { "params.yaml": ["lr"] },
	outs: ["model"],
	lock: trainDone,
});
const files = { "raw.csv": "raw", "clean.csv": "clean", "train.py": "code", model: "model" };
const params = { "params.yaml": { lr: 0.1 } };
const { "raw.csv": _raw, ...withoutRaw } = files;

async function planned(
	stages: Parameters<typeof project>,
	seen: World,
	options: Partial<PlanOptions> = {},
): Promise<Plan> {
	return plan(project(...stages), world(seen), { targets: null, ...options });
}

const actions = ({ stages }: Plan): string[] => stages.map(({ stage: { address }, action }) => `${address}: ${action}`);
const whyOf = ({ stages }: Plan, address: string) => stages.find((each) => each.stage.address === address)?.why;

describe("what is up to date", () => {
	it("is none", async () => {
		const found = await planned([prepare, train], { files, params });
		expect(actions(found)).toEqual(["prepare: none", "train: none"]);
		expect(found.stages[1]?.result).toBe(trainDone);
	});

	it("needs no data: what a manifest records counts", async () => {
		const raw = stage("raw.csv.dvc", { outs: ["raw.csv"], lock: locked("", { outs: { "raw.csv": "raw" } }) });
		const found = await planned([raw, prepare, train], { files: { "train.py": "code" }, params, cache: [] });
		expect(actions(found)).toEqual(["raw.csv.dvc: none", "prepare: none", "train: none"]);
	});

	it("asks for data when told to", async () => {
		const { model: _, ...rest } = files;
		const found = await planned([prepare, train], { files: rest, params }, { data: true });
		expect(actions(found)).toEqual(["prepare: none", "train: restore"]);
		expect(found.stages[1]?.source).toBe("lock");
		expect(whyOf(found, "train")).toEqual([{ kind: "output", path: "model", change: "deleted" }]);
		const lost = await planned([prepare, train], { files: rest, params, cache: [oidOf("clean")] }, { data: true });
		expect(actions(lost)).toEqual(["prepare: none", "train: run"]);
	});
});

describe("reasons", () => {
	it("names the parameter with both values", async () => {
		const found = await planned([prepare, train], { files, params: { "params.yaml": { lr: 0.2 } } });
		expect(actions(found)).toEqual(["prepare: none", "train: run"]);
		expect(whyOf(found, "train")).toEqual([
			{ kind: "parameter", file: "params.yaml", name: "lr", change: "modified", old: 0.1, new: 0.2 },
		]);
	});

	it("compares parameters as Python does: 1, 1.0 and true are one", async () => {
		const lock = locked("make s", { params: { "p.yaml": { a: 1n, b: true } }, outs: { x: "x" } });
		const one = stage("s", { params: { "p.yaml": ["a", "b"] }, outs: ["x"], lock });
		expect(actions(await planned([one], { files: { x: "x" }, params: { "p.yaml": { a: 1.0, b: 1n } } }))).toEqual([
			"s: none",
		]);
	});

	it("gives all of them, not the first", async () => {
		const edited = { ...train, cmd: "make train --fast" };
		const found = await planned([prepare, edited], {
			files: { ...files, "train.py": "new", model: "touched" },
			params: { "params.yaml": { lr: 1 } },
		});
		expect(whyOf(found, "train")?.map(({ kind, path }) => path ?? kind)).toEqual([
			"command",
			"train.py",
			"parameter",
			"model",
		]);
	});

	it("says never-run, and not that every dependency is new besides", async () => {
		const found = await planned([{ ...prepare, lock: null }], { files: withoutModel() });
		expect(whyOf(found, "prepare")).toEqual([{ kind: "never-run" }]);
	});

	it("marks a whole file's parameters as new, modified and deleted", async () => {
		const lock = locked("make s", { params: { "p.yaml": { a: 1n, gone: 2n } }, outs: { x: "x" } });
		const whole = stage("s", { params: { "p.yaml": [] }, outs: ["x"], lock });
		const found = await planned([whole], { files: { x: "x" }, params: { "p.yaml": { a: 3n, fresh: 4n } } });
		expect(whyOf(found, "s")?.map(({ name, change }) => `${name ?? ""} ${change ?? ""}`)).toEqual([
			"a modified",
			"fresh new",
			"gone deleted",
		]);
	});
});

function withoutModel(): Record<string, string> {
	const { model: _, ...rest } = files;
	return rest;
}

describe("what follows", () => {
	const edited = { ...files, "raw.csv": "more raw" };

	it("may run after a stage that runs", async () => {
		const found = await planned([prepare, train], { files: edited, params });
		expect(actions(found)).toEqual(["prepare: run", "train: maybe"]);
		expect(whyOf(found, "train")).toEqual([{ kind: "upstream", stage: "prepare" }]);
	});

	it("will run for a reason of its own, unless the run cache may know the result", async () => {
		const seen = { files: edited, params: { "params.yaml": { lr: 9 } } };
		expect(actions(await planned([prepare, train], seen))).toEqual(["prepare: run", "train: run"]);
		const once = { ...trainDone, params: new Map([["params.yaml", new Map([["lr", 9]])]]) };
		expect(actions(await planned([prepare, train], { ...seen, runs: [once] }))).toEqual([
			"prepare: run",
			"train: maybe",
		]);
	});

	it("may be placed again by its lock entry, where only an output of it is gone", async () => {
		const seen = { files: { ...withoutModel(), "raw.csv": "more raw" }, params };
		expect(actions(await planned([prepare, train], seen, { data: true }))).toEqual(["prepare: run", "train: maybe"]);
	});

	it("is known through a whole chain from the run cache alone", async () => {
		const prepareAgain = locked("make prepare", {
			deps: { "raw.csv": "more raw" },
			outs: { "clean.csv": "more clean" },
		});
		const trainAgain = locked("make train", {
			deps: { "clean.csv": "more clean", "train.py": "code" },
			params: { "params.yaml": { lr: 0.1 } },
			outs: { model: "better" },
		});
		const found = await planned([prepare, train], { files: edited, params, runs: [prepareAgain, trainAgain] });
		expect(actions(found)).toEqual(["prepare: restore", "train: restore"]);
		expect(found.stages[1]).toMatchObject({
			source: "run-cache",
			result: { outs: [{ path: "model", oid: oidOf("better") }] },
		});
	});

	it("stops at a result that the stages before do not change", async () => {
		const same = locked("make prepare", { deps: { "raw.csv": "more raw" }, outs: { "clean.csv": "clean" } });
		const found = await planned([prepare, train], { files: edited, params, runs: [same] });
		expect(actions(found)).toEqual(["prepare: restore", "train: none"]);
	});

	it("restores absent data that a stage that runs needs", async () => {
		const found = await planned([prepare, train], {
			files: { "raw.csv": "raw", "train.py": "new code" },
			params,
		});
		expect(actions(found)).toEqual(["prepare: restore", "train: run"]);
	});

	it("always runs what asks for it, whatever comes before", async () => {
		const always = stage("deploy", { deps: ["model"], outs: ["log"], alwaysChanged: true });
		const bare = stage("bare");
		const found = await planned([prepare, train, always, bare], { files: edited, params });
		expect(actions(found).slice(2)).toEqual(["deploy: run", "bare: run"]);
	});
});

describe("directories", () => {
	const clean = directoryOid("listing");
	const folder = stage("folder", {
		deps: ["raw.csv"],
		outs: ["data"],
		lock: locked("make folder", { deps: { "raw.csv": "raw" }, outs: { data: clean } }),
	});
	const reader = stage("reader", {
		deps: ["data/train.csv"],
		outs: ["out"],
		lock: locked("make reader", { deps: { "data/train.csv": "old train" }, outs: { out: "out" } }),
	});

	it("finds a file of an absent directory in its listing", async () => {
		const seen = {
			files: { "raw.csv": "raw" },
			listings: { [clean]: [{ relpath: "train.csv", oid: oidOf("new train") }] },
		};
		const found = await planned([folder, reader], seen);
		expect(actions(found)).toEqual(["folder: restore", "reader: run"]);
		expect(whyOf(found, "reader")).toEqual([{ kind: "dependency", path: "data/train.csv", change: "modified" }]);
	});

	it("trusts the stage's own entry where there is no listing", async () => {
		expect(actions(await planned([folder, reader], { files: { "raw.csv": "raw" } }))).toEqual([
			"folder: none",
			"reader: none",
		]);
	});
});

describe("what cannot run", () => {
	it("is blocked when a dependency is gone and nothing makes it, and so is what follows", async () => {
		const found = await planned([prepare, train], { files: withoutRaw, params });
		expect(actions(found)).toEqual(["prepare: blocked", "train: blocked"]);
		expect(whyOf(found, "prepare")).toEqual([{ kind: "missing", path: "raw.csv" }]);
		expect(whyOf(found, "train")).toEqual([{ kind: "upstream", stage: "prepare" }]);
	});

	it("is blocked when a parameter is gone", async () => {
		const found = await planned([prepare, train], { files, params: { "params.yaml": {} } });
		expect(actions(found)).toEqual(["prepare: none", "train: blocked"]);
	});
});

describe("frozen stages and data", () => {
	it("keeps a frozen stage out and reads what lies there", async () => {
		const frozen = { ...prepare, frozen: true };
		const found = await planned([frozen, train], {
			files: { ...files, "raw.csv": "x", "clean.csv": "by hand" },
			params,
		});
		expect(actions(found)).toEqual(["prepare: frozen", "train: run"]);
	});

	it("takes changed data for what it is", async () => {
		const data = stage("raw.csv.dvc", { outs: ["raw.csv"], lock: locked("", { outs: { "raw.csv": "raw" } }) });
		const again = locked("make prepare", { deps: { "raw.csv": "edited" }, outs: { "clean.csv": "clean" } });
		const found = await planned([data, prepare, train], {
			files: { ...files, "raw.csv": "edited" },
			params,
			runs: [again],
		});
		expect(actions(found)).toEqual(["raw.csv.dvc: run", "prepare: restore", "train: none"]);
	});

	it("does not restore what outlives a run, as dvc does not", async () => {
		const lock = locked("make s", { deps: { "raw.csv": "raw" }, outs: { x: "x" } });
		const keeps = stage("s", { deps: ["raw.csv"], outs: [{ path: "x", persist: true }], lock });
		expect(actions(await planned([keeps], { files: { "raw.csv": "raw", x: "y" } }))).toEqual(["s: run"]);
	});
});

describe("stages with the same inputs in two folders", () => {
	it("leaves open whether the second runs: it may find the first one's result", async () => {
		const first = stage("a/dvc.yaml:s", { cmd: "cp i o", deps: ["a/i"], outs: ["a/o"], wdir: "a" });
		const second = stage("b/dvc.yaml:s", { cmd: "cp i o", deps: ["b/i"], outs: ["b/o"], wdir: "b" });
		const asWritten = (one: typeof first) => ({
			...one,
			deps: one.deps.map((each) => ({ ...each, path: "i" })),
			outs: one.outs.map((each) => ({ ...each, path: "o" })),
		});
		const same = await planned([asWritten(first), asWritten(second)], { files: { "a/i": "x", "b/i": "x" } });
		expect(actions(same)).toEqual(["a/dvc.yaml:s: run", "b/dvc.yaml:s: maybe"]);
		const different = await planned([asWritten(first), asWritten(second)], { files: { "a/i": "x", "b/i": "y" } });
		expect(actions(different)).toEqual(["a/dvc.yaml:s: run", "b/dvc.yaml:s: run"]);
	});
});
