import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../environments/rig.ts";
import { ReleaseProject } from "./release-project.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let project: ReleaseProject;
beforeEach(async () => {
	const [dev, prod] = [await freePort(), await freePort()];
	rig = await ReleaseRig.make([dev, prod]);
	const environments = [
		`  dev: {deploy: {process: {port: ${dev}}}}`,
		`  prod: {after: dev, auto: false, deploy: {process: {port: ${prod}}}}`,
	];
	project = new ReleaseProject(rig, `${environments.join("\n")}\n`);
});
afterEach(() => rig.end());

describe("an environment with `auto: false`", () => {
	it("gets nothing by a merge or by the schedule, and what a person promotes", async () => {
		project.commit("Good", { weights: 1 });
		expect((await project.moves({ plan: true }))[1]).toMatchObject({ outcome: "waits" });
		expect(await project.released()).toEqual(["dev: deployed v0.1.0", "prod: waits v0.1.0"]);
		const [, prod] = await project.moves();
		expect([prod?.outcome, prod?.reason, prod?.at]).toEqual([
			"waits",
			"by hand: `mainline promote churn@v0.1.0 prod` brings it there",
			null,
		]);
		expect(await project.status()).toContain("by hand: nothing comes here but by `mainline promote`");
		expect(await project.promote("prod")).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
		expect(await rig.serves(1)).toBe("v0.1.0");
		project.commit("Better", { weights: 2 });
		expect(await project.released()).toEqual(["dev: deployed v0.2.0", "prod: waits v0.2.0"]);
		expect(await rig.serves(1)).toBe("v0.1.0");
	});

	it("goes back by a revert all the same, and forward again by hand alone", async () => {
		project.commit("Good", { weights: 1 });
		await project.release();
		await project.promote("prod");
		const bad = project.commit("Bad", { weights: 2 });
		await project.release();
		await project.promote("prod");
		rig.git("revert", "--no-edit", bad);
		expect(await project.released()).toEqual(["dev: deployed v0.1.0", "prod: deployed v0.1.0"]);
		expect(await rig.serves(1)).toBe("v0.1.0");
		rig.git("revert", "--no-edit", "HEAD");
		expect(await project.released()).toEqual(["dev: deployed v0.2.0", "prod: waits v0.2.0"]);
		expect(await rig.serves(1)).toBe("v0.1.0");
	});

	it("is rolled back by a person, and what it has is started again where it fell", async () => {
		for (const weights of [1, 2]) {
			project.commit(`Weights ${weights}`, { weights });
			await project.release();
			await project.promote("prod");
		}
		expect(await project.rollback("prod")).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
		await rig.target(rig.place.ports[1] ?? 0).stop();
		expect((await project.moves())[1]).toMatchObject({ action: "repair", outcome: "deployed", version: "v0.1.0" });
		expect(await rig.serves(1)).toBe("v0.1.0");
	});
});
