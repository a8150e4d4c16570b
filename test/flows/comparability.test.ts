import { describe, expect, it } from "vitest";
import { type Comparability, changesText, evaluateGates, inTheLightOf } from "../../src/compare/index.ts";
import { comparabilityOf, type Measured } from "../../src/flows/report/comparability.ts";
import type { Artifact, Stage } from "../../src/manifest/index.ts";
import { sideOf } from "../compare/support/side.ts";
import { locked, project, stage } from "../plan/build.ts";
import { gate, tableOf } from "../report/support/samples.ts";

/** prepare → train → evaluate, where prepare makes both sets; contents by path, `cmd`s and parameters by stage. */
interface Given {
	readonly contents?: Readonly<Record<string, string>>;
	readonly command?: string;
	readonly params?: Readonly<Record<string, number>>;
	readonly stages?: readonly Stage[];
	readonly artifacts?: readonly Artifact[];
}

const CONTENTS = {
	"data/raw.csv": "raw",
	"src/prepare.py": "prepare",
	"src/train.py": "train",
	"src/model.py": "model",
	"src/evaluate.py": "evaluate",
	"src/metrics": "metrics",
	"requirements.txt": "sklearn",
	"data/train.csv": "train",
	"data/test.csv": "test",
	"data/labels.csv": "labels",
	"model.pkl": "pickle",
	"predictions.csv": "predictions",
};
const PARAMS = { "train.epochs": 20, "evaluate.threshold": 0.5, seed: 1 };

const MODEL: Artifact = {
	name: "m",
	path: "model.pkl",
	type: "model",
	desc: null,
	labels: [],
	place: { file: "dvc.yaml" },
};

function made(
	given: Given,
	address: string,
	reads: { deps: readonly string[]; params?: readonly string[] },
	outs: readonly string[],
): Stage {
	const contents: Readonly<Record<string, string>> = { ...CONTENTS, ...given.contents };
	const values: Readonly<Record<string, number>> = { ...PARAMS, ...given.params };
	const deps = reads.deps.filter((path) => contents[path] !== "");
	const keys = reads.params ?? [];
	const cmd = address === "evaluate" ? (given.command ?? "python evaluate.py") : `python ${address}.py`;
	const record = Object.fromEntries(deps.map((path) => [path, contents[path] ?? ""]));
	const lock = locked(cmd, {
		deps: record,
		params: { "params.yaml": Object.fromEntries(keys.map((key) => [key, values[key] ?? 0])) },
		outs: Object.fromEntries(outs.map((path) => [path, `${address} made ${path}`])),
	});
	return stage(address, {
		cmd,
		deps,
		...(keys.length === 0 ? {} : { params: { "params.yaml": keys } }),
		outs: outs.map((path) => ({ path, kind: path.endsWith("json") ? "metric" : "out" })),
		lock,
	});
}

function pipeline(given: Given = {}): Stage[] {
	return [
		made(given, "prepare", { deps: ["data/raw.csv", "src/prepare.py"], params: ["seed"] }, [
			"data/train.csv",
			"data/test.csv",
		]),
		made(
			given,
			"train",
			{ deps: ["data/train.csv", "src/train.py", "src/model.py"], params: ["train.epochs", "seed"] },
			["model.pkl"],
		),
		made(
			given,
			"evaluate",
			{
				deps: ["model.pkl", "data/test.csv", "src/evaluate.py", "src/model.py", "src/metrics", "requirements.txt"],
				params: ["evaluate.threshold", "seed"],
			},
			["metrics.json"],
		),
	];
}

function side(given: Given = {}): Measured {
	const { tree } = sideOf({ files: { "src/metrics/f1.py": "" } });
	return { project: { ...project(...(given.stages ?? pipeline(given))), artifacts: given.artifacts ?? [] }, tree };
}

async function between(base: Given, head: Given): Promise<Comparability | undefined> {
	const [found] = await comparabilityOf(side(base), side(head), ["metrics.json"]);
	return found;
}

const changing = (path: string): Given => ({ contents: { [path]: "another" } });

describe("numbers of two models", () => {
	it("are comparable where only the model, and what it was made with, is another", async () => {
		for (const path of ["model.pkl", "data/train.csv", "src/train.py", "data/raw.csv"])
			expect(await between({}, changing(path))).toBeUndefined();
		expect(await between({}, { params: { "train.epochs": 40 } })).toBeUndefined();
		expect(await between({}, {})).toBeUndefined();
	});

	it.each([
		[
			"the evaluation data changed, though a stage makes them",
			changing("data/test.csv"),
			"data",
			"data/test.csv changed",
		],
		["the metric's code changed", changing("src/evaluate.py"), "code", "src/evaluate.py changed"],
		["a folder of code changed", changing("src/metrics"), "code", "src/metrics changed"],
		["the environment changed", changing("requirements.txt"), "environment", "requirements.txt changed"],
		[
			"the command that measures changed",
			{ command: "python evaluate.py --fast" },
			"command",
			"the command of evaluate changed",
		],
		[
			"a parameter of measuring alone changed",
			{ params: { "evaluate.threshold": 0.6 } },
			"parameter",
			"params.yaml evaluate.threshold changed",
		],
		["a test set came to it", {}, "data", "data/test.csv is new"],
	] as const)("are not where %s", async (what, head, kind, says) => {
		const base = what.startsWith("a test set") ? { contents: { "data/test.csv": "" } } : {};
		const found = await between(base, head);
		expect(found).toMatchObject({ stage: "evaluate", files: ["metrics.json"], verdict: "not-comparable" });
		expect(found?.changes.map((change) => change.kind)).toEqual([kind]);
		expect(changesText(found?.changes ?? [])).toBe(says);
	});

	it("may not be where code changed that the model is made with, too", async () => {
		expect(await between({}, changing("src/model.py"))).toMatchObject({
			verdict: "unsure",
			changes: [{ path: "src/model.py", shared: true }],
		});
		expect(await between({}, { params: { seed: 2 } })).toBeUndefined();
	});

	it("are not where another stage measures", async () => {
		const renamed = pipeline().map((each) =>
			each.address === "evaluate" ? { ...each, address: "score", name: "score" } : each,
		);
		expect(await between({}, { stages: renamed })).toMatchObject({
			verdict: "not-comparable",
			changes: [{ kind: "stage", path: "score" }],
		});
	});

	it("are nothing that is said of where the base has none, or no stage makes them", async () => {
		const bare = pipeline().map((each) => ({ ...each, lock: null }));
		expect(await between({ stages: bare }, changing("data/test.csv"))).toBeUndefined();
		expect(await comparabilityOf(side(), side(changing("data/test.csv")), ["by-hand.json"])).toEqual([]);
	});
});

describe("what is measured", () => {
	const predicting = (given: Given): Stage[] => [
		...pipeline(given).slice(0, 2),
		made(given, "predict", { deps: ["model.pkl", "data/test.csv", "src/model.py"] }, ["predictions.csv"]),
		made(given, "evaluate", { deps: ["predictions.csv", "data/labels.csv", "src/evaluate.py"] }, ["metrics.json"]),
	];
	const declared = (head: Given): Promise<Comparability | undefined> =>
		between({ stages: predicting({}), artifacts: [MODEL] }, { stages: predicting(head), artifacts: [MODEL] });

	it("is the declared model, however many stages lie between it and its numbers", async () => {
		expect(await declared(changing("predictions.csv"))).toBeUndefined();
		expect(await declared(changing("model.pkl"))).toBeUndefined();
		expect(changesText((await declared(changing("data/test.csv")))?.changes ?? [])).toBe("data/test.csv changed");
		expect(changesText((await declared(changing("data/labels.csv")))?.changes ?? [])).toBe("data/labels.csv changed");
	});

	it("is told from a test set that another stage makes beside it", async () => {
		const beside = (given: Given): Stage[] => [
			made(given, "split", { deps: ["data/raw.csv"] }, ["data/test.csv"]),
			made(given, "train", { deps: ["data/train.csv"] }, ["model.pkl"]),
			made(given, "evaluate", { deps: ["model.pkl", "data/test.csv"] }, ["metrics.json"]),
		];
		const head = beside(changing("data/test.csv"));
		expect(
			await between({ stages: beside({}), artifacts: [MODEL] }, { stages: head, artifacts: [MODEL] }),
		).toMatchObject({ verdict: "not-comparable" });
		expect(await between({ stages: beside({}) }, { stages: head })).toBeUndefined();
	});

	it("cannot be told where one stage makes and measures: its data may be either", async () => {
		const inOne = (given: Given): Stage[] => [
			made(given, "train", { deps: ["data/train.csv", "src/train.py"], params: ["train.epochs"] }, [
				"model.pkl",
				"metrics.json",
			]),
		];
		expect(await between({ stages: inOne({}) }, { stages: inOne(changing("data/train.csv")) })).toMatchObject({
			verdict: "unsure",
		});
		expect(await between({ stages: inOne({}) }, { stages: inOne(changing("src/train.py")) })).toBeUndefined();
		expect(
			await between(
				{ stages: inOne({}), artifacts: [MODEL] },
				{ stages: inOne(changing("data/train.csv")), artifacts: [MODEL] },
			),
		).toMatchObject({ verdict: "unsure" });
	});
});

describe("a gate on numbers that are not comparable", () => {
	const [floor, drop, both] = [
		gate("accuracy", "higher", { floor: 0.9 }),
		gate("accuracy", "higher", { drop: { kind: "absolute", value: 0.01 } }),
		gate("accuracy", "higher", { floor: 0.9, drop: { kind: "absolute", value: 0.01 } }),
	];
	const apart: Comparability[] = [
		{
			files: ["metrics.json"],
			stage: "evaluate",
			verdict: "not-comparable",
			changes: [{ kind: "data", path: "data/test.csv", change: "modified", shared: false }],
		},
	];
	const judged = (rule: typeof floor, head: number, light = apart) =>
		inTheLightOf(
			light,
			evaluateGates([rule], { base: tableOf({ accuracy: 0.95 }), head: tableOf({ accuracy: head }) }),
		)[0];

	it("holds its floor as before", () => {
		expect(judged(floor, 0.91)).toMatchObject({ verdict: "passed", blocks: false });
		expect(judged(floor, 0.89)).toMatchObject({ verdict: "failed", blocks: true, why: "below the floor 0.90" });
	});

	it("cannot say yes by comparing, and blocks nothing by that", () => {
		const why = "not comparable: data/test.csv changed";
		expect(judged(drop, 0.96)).toMatchObject({ verdict: "not-comparable", blocks: false, why });
		expect(judged(both, 0.96)).toMatchObject({ verdict: "not-comparable", blocks: false, why });
		expect(judged(both, 0.96)?.limits.map(({ verdict }) => verdict)).toEqual(["passed", "not-comparable"]);
	});

	it("keeps its no: nobody gets past it by touching the test set", () => {
		expect(judged(drop, 0.5)).toMatchObject({ verdict: "failed", blocks: true });
		expect(judged(drop, 0.5)?.why).toBe("45 times the limit, though not comparable: data/test.csv changed");
		expect(judged(both, 0.945)).toMatchObject({ verdict: "not-comparable", blocks: false });
		expect(judged(both, 0.89)).toMatchObject({ verdict: "failed", blocks: true });
	});

	it("is judged as ever where it is only unsure", () => {
		expect(judged(drop, 0.96, [{ ...(apart[0] as Comparability), verdict: "unsure" }])).toMatchObject({
			verdict: "passed",
		});
	});
});
