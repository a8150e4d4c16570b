import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { MainlineConfig } from "../../src/config/index.ts";
import type { FlowContext, Machine } from "../../src/flows/context.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "../flows/release-rig.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { call, commit, git, type Project, project } from "../rig/world.ts";

const KUSTOMIZATION = "resources: []\nimages:\n  - name: churn\n    newName: nowhere/churn\n";

let registry: RunningRegistry;
let config: Project;
let rig: ProposingRig;
let server: Server;
/** What the cluster runs, as its own server tells it. */
let runs = "";
let port = 0;
beforeEach(async () => {
	config = await project();
	await commit(config.work, { files: { "prod/kustomization.yaml": KUSTOMIZATION }, message: "What runs" });
	await git(config.work, "push", "-q", "origin", "HEAD:main");
	rig = new ProposingRig((await ReleaseRig.make([])).place);
	registry = await startRegistry(join(rig.place.dir, "registry"));
	port = await freePort();
	server = createServer((_, response) => response.end(JSON.stringify({ name: "churn", versions: [runs] })));
	await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
	runs = "";
});
afterEach(async () => {
	server.close();
	await registry.stop();
	await rig.end();
});

/** One environment, whose configuration repository takes pull requests alone. */
class ProposingRig extends ReleaseRig {
	override config(): MainlineConfig {
		const at = { file: "mainline.yaml", line: 1, column: 1 };
		const { models, ...rest } = super.config();
		const churn = models.get("churn");
		if (churn === undefined) throw new Error("no model");
		const where = { repository: config.standIn.cloneUrl(config.name), branch: "main", timeoutMs: 0, pull: true };
		const deploy = { kind: "kustomize", ...where, path: "prod", image: "churn" } as const;
		const about = { after: null, soakMs: 0, approve: null, freeze: [], at };
		const prod = { name: "prod", deploy, probe: `http://127.0.0.1:${port}`, ...about };
		const image = { kind: "registry", repository: `${registry.host}/acme/churn` } as const;
		return { ...rest, models: new Map([["churn", { ...churn, image }]]), environments: new Map([["prod", prod]]) };
	}

	override context(): FlowContext {
		const context = super.context();
		const machine: Machine = { ...context.machine, configToken: "ghp_ada" };
		return { ...context, machine };
	}
}

it("a release waits until its pull request in the configuration repository is merged, and is written down when the model answers", async () => {
	rig.commit("Good", { weights: 1 });
	const [waiting] = await rig.release();
	expect(waiting).toMatchObject({ outcome: "waits", reason: expect.stringMatching(/pull\/1 is not merged yet/) });
	expect(rig.tags()).toEqual(["churn@v0.1.0"]);
	expect(rig.notices.map(({ state }) => state)).toEqual(["in_progress"]);
	// the schedule comes by: nothing is proposed twice
	expect((await rig.release())[0]).toMatchObject({ outcome: "waits" });
	expect(config.standIn.repository(config.name).pulls).toHaveLength(1);
	await call(config.standIn, "PUT /repos/ada/model/pulls/1/merge", { token: "ghp_ada", body: {} });
	// an agent made it run
	runs = "v0.1.0";
	const [done] = await rig.release();
	expect(done).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
	expect(rig.tags()).toEqual(["churn#prod#1", "churn@v0.1.0"]);
});
