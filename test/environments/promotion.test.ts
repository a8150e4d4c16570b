import { describe, expect, it } from "vitest";
import {
	type Decision,
	decideDeclaration,
	decidePromotion,
	environmentOf,
	explicitTarget,
	type PromotionQuestion,
	rollbackTarget,
	versionOf,
} from "../../src/environments/index.ts";
import { digestNamed, environment, Tagged } from "./tagged.ts";

const APPROVE = { by: ["ada", "carol"], count: 2, own: false };
const CONFIGS = [environment("dev"), environment("prod", { after: "dev", soakMs: 30 * 60_000 })];

function decide(tagged: Tagged, version: string, more: Partial<PromotionQuestion> = {}): Decision {
	const state = tagged.state(CONFIGS);
	const prod = environmentOf(state, "prod");
	const found = versionOf(state.history, version);
	if (prod === null || found === null) throw new Error("the test names what is not there");
	return decidePromotion({ state, environment: prod, version: found, now: tagged.now(), asked: "automatic", ...more });
}

const inDev = (): Tagged => new Tagged().version("v0.1.0").assign("dev", "v0.1.0");

describe("whether a version may be promoted", () => {
	it("waits until it has soaked, and says when that will be", () => {
		const tagged = inDev().later(12);
		const decision = decide(tagged, "v0.1.0");
		expect(decision.reasons).toEqual(["12 min in dev of the 30 min asked for"]);
		expect(decision.at).toEqual(new Date(Date.UTC(2026, 0, 1, 0, 32)));
		expect(decide(tagged.later(18), "v0.1.0").allow).toBe(true);
	});

	it("counts only unbroken time, and the same version assigned again does not break it", () => {
		expect(decide(inDev().later(20).assign("dev", "v0.1.0").later(9), "v0.1.0").allow).toBe(true);
		const interrupted = inDev().version("v0.2.0").assign("dev", "v0.2.0").later(40).assign("dev", "v0.1.0").later(9);
		expect(decide(interrupted, "v0.1.0").reasons).toEqual(["9 min in dev of the 30 min asked for"]);
	});

	it("does not take time for health", () => {
		const decision = decide(inDev().later(60), "v0.1.0", { healthyUpstream: false });
		expect(decision.reasons).toEqual(["dev does not answer well just now"]);
		expect(decision.at).toBeNull();
	});

	it("wants the version in the environment before", () => {
		const decision = decide(inDev().version("v0.2.0").later(60), "v0.2.0", { asked: "explicit" });
		expect(decision.reasons[0]).toBe("dev holds v0.1.0, not v0.2.0");
		expect(decide(inDev().version("v0.2.0"), "v0.2.0", { asked: "force" }).allow).toBe(true);
	});

	it("never takes a rejected version but by force", () => {
		const tagged = inDev()
			.assign("prod", "v0.1.0", { rejects: "v0.2.0", hold: "wrong answers" })
			.version("v0.2.0")
			.assign("dev", "v0.2.0")
			.later(60);
		for (const asked of ["automatic", "explicit"] as const) {
			expect(decide(tagged, "v0.2.0", { asked }).reasons).toContain("v0.2.0 is rejected: wrong answers");
		}
		expect(decide(tagged, "v0.2.0", { asked: "force" }).allow).toBe(true);
	});

	it("stops automation at a hold, not a person", () => {
		const tagged = inDev()
			.assign("prod", "v0.1.0", { hold: "careful" })
			.version("v0.2.0")
			.assign("dev", "v0.2.0")
			.later(60);
		expect(decide(tagged, "v0.2.0").reasons).toEqual(["prod is on hold: careful"]);
		expect(decide(tagged, "v0.2.0", { asked: "explicit" }).allow).toBe(true);
	});

	it("does not go back by itself", () => {
		const tagged = inDev().version("v0.2.0").assign("prod", "v0.2.0").later(60);
		expect(decide(tagged, "v0.1.0").reasons[0]).toMatch(/^v0.1.0 is older than v0.2.0/);
	});

	it("notices that somebody else was faster", () => {
		const tagged = inDev().later(60);
		expect(decide(tagged, "v0.1.0", { replaces: null }).allow).toBe(true);
		expect(decide(tagged, "v0.1.0", { replaces: "churn#prod#7" }).allow).toBe(false);
	});

	it("begins the soak anew when the environment was seen to answer badly, from when it answered well again", () => {
		const tagged = inDev().later(25).health("dev", "unwell").later(10);
		expect(decide(tagged, "v0.1.0")).toMatchObject({ reasons: ["dev does not answer well just now"], at: null });
		tagged.health("dev", "well").later(12);
		expect(decide(tagged, "v0.1.0").reasons).toEqual([
			"12 min in dev of the 30 min asked for, anew since dev did not answer well: connection refused",
		]);
		expect(decide(tagged.later(18), "v0.1.0").allow).toBe(true);
		// what was before the version came there says nothing of it
		const later = inDev().health("dev", "unwell").version("v0.2.0").assign("dev", "v0.2.0").later(30);
		expect(decide(later, "v0.2.0").allow).toBe(true);
	});

	it("waits for as many as mainline.yaml asks for to approve this very image, and no force passes over that", () => {
		const configs = [environment("dev"), environment("prod", { after: "dev", approve: APPROVE })];
		const decided = (tagged: Tagged, asked: PromotionQuestion["asked"] = "automatic") => {
			const state = tagged.state(configs);
			const [prod, version] = [environmentOf(state, "prod"), versionOf(state.history, "v0.1.0")];
			if (prod === null || version === null) throw new Error("the test names what is not there");
			return decidePromotion({ state, environment: prod, version, now: tagged.now(), asked });
		};
		const missing =
			"v0.1.0 has 0 of 2 approvals for prod: ada or carol, who did not propose it may say `/mainline approve prod v0.1.0`";
		for (const asked of ["automatic", "explicit", "force"] as const) {
			expect(decided(inDev(), asked)).toMatchObject({ allow: false, reasons: [missing], at: null });
		}
		const once = inDev().approve("prod", "v0.1.0", "carol").approve("prod", "v0.1.0", "Carol");
		expect(decided(once).reasons[0]).toContain("1 of 2 approvals (carol)");
		for (const odd of [
			once.approve("prod", "v0.1.0", "mallory"),
			once.approve("dev", "v0.1.0", "ada"),
			once.version("v0.2.0").approve("prod", "v0.2.0", "ada", digestNamed("v0.1.0")),
			once.approve("prod", "v0.1.0", "ada", digestNamed("v9")),
		]) {
			expect(decided(odd).allow).toBe(false);
		}
		const both = inDev().approve("prod", "v0.1.0", "carol").approve("prod", "v0.1.0", "ADA");
		expect(decided(both).allow).toBe(true);
	});

	it("waits until a freeze is over, unless somebody breaks it with a word, and goes back all the same", () => {
		const friday = { kind: "once", from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 0, 2), zone: "UTC" } as const;
		const configs = [environment("dev", { freeze: [{ ...friday, reason: "the fair" }] })];
		const tagged = new Tagged().version("v0.1.0").assign("dev", "v0.1.0").version("v0.2.0");
		const moves = (version: string) => {
			const state = tagged.state(configs);
			const found = versionOf(state.history, version);
			if (found === null) throw new Error("the test names what is not there");
			return decideDeclaration({ state, version: found, now: tagged.now(), changed: null });
		};
		expect(moves("v0.2.0")).toMatchObject([
			{
				kind: "wait",
				decision: {
					reasons: ["dev is frozen until Fri, 2 Jan 2026, 00:00 (UTC): the fair"],
					at: new Date(Date.UTC(2026, 0, 2)),
				},
			},
		]);
		const state = tagged.state(configs);
		const [dev, version] = [environmentOf(state, "dev"), versionOf(state.history, "v0.2.0")];
		if (dev === null || version === null) throw new Error("the test names what is not there");
		const question = { state, environment: dev, version, now: tagged.now() };
		expect(decidePromotion({ ...question, asked: "force" }).allow).toBe(false);
		expect(decidePromotion({ ...question, asked: "explicit", breaksFreeze: true }).allow).toBe(true);
		tagged.assign("dev", "v0.2.0");
		expect(moves("v0.1.0")).toMatchObject([{ kind: "revert", rejects: "v0.2.0" }]);
	});

	it("takes a version without an image for none", () => {
		const tagged = inDev();
		tagged.tags[0] = { ...tagged.tags[0], message: "made by hand\n" } as (typeof tagged.tags)[number];
		expect(decide(tagged.later(60), "v0.1.0").reasons[0]).toMatch(/names no image/);
	});
});

describe("what a rollback brings back", () => {
	const three = (): Tagged =>
		["v0.1.0", "v0.2.0", "v0.3.0"].reduce((tagged, v) => tagged.version(v).assign("prod", v), new Tagged());
	const target = (tagged: Tagged): string | null => {
		const state = tagged.state(CONFIGS);
		const prod = environmentOf(state, "prod");
		return prod === null ? null : (rollbackTarget(state, prod)?.version ?? null);
	};

	it("is what the environment held before, and further back each time", () => {
		const tagged = three();
		expect(target(tagged)).toBe("v0.2.0");
		tagged.assign("prod", "v0.2.0", { rejects: "v0.3.0", hold: "bad" });
		expect(target(tagged)).toBe("v0.1.0");
		tagged.assign("prod", "v0.1.0", { rejects: "v0.2.0", hold: "bad too" });
		expect(target(tagged)).toBeNull();
	});

	it("refuses a version that is unknown or rejected, and says what there is", () => {
		const state = three().assign("prod", "v0.1.0", { rejects: "v0.2.0", hold: "bad" }).state(CONFIGS);
		expect(() => explicitTarget(state, "v9.0.0", false)).toThrow("churn has no version v9.0.0");
		expect(() => explicitTarget(state, "0.2.0", false)).toThrow("v0.2.0 is rejected: bad");
		expect(explicitTarget(state, "0.2.0", true).version).toBe("v0.2.0");
	});
});
