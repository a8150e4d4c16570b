import { describe, expect, it } from "vitest";
import { readInputs } from "../../src/doors/action/inputs.ts";

const share = (stages: string, lane = "untrusted") => readInputs({ INPUT_STAGES: stages, INPUT_LANE: lane }, {}).stages;

describe("the input `stages`", () => {
	it("is names and patterns with blanks or line breaks between them; none is all", () => {
		expect(share("  train@*\n\tmodels/ads/dvc.yaml:evaluate prepare\n")).toEqual([
			"train@*",
			"models/ads/dvc.yaml:evaluate",
			"prepare",
		]);
		expect(share(" \n")).toEqual([]);
	});

	it("is refused where the job itself writes the verdict, and without end", () => {
		expect(() => share("train", "one")).toThrow("`stages` cannot be `train`");
		expect(() => share("x ".repeat(20_000))).toThrow("`stages` cannot be");
		expect(share("", "one")).toEqual([]);
	});
});
