import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { writeJson } from "../../src/report/index.ts";
import { flooded } from "./support/flooded.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";
import { failedRun, report } from "./support/samples.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
formats.default(ajv);
const validReport = ajv.compile(
	JSON.parse(readFileSync(new URL("../../docs/reference/report.schema.json", import.meta.url), "utf8")) as object,
);

const mistakes = (document: typeof report): unknown => {
	validReport(JSON.parse(writeJson(document)));
	return validReport.errors;
};

describe("the report's published schema", () => {
	it("is what reports are", () => {
		expect(mistakes(report)).toBeNull();
		expect(mistakes({ ...report, run: failedRun, base: null, diff: null, merging: null, gates: [] })).toBeNull();
		expect(mistakes({ ...report, run: null, notRun: { reason: "fork", text: null } })).toBeNull();
		const [model] = report.merging?.models ?? [];
		if (model === undefined) throw new Error("the sample merges something");
		const python = { lock: "uv.lock", version: "3.12", packages: null, size: null, layer: "to install" } as const;
		expect(mistakes({ ...report, merging: { models: [{ ...model, python }], revert: null } })).toBeNull();
		const dockerfile = { dockerfile: "Dockerfile", from: "to build", builder: null, digest: null, size: null } as const;
		expect(mistakes({ ...report, merging: { models: [{ ...model, dockerfile }], revert: null } })).toBeNull();
		const [gate] = report.gates;
		if (gate === undefined) throw new Error("the sample has gates");
		const strange = {
			...gate,
			base: Number.NaN,
			head: Infinity,
			cause: { file: "params.yaml", line: 3, parameter: { name: "a", base: null, head: 2n } },
		};
		expect(
			mistakes({
				...report,
				gates: [strange, { ...gate, waived: { by: "ada", until: "2026-12-31", reason: "known" } }],
			}),
		).toBeNull();
		const changes = [
			{
				kind: "parameter" as const,
				path: "params.yaml",
				name: "x",
				change: "new" as const,
				new: [1n, "a"],
				shared: false,
			},
		];
		expect(
			mistakes({
				...report,
				comparability: [{ files: ["metrics.json"], stage: "evaluate", verdict: "not-comparable", changes }],
			}),
		).toBeNull();
	});

	it.each(HOSTILE_CASES)("is what they are where every text is foreign: %s", (_, text) => {
		expect(mistakes(flooded(text, 3))).toBeNull();
	});

	it("refuses what they are not", () => {
		for (const wrong of [
			{ gates: [{}] },
			{ head: null },
			{ notRun: { reason: "bored", text: null } },
			{ schema: "mainline.report/2" },
			{ pull: { number: "1" } },
		]) {
			expect(validReport(JSON.parse(writeJson({ ...report, ...wrong } as never)))).toBe(false);
		}
	});
});
