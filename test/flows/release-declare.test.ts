import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "../../src/environments/index.ts";
import { carryOut } from "../../src/flows/release/carry-out.ts";
import { Ledger } from "../../src/flows/release/ledger.ts";
import { status } from "../../src/flows/status.ts";
import { Git } from "../../src/git/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
});
afterEach(() => rig.end());

describe("a merge", () => {
	it("is released, deployed, proved, and only then recorded", async () => {
		rig.commit("More epochs", { weights: 1 });
		expect(await rig.released()).toEqual(["dev: deployed v0.1.0", "prod: deployed v0.1.0"]);
		expect(rig.tags()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
		expect(rig.notices.map(({ environment, state }) => `${environment} ${state}`)).toEqual([
			"dev in_progress",
			"dev success",
			"prod in_progress",
			"prod success",
		]);
	});

	it("that changes nothing of the model does nothing", async () => {
		rig.commit("More epochs", { weights: 1 });
		await rig.release();
		rig.commit("Explain it", { weights: 1 });
		const before = rig.tags();
		expect(await rig.released()).toEqual(["dev: kept v0.1.0", "prod: kept v0.1.0"]);
		expect(rig.tags()).toEqual(before);
	});

	it("whose version does not answer changes nothing but the record, and the schedule does not try it again", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		rig.commit("Bad", { fails: "cannot load weights" });
		const [dev, prod] = await rig.release();
		expect(dev).toMatchObject({ outcome: "failed", previous: "v0.1.0", restored: true, log: ["cannot load weights"] });
		expect(prod).toMatchObject({ outcome: "waits", reason: "dev holds v0.1.0, not v0.2.0" });
		const tags = ["churn#dev#1", "churn#dev+failed+v0.2.0+1", "churn#prod#2", "churn@v0.1.0", "churn@v0.2.0"];
		expect(rig.tags()).toEqual(tags);
		expect(rig.git("tag", "-l", "--format=%(contents)", "churn#dev+failed+v0.2.0+1")).toMatch(
			/^churn v0\.2\.0 failed in dev\n\nDigest: sha256:[0-9a-f]{64}\nReason: .+/,
		);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);

		const { document } = await status(rig.context(), { model: null, verify: false, remote: null });
		const [first, second] = document.models[0]?.environments ?? [];
		expect(first?.failed).toMatchObject({ version: "v0.2.0", reason: expect.stringContaining("ended") });
		expect(second?.failed).toBeUndefined();

		const told = rig.notices.length;
		const [again] = await rig.release({ retries: false });
		expect(again).toMatchObject({
			action: "wait",
			outcome: "waits",
			reason: expect.stringMatching(/^v0\.2\.0 failed in dev at /),
		});
		expect(rig.notices.slice(told).map(({ state }) => state)).not.toContain("failure");
		// who asks gets another try; one note a day is enough
		expect((await rig.release())[0]).toMatchObject({ outcome: "failed" });
		expect(rig.tags()).toEqual(tags);
	});

	it("is told in full before it is done", async () => {
		rig.commit("More epochs", { weights: 1 });
		expect(await rig.released({ plan: true })).toEqual(["dev: planned v0.1.0", "prod: planned v0.1.0"]);
		expect(rig.tags()).toEqual([]);
		expect(rig.notices).toEqual([]);
	});

	it("repairs what is assigned and does not run", async () => {
		rig.commit("More epochs", { weights: 1 });
		await rig.release();
		await rig.target(rig.place.ports[1] ?? 0).stop();
		const [dev, prod] = await rig.release();
		expect([dev?.action, prod?.action, prod?.outcome]).toEqual(["keep", "repair", "deployed"]);
		expect(await rig.serves(1)).toBe("v0.1.0");
		expect(rig.tags()).toHaveLength(3);
	});
});

describe("a revert", () => {
	const bad = async (): Promise<void> => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		rig.commit("Bad", { weights: 2 });
		await rig.release();
		rig.git("revert", "--no-edit", "HEAD");
	};

	it("brings the earlier version back everywhere, production first, and holds", async () => {
		await bad();
		const [dev, prod] = await rig.release();
		for (const move of [dev, prod]) {
			expect(move).toMatchObject({ action: "revert", outcome: "deployed", version: "v0.1.0", rejects: "v0.2.0" });
			expect(move?.hold).toMatch(/^v0\.2\.0 was reverted by [0-9a-f]{7} "Revert "Bad""$/);
		}
		expect(rig.tags().slice(4, 6)).toEqual(["churn#prod#4", "churn#prod#5"]);
		expect([await rig.serves(0), await rig.serves(1)]).toEqual(["v0.1.0", "v0.1.0"]);
		expect(rig.tags().filter((name) => name.includes("@"))).toEqual(["churn@v0.1.0", "churn@v0.2.0"]);
	});

	it("stays reverted through a merge that changes something else", async () => {
		await bad();
		await rig.release();
		rig.commit("Explain it", { weights: 1 });
		expect(await rig.released()).toEqual(["dev: kept v0.1.0", "prod: kept v0.1.0"]);
	});

	it("lets the fix into dev and keeps it from production until a person promotes", async () => {
		await bad();
		await rig.release();
		rig.commit("Fixed", { weights: 3 });
		const [dev, prod] = await rig.release();
		expect(dev).toMatchObject({ outcome: "deployed", version: "v0.3.0", hold: null });
		expect(prod).toMatchObject({ outcome: "waits", version: "v0.3.0", previous: "v0.1.0" });
		expect(prod?.reason).toMatch(/^prod is on hold: v0\.2\.0 was reverted/);
		// what waits is looked after like what is kept
		await rig.target(rig.place.ports[1] ?? 0).stop();
		expect((await rig.release())[1]).toMatchObject({ action: "repair", outcome: "deployed", version: "v0.1.0" });
		expect(await rig.serves(1)).toBe("v0.1.0");
	});

	it("is lifted by its own revert", async () => {
		await bad();
		await rig.release();
		rig.git("revert", "--no-edit", "HEAD");
		const [dev, prod] = await rig.release();
		expect(dev).toMatchObject({ outcome: "deployed", version: "v0.2.0", lifts: "v0.2.0", hold: null });
		expect(prod).toMatchObject({ outcome: "deployed", version: "v0.2.0", hold: null });
		const state = (await rig.site()).ledger.state("churn", rig.config().environments);
		expect([...state.rejections.keys()]).toEqual([]);
	});
});

describe("a record that others write too", () => {
	it("is taken from the remote, and pushed there", async () => {
		rig.commit("More epochs", { weights: 1 });
		await rig.release({ remote: "origin" });
		const remote = rig.git("ls-remote", "--tags", "origin").split("\n");
		expect(remote.filter((line) => !line.endsWith("^{}")).map((line) => line.split("refs/tags/")[1])).toEqual(
			rig.tags(),
		);
	});

	it("is read again when somebody else took the number first", async () => {
		rig.commit("One", { weights: 1 });
		const site = await rig.site({ remote: "origin" });
		const { ledger } = site;
		// another clone, which knows nothing of ours
		rig.git("clone", "-q", `${rig.place.dir}/server.git`, `${rig.place.dir}/other`);
		rig.git("push", "-q", "origin", "main");
		rig.git("tag", "-a", "-m", "theirs", "churn@v0.1.0", "HEAD");
		rig.git("push", "-q", "origin", "churn@v0.1.0");
		rig.git("tag", "-d", "churn@v0.1.0");
		rig.commit("Two", { weights: 2 });
		const entry = { model: "churn", commit: rig.git("rev-parse", "HEAD"), summary: "ours", trailers: {} };
		expect(await ledger.register(entry, "v0.1.0")).toEqual({ kind: "lost" });
		expect(ledger.state("churn", new Map()).history.latest?.commit).toBe(rig.git("rev-parse", "HEAD~1"));
		expect(await ledger.register(entry, "v0.2.0")).toEqual({ kind: "written", tag: "churn@v0.2.0" });
	});

	it("is never overwritten: what was decided on an older record is decided again", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		rig.commit("Better", { weights: 2 });
		const site = await rig.site();
		const version = await rig.version(site, await rig.candidate(site));
		const dev = environmentOf(site.ledger.state("churn", site.config.environments), "dev");
		if (dev === null) throw new Error("no dev");
		await rig.release();
		const act = {
			action: "deploy",
			model: "churn",
			environment: dev,
			version,
			declared: null,
			predicates: [],
		} as const;
		expect(await carryOut(site, { ...act, trailers: {}, reason: "" })).toBe("lost");
		// the record has been read anew by now: it is what was decided on that counts
		expect(await carryOut(site, { ...act, trailers: {}, reason: "" })).toBe("lost");
		expect(rig.tags().filter((name) => name.startsWith("churn#dev"))).toEqual(["churn#dev#1", "churn#dev#3"]);
	});

	it("has one next assignment, whatever its tag is called, and one that lost is nowhere", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release({ remote: "origin" });
		const commit = rig.git("rev-parse", "HEAD");
		const entry = { model: "churn", environment: "dev", commit, summary: "", declared: null, trailers: {} };
		const [ours, theirs] = [(await rig.site({ remote: "origin" })).ledger, await elsewhere(rig)];
		// who knows more of other environments gives a higher number, which nobody has taken
		expect(await theirs.assign({ ...entry, environment: "prod" })).toEqual({ kind: "written", tag: "churn#prod#3" });
		expect(await theirs.assign(entry)).toEqual({ kind: "written", tag: "churn#dev#4" });
		expect(await ours.assign(entry)).toEqual({ kind: "lost" });
		expect(rig.tags().filter((name) => name.startsWith("churn#dev"))).toEqual(["churn#dev#1", "churn#dev#4"]);
		expect(await ours.assign(entry)).toEqual({ kind: "written", tag: "churn#dev#5" });
		expect(await theirs.assign(entry)).toEqual({ kind: "lost" });
		rig.git("push", "-q", "origin", "--delete", "refs/mainline/heads/churn");
		expect(await theirs.assign(entry)).toEqual({ kind: "lost" });
		expect(await theirs.assign(entry)).toEqual({ kind: "written", tag: "churn#dev#6" });
	});
});

/** The record as somebody has it who cloned. */
async function elsewhere(rig: ReleaseRig): Promise<Ledger> {
	const { place } = rig;
	rig.git("clone", "-q", `${place.dir}/server.git`, `${place.dir}/elsewhere`);
	const other = await Git.open(`${place.dir}/elsewhere`);
	return Ledger.open({ git: other, clock: systemClock, remote: "origin", dry: false });
}
