import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { report } from "../../src/flows/report.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
});
afterEach(() => rig.end());

it("a report asks golden requests where it is told to, and says before that nobody did", async () => {
	for (const folder of [".dvc", "golden"]) mkdirSync(join(rig.root, folder), { recursive: true });
	const request = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
	const files = {
		".dvc/config": "",
		"dvc.yaml": "artifacts:\n  churn: {type: model, path: model.json}\n",
		"serve.py": ReleaseRig.serve.toString(),
		"golden/sum.json": JSON.stringify({ request, expect: { y: 7 } }),
		"mainline.yaml": `models:
  churn: {image: "oci:../images", code: [serve.py], command: [python3, serve.py]}
environments:
  prod: {deploy: {process: {port: ${rig.place.ports[0]}}}}
`,
	};
	for (const [path, content] of Object.entries(files)) writeFileSync(join(rig.root, path), content);
	rig.commit("A model", { quality: 2 });
	const silent = await report(rig.context(), { base: null, golden: false });
	expect(silent.answer).toBe("yes");
	expect(silent.document.merging?.models[0]?.golden).toMatchObject({ asked: [], pending: ["golden/sum.json"] });
	const { answer, document } = await report(rig.context(), { base: null, golden: true });
	expect(answer).toBe("no");
	expect(document.merging?.models[0]).toMatchObject({
		outcome: "blocked",
		golden: { asked: [{ file: "golden/sum.json", differences: ["y[0] is 6, expected 7"] }], notAsked: null },
	});
	expect(rig.tags()).toEqual([]);
});
