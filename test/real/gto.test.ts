import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { environmentOf, modelState, rollbackTarget } from "../../src/environments/index.ts";
import { carryOut } from "../../src/flows/release/carry-out.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "../flows/release-rig.ts";

let rig: ReleaseRig;
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
});
afterEach(() => rig.end());

function gto<T>(...args: string[]): T {
	return JSON.parse(execFileSync("gto", [...args, "--json"], { cwd: rig.root, encoding: "utf8" })) as T;
}

interface Shown {
	readonly version: string;
	readonly stage: Record<string, string | null>;
}

/** What we say of each environment, in the shape of `gto show`. */
async function ours(): Promise<Record<string, string | null>> {
	const { ledger } = await rig.site();
	const state = modelState(ledger.state("churn", new Map()).history);
	return Object.fromEntries(state.environments.map(({ name, version }) => [name, version]));
}

async function agree(): Promise<void> {
	const shown = gto<Record<string, Shown>>("show")["churn"];
	expect(await ours()).toEqual(shown?.stage);
	const { ledger } = await rig.site();
	expect(ledger.state("churn", new Map()).history.latest?.version).toBe(shown?.version);
}

describe("gto", () => {
	it("agrees with us after each step of a model's life, and shows our reasons", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		await agree();
		rig.commit("Bad", { weights: 2 });
		await rig.release();
		await agree();
		rig.git("revert", "--no-edit", "HEAD");
		await rig.release();
		await agree();
		expect(await ours()).toEqual({ dev: "v0.1.0", prod: "v0.1.0" });
		rig.git("revert", "--no-edit", "HEAD");
		await rig.release();
		await agree();
		expect(await ours()).toEqual({ dev: "v0.2.0", prod: "v0.2.0" });
		const history = gto<{ event: string; ref: string; message: string }[]>("history", "churn");
		expect(history.map(({ ref }) => ref).sort()).toEqual(rig.tags());
		expect(history.some(({ message }) => message.includes("Rejects: v0.2.0"))).toBe(true);
	});

	it("passes over approvals and what was seen of an environment's health", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		const { ledger } = await rig.site();
		const commit = rig.git("rev-parse", "churn@v0.1.0^{commit}");
		const entry = { model: "churn", commit, summary: "What was said and seen", trailers: {} };
		await ledger.approve(entry, { environment: "prod", version: "v0.1.0", by: "carol" });
		await ledger.noteHealth(entry, { environment: "dev", kind: "unwell" });
		await ledger.noteHealth(entry, { environment: "dev", kind: "well" });
		expect(rig.tags().filter((tag) => tag.includes("+"))).toEqual([
			"churn#dev+unwell+1",
			"churn#dev+well+2",
			"churn#prod+approved+v0.1.0+carol",
		]);
		await agree();
		const history = gto<{ ref: string }[]>("history", "churn");
		expect(history.map(({ ref }) => ref).sort()).toEqual(["churn#dev#1", "churn#prod#2", "churn@v0.1.0"]);
	});

	it("agrees after a rollback by hand", async () => {
		rig.commit("Good", { weights: 1 });
		await rig.release();
		rig.commit("Bad", { weights: 2 });
		await rig.release();
		const site = await rig.site();
		const state = site.ledger.state("churn", site.config.environments);
		const prod = environmentOf(state, "prod");
		const version = prod === null ? null : rollbackTarget(state, prod);
		if (prod === null || version === null) throw new Error("nothing to roll back to");
		const trailers = { hold: "wrong answers", rejects: "v0.2.0" };
		const act = { action: "revert" as const, model: "churn", environment: prod, version, declared: null };
		await carryOut(site, { ...act, trailers, reason: "wrong answers", predicates: [] });
		await agree();
		expect(await ours()).toEqual({ dev: "v0.2.0", prod: "v0.1.0" });
	});
});
