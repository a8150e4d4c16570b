import { describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { buildGraph, inOrder, lenientGraph } from "../../src/plan/index.ts";
import { stage } from "./build.ts";

function failureOf(work: () => unknown): Failure {
	try {
		work();
	} catch (failure) {
		if (failure instanceof Failure) return failure;
		throw failure;
	}
	throw new Error("nothing was thrown");
}

const addresses = (stages: readonly { address: string }[]): string[] => stages.map(({ address }) => address);

describe("the graph", () => {
	it("joins a stage to what makes its dependency, a folder around it, or a file in it", () => {
		const file = stage("file", { outs: ["a/b/model.pkl"] });
		const folder = stage("folder", { outs: ["data"] });
		const inside = stage("inside", { deps: ["data/train.csv"] });
		const around = stage("around", { deps: ["a"] });
		const exact = stage("exact", { deps: ["a/b/model.pkl"] });
		const graph = buildGraph([file, folder, inside, around, exact]);
		expect(graph.upstream(inside)).toEqual([folder]);
		expect(graph.upstream(around)).toEqual([file]);
		expect(graph.upstream(exact)).toEqual([file]);
		expect(graph.downstream(file)).toEqual([around, exact]);
	});

	it("compares names part by part", () => {
		const data = stage("data", { outs: ["data"] });
		const other = stage("other", { deps: ["data2", "dat"] });
		expect(buildGraph([data, other]).upstream(other)).toEqual([]);
	});

	it("counts a file of parameters that a stage makes", () => {
		const tune = stage("tune", { outs: ["best.yaml"] });
		const train = stage("train", { params: { "best.yaml": ["lr"] } });
		expect(buildGraph([train, tune]).upstream(train)).toEqual([tune]);
	});

	it("refuses the same output twice, and names both stages", () => {
		const failure = failureOf(() => buildGraph([stage("a", { outs: ["x"] }), stage("b", { outs: ["x"] })]));
		expect(failure.code).toBe("duplicate-output");
		expect(failure.message).toContain("`a`");
		expect(failure.message).toContain("`b`");
		expect(failure.details.at).toEqual({ file: "dvc.yaml", line: 1, column: 1 });
	});

	it.each([
		["outer first", ["d", "d/x"]],
		["inner first", ["d/x", "d"]],
	])("refuses an output inside another one, %s", (_, [one = "", two = ""]) => {
		const failure = failureOf(() => buildGraph([stage("a", { outs: [one] }), stage("b", { outs: [two] })]));
		expect(failure.code).toBe("overlapping-outputs");
		expect(failure.message).toMatch(/`d\/x` of stage `.` lies in `d` of stage `.`/);
	});

	it("refuses a stage file inside an output", () => {
		const failure = failureOf(() =>
			buildGraph([stage("a", { outs: ["sub"] }), stage("sub/raw.dvc", { outs: ["other"] })]),
		);
		expect(failure.code).toBe("stage-inside-output");
	});

	it("refuses a circle and shows the way round", () => {
		const stages = [
			stage("a", { deps: ["z"], outs: ["x"] }),
			stage("b", { deps: ["x"], outs: ["y"] }),
			stage("c", { deps: ["y"], outs: ["z"] }),
		];
		const failure = failureOf(() => buildGraph(stages));
		expect(failure.code).toBe("dependency-cycle");
		expect(failure.message).toContain("`a` → `c` → `b` → `a`");
		expect(addresses(lenientGraph(stages).upstream(stages[1] ?? stage("none")))).toEqual(["a"]);
	});

	it("refuses a stage that reads its own output", () => {
		const failure = failureOf(() => buildGraph([stage("a", { deps: ["d/x"], outs: ["d"] })]));
		expect(failure.message).toBe("stage `a` depends on its own output");
	});

	it("tells all clashes at once", () => {
		const failure = failureOf(() =>
			buildGraph([stage("a", { outs: ["x", "y"] }), stage("b", { outs: ["x"] }), stage("c", { outs: ["y/z"] })]),
		);
		expect(failure.details.others?.map((other) => other.code)).toEqual(["overlapping-outputs"]);
	});

	it("walks a chain of ten thousand stages", () => {
		const chain = Array.from({ length: 10_000 }, (_, i) => stage(`s${i}`, { deps: [`f${i}`], outs: [`f${i + 1}`] }));
		expect(inOrder(buildGraph(chain.toReversed()), { targets: null })).toHaveLength(10_000);
	});
});

describe("the order", () => {
	const raw = stage("raw", { outs: ["raw.csv"] });
	const prepare = stage("prepare", { deps: ["raw.csv"], outs: ["clean.csv"] });
	const train = stage("train", { deps: ["clean.csv"], outs: ["model"] });
	const report = stage("report", { deps: ["model"], outs: ["report.md"] });
	const apart = stage("apart", { outs: ["apart.txt"] });
	const graph = buildGraph([report, apart, train, prepare, raw]);

	it("puts what is needed first and else keeps the file's order", () => {
		expect(addresses(inOrder(graph, { targets: null }))).toEqual(["raw", "prepare", "train", "report", "apart"]);
	});

	it("takes of a target what it needs, and no more", () => {
		expect(addresses(inOrder(graph, { targets: [train] }))).toEqual(["raw", "prepare", "train"]);
	});

	it("takes targets alone, in the order given", () => {
		expect(addresses(inOrder(graph, { targets: [report, raw], single: true }))).toEqual(["report", "raw"]);
	});

	it("follows a target downstream", () => {
		expect(addresses(inOrder(graph, { targets: [prepare], downstream: true }))).toEqual(["prepare", "train", "report"]);
	});

	it("takes the whole pipelines of targets, that of the first target first", () => {
		const whole = ["raw", "prepare", "train", "report"];
		expect(addresses(inOrder(graph, { targets: [prepare], pipeline: true }))).toEqual(whole);
		expect(addresses(inOrder(graph, { targets: [apart, prepare], pipeline: true }))).toEqual(["apart", ...whole]);
		expect(addresses(inOrder(graph, { targets: [raw, apart, report], pipeline: true }))).toEqual([...whole, "apart"]);
	});

	it("does not look behind a frozen stage", () => {
		const frozen = stage("train", { deps: ["clean.csv"], outs: ["model"], frozen: true });
		const iced = buildGraph([report, frozen, prepare, raw]);
		expect(addresses(inOrder(iced, { targets: [report] }))).toEqual(["train", "report"]);
	});
});
