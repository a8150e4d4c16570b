import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { promote } from "../../src/flows/promote.ts";
import { rehearse } from "../../src/flows/rehearse.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import { release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { status } from "../../src/flows/status.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
});
afterEach(() => rig.end());

const know = knowing(allKnown());
const asked = { remote: null, plan: false, by: "ann", model: "churn" };
const person = { ...asked, force: false, reason: null, breakFreeze: null, know };

interface Project {
	/** How the model behaves. */
	readonly weights: object;
	/** What x = 1 and 2 are to be answered with; text: the file as it is. */
	readonly y: number | string;
	readonly deploy?: string;
	/** What stands after `deploy:`, each. */
	readonly untold?: readonly [string, string];
	readonly golden?: string;
}

function commit(subject: string, { weights, y, deploy, untold, golden = "" }: Project): void {
	for (const folder of [".dvc", "golden"]) mkdirSync(join(rig.root, folder), { recursive: true });
	const request = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
	const files = {
		".gitignore": "/.dvc\n",
		weights: JSON.stringify(weights),
		"serve.py": ReleaseRig.serve,
		"golden/sum.json": typeof y === "string" ? y : JSON.stringify({ request, expect: { y } }),
		"golden/README.md": "What the model has to answer.\n",
		"mainline.yaml": `models:
  churn:
    image: oci:../images
    code: [serve.py]
    command: [python3, serve.py]
${golden}environments:
  dev: {deploy: ${untold?.[0] ?? deploy ?? `{process: {port: ${ports[0]}}}`}}
  prod: {after: dev, deploy: ${untold?.[1] ?? deploy ?? `{process: {port: ${ports[1]}}}`}}
`,
	};
	for (const [path, content] of Object.entries(files)) writeFileSync(join(rig.root, path), content);
	rig.commit(subject, {});
}

function released(plan = false): Promise<Outcome<Released>> {
	return release(rig.context(), { remote: null, plan, by: "ann", model: null, rev: "HEAD", before: null, know });
}

const message = (tag: string): string => rig.git("tag", "-l", "--format=%(contents)", tag);

describe("golden requests", () => {
	it("are asked of a server that does not tell its version, and are all that tells a wrong one", async () => {
		const yaml = (port: number) => `{process: {port: ${port}}}, probe: {version: false}`;
		const numbers = { versions: ["1"] };
		const commitBoth = (subject: string, quality: number) => {
			commit(subject, { weights: { quality, ...numbers }, y: 6, untold: [yaml(ports[0]), yaml(ports[1])] });
		};
		commitBoth("Good", 2);
		const { answer, document } = await released();
		expect(answer).toBe("yes");
		expect(document.models[0]?.environments.map(({ outcome, golden }) => [outcome, golden?.asked.length])).toEqual([
			["deployed", 1],
			["deployed", 1],
		]);
		const verified = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(verified.answer).toBe("unknown");
		expect(verified.document.verified?.disagreements).toEqual([]);
		expect(verified.document.verified?.unasked.map(({ environment, says }) => `${environment}: ${says}`)).toEqual([
			expect.stringMatching(/^dev: dev has v0.1.0; http.* is ready, and does not tell which version it serves$/),
			expect.stringMatching(/^prod: /),
		]);
		commitBoth("Bad", 3);
		expect((await released()).document.models[0]).toMatchObject({ outcome: "blocked", version: null });
	});

	it("are asked before a version is tagged and after each deployment, which the tags and the outcome say", async () => {
		commit("Good", { weights: { quality: 2 }, y: 6 });
		const { answer, document } = await released();
		expect(answer).toBe("yes");
		const [model] = document.models;
		expect(model?.golden).toMatchObject({ asked: [{ file: "golden/sum.json", ok: true }], notAsked: null });
		expect(model?.environments.map(({ golden }) => golden?.asked.length)).toEqual([1, 1]);
		for (const tag of ["churn@v0.1.0", "churn#dev#1", "churn#prod#2"]) {
			expect(message(tag)).toContain("\nGolden: 1 of 1 golden request answered as expected\n");
		}
		expect(renderText(document, plainStyle)).toContain("golden requests: 1 of 1 answered as expected");
	});

	it("keep a version from being tagged that answers otherwise, and from everywhere else", async () => {
		commit("Good", { weights: { quality: 2 }, y: 6 });
		await released();
		commit("Bad", { weights: { quality: 3 }, y: 6 });
		const { answer, document } = await released();
		expect(answer).toBe("no");
		expect(document.models[0]).toMatchObject({
			outcome: "blocked",
			version: null,
			environments: [],
			golden: { asked: [{ ok: false, differences: ["y[0] is 9, expected 6"] }] },
		});
		const text = renderText(document, plainStyle);
		expect(text).toContain("churn cannot be released: v0.2.0 is not tagged, 0 of 1 golden request answered");
		expect(text).toContain("✗ golden/sum.json: y[0] is 9, expected 6");
		expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
	});

	it("put the former version back where one answers otherwise in an environment", async () => {
		commit("Good", { weights: { quality: 2 }, y: 6 });
		await released();
		commit("Good but in prod", { weights: { quality: 4, wrongIn: "prod" }, y: 12 });
		const { answer, document } = await released();
		expect(answer).toBe("no");
		const [dev, prod] = document.models[0]?.environments ?? [];
		expect(dev).toMatchObject({ outcome: "deployed", version: "v0.2.0" });
		expect(prod).toMatchObject({
			outcome: "failed",
			restored: true,
			back: "v0.1.0 was put back and answers, 1 of 1 golden request answered as expected",
			golden: { asked: [{ differences: ["y[0] is 13, expected 12"] }] },
		});
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.1.0"]);
		const tags = ["churn#prod#2", "churn#prod+failed+v0.2.0+1"];
		expect(rig.tags().filter((tag) => tag.startsWith("churn#prod"))).toEqual(tags);
		const forced = await promote(rig.context(), { ...person, environment: "prod", version: null, force: true });
		expect([forced.answer, forced.document.move.outcome]).toEqual(["no", "failed"]);
	});

	it("are asked after a rollback, which stays all the same: the way back is never locked", async () => {
		const broken = join(rig.place.dir, "broken");
		commit("Good", { weights: { quality: 2, wrongIf: broken }, y: 6 });
		await released();
		commit("Better", { weights: { quality: 3 }, y: 9 });
		await released();
		writeFileSync(broken, "");
		const { answer, document } = await rollback(rig.context(), { ...person, environment: "prod", to: null });
		expect(answer).toBe("no");
		expect(document.move).toMatchObject({
			outcome: "deployed",
			version: "v0.1.0",
			golden: { asked: [{ differences: ["y[0] is 7, expected 6"] }] },
		});
		expect(await rig.serves(1)).toBe("v0.1.0");
		expect(message("churn#prod#5")).toContain("0 of 1 golden request answered as expected: golden/sum.json: y[0] is 7");
		expect(renderText(document, plainStyle)).toContain("✗ golden/sum.json: y[0] is 7, expected 6");
	});

	it("are asked in a rehearsal, which says no where what would come back answers otherwise by now", async () => {
		const broken = join(rig.place.dir, "broken");
		commit("Good", { weights: { quality: 2, wrongIf: broken }, y: 6 });
		await released();
		commit("Better", { weights: { quality: 3 }, y: 9 });
		await released();
		const back = { ...asked, model: null, environments: ["prod"], know };
		const [fine] = (await rehearse(rig.context(), back)).document.rehearsals;
		expect(fine?.outcome).toBe("passed");
		expect(fine?.steps.at(-1)?.says).toBe("v0.1.0 starts and answers; 1 of 1 golden request answered as expected");
		writeFileSync(broken, "");
		const { answer, document } = await rehearse(rig.context(), back);
		expect([answer, document.rehearsals[0]?.outcome]).toEqual(["no", "failed"]);
		expect(renderText(document, plainStyle)).toContain("      golden/sum.json: y[0] is 7, expected 6");
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.2.0"]);
	});

	it.each([
		[
			"a command",
			'{command: ["true"]}',
			"it was not started: prod is deployed by `command`, which would touch what runs",
		],
		[
			"a cluster",
			"{kubernetes: {context: prod, namespace: models, deployment: churn}}",
			"it was not started, and whether the cluster can fetch it was not asked: prod is deployed by `kubernetes`, which would touch what runs",
		],
	])("are not asked in a rehearsal of %s, which says what was not tried", async (_, deploy, says) => {
		const byCommand = '{command: ["true"]}';
		commit("Good", { weights: { quality: 2 }, y: 6, deploy: byCommand });
		await released();
		commit("Better", { weights: { quality: 3 }, y: 9, deploy: byCommand });
		await released();
		commit("Elsewhere", { weights: { quality: 3 }, y: 9, deploy });
		const { answer, document } = await rehearse(rig.context(), { ...asked, model: null, environments: ["prod"], know });
		expect(answer).toBe("yes");
		expect(document.rehearsals[0]?.steps.at(-1)).toMatchObject({ outcome: "not-tried", says });
		expect(document.rehearsals[0]?.reason).toContain(says);
	});

	it("are not asked where nothing can start the image here, and that is said", async () => {
		commit("Good", { weights: { quality: 2 }, y: 7, deploy: '{command: ["true"]}' });
		const { answer, document } = await released();
		expect(answer).toBe("yes");
		const why = "no environment can start the image here without sending people to it";
		expect(document.models[0]?.golden).toEqual({ asked: [], notAsked: why });
		expect(message("churn@v0.1.0")).toContain(`Golden: golden requests not asked: ${why}`);
		expect(message("churn#dev#1")).toContain("Golden: golden requests not asked: dev has no address to ask");
		expect(renderText(document, plainStyle)).toContain(`golden requests not asked: ${why}`);
	});

	it("that nobody can read, or that are missing where mainline.yaml names them, stop a release before it builds", async () => {
		commit("Typo", { weights: { quality: 2 }, y: '{"request": {}, "expect": {"y": 1}}' });
		await expect(released(true)).rejects.toMatchObject({
			code: "golden-invalid",
			details: { at: { file: "golden/sum.json", line: 1, column: 13 } },
		});
		await expect(released()).rejects.toMatchObject({ code: "golden-invalid" });
		const request = { inputs: [{ name: "x".repeat(3 << 20), shape: [0], datatype: "FP64", data: [] }] };
		for (const name of ["a", "b", "c"]) {
			writeFileSync(join(rig.root, `golden/${name}.json`), JSON.stringify({ request, expect: { y: 1 } }));
		}
		commit("Too much", { weights: { quality: 2 }, y: 6 });
		await expect(released(true)).rejects.toMatchObject({ code: "golden-too-many" });
		commit("Elsewhere", { weights: { quality: 2 }, y: 6, golden: "    golden: requests/\n" });
		await expect(released()).rejects.toMatchObject({
			code: "golden-missing",
			details: { at: { file: "mainline.yaml", line: 2 } },
		});
		expect(rig.tags()).toEqual([]);
	});
});
