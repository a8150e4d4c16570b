import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, it } from "vitest";
import type { PullReport } from "../../src/report/index.ts";
import type { RunnerResult } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { Lanes } from "./world.ts";

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
formats.default(ajv);
const schema = new URL("../../docs/reference/report.schema.json", import.meta.url);
const valid = ajv.compile(JSON.parse(await readFile(schema, "utf8")) as object);

let lanes: Lanes;

beforeEach(async () => {
	lanes = await Lanes.make();
});

/** Measuring as a stage of its own: what is measured, and with what, are two things. */
const APART = {
	"train.sh": [
		`echo train >> "$NOTES/ran"`,
		"quality=$(sed -n 's/^quality: //p' params.yaml)",
		'if [ "$quality" = 0 ]; then echo "it will not learn"; exit 7; fi',
		`echo "{\\"quality\\": $quality}" > model.json`,
		"",
	].join("\n"),
	"evaluate.sh": `cat test.txt > /dev/null\nsed 's/quality/accuracy/' model.json > metrics.json\n`,
	"test.txt": "1\n",
	"dvc.yaml": `stages:
  prepare:
    cmd: sh prepare.sh
    deps: [prepare.sh, data.txt]
    outs: [prepared.txt]
  train:
    desc: A model
    cmd: sh train.sh
    deps: [train.sh, prepared.txt]
    params: [quality]
    outs: [model.json]
  evaluate:
    cmd: sh evaluate.sh
    deps: [evaluate.sh, model.json, test.txt]
    metrics:
      - metrics.json: {cache: false}
artifacts:
  churn: {type: model, path: model.json}
`,
};

async function reportOf({ outputs }: RunnerResult): Promise<PullReport> {
	const report = JSON.parse(await readFile(outputs["report-json"] ?? "", "utf8")) as PullReport;
	valid(report);
	expect(valid.errors).toBeNull();
	return report;
}

/** A pull request in two lanes, to its verdict. */
async function judged(branch: string, files: Record<string, string>): Promise<{ pull: number; result: RunnerResult }> {
	const { pull, run } = await lanes.begin(branch, files);
	await lanes.run(run);
	return { pull, result: await lanes.judge() };
}

/** Main measures apart. */
async function measuringApart(): Promise<void> {
	const { pull } = await judged("apart", APART);
	await lanes.world.merge(pull);
	await lanes.world.act("push", { inputs: { run: "never" } });
}

describe("a reviewer of a pull request in two lanes", () => {
	it("is told which numbers are not comparable, and why; the check says yes to none of them and no to none", async () => {
		await measuringApart();
		const { pull, result } = await judged("relabelled", { "test.txt": "2\n", ...params(0.95) });
		expect(result).toMatchObject({ code: 0, outputs: { verdict: "passed", said: "the gate cannot be judged" } });
		const [comment = ""] = lanes.comments(pull);
		expect(comment).toContain("metrics.json is not comparable with main: evaluate measured with something else");
		expect(comment).toContain("evaluation data: test.txt changed");
		expect(comment).toContain("⚪ not comparable: test.txt changed");
		expect((await reportOf(result)).comparability).toMatchObject([
			{ stage: "evaluate", changes: [{ path: "test.txt" }] },
		]);
	});

	it("cannot be made to wave a worse model through by another test set", async () => {
		await measuringApart();
		const { pull, result } = await judged("worse", { "test.txt": "2\n", ...params(0.6) });
		expect(result).toMatchObject({ code: 1, outputs: { verdict: "failed" } });
		expect(lanes.comments(pull)[0]).toMatch(/❌ \d+ times the limit, though not comparable: test\.txt changed/);
	});

	it("finds a gate's no at the parameter that changed, in the job's marks too", async () => {
		await measuringApart();
		const { pull, result } = await judged("worse", { "params.yaml": "# how good\nquality: 0.2\n" });
		const mark = { path: "params.yaml", start_line: 2, title: "accuracy: the gate says no" };
		expect(lanes.check(lanes.head(pull))).toMatchObject({ conclusion: "failure", annotations: [mark] });
		expect(result.annotations).toMatchObject([{ level: "error", properties: { file: "params.yaml", line: "2" } }]);
		expect((await reportOf(result)).gates[0]).toMatchObject({ cause: { file: "params.yaml", line: 2 } });
	});

	it("finds a stage's failure at its command", async () => {
		await measuringApart();
		const { pull, result } = await judged("broken", params(0));
		const annotations = [{ path: "dvc.yaml", start_line: 8, title: "train failed" }];
		expect(lanes.check(lanes.head(pull))).toMatchObject({ annotations });
		expect((await reportOf(result)).run?.stages).toContainEqual(
			expect.objectContaining({ outcome: "failed", line: 8 }),
		);
	});

	it("has the whole report in the summary of the job that judged, and why this baseline", async () => {
		const { pull, result } = await judged("better", params(0.95));
		expect(result.summary).toContain("## ✅ Mainline: the gate passed");
		expect(result.summary).toContain("| accuracy | 0.90 | 0.95 |");
		expect(lanes.comments(pull)[0]).toMatch(
			/release churn v\d+\.\d+\.\d+ to oci:[\s\S]*Why this baseline[\s\S]*is where main stands/,
		);
		await reportOf(result);
	});
});

describe("a reviewer of a pull request in one lane", () => {
	it("has report, marks and summary from the one job", async () => {
		const pull = await lanes.world.pull("worse", params(0.2));
		const result = await lanes.world.act("pull_request");
		expect(result).toMatchObject({ code: 1, annotations: [{ properties: { file: "params.yaml", line: "1" } }] });
		expect(result.summary).toContain("## ❌ Mainline: the gate says no");
		expect((await reportOf(result)).base).toMatchObject({ found: "merge", results: { unknown: 0 } });
		expect(lanes.comments(pull)[0]).toContain("that GitHub merged this pull request with");
	});

	it("is told that training and measuring in one cannot be told apart where its data changed", async () => {
		const pull = await lanes.world.pull("more-data", { "data.txt": "1\n2\n3\n4\n" });
		expect(await lanes.world.act("pull_request")).toMatchObject({ code: 0 });
		expect(lanes.comments(pull)[0]).toContain(
			"may not be comparable with main: what makes the model and what measures it (train) cannot be told apart",
		);
	});
});
