import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	CommandTarget,
	type Deployment,
	openTarget,
	type Rollout,
	type RolloutResult,
	readGolden,
	rollOut,
	runsNow,
} from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { freePort, Rig } from "./rig.ts";
import { digestNamed, environment } from "./tagged.ts";

const signal = new AbortController().signal;
const SERVE = resolve(import.meta.dirname, "fixtures/serve.py");
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

function isThere(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
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
			back: "v0.1.0 was put back; whether it answers is not known, prod has no address to ask",
			golden: null,
		});
		expect(await readFile(join(dir, "ran"), "utf8")).toBe("v0.2.0\nv0.1.0\n");
	});

	it("ends a command that never does, with all that it started, tells what it said last, and puts the earlier version back", async () => {
		const command =
			"echo $MAINLINE_VERSION >> ran; test $MAINLINE_VERSION = v0.2.0 || exit 0; echo waiting for the fleet; sleep 1000 & echo $! > child; wait";
		const target = new CommandTarget({
			command,
			timeoutMs: 1000,
			cwd: dir,
			clock: systemClock,
			progress: silent,
			signal,
		});
		expect(await byCommand(command, { target, previous: deployment("v0.1.0") })).toMatchObject({
			ok: false,
			reason:
				"the deploy command was not over after 1 s, and was ended (`timeout` of `command` in mainline.yaml gives it longer)",
			log: ["waiting for the fleet"],
			restored: true,
			back: "v0.1.0 was put back; whether it answers is not known, prod has no address to ask",
		});
		expect(await readFile(join(dir, "ran"), "utf8")).toBe("v0.2.0\nv0.1.0\n");
		const child = Number(await readFile(join(dir, "child"), "utf8"));
		await expect.poll(() => isThere(child)).toBe(false);
	});

	it("takes a missing program for a failed deploy, not for its own failure", async () => {
		expect(await byCommand(["no-such-program"])).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/no-such-program/),
			restored: null,
		});
	});

	it("tells a place that nobody reached from a version that failed", async () => {
		const where = { repository: join(dir, "gone"), branch: "main", timeoutMs: 1000, pull: false };
		const deploy = { kind: "helm", ...where, values: "values.yaml", key: ["image"] } as const;
		const store = openImageStore({ kind: "layout", directory: dir }, { clock: systemClock });
		const about = { clock: systemClock, progress: silent, signal, self: [], store, configToken: null };
		const folders = { root: dir, stateDir: dir, env: { PATH: "", HOME: "", LANG: "" } };
		const target = openTarget(environment("prod", { deploy }), { ...about, ...folders });
		expect(await byCommand("", { target })).toMatchObject({ ok: false, passing: true });
		expect(await byCommand("exit 1")).not.toHaveProperty("passing");
	});

	it("does not take a server that tells no version for the one that is to run", async () => {
		const rig = await Rig.make();
		try {
			const numbers = await rig.image("v0.1.0", { versions: ["1"] });
			const target = rig.another(rig.port, { untold: true });
			expect(await target.deploy(numbers)).toEqual({ ok: true, changed: true });
			const more = { probe: rig.target.url, untold: true };
			expect(await byCommand("true", more)).toMatchObject({ ok: true, probe: { ok: true, untold: true } });
			const world = { probeMs: 0, golden: [], wayBack: false, clock: systemClock, signal, progress: silent };
			const command = new CommandTarget({ command: "true", cwd: dir, clock: systemClock, progress: silent, signal });
			const asked = { target: command, deployment: deployment("v0.2.0"), previous: null, ...world, ...more };
			expect(await runsNow(asked)).toBeUndefined();
			expect(await runsNow({ ...asked, target, deployment: numbers })).toBe(true);
			expect(await runsNow({ ...asked, target })).toBe(false);
			expect(await runsNow({ ...asked, probe: "http://127.0.0.1:1" })).toBe(false);
		} finally {
			await rig.end();
		}
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
				back: "v0.1.0 was put back and answers",
			});
			expect(await readFile(join(dir, "ran"), "utf8")).toBe("v0.2.0\nv0.1.0\n");
		} finally {
			await rig.end();
		}
	});

	it("does not believe that the earlier version runs again where nobody answers", async () => {
		const probe = `http://127.0.0.1:${await freePort()}`;
		const result = await byCommand("true", { probe, previous: deployment("v0.1.0") });
		expect(result).toMatchObject({
			ok: false,
			restored: false,
			back: `v0.1.0 was put back, and does not answer: ${probe}: connection refused`,
		});
	});

	it("gives the earlier version as long as any other until it answers", async () => {
		const port = await freePort();
		await writeFile(join(dir, "model.json"), "{}");
		// the one before takes a while to stand up, after its deploy command has ended
		const serving = `HOST=127.0.0.1 PORT=${port} exec python3 ${SERVE}`;
		const command = `test $MAINLINE_VERSION = v0.1.0 || exit 1; (sleep 1.5; ${serving}) >/dev/null 2>&1 & echo $! > pid`;
		const about = { probe: `http://127.0.0.1:${port}`, probeMs: 30_000, previous: deployment("v0.1.0") };
		try {
			const result = await byCommand(command, about);
			expect(result).toMatchObject({ ok: false, restored: true, back: "v0.1.0 was put back and answers" });
		} finally {
			process.kill(Number(await readFile(join(dir, "pid"), "utf8")));
		}
	});

	it("asks what is put back its golden requests, and says where it answers them otherwise", async () => {
		const rig = await Rig.make();
		try {
			await rig.target.deploy(await rig.image("v0.1.0", { quality: 2 }));
			const request = { inputs: [{ name: "x", shape: [2], datatype: "FP64", data: [1, 2] }] };
			const text = JSON.stringify({ request, expect: { y: 7 } });
			const golden = readGolden(new TextEncoder().encode(text), "golden/sum.json");
			const ask = { probe: rig.target.url, previous: deployment("v0.1.0"), goldenBefore: async () => [golden] };
			const result = await byCommand("true", ask);
			expect(result).toMatchObject({
				restored: false,
				back: "v0.1.0 was put back and answers, 0 of 1 golden request answered as expected: golden/sum.json: y[0] is 6, expected 7",
			});
		} finally {
			await rig.end();
		}
	});
});
