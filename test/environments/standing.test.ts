import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Deployment, openTarget, type Rollout, rollOut, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { ENV, freePort, Rig } from "./rig.ts";
import { digestNamed, environment } from "./tagged.ts";

const BEFORE = "images:\n  - name: churn # theirs\n    newTag: legacy\n";
const signal = new AbortController().signal;

let rig: Rig;
/** What runs there answers by our protocol, whatever it is. */
beforeEach(async () => {
	rig = await Rig.make();
	git("init", "-q", "--bare", "-b", "main", join(rig.dir, "config.git"));
	git("clone", "-q", join(rig.dir, "config.git"), join(rig.dir, "work"));
	commit(BEFORE);
	await rig.target.deploy(await rig.image("v0.0.9"));
});
afterEach(() => rig.end());

function git(...args: string[]): string {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" };
	return execFileSync("git", ["-c", "user.name=ann", "-c", "user.email=ann@x", ...args], { encoding: "utf8", env });
}

function commit(text: string): void {
	const work = join(rig.dir, "work");
	mkdirSync(work, { recursive: true });
	writeFileSync(join(work, "kustomization.yaml"), text);
	git("-C", work, "add", "-A");
	git("-C", work, "commit", "-qm", "by hand");
	git("-C", work, "push", "-qf", "origin", "HEAD:main");
}

const declared = (): string => git("-C", join(rig.dir, "config.git"), "show", "main:kustomization.yaml");

function target(): Target {
	const repository = join(rig.dir, "config.git");
	const where = { kind: "kustomize" as const, repository, branch: "main", path: ".", image: "churn", timeoutMs: 0 };
	const world = { clock: systemClock, progress: silent, signal, env: ENV, self: [], store: rig.store };
	return openTarget(environment("prod", { deploy: where }), { ...world, root: rig.dir, stateDir: rig.dir });
}

function deployment(version: string): Deployment {
	const digest = digestNamed(version);
	const image = `registry.example.org/churn@${digest}`;
	return { environment: "prod", model: "churn", version, image, digest, previousImage: null };
}

function rolling(more: Partial<Rollout> = {}): Rollout {
	const world = { clock: systemClock, signal, progress: silent, golden: [], wayBack: false };
	const asked = { probe: rig.target.url, probeMs: 200, previous: null, isFirst: true };
	return { ...world, ...asked, target: target(), deployment: deployment("v0.1.0"), ...more };
}

describe("the first version of ours that fails", () => {
	it("gives its place back to what ran there before, which is asked whether it is ready", async () => {
		const result = await rollOut(rolling());
		expect(result).toMatchObject({
			ok: false,
			reason: expect.stringMatching(/v0\.0\.9 answers, not v0\.1\.0/),
			restored: true,
			back: expect.stringMatching(
				/^what ran in prod before, as kustomization\.yaml had it at [0-9a-f]{12}, was put back and is ready$/,
			),
		});
		expect(declared()).toBe(BEFORE);
		const log = git("-C", join(rig.dir, "config.git"), "log", "--format=%s", "main").trim().split("\n");
		expect(log.slice(0, 2)).toEqual(["Put back what ran in prod before churn", "Deploy churn v0.1.0 to prod"]);
	});

	it("does not say that it runs again where it is silent now, nor where it never said that it was ready", async () => {
		const probe = `http://127.0.0.1:${await freePort()}`;
		const silent = await rollOut(rolling({ probe }));
		expect(silent).toMatchObject({
			restored: false,
			back: expect.stringContaining("whether it answers was not asked"),
		});
		expect(declared()).toBe(BEFORE);
		const place = target();
		const falling: Target = Object.assign(Object.create(place) as Target, {
			url: null,
			proofMs: 0,
			deploy: async (what: Deployment) => {
				await rig.target.stop();
				return place.deploy(what);
			},
			standing: (what: Deployment) => place.standing?.(what),
			logs: async () => [],
		});
		const fallen = await rollOut(rolling({ target: falling }));
		expect(fallen).toMatchObject({ restored: false, back: expect.stringContaining("does not say that it is ready") });
	});

	it("takes nothing back that somebody else changed meanwhile", async () => {
		const standing = await target().standing?.(deployment("v0.1.0"));
		await target().deploy(deployment("v0.1.0"));
		commit("images:\n  - name: churn\n    newTag: another\n");
		await expect(standing?.putBack()).rejects.toMatchObject({ code: "config-changed" });
		expect(declared()).toContain("another");
	});

	it("is the only one that does: afterwards the tags say what ran before", async () => {
		const result = await rollOut(rolling({ isFirst: false }));
		expect(result).toMatchObject({ ok: false, restored: null, back: null });
		expect(declared()).toContain(digestNamed("v0.1.0"));
	});
});
