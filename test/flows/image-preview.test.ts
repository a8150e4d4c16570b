import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Released } from "../../src/flows/release/documents.ts";
import type { KnowTree } from "../../src/flows/release/known.ts";
import { release } from "../../src/flows/release.ts";
import { parseSha256 } from "../../src/kernel/index.ts";
import { diffLayers, readImage } from "../../src/release/index.ts";
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

function commit(subject: string, { weights, code }: { weights: number; code: string }): void {
	const [dev, prod] = rig.place.ports;
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	writeFileSync(join(rig.root, ".gitignore"), "/.dvc\n");
	writeFileSync(join(rig.root, "weights"), JSON.stringify({ weights }));
	writeFileSync(join(rig.root, "serve.py"), `${ReleaseRig.serve.toString()}\n# ${code}\n`);
	writeFileSync(
		join(rig.root, "mainline.yaml"),
		`models:
  churn: {image: "oci:../images", code: [serve.py], command: [python3, serve.py]}
environments:
  dev: {deploy: {process: {port: ${dev}}}}
  prod: {after: dev, deploy: {process: {port: ${prod}}}}
`,
	);
	rig.commit(subject, {});
}

async function released(plan: boolean): Promise<Released> {
	const options = { remote: null, plan, by: "ann", model: null, rev: "HEAD", before: null, know };
	return (await release(rig.context(), options)).document;
}

/** What `mainline image diff` counts. */
async function pulls(from: string, to: string): Promise<number> {
	const [before, after] = await Promise.all(
		[from, to].map(async (version) => {
			const message = rig.git("tag", "-l", "--format=%(contents)", `churn@${version}`);
			const digest = parseSha256(/^Digest: (.*)$/m.exec(message)?.[1] ?? "") ?? expect.unreachable();
			return (await readImage(rig.store, digest, null)).layers;
		}),
	);
	return diffLayers(before ?? [], after ?? []).reduce((sum, { pull }) => sum + pull, 0);
}

it("a plan says what a node pulls: exactly where only code changes, about where the model does, nothing the first time", async () => {
	commit("First", { weights: 1, code: "a" });
	expect((await released(true)).models[0]?.preview).toBeUndefined();
	await released(false);

	commit("Other code", { weights: 1, code: "bb" });
	const onlyCode = await released(true);
	const shown = onlyCode.models[0]?.preview;
	expect(shown).toMatchObject({ from: "v0.1.0", certainty: "exact", base: null });
	expect(shown?.layers.map(({ role, change }) => `${role} ${change}`)).toEqual(["code changed", "model same"]);
	expect(renderText(onlyCode, plainStyle)).toMatch(
		/To pull +a node with v0\.1\.0 pulls [\d.]+ KiB: code [\d.]+ KiB; model stays/,
	);
	await released(false);
	expect(shown?.bytes).toBe(await pulls("v0.1.0", "v0.2.0"));

	commit("Other weights", { weights: 22, code: "bb" });
	const onlyModel = (await released(true)).models[0]?.preview;
	expect(onlyModel).toMatchObject({ from: "v0.2.0", certainty: "about", bytes: '{"weights":22}'.length });
	expect(onlyModel?.layers.map(({ role, change }) => `${role} ${change}`)).toEqual(["code same", "model changed"]);
	await released(false);

	commit("Back to the first", { weights: 1, code: "a" });
	const back = (await released(true)).models[0];
	expect(back).toMatchObject({ outcome: "reverted", preview: { from: "v0.3.0", certainty: "exact" } });
	expect(back?.preview?.bytes).toBe(await pulls("v0.3.0", "v0.1.0"));
});
