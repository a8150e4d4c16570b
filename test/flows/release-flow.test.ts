import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { promote } from "../../src/flows/promote.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { status } from "../../src/flows/status.ts";
import { Failure, type Outcome } from "../../src/kernel/index.ts";
import { freePort } from "../environments/rig.ts";
import { type Knowledge, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
let knowledge: Knowledge;

beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
	knowledge = { unknown: new Map(), locks: new Map() };
});
afterEach(() => rig.end());

function mainlineYaml({ soak = "0s" } = {}): string {
	return `models:
  churn:
    image: oci:../images
    code: [serve.py]
    command: [python3, serve.py]
environments:
  dev:
    deploy: {process: {port: ${ports[0]}}}
  prod:
    after: dev
    soak: ${soak}
    deploy: {process: {port: ${ports[1]}}}
`;
}

/** Commits weights (the model's content) with everything that the release needs. */
function commit(subject: string, weights: object, yaml = mainlineYaml()): string {
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	writeFileSync(join(rig.root, ".gitignore"), "/.dvc\n");
	writeFileSync(join(rig.root, "weights"), JSON.stringify(weights));
	writeFileSync(join(rig.root, "mainline.yaml"), yaml);
	writeFileSync(join(rig.root, "serve.py"), ReleaseRig.serve);
	return rig.commit(subject, {});
}

function released(more: Partial<ReleaseOptions> = {}): Promise<Outcome<Released>> {
	const options = {
		remote: null,
		plan: false,
		by: "ann",
		model: null,
		rev: "HEAD",
		before: null,
		know: knowing(knowledge),
	};
	return release(rig.context(), { ...options, ...more });
}

const person = { remote: null, plan: false, by: "ann", model: "churn", force: false, reason: null, breakFreeze: null };

describe("release", () => {
	it("packs the stored model, tags it and serves it; and again finds all of it done", async () => {
		const id = commit("More epochs", { weights: 1 });
		const { answer, document } = await released();
		expect(answer).toBe("yes");
		expect(document).toMatchObject({ schema: "mainline.release/1", plan: false, commit: id });
		const [model] = document.models;
		expect(model).toMatchObject({ outcome: "released", version: "v0.1.0", commit: id, unknown: [] });
		expect(model?.image).toBe(`oci:../images@${model?.digest}`);
		expect(await rig.serves(1)).toBe("v0.1.0");
		const again = (await released()).document.models[0];
		expect(again).toMatchObject({ outcome: "exists", version: "v0.1.0", digest: model?.digest, pushed: null });
		expect(again?.environments.map(({ outcome }) => outcome)).toEqual(["kept", "kept"]);
	});

	it("says which stage is not known, and why", async () => {
		commit("More epochs", { weights: 1 });
		knowledge.unknown = new Map([["train", ["params.yaml train.epochs: 20 → 40"]]]);
		const { answer, document } = await released();
		expect(answer).toBe("no");
		expect(document.models[0]).toMatchObject({
			outcome: "blocked",
			reason: "the results of these inputs are not known: train: params.yaml train.epochs: 20 → 40",
			unknown: [{ address: "train", why: ["params.yaml train.epochs: 20 → 40"] }],
		});
		expect(rig.tags()).toEqual([]);
	});

	it("tags a commit beside the branch when the merged lock is not true", async () => {
		const id = commit("More epochs", { weights: 1 });
		knowledge.locks = new Map([["dvc.lock", new TextEncoder().encode("schema: '2.0'\nstages: {}\n")]]);
		await released();
		const [first, second] = [
			rig.git("rev-parse", "churn@v0.1.0^{commit}"),
			rig.git("rev-parse", "churn#prod#2^{commit}"),
		];
		expect(first).toBe(second);
		expect(first).not.toBe(id);
		expect(rig.git("rev-parse", `${first}^`)).toBe(id);
		expect(rig.git("show", `${first}:dvc.lock`)).toBe("schema: '2.0'\nstages: {}");
		expect(rig.git("log", "-1", "--format=%s", first)).toBe("More epochs");
	});

	it("tells what to write where mainline.yaml names no model", async () => {
		commit("Bare", { weights: 1 }, "");
		const failure = await released().catch((cause: unknown) => cause);
		expect(failure).toBeInstanceOf(Failure);
		expect(failure).toMatchObject({ kind: "input", code: "nothing-to-release" });
	});

	it("plans the whole of it without doing any", async () => {
		commit("More epochs", { weights: 1 });
		const [model] = (await released({ plan: true })).document.models;
		expect(model).toMatchObject({ outcome: "planned", version: "v0.1.0", digest: null, image: null });
		expect(model?.environments.map((move) => [move.environment, move.outcome, move.digest])).toEqual([
			["dev", "planned", null],
			["prod", "planned", null],
		]);
		expect(rig.tags()).toEqual([]);
	});

	it("lets production wait for the soak, and says until when", async () => {
		commit("More epochs", { weights: 1 }, mainlineYaml({ soak: "30m" }));
		const prod = (await released()).document.models[0]?.environments[1];
		expect(prod).toMatchObject({ outcome: "waits", version: "v0.1.0", previous: null });
		expect(prod?.at).not.toBeNull();
		rig.clock = { ...rig.clock, now: () => new Date(Date.now() + 31 * 60_000) };
		expect((await released()).document.models[0]?.environments[1]).toMatchObject({ outcome: "deployed" });
	});
});

describe("rollback and promote", () => {
	const two = async (): Promise<void> => {
		commit("Good", { weights: 1 });
		await released();
		commit("Bad", { weights: 2 });
		await released();
	};

	it("brings the version before back, and a later merge of something else does not undo it", async () => {
		await two();
		const { answer, document } = await rollback(rig.context(), {
			...person,
			environment: "prod",
			to: null,
			reason: "wrong answers",
		});
		expect(answer).toBe("yes");
		expect(document).toMatchObject({ rejects: "v0.2.0", holds: true, move: { version: "v0.1.0", previous: "v0.2.0" } });
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.1.0"]);
		commit("Explain it", { weights: 2 });
		rig.git("commit", "-q", "--allow-empty", "-m", "Nothing at all");
		const moves = (await released()).document.models[0]?.environments;
		expect(moves?.map((move) => `${move.environment} ${move.outcome} ${move.version}`)).toEqual([
			"dev kept v0.2.0",
			"prod kept v0.1.0",
		]);
		expect(await rig.serves(1)).toBe("v0.1.0");
	});

	it("takes a rejected version by force only, and that lifts hold and rejection", async () => {
		await two();
		await rollback(rig.context(), { ...person, environment: "prod", to: null });
		const to = { ...person, environment: "prod", version: "v0.2.0" };
		const refused = await promote(rig.context(), to);
		expect(refused.answer).toBe("no");
		expect(refused.document.move).toMatchObject({
			outcome: "refused",
			hold: expect.stringMatching(/^rolled back from v0.2.0/),
		});
		const forced = await promote(rig.context(), { ...to, force: true, reason: "it was the network" });
		expect(forced.document.move).toMatchObject({ outcome: "deployed", lifts: "v0.2.0", hold: null });
		const { models } = (await status(rig.context(), { model: null, verify: true, remote: null })).document;
		expect(models[0]?.rejected).toEqual([]);
		expect(models[0]?.environments.map(({ health }) => health?.ok)).toEqual([true, true]);
	});

	it("says that there is nothing to go back to", async () => {
		commit("Good", { weights: 1 });
		await released();
		const { answer, document } = await rollback(rig.context(), { ...person, environment: "prod", to: null });
		expect(answer).toBe("no");
		expect(document.move).toMatchObject({
			outcome: "kept",
			version: "v0.1.0",
			reason: expect.stringMatching(/no other version/),
		});
	});

	it("promotes what dev holds, once", async () => {
		commit("Good", { weights: 1 }, mainlineYaml({ soak: "1h" }));
		await released();
		const early = await promote(rig.context(), { ...person, environment: "prod", version: null });
		expect(early.document.move).toMatchObject({ outcome: "waits" });
		const plan = await promote(rig.context(), {
			...person,
			environment: "prod",
			version: null,
			force: true,
			plan: true,
		});
		expect(plan.document.move).toMatchObject({ outcome: "planned" });
		expect(rig.tags()).toHaveLength(2);
		await promote(rig.context(), { ...person, environment: "prod", version: null, force: true });
		const again = await promote(rig.context(), { ...person, environment: "prod", version: null, force: true });
		expect(again.document.move).toMatchObject({ outcome: "kept", version: "v0.1.0" });
		expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
	});

	it.each([
		["an unknown model", { model: "chrun" }, "unknown-model"],
		["an unknown environment", { environment: "production" }, "unknown-environment"],
		["an unknown version", { version: "v9.9.9" }, "unknown-version"],
	])("refuses %s", async (_, more, code) => {
		commit("Good", { weights: 1 });
		await released();
		const asked = promote(rig.context(), { ...person, environment: "prod", version: null, ...more });
		await expect(asked).rejects.toMatchObject({ kind: "input", code });
	});
});

describe("status", () => {
	it("answers from the tags, with what a rollback would bring back", async () => {
		commit("Good", { weights: 1 });
		await released();
		commit("Bad", { weights: 2 });
		await released();
		rig.git("revert", "--no-edit", "HEAD");
		await released();
		const { document } = await status(rig.context(), { model: null, verify: false, remote: null });
		const [dev, prod] = document.models[0]?.environments ?? [];
		for (const found of [dev, prod]) {
			expect(found).toMatchObject({ version: "v0.1.0", subject: "Good", rollback: null, by: "ann" });
			expect(found?.hold).toMatch(/^v0\.2\.0 was reverted by [0-9a-f]{7} "Revert "Bad""$/);
			expect(found?.held).toMatchObject({ rejects: "v0.2.0", from: "main", declared: rig.git("rev-parse", "HEAD") });
		}
	});

	it("needs no mainline.yaml, no DVC and no models", async () => {
		rig.commit("Empty", {});
		const empty = await status(rig.context(), { model: null, verify: false, remote: null });
		expect(empty.document.models).toEqual([]);
		rig.git("tag", "-a", "-m", "by hand", "other@v1.0.0");
		rig.git("tag", "-a", "-m", "by hand", "other#live#1");
		const { document } = await status(rig.context(), { model: null, verify: false, remote: null });
		expect(document.models[0]).toMatchObject({
			name: "other",
			environments: [{ name: "live", version: "v1.0.0", digest: null }],
		});
	});

	it("notices that an environment serves something else", async () => {
		commit("Good", { weights: 1 });
		await released();
		await rig.target(ports[1]).stop();
		const { answer, document } = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(answer).toBe("no");
		expect(document.models[0]?.environments.map(({ health }) => health?.message)).toEqual([
			"v0.1.0 answers",
			"connection refused",
		]);
	});
});
