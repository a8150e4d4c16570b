import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { promote } from "../../src/flows/promote.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import { knowTree } from "../../src/flows/release/know.ts";
import { release } from "../../src/flows/release.ts";
import { status } from "../../src/flows/status.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
});
afterEach(() => rig.end());

/** Two models of one project, each in a file that git tracks. */
function commit(environments: string): void {
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	const files = {
		".dvc/config": "",
		"churn.json": "{}",
		"fraud.json": "{}",
		"dvc.yaml": "artifacts:\n  churn: {type: model, path: churn.json}\n  fraud: {type: model, path: fraud.json}\n",
		"serve.py": ReleaseRig.serve.toString().replace('open("model.json"', 'open(f"{MODEL}.json"'),
		"mainline.yaml": `models:
  churn: {image: "oci:../images/churn", code: [serve.py], command: [python3, serve.py]}
  fraud: {image: "oci:../images/fraud", code: [serve.py], command: [python3, serve.py]}
environments:
${environments}`,
	};
	for (const [path, content] of Object.entries(files)) writeFileSync(join(rig.root, path), content);
	rig.commit("Two models", {});
}

function released(): Promise<Outcome<Released>> {
	const about = { remote: null, plan: false, by: "ann", model: null, rev: "HEAD", before: null };
	return release(rig.context(), { ...about, know: knowTree });
}

const line = (name: string, port: number, more: string): string =>
	`  ${name}: {deploy: {process: {port: ${port}}}${more}}\n`;

describe("several models of one project", () => {
	it("come to the environments that take them, and to no others", async () => {
		commit(line("churn-prod", ports[0], ", models: [churn]") + line("fraud-prod", ports[1], ", models: [fraud]"));
		const { answer, document } = await released();
		expect(answer).toBe("yes");
		const moves = document.models.map(({ name, environments }) => [
			name,
			...environments.map((move) => move.environment),
		]);
		expect(moves).toEqual([
			["churn", "churn-prod"],
			["fraud", "fraud-prod"],
		]);
		expect(rig.tags()).toEqual(["churn#churn-prod#1", "churn@v0.1.0", "fraud#fraud-prod#1", "fraud@v0.1.0"]);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
		const now = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(now.answer).toBe("yes");
		expect(now.document.models.map(({ name, environments }) => [name, environments.map((each) => each.name)])).toEqual([
			["churn", ["churn-prod"]],
			["fraud", ["fraud-prod"]],
		]);
		const asked = {
			remote: null,
			plan: false,
			by: "ann",
			force: false,
			reason: null,
			breakFreeze: null,
			know: knowTree,
		};
		const wrong = promote(rig.context(), { ...asked, model: "churn", environment: "fraud-prod", version: null });
		await expect(wrong).rejects.toMatchObject({
			code: "unknown-environment",
			message: "churn does not come to fraud-prod",
			details: { at: { file: "mainline.yaml", line: 6 }, expected: "one of churn-prod" },
		});
	});

	it("are not released where one would take the place of another", async () => {
		commit(line("dev", ports[0], "") + line("prod", ports[1], ", after: dev"));
		await expect(released()).rejects.toMatchObject({
			code: "environment-crowded",
			kind: "input",
			message: "dev has place for one model by `process`, and 2 come to it",
			details: {
				at: { file: "mainline.yaml", line: 5 },
				hint: "write `models: [churn]` below dev, and an environment of its own for fraud",
				others: [{ details: { at: { line: 6 } } }],
			},
		});
		expect(rig.tags()).toEqual([]);
	});

	it("are not built into a folder for an environment that fetches images from a registry", async () => {
		const cluster = "{context: c, namespace: n, deployment: d}";
		commit(`  prod: {deploy: {kubernetes: ${cluster}}, models: [churn]}\n`);
		await expect(released()).rejects.toMatchObject({
			code: "image-not-in-registry",
			message: "prod deploys by `kubernetes`, which cannot fetch images from a folder",
			details: { at: { file: "mainline.yaml", line: 2 }, found: "image: oci:../images/churn" },
		});
		commit(
			line("prod", ports[0], ", models: [churn]")
				.replace("process", "compose")
				.replace("{port", "{program: docker, port"),
		);
		await expect(released()).rejects.toMatchObject({ code: "image-not-in-registry" });
	});
});
