import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MainlineConfig } from "../../src/config/index.ts";
import type { Deployment } from "../../src/environments/index.ts";
import { decideNow } from "../../src/flows/release/decide.ts";
import { status } from "../../src/flows/status.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseProject } from "./release-project.ts";
import { ReleaseRig } from "./release-rig.ts";

const HOUR = 3_600_000;

/** The rig, with a soak of an hour before prod, and a clock that is put forward. */
async function soakingRig(): Promise<{ rig: ReleaseRig; later: (minutes: number) => void }> {
	const rig = await ReleaseRig.make([await freePort(), await freePort()]);
	const plain = rig.config.bind(rig);
	rig.config = (): MainlineConfig => {
		const config = plain();
		const environments = new Map(config.environments);
		const prod = environments.get("prod");
		if (prod !== undefined) environments.set("prod", { ...prod, soakMs: HOUR });
		return { ...config, environments };
	};
	let minutes = 0;
	rig.clock = { ...systemClock, now: () => new Date(Date.now() + minutes * 60_000) };
	return {
		rig,
		later: (more) => {
			minutes += more;
		},
	};
}

/** What was deployed there, as a person would start it again. */
async function deploymentIn(environment: string): Promise<Deployment> {
	const site = await rig.site();
	const state = site.ledger.state("churn", site.config.environments);
	const found = state.environments.find(({ name }) => name === environment);
	if (found?.version == null || found.digest === null) throw new Error(`nothing is in ${environment}`);
	const image = `oci:${join(rig.place.dir, "images")}@${found.digest}`;
	return { environment, model: "churn", version: found.version, image, digest: found.digest, previousImage: null };
}

let rig: ReleaseRig;
let later: (minutes: number) => void;
beforeEach(async () => {
	({ rig, later } = await soakingRig());
});
afterEach(() => rig.end());

describe("a soak", () => {
	it("is measured at each look, and begins anew after a bad answer, on whatever machine it is looked at next", async () => {
		rig.commit("More epochs", { weights: 1 });
		expect(await rig.released()).toEqual(["dev: deployed v0.1.0", "prod: waits v0.1.0"]);
		later(50);
		await rig.target(rig.place.ports[0] ?? 0).stop();
		const looked = async () => {
			const site = await rig.site();
			const [version] = site.ledger.state("churn", site.config.environments).history.versions;
			if (version === undefined) throw new Error("nothing was released");
			return (await decideNow(site, { model: "churn", environment: "prod", version, asked: "automatic" })).decision;
		};
		expect((await looked()).reasons).toEqual(["dev does not answer well just now"]);
		expect((await looked()).reasons).toEqual(["dev does not answer well just now"]);
		expect(rig.tags()).toEqual(["churn#dev#1", "churn#dev+unwell+1", "churn@v0.1.0"]);
		expect(rig.git("tag", "-l", "--format=%(contents)", "churn#dev+unwell+1")).toContain("Reason: connection refused");

		// the release itself repairs dev; the hour begins when it is seen to answer again
		later(20);
		const [dev, prod] = await rig.release();
		expect(dev).toMatchObject({ outcome: "deployed", action: "repair" });
		expect(prod).toMatchObject({ outcome: "waits" });
		expect(prod?.reason).toMatch(
			/^\d+ s in dev of the 1 h asked for, anew since dev did not answer well: connection refused$/,
		);
		expect(rig.tags()).toContain("churn#dev+well+2");
		later(59);
		expect((await rig.release())[1]).toMatchObject({ outcome: "waits" });
		later(2);
		expect((await rig.release())[1]).toMatchObject({ outcome: "deployed" });
	});

	it("is not over because DEV answers after a time in which nobody looked, and goes on with the next look", async () => {
		const [base = 0, prod = 0] = rig.place.ports;
		const dev = `{deploy: {command: ["true"]}, probe: "http://127.0.0.1:${base}"}`;
		const places = [
			`  base: {deploy: {process: {port: ${base}}}}`,
			`  dev: ${dev}`,
			`  prod: {after: dev, soak: 1h, deploy: {process: {port: ${prod}}}}`,
		];
		const project = new ReleaseProject(rig, `${places.join("\n")}\n`);
		project.commit("More epochs", { weights: 1 });
		await project.release();
		const prodNow = async () => (await project.moves())[2];
		later(61);
		expect(await prodNow()).toMatchObject({
			outcome: "waits",
			reason: expect.stringMatching(/^30 min in dev of the 1 h asked for, as at most 30 min count between two looks$/),
		});
		expect(rig.tags()).toContain("churn#dev+well+1");
		later(5);
		expect(await prodNow()).toMatchObject({ outcome: "waits" });
		expect(rig.tags()).not.toContain("churn#dev+well+2");
		expect(await project.status()).toMatch(/soak 1 h, 2\d min/);
		later(55);
		expect(await prodNow()).toMatchObject({ outcome: "deployed" });
	});

	it("begins anew when the target says that it was started again, though it answers at every look", async () => {
		rig.commit("More epochs", { weights: 1 });
		await rig.release();
		const [dev = 0] = rig.place.ports;
		later(50);
		expect((await rig.release())[1]).toMatchObject({ outcome: "waits", reason: expect.stringMatching(/^50 min/) });
		later(70);
		const about = await deploymentIn("dev");
		await rig.target(dev).stop();
		await rig.target(dev).deploy(about);
		// by the clock of this story
		const then = new Date(Date.now() + 110 * 60_000);
		await utimes(join(rig.place.dir, "state/process", String(dev), "current.json"), then, then);
		const [, prod] = await rig.release();
		expect(prod).toMatchObject({
			outcome: "waits",
			reason: expect.stringMatching(
				/^\d+ s in dev of the 1 h asked for, anew since dev did not answer well: it was started anew at 2/,
			),
		});
		expect(rig.tags().filter((tag) => tag.includes("+"))).toEqual(["churn#dev+unwell+1", "churn#dev+well+2"]);
		later(61);
		expect((await rig.release())[1]).toMatchObject({ outcome: "deployed" });
	});

	it("is told by status: what is left of it, and that it was broken", async () => {
		rig.commit("More epochs", { weights: 1 });
		rig.git("add", "-A");
		await rig.release();
		later(20);
		const { writeFileSync } = await import("node:fs");
		const [dev, prod] = rig.place.ports;
		writeFileSync(
			`${rig.root}/mainline.yaml`,
			`environments:
  dev: {deploy: {process: {port: ${dev}}}}
  prod:
    after: dev
    soak: 1h
    approve: {by: [carol]}
    freeze: [{from: 2020-01-01, until: 2090-01-01, reason: the fair}]
    deploy: {process: {port: ${prod}}}
`,
		);
		const shown = async () => {
			const { document } = await status(rig.context(), { model: null, verify: false, remote: null });
			return { text: renderText(document, plainStyle), environments: document.models[0]?.environments };
		};
		const { text, environments } = await shown();
		expect(text).toMatch(/soak 1 h, (39 min \d+ s|40 min) left/);
		expect(text).toContain("frozen until Mon, 2 Jan 2090, 00:00 (UTC): the fair");
		expect(text).toContain("v0.1.0 has 0 of 1 approvals recorded");
		expect(environments?.[1]).toMatchObject({ approvals: { version: "v0.1.0", by: [], needed: 1 } });
	});
});
