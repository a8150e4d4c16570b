import { describe, expect, it } from "vitest";
import { badInput, type Document, infrastructure, together } from "../../src/kernel/index.ts";
import { errorDocument, failureText, internalError, plainStyle, writeJson } from "../../src/report/index.ts";
import * as samples from "./support/samples.ts";

const document = (fields: object): Document => ({ schema: "mainline.test/1", ...fields });
const back = (fields: object): unknown => JSON.parse(writeJson(document(fields)));

describe("a document as JSON", () => {
	it("is one JSON text that reads back", () => {
		for (const sample of [
			samples.plan,
			samples.run,
			samples.diff,
			samples.gateDocument,
			samples.report,
			samples.status,
		]) {
			const text = writeJson(sample);
			expect(text.endsWith("}\n")).toBe(true);
			expect(JSON.parse(text)).toMatchObject({ schema: sample.schema });
		}
	});

	it("keeps what is not finite as a text, and the sign of a zero", () => {
		expect(back({ values: [Number.NaN, Infinity, -Infinity, -0, 0.1] })).toEqual({
			schema: "mainline.test/1",
			values: ["NaN", "Infinity", "-Infinity", -0, 0.1],
		});
	});

	it("keeps every digit of an integer, mappings, and keys that look like an object's own", () => {
		const text = writeJson(
			document({ big: 9007199254740993n, map: new Map([["__proto__", 1n]]), absent: undefined, nothing: null }),
		);
		expect(text).toContain('"big": 9007199254740993');
		expect(text).toContain('"__proto__": 1');
		expect(text).not.toContain("absent");
		expect(text).toContain('"nothing": null');
	});

	it("has the contract's fields for plan, run, diff and status", () => {
		expect(JSON.parse(writeJson(samples.plan)).stages[2]).toMatchObject({
			address: "train",
			action: "run",
			why: [
				{ kind: "parameter", file: "params.yaml", name: "train.epochs", old: 20, new: 40 },
				{ kind: "dependency", path: "src/train.py", change: "modified" },
			],
			deps: ["data/clean", "src/train.py"],
			outs: ["model.pkl"],
		});
		expect(JSON.parse(writeJson(samples.diff)).params[0]).toEqual({
			file: "params.yaml",
			name: "train.epochs",
			base: 20,
			head: 40,
		});
		expect(JSON.parse(writeJson(samples.status)).models[0].environments[1]).toMatchObject({
			name: "prod",
			version: "v1.4.2",
			hold: expect.any(String),
		});
	});
});

describe("a failure", () => {
	const first = badInput("lock-key", 'stage "train": `dep` is not a key of a stage', {
		at: { file: "dvc.yaml", line: 14, column: 7 },
		hint: "did you mean `deps`?",
		excerpt: "   14 |       dep: [data/train.csv]\n      |       ^^^",
	});

	it("says where, what and what next, and nothing else", () => {
		expect(failureText(first, plainStyle)).toBe(
			[
				'dvc.yaml:14:7  stage "train": `dep` is not a key of a stage',
				"   14 |       dep: [data/train.csv]",
				"      |       ^^^  did you mean `deps`?",
				"",
			].join("\n"),
		);
	});

	it("without a place says who speaks", () => {
		const failure = infrastructure("remote", "the remote does not answer", { hint: "try again" });
		expect(failureText(failure, plainStyle)).toBe("mainline: the remote does not answer\n  try again\n");
	});

	it("brings its others with it, as text and as a document", () => {
		const both = together([first, badInput("other", "second", { at: { file: "params.yaml" } })]);
		expect(failureText(both, plainStyle).split("\n\n")).toHaveLength(2);
		expect(JSON.parse(writeJson(errorDocument(both)))).toEqual({
			schema: "mainline.error/1",
			error: {
				code: "lock-key",
				message: first.message,
				file: "dvc.yaml",
				line: 14,
				column: 7,
				hint: "did you mean `deps`?",
				others: [{ code: "other", message: "second", file: "params.yaml", line: null, column: null, hint: null }],
			},
		});
	});

	it("cannot move the cursor with what it quotes", () => {
		const failure = badInput("x", "stage \u001b[2J\u202e", {
			at: { file: "a\u001b]0;t\u0007.yaml" },
			hint: "\u009b31m",
		});
		expect(failureText(failure, plainStyle)).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
	});

	it("of our own is told as a bug of ours", () => {
		expect(internalError(new TypeError("x is undefined")).error).toMatchObject({
			code: "internal",
			message: "Mainline itself failed: x is undefined",
		});
	});
});
