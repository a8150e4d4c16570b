import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { ContainerProgram } from "../../src/config/index.ts";
import { type ContainerTarget, openTarget } from "../../src/environments/index.ts";
import { rehearse } from "../../src/flows/rehearse.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import { ENV, freePort } from "../environments/rig.ts";
import { environment } from "../environments/tagged.ts";
import { allKnown, knowing } from "../flows/known-tree.ts";
import { ReleaseRig } from "../flows/release-rig.ts";
import { type Dockerd, startDockerd } from "./targets/dockerd.ts";
import { type Models, startModels } from "./targets/model.ts";

const run = promisify(execFile);
const know = knowing(allKnown());
let directory = "";
let models: Models;
let engine: Dockerd;
let program: ContainerProgram = "podman";
let rig: ReleaseRig;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-rehearse-"));
	models = await startModels(directory);
	engine = await startDockerd(join(directory, "docker"));
	for (const name of ["CONTAINERS_STORAGE_CONF", "CONTAINERS_CONF"]) vi.stubEnv(name, models.env[name] ?? "");
	vi.stubEnv("DOCKER_HOST", engine.variables["DOCKER_HOST"] ?? "");
});
afterAll(async () => {
	await engine?.stop();
	await models?.end();
	await rm(directory, { recursive: true, force: true });
	vi.unstubAllEnvs();
});
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
	return async () => {
		for (const target of targets()) await target.stop();
		program = "podman";
		await rig.end();
	};
});

function targets(): ContainerTarget[] {
	const { clock, machine, progress, signal } = rig.context();
	const world = { clock, progress, signal, root: rig.root, stateDir: machine.stateDir, self: machine.self, env: ENV };
	return rig.place.ports.map((port) => {
		const deploy = { kind: "compose", host: null, port, program, service: null } as const;
		return openTarget(environment("prod", { deploy }), { ...world, store: rig.store }) as ContainerTarget;
	});
}

/** A model that multiplies, and what 1 and 2 are to be answered with. */
async function released(weights: object, y: number, more: Partial<ReleaseOptions> = {}): Promise<Outcome<Released>> {
	for (const folder of [".dvc", "golden"]) mkdirSync(join(rig.root, folder), { recursive: true });
	const request = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
	const [dev, prod] = rig.place.ports;
	const files = {
		".gitignore": "/.dvc\n",
		weights: JSON.stringify(weights),
		"serve.py": ReleaseRig.serve,
		"golden/sum.json": JSON.stringify({ request, expect: { y } }),
		"mainline.yaml": `models:
  churn:
    image: ${models.registry.host}/acme/${rig.place.ports.join("-")}
    base: ${models.registry.host}/base/python:3.11
    code: [serve.py]
    command: [python3, serve.py]
environments:
  dev: {deploy: {compose: {port: ${dev}, program: ${program}}}}
  prod: {after: dev, deploy: {compose: {port: ${prod}, program: ${program}}}}
`,
	};
	for (const [path, content] of Object.entries(files)) writeFileSync(join(rig.root, path), content);
	rig.commit(JSON.stringify(weights), {});
	const about = { remote: null, plan: false, by: "ann", model: null, rev: "HEAD", before: null, know };
	return release(rig.context(), { ...about, ...more });
}

async function containers(): Promise<string[]> {
	const { stdout } = await run(program, ["ps", "-a", "--format", "{{.Names}}"]);
	return stdout.split("\n").filter((name) => name.startsWith("mainline-"));
}

it("a version that answers wrongly in its container is not tagged, and nobody is ever sent to it", async () => {
	const good = await released({ quality: 2 }, 6);
	expect(good.document.models[0]?.golden).toMatchObject({ asked: [{ ok: true }], notAsked: null });
	expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
	const before = await containers();
	const { answer, document } = await released({ quality: 3 }, 6);
	expect([answer, document.models[0]?.outcome]).toEqual(["no", "blocked"]);
	expect(document.models[0]?.golden?.asked[0]?.differences).toEqual(["y[0] is 9, expected 6"]);
	expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
	expect(await containers()).toEqual(before);
	expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
});

it("a rehearsal starts the version that would come back in a container, asks it, and leaves what runs alone", async () => {
	await released({ quality: 2 }, 6);
	await released({ quality: 3 }, 9);
	const before = await containers();
	const asked = { remote: null, plan: false, by: "ann", model: null, environments: ["prod"], know };
	const { answer, document } = await rehearse(rig.context(), asked);
	expect(answer).toBe("yes");
	const [rehearsed] = document.rehearsals;
	expect(rehearsed).toMatchObject({ version: "v0.1.0", outcome: "passed" });
	expect(rehearsed?.steps.at(-1)).toMatchObject({
		outcome: "passed",
		says: "v0.1.0 starts and answers; 1 of 1 golden request answered as expected",
	});
	expect(await containers()).toEqual(before);
	expect(readdirSync(join(rig.place.dir, "state/trial"))).toEqual([]);
	expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.2.0"]);
});

async function images(): Promise<string[]> {
	return (await run(program, ["images", "-a", "-q", "--no-trunc"])).stdout.split("\n").filter(Boolean).sort();
}

it.each<ContainerProgram>(["podman", "docker"])(
	"a pull request's job asks in %s the container that merging would release, and leaves nothing of it",
	async (name) => {
		program = name;
		await released({ quality: 2 }, 6);
		const before = [await containers(), await images()];
		const preview = { plan: true, mayStart: async () => true };
		const wrong = await released({ quality: 3 }, 6, preview);
		expect(wrong.document.models[0]).toMatchObject({
			outcome: "blocked",
			reason: expect.stringContaining("v0.2.0 would not be tagged, 0 of 1 golden request answered as expected"),
		});
		const right = await released({ quality: 3 }, 9, preview);
		expect(right.document.models[0]).toMatchObject({ outcome: "planned", golden: { asked: [{ ok: true }] } });
		expect([await containers(), await images()]).toEqual(before);
		expect(readdirSync(join(rig.place.dir, "state/trial"))).toEqual([]);
		expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
	},
);
