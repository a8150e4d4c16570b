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

describe("the tokens", () => {
	it("are those of the workflow: what somebody typed into its form is none", () => {
		const typed = { token: "ghp_typed", "members-token": "ghp_typed" };
		expect(readInputs({}, typed)).toMatchObject({ token: null, membersToken: null });
		const given = { INPUT_TOKEN: "ghs_own", "INPUT_MEMBERS-TOKEN": " ghs_members " };
		expect(readInputs(given, typed)).toMatchObject({ token: "ghs_own", membersToken: "ghs_members" });
		expect(readInputs({ "INPUT_MEMBERS-TOKEN": "" }, {}).membersToken).toBeNull();
	});
});
