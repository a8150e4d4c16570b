import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { board } from "../../src/flows/board.ts";
import { promote } from "../../src/flows/promote.ts";
import { rehearse } from "../../src/flows/rehearse.ts";
import type { DeploymentNotice } from "../../src/flows/release/announce.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import type { KnowTree } from "../../src/flows/release/known.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { status } from "../../src/flows/status.ts";
import { Failure, type Outcome, silent } from "../../src/kernel/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, type Knowledge, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
let knowledge: Knowledge;

beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
	knowledge = allKnown();
});
afterEach(() => rig.end());

const know: KnowTree = (site, tree) => knowing(knowledge)(site, tree);

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
	const options = { remote: null, plan: false, by: "ann", model: null, rev: "HEAD", before: null, know };
	return release(rig.context(), { ...options, ...more });
}

const asked = { remote: null, plan: false, by: "ann", model: "churn" };
const person = { ...asked, force: false, reason: null, breakFreeze: null, know };

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

	it("is the one that was made since it was asked for, when its job is run again", async () => {
		await two();
		commit("Worse", { weights: 3 });
		await released();
		const order = { ...person, environment: "prod", to: null, asked: new Date(Math.floor(Date.now() / 1000) * 1000) };
		const moves = [await rollback(rig.context(), order), await rollback(rig.context(), order)];
		expect(moves.map(({ answer, document: { move } }) => [answer, move.outcome, move.version])).toEqual([
			["yes", "deployed", "v0.2.0"],
			["yes", "kept", "v0.2.0"],
		]);
		const later = await rollback(rig.context(), { ...order, asked: new Date(Date.now() + 60_000) });
		expect(later.document.move).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
	});

	it("is the one that this very workflow run made, when somebody runs it again", async () => {
		await two();
		commit("Worse", { weights: 3 });
		await released();
		const run = "https://github.com/acme/churn/actions/runs/17";
		const order = { ...person, environment: "prod", to: null, run };
		const moves = [await rollback(rig.context(), order), await rollback(rig.context(), order)];
		expect(moves.map(({ document: { move } }) => [move.outcome, move.version])).toEqual([
			["deployed", "v0.2.0"],
			["kept", "v0.2.0"],
		]);
		const tag = moves[0]?.document.move.tag ?? "";
		expect(rig.git("tag", "-l", "--format=%(contents)", tag)).toContain(`\nRun: ${run}`);
		const another = await rollback(rig.context(), { ...order, run: `${run}8` });
		expect(another.document.move).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
		// what was deployed since is not what that run brought back
		await promote(rig.context(), { ...person, environment: "prod", version: "v0.3.0", force: true });
		const late = await rollback(rig.context(), order);
		expect(late.document.move).toMatchObject({ outcome: "deployed", version: "v0.1.0" });
	});

	it("says that there is nothing to go back to, and to those who were not told what stands", async () => {
		commit("Good", { weights: 1 });
		await released();
		const announce = async (notice: DeploymentNotice): Promise<void> => void rig.notices.push(notice);
		const order = { ...person, environment: "prod", to: null, announce };
		const { answer, document } = await rollback(rig.context(), order);
		expect(rig.notices).toMatchObject([{ state: "success", version: "v0.1.0", tag: "churn#prod#2" }]);
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
		const page = await board(rig.context(), { out: "site/board.html", remote: null });
		const told = page.document.models[0]?.timeline.map((each) => `${each.environment} ${each.kind} ${each.version}`);
		expect(told).toEqual([
			"dev reverted v0.1.0",
			"prod reverted v0.1.0",
			"prod promoted v0.2.0",
			"dev promoted v0.2.0",
			"null released v0.2.0",
			"prod promoted v0.1.0",
			"dev promoted v0.1.0",
			"null released v0.1.0",
		]);
		const written = readFileSync(join(rig.root, "site/board.html"));
		expect(String(written)).toContain("reverted by the main line");
		expect(written.length).toBe(page.document.file?.bytes);
		expect(readdirSync(join(rig.root, "site"))).toEqual(["board.html"]);
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

	it("tells a clone that has old tags from a server that runs something else", async () => {
		commit("Good", { weights: 1 });
		await released();
		rig.git("clone", "-q", ".", "../elsewhere");
		commit("Better", { weights: 2 });
		await released();
		const context = { ...rig.context(), cwd: `${rig.root}/../elsewhere` };
		const { document } = await status(context, { model: null, verify: true, remote: null });
		expect(document.verified?.disagreements.map(({ next }) => next)).toEqual(
			Array(2).fill(
				"this clone does not know v0.2.0: see what others released since with `mainline status --fetch --verify`",
			),
		);
	});

	it("notices that an environment serves something else", async () => {
		commit("Good", { weights: 1 });
		await released();
		const fine = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(fine).toMatchObject({ answer: "yes", document: { verified: { disagreements: [], unasked: [] } } });
		await rig.target(ports[1]).stop();
		const { answer, document } = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(answer).toBe("no");
		expect(document.verified?.disagreements).toEqual([
			{
				model: "churn",
				environment: "prod",
				who: "server",
				says: `prod has v0.1.0, but http://127.0.0.1:${ports[1]} says: connection refused`,
				next: expect.stringMatching(/^`mainline release` deploys anew/),
			},
		]);
		expect(document.models[0]?.environments.map(({ health }) => health?.message)).toEqual([
			"v0.1.0 answers",
			"connection refused",
		]);
	});
});

/** Good in v0.1.0, bad in v0.2.0: in both environments runs the second. */
async function twoReleased(): Promise<void> {
	commit("Good", { weights: 1 });
	await released();
	commit("Bad", { weights: 2 });
	await released();
}

/** Takes the image of a version out of the registry; its digest. */
function loseImage(version: string): string {
	const digest = /^Digest: (.*)$/m.exec(rig.git("tag", "-l", "--format=%(contents)", `churn@${version}`))?.[1] ?? "";
	rmSync(join(rig.place.dir, "images/blobs/sha256", digest.slice("sha256:".length)));
	return digest;
}

function rehearsed(more: Partial<Parameters<typeof rehearse>[1]> = {}): ReturnType<typeof rehearse> {
	return rehearse(rig.context(), {
		remote: null,
		plan: false,
		by: "ann",
		model: null,
		environments: [],
		know,
		...more,
	});
}

describe("a rehearsal of the way back", () => {
	it("pulls it, starts it beside what runs and asks it, and writes down in a tag that it would work", async () => {
		await twoReleased();
		expect((await rehearsed({ plan: true })).document.rehearsals[0]).toMatchObject({ outcome: "planned", steps: [] });
		rig.clock = { ...rig.clock, now: () => new Date(Date.now() + 1000) };
		const { answer, document } = await rehearsed({ environments: ["prod"] });
		expect(answer).toBe("yes");
		const steps = document.rehearsals.map(({ steps }) => steps.map(({ name, outcome }) => `${name} ${outcome}`));
		expect(steps).toEqual([["image passed", "model failed", "start passed"]]);
		expect(document.rehearsals[0]?.reason).toBe(
			"its image could not be packed anew: there is no DVC remote to keep the model",
		);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.2.0"]);
		expect(readdirSync(join(rig.place.dir, "state/trial"))).toEqual([]);
		expect(rig.tags()).toContain(document.tag);
		const told = (await status(rig.context(), { model: null, verify: false, remote: null })).document;
		const ways = told.models[0]?.environments.map(({ rollback }) => rollback?.rehearsed?.ok ?? null);
		expect(ways).toEqual([null, true]);
		expect(renderText(told, plainStyle)).toContain("rollback would bring back v0.1.0: rehearsed just now ✓");
	});

	it("is no rehearsal where nothing could be started: status says that the image was there, and no more", async () => {
		const byCommand = mainlineYaml().replace(/deploy: \{process[^}]*\}\}/g, 'deploy: {command: ["true"]}');
		commit("Good", { weights: 1 }, byCommand);
		await released();
		commit("Bad", { weights: 2 }, byCommand);
		await released();
		const { answer, document } = await rehearsed({ environments: ["prod"] });
		expect(answer).toBe("yes");
		expect(document.rehearsals[0]).toMatchObject({ outcome: "unstarted", version: "v0.1.0" });
		expect(renderText(document, plainStyle)).toContain("back to v0.1.0: its image is there, and it was not started");
		const told = (await status(rig.context(), { model: null, verify: false, remote: null })).document;
		expect(told.models[0]?.environments[1]?.rollback?.rehearsed).toMatchObject({ ok: true, started: false });
		const text = renderText(told, plainStyle);
		expect(text).toContain("rollback would bring back v0.1.0: its image was there just now, not started");
		expect(text).not.toContain("✓");
	});

	it("finds that what would come back does not start any more", async () => {
		commit("Good", { weights: 1 });
		await released();
		commit("Bad", { weights: 2 });
		await released();
		// python3 is on this path no more
		const machine = { ...rig.context().machine, path: "/nowhere" };
		const outcome = await rehearse(
			{ ...rig.context(), machine },
			{ remote: null, plan: false, by: null, model: "churn", environments: ["prod"], know },
		);
		expect(outcome.answer).toBe("no");
		expect(outcome.document.rehearsals[0]).toMatchObject({ outcome: "failed", version: "v0.1.0" });
		const told = (await status(rig.context(), { model: null, verify: false, remote: null })).document;
		expect(renderText(told, plainStyle)).toMatch(/rollback would bring back v0\.1\.0: rehearsal failed just now ✗ \(/);
	});

	it("packs an image that is gone anew, to the same digest, and says so loudly; a rollback does it by itself", async () => {
		knowledge.remote = join(rig.place.dir, "shelf");
		await twoReleased();
		const digest = loseImage("v0.1.0");
		const verified = await status(rig.context(), { model: null, verify: true, remote: null });
		expect(verified.answer).toBe("no");
		expect(verified.document.verified?.disagreements.map(({ who, environment }) => `${who} ${environment}`)).toEqual([
			"registry dev",
			"registry prod",
		]);
		expect(verified.document.models[0]?.environments[1]?.rollback?.inRegistry).toBe(false);
		const warned: string[] = [];
		const context = { ...rig.context(), progress: { ...silent, warn: (line: string) => void warned.push(line) } };
		const back = await rollback(context, { ...person, environment: "prod", to: null });
		expect(back).toMatchObject({ answer: "yes", document: { rebuilt: true, digest, move: { outcome: "deployed" } } });
		expect(warned.at(-1)).toMatch(/packed anew with the same digest/);
		expect(await rig.serves(1)).toBe("v0.1.0");
		const present = loseImage("v0.2.0");
		const again = await rollback(context, { ...person, environment: "dev", to: "v0.2.0", force: true });
		expect(again.document).toMatchObject({ rebuilt: true, digest: present, move: { outcome: "kept" } });
		loseImage("v0.1.0");
		const { answer, document } = await rehearsed({ environments: ["dev"] });
		expect(answer).toBe("yes");
		expect(document.rehearsals[0]?.reason).toMatch(/is there again; .*remote "shelf" lacks 1 of the 1 objects/);
		expect(document.rehearsals[0]?.steps.map(({ outcome }) => outcome)).toEqual(["restored", "failed", "passed"]);
	});

	it("fails where neither the image nor the model is left, and so does the rollback", async () => {
		await twoReleased();
		loseImage("v0.1.0");
		knowledge.tampered = true;
		const [other] = (await rehearsed({ environments: ["prod"] })).document.rehearsals;
		expect(other).toMatchObject({
			outcome: "failed",
			reason: expect.stringMatching(/packed anew it is sha256:.*, not sha256:/),
		});
		knowledge.unknown = new Map([["train", ["its result is gone"]]]);
		const { answer, document } = await rehearsed({ environments: ["prod"] });
		expect(answer).toBe("no");
		expect(document.rehearsals[0]?.reason).toMatch(/has no image sha256:.*cannot be packed anew: the results of train/);
		// what this machine unpacked before would be enough
		rmSync(join(rig.place.dir, "state/process", String(ports[1]), "images"), { recursive: true });
		const back = await rollback(rig.context(), { ...person, environment: "prod", to: null });
		expect(back).toMatchObject({ answer: "no", document: { rebuilt: false, move: { outcome: "failed" } } });
		expect(await rig.serves(1)).toBe("v0.2.0");
	});

	it("has nothing to try where there is nothing to go back to, and refuses an environment that is not there", async () => {
		commit("Good", { weights: 1 });
		await released();
		const { answer, document } = await rehearsed();
		expect(answer).toBe("yes");
		expect(document).toMatchObject({ tag: null, rehearsals: [{ outcome: "none" }, { outcome: "none" }] });
		await expect(rehearsed({ environments: ["production"] })).rejects.toMatchObject({ code: "unknown-environment" });
	});
});

describe("status, verified", () => {
	it("tells a server that nobody could ask from one that serves another image", async () => {
		commit("Good", { weights: 1 });
		await released();
		const asked = async (probe: string) => {
			const yaml = mainlineYaml().replace("  prod:\n", `  prod:\n    probe: ${probe}\n`);
			writeFileSync(join(rig.root, "mainline.yaml"), yaml);
			return status(rig.context(), { model: null, verify: true, remote: null });
		};
		const nowhere = await asked("http://nowhere.invalid:1");
		expect(nowhere.answer).toBe("unknown");
		expect(nowhere.document.verified).toMatchObject({
			disagreements: [],
			unasked: [{ environment: "prod", who: "server" }],
		});
		const other = `sha256:${"7".repeat(64)}`;
		const server = createServer((_, response) => {
			response.end(JSON.stringify({ name: "churn", versions: ["v0.1.0"], parameters: { digest: other } }));
		});
		await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
		const wrong = await asked(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		server.close();
		expect(wrong.answer).toBe("no");
		expect(wrong.document.verified?.disagreements[0]?.says).toContain(`says that it serves ${other}`);
		expect(renderText(wrong.document, plainStyle)).toMatch(/\n✗ churn in prod: prod has the image sha256:/);
	});
});
