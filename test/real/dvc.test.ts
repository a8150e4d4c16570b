import { describe, expect, it } from "vitest";
import { snapshot } from "../flows/rig.ts";
import { SHAPES } from "./dvc-shapes.ts";
import { actions, apply, dvc, executed, mainlineRun, twins } from "./dvc-twins.ts";

describe.each(SHAPES)("beside the real dvc: $name", ({ files, edits, repro = [], config = [], restless = false }) => {
	it("leaves what dvc repro leaves, byte for byte, and foresees what it runs", async () => {
		const [theirs, own] = await twins(files, config);
		for (const [step, edit] of edits.entries()) {
			apply(theirs, edit);
			apply(own, edit);
			const foreseen = await actions(own, true);
			const { code, all } = await dvc(theirs, "repro", ...repro);
			expect({ step, code, said: code === 0 ? "" : all }).toEqual({ step, code: 0, said: "" });
			const outcomes = await mainlineRun(own);
			expect({ step, files: snapshot(own) }).toEqual({ step, files: snapshot(theirs) });
			const ran = executed(all).sort();
			expect({
				step,
				ran: Object.keys(foreseen).filter((each) => ran.includes(each) && !/run|maybe/.test(foreseen[each] ?? "")),
			}).toEqual({ step, ran: [] });
			const sure = Object.keys(foreseen).filter((each) => foreseen[each] === "run" && !each.endsWith(".dvc"));
			expect({ step, sure: sure.filter((each) => !ran.includes(each)) }).toEqual({ step, sure: [] });
			expect({
				step,
				executed: Object.keys(outcomes)
					.filter((each) => outcomes[each] === "executed" && !each.endsWith(".dvc"))
					.sort(),
			}).toEqual({ step, executed: ran });
			if (restless) continue;
			expect({ step, status: (await dvc(own, "status", "--json")).out }).toEqual({ step, status: "{}" });
			expect(new Set(Object.values(await actions(theirs, true)))).not.toContain("run");
		}
		if (restless) return;
		expect(executed((await dvc(own, "repro", ...repro)).all)).toEqual([]);
		expect(await mainlineRun(theirs)).not.toContain("executed");
	});
});
