import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FlowContext } from "../../src/flows/context.ts";
import { promote } from "../../src/flows/promote.ts";
import type { Released } from "../../src/flows/release/documents.ts";
import type { KnowTree } from "../../src/flows/release/known.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { type Outcome, parseSha256, type Sha256, silent } from "../../src/kernel/index.ts";
import { BILL_TYPE, PROVENANCE_TYPE, type Referrer } from "../../src/release/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, type Knowledge, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
let knowledge: Knowledge;
let warned: string[];

/** Good in v0.1.0, better in v0.2.0: both environments run the second. */
beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
	knowledge = allKnown();
	warned = [];
	commit("Good", 1);
	await released();
	commit("Better", 2);
	await released();
});
afterEach(() => rig.end());

const know: KnowTree = (site, tree) => knowing(knowledge)(site, tree);
const person = { remote: null, plan: false, by: "ann", model: "churn", force: true, reason: null, know };

function context(): FlowContext {
	return { ...rig.context(), progress: { ...silent, warn: (line) => void warned.push(line) } };
}

function commit(subject: string, weights: number): void {
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	writeFileSync(join(rig.root, ".gitignore"), "/.dvc\n");
	writeFileSync(join(rig.root, "weights"), JSON.stringify({ weights }));
	writeFileSync(join(rig.root, "serve.py"), ReleaseRig.serve);
	writeFileSync(
		join(rig.root, "mainline.yaml"),
		`models:
  churn: {image: "oci:../images", code: [serve.py], command: [python3, serve.py]}
environments:
  dev: {deploy: {process: {port: ${ports[0]}}}}
  prod: {after: dev, deploy: {process: {port: ${ports[1]}}}}
`,
	);
	rig.commit(subject, {});
}

function released(more: Partial<ReleaseOptions> = {}): Promise<Outcome<Released>> {
	const options = { remote: null, plan: false, by: "ann", model: null, rev: "HEAD", before: null, know };
	return release(context(), { ...options, ...more });
}

function digestOf(version: string): Sha256 {
	const message = rig.git("tag", "-l", "--format=%(contents)", `churn@${version}`);
	return parseSha256(/^Digest: (.*)$/m.exec(message)?.[1] ?? "") ?? expect.unreachable();
}

/** Out of the registry, and out of what this machine unpacked before. */
function lose(version: string): void {
	rmSync(join(rig.place.dir, "images/blobs/sha256", digestOf(version).slice("sha256:".length)));
	for (const port of ports)
		rmSync(join(rig.place.dir, "state/process", String(port), "images"), { recursive: true, force: true });
}

const WOULD = /has no image sha256:.*; it would be packed anew from the stored model/;
const AGAIN = expect.stringMatching(/packed anew with the same digest/);

describe("an image that is gone from the registry", () => {
	it("is packed anew for the revert of a revert, whose plan said so", async () => {
		rig.git("revert", "--no-edit", "HEAD");
		await released();
		lose("v0.2.0");
		rig.git("revert", "--no-edit", "HEAD");
		const planned = await released({ plan: true });
		expect(planned.answer).toBe("yes");
		expect(planned.document.models[0]?.environments).toMatchObject([
			{ outcome: "planned", version: "v0.2.0", image: { state: "gone" } },
			{ outcome: "planned", version: "v0.2.0", image: { state: "gone" } },
		]);
		expect(renderText(planned.document, plainStyle).match(new RegExp(WOULD, "g"))).toHaveLength(1);
		expect(warned).toEqual([]);
		const done = await released();
		expect(done.document.models[0]?.environments).toMatchObject([
			{ outcome: "deployed", version: "v0.2.0", image: { state: "rebuilt" } },
			{ outcome: "deployed", version: "v0.2.0" },
		]);
		expect(warned).toContainEqual(AGAIN);
		expect(renderText(done.document, plainStyle)).toContain("it was packed anew from the stored model");
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.2.0", "v0.2.0"]);
	});

	it("is packed anew for a promotion, whose plan said so", async () => {
		lose("v0.1.0");
		const order = { ...person, environment: "prod", version: "v0.1.0", breakFreeze: null };
		const planned = await promote(context(), { ...order, plan: true });
		expect(planned).toMatchObject({ answer: "yes", document: { move: { image: { state: "gone" } } } });
		expect(renderText(planned.document, plainStyle)).toMatch(WOULD);
		const done = await promote(context(), order);
		expect(done).toMatchObject({
			answer: "yes",
			document: { move: { outcome: "deployed", image: { state: "rebuilt" } } },
		});
		expect(warned).toContainEqual(AGAIN);
		expect(await rig.serves(1)).toBe("v0.1.0");
	});

	it("is packed anew where what is assigned has to be started again", async () => {
		lose("v0.2.0");
		await rig.target(ports[1]).stop();
		const done = await released();
		expect(done.document.models[0]?.environments[1]).toMatchObject({ action: "repair", outcome: "deployed" });
		expect(await rig.serves(1)).toBe("v0.2.0");
	});

	it("is told by the plan of a rollback", async () => {
		const order = { ...person, environment: "prod", to: null, plan: true };
		const there = await rollback(context(), order);
		expect(there).toMatchObject({ answer: "yes", document: { rebuilt: false, move: { image: { state: "there" } } } });
		expect(renderText(there.document, plainStyle)).toContain("its image is in the registry");
		lose("v0.1.0");
		const gone = await rollback(context(), order);
		expect(gone).toMatchObject({ answer: "yes", document: { rebuilt: false, move: { image: { state: "gone" } } } });
		expect(renderText(gone.document, plainStyle)).toMatch(WOULD);
		expect(warned).toEqual([]);
	});

	it("makes a plan say no where it cannot be packed anew", async () => {
		lose("v0.1.0");
		knowledge.unknown = new Map([["train", ["its result is gone"]]]);
		const lost = { answer: "no", document: { move: { outcome: "planned", image: { state: "lost" } } } };
		const order = { ...person, plan: true, environment: "prod" };
		expect(await rollback(context(), { ...order, to: null })).toMatchObject(lost);
		expect(await promote(context(), { ...order, version: "v0.1.0", breakFreeze: null })).toMatchObject(lost);
		const done = await promote(context(), { ...order, plan: false, version: "v0.1.0", breakFreeze: null });
		expect(done).toMatchObject({
			answer: "no",
			document: {
				move: { outcome: "failed", reason: expect.stringMatching(/cannot be packed anew: the results of train/) },
			},
		});
		expect(await rig.serves(1)).toBe("v0.2.0");
	});
});

describe("an image that names its repository", () => {
	const HTTPS = "https://git.example.org/acme/churn.git";
	const [order, tagged] = [{ ...person, environment: "prod", to: "v0.3.0" }, "churn@v0.3.0"];

	/** Released as v0.3.0 by a clone of that origin; nothing of its image, nor of any other, is left. */
	async function releasedFrom(origin: string): Promise<readonly Referrer[]> {
		rig.git("remote", "set-url", "origin", origin);
		commit("From a server", 3);
		await released();
		const documents = await rig.store.referrers(digestOf("v0.3.0"));
		await rollback(context(), { ...order, to: "v0.1.0" });
		lose("v0.3.0");
		rmSync(join(rig.place.dir, "images"), { recursive: true });
		return documents;
	}

	it("comes to the same digest, with the same documents, in a clone that calls its origin otherwise", async () => {
		const documents = await releasedFrom(HTTPS);
		expect(rig.git("tag", "-l", "--format=%(contents)", tagged)).toContain(
			"\nSource: https://git.example.org/acme/churn\n",
		);
		expect(documents.map(({ artifactType }) => artifactType)).toEqual([BILL_TYPE, PROVENANCE_TYPE]);
		for (const origin of ["git@renamed.example.org:acme/other.git", join(rig.place.dir, "server.git")]) {
			rig.git("remote", "set-url", "origin", origin);
			rmSync(join(rig.place.dir, "images"), { recursive: true, force: true });
			const { document } = await rollback(context(), order);
			expect(document).toMatchObject({ rebuilt: true, digest: digestOf("v0.3.0") });
			expect(await rig.store.referrers(digestOf("v0.3.0"))).toEqual(documents);
		}
	});

	it("is found by what other images name, where its tag is from before tags said it", async () => {
		await releasedFrom(HTTPS);
		const message = rig.git("tag", "-l", "--format=%(contents)", tagged).replace(/\nSource: .*/, "");
		rig.git("tag", "-f", "-a", "-m", message, tagged, `${tagged}^{}`);
		rig.git("remote", "set-url", "origin", join(rig.place.dir, "server.git"));
		const lost = await rollback(context(), order);
		expect(lost.document.rebuilt).toBe(false);
		expect(warned.at(-1)).toMatch(/it names another address of the repository than this clone's origin/);
		rig.git("remote", "set-url", "origin", HTTPS);
		commit("The next one", 4);
		await released();
		rig.git("remote", "set-url", "origin", join(rig.place.dir, "server.git"));
		expect((await rollback(context(), order)).document).toMatchObject({ rebuilt: true, digest: digestOf("v0.3.0") });
	});
});
