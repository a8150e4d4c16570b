import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rehearse } from "../../src/flows/rehearse.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import type { KnowTree } from "../../src/flows/release/known.ts";
import { release } from "../../src/flows/release.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
});
afterEach(() => rig.end());

const know: KnowTree = (site, tree) => knowing(allKnown())(site, tree);

function write(files: Readonly<Record<string, string>>): void {
	mkdirSync(join(rig.root, "data"), { recursive: true });
	for (const [path, text] of Object.entries(files)) writeFileSync(join(rig.root, path), text);
}

function project(): Readonly<Record<string, string>> {
	const [dev, prod] = rig.place.ports;
	return {
		".gitignore": "/.dvc\n",
		"serve.py": ReleaseRig.serve.toString(),
		"mainline.yaml": `models:
  churn: {image: "oci:../images", code: [serve.py], command: [python3, serve.py]}
environments:
  dev: {deploy: {process: {port: ${dev}}}}
  prod: {after: dev, deploy: {process: {port: ${prod}}}}
`,
	};
}

function released(plan: boolean): Promise<Outcome<Released>> {
	return release(rig.context(), { remote: null, plan, by: "ann", model: null, rev: "HEAD", before: null, know });
}

it("a plan that brings a version back says what goes back, what stays, how long it takes and when it was tried", async () => {
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	const then = {
		weights: '{"weights": 1}',
		"params.yaml": "epochs: 5\n",
		"data/raw.dvc": "outs:\n- path: raw\n  md5: aa\n",
	};
	write({ ...project(), ...then, "README.md": "Then" });
	rig.commit("Good", {});
	await released(false);
	write({ weights: '{"weights": 2}', "params.yaml": "epochs: 10\n", "data/raw.dvc": "outs: []\n", "README.md": "Now" });
	rig.commit("Bad", {});
	await released(false);
	const onlyProd = { remote: null, plan: false, by: "ann", model: null, environments: ["prod"], know };
	await rehearse(rig.context(), onlyProd);
	write(then);
	rig.commit("Back to the good one", {});

	const { answer, document } = await released(true);
	expect(answer).toBe("yes");
	const [model] = document.models;
	expect(model).toMatchObject({
		outcome: "reverted",
		back: {
			leaves: "v0.2.0",
			back: {
				data: ["data/raw"],
				code: ["weights"],
				params: [{ file: "params.yaml", name: "epochs", from: "10", to: "5" }],
			},
			stays: ["README.md"],
			seconds: expect.any(Number),
			rehearsed: [
				{ environment: "dev", at: null },
				{ environment: "prod", ok: true, says: expect.stringMatching(/could not be packed anew/) },
			],
			rejects: ["v0.2.0"],
			holds: ["prod"],
		},
	});
	const text = renderText(document, plainStyle);
	expect(text).toMatch(
		/Goes back +data data\/raw; files weights; parameters epochs 10 → 5; image sha256:\w{12} → sha256:\w{12}/,
	);
	expect(text).toMatch(/Stays +1 file that changed since v0\.1\.0 stays: README\.md/);
	expect(text).toMatch(/Takes +(about|under) .* by what the last deploys took/);
	expect(text).toMatch(/Image +its image is in the registry/);
	expect(text).toMatch(/Rehearsed +never for dev, for prod on \d/);
	expect(text).toMatch(/From then on +v0\.2\.0 is rejected: .*; prod is on hold/);
	expect((await released(false)).document.models[0]?.back).toBeUndefined();
});
