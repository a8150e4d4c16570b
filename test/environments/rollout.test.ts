import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	CommandTarget,
	type Deployment,
	type Rollout,
	type RolloutResult,
	rollOut,
} from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { Rig } from "./rig.ts";
import { digestNamed } from "./tagged.ts";

const signal = new AbortController().signal;
let dir = "";
beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), "mainline-rollout-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function deployment(version: string): Deployment {
	const digest = digestNamed(version);
	return {
		environment: "prod",
		model: "churn",
		version,
		image: `localhost:5000/churn@${digest}`,
		digest,
		previousImage: version === "v0.1.0" ? null : `localhost:5000/churn@${digestNamed("v0.1.0")}`,
	};
}

function byCommand(command: string | readonly string[], more: Partial<Rollout> = {}): Promise<RolloutResult> {
	const target = new CommandTarget({ command, cwd: dir, clock: systemClock, progress: silent, signal });
	const world = { probe: null, probeMs: 200, golden: [], wayBack: false, clock: systemClock, signal, progress: silent };
	return rollOut({ target, deployment: deployment("v0.2.0"), previous: null, ...world, ...more });
}

describe("bringing a version into an environment", () => {
	it("calls the deploy command with all that it needs to know", async () => {
		await writeFile(join(dir, "deploy.sh"), "env | grep ^MAINLINE_ | sort > said\n");
		expect(await byCommand(["sh", "deploy.sh"])).toMatchObject({ ok: true, changed: true, probe: null });
		expect((await readFile(join(dir, "said"), "utf8")).trim().split("\n")).toEqual([
			`MAINLINE_DIGEST=${digestNamed("v0.2.0")}`,
			"MAINLINE_ENVIRONMENT=prod",
			`MAINLINE_IMAGE=localhost:5000/churn@${digestNamed("v0.2.0")}`,
			"MAINLINE_MODEL=churn",
			`MAINLINE_PREVIOUS_IMAGE=localhost:5000/churn@${digestNamed("v0.1.0")}`,
			"MAINLINE_VERSION=v0.2.0",
		]);
	});

	it("tells what a failing command said, and puts the earlier version back", async () => {
		const command = "echo $MAINLINE_VERSION >> ran; echo out of quota; test $MAINLINE_VERSION != v0.2.0";
		const result = await byCommand(command, { previous: deployment("v0.1.0") });
		expect(result).toEqual({
			ok: false,
			reason: "the deploy command ended with exit code 1",
			log: ["out of quota"],
			restored: true,
			golden: null,
		});
		expect(await readFile(join(dir, "ran"), "utf8")).toBe("v0.2.0\nv0.1.0\n");
	});

	it("takes a missing program for a failed deploy, not for its own failure", async () => {
		expect(await byCommand(["no-such-program"])).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/no-such-program/),
			restored: null,
		});
	});

	it("does not believe a deploy that the probe does not confirm", async () => {
		const rig = await Rig.make();
		try {
			await rig.target.deploy(await rig.image("v0.1.0"));
			const command = "echo $MAINLINE_VERSION >> ran";
			const result = await byCommand(command, { probe: rig.target.url, previous: deployment("v0.1.0") });
			expect(result).toMatchObject({
				ok: false,
				reason: expect.stringMatching(/v0.1.0 answers, not v0.2.0/),
				restored: true,
			});
			expect(await readFile(join(dir, "ran"), "utf8")).toBe("v0.2.0\nv0.1.0\n");
		} finally {
			await rig.end();
		}
	});
});
