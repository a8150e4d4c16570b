import { describe, expect, it } from "vitest";
import {
	type Decision,
	decidePromotion,
	environmentOf,
	explicitTarget,
	type PromotionQuestion,
	rollbackTarget,
	versionOf,
} from "../../src/environments/index.ts";
import { environment, Tagged } from "./tagged.ts";

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
