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

	it("is no by itself where it failed, until it came there, is another image, or somebody asks", () => {
		const tagged = inDev().later(60).failed("prod", "v0.1.0");
		const alone = { retries: false };
		expect(decide(tagged, "v0.1.0", alone).reasons).toEqual([
			"v0.1.0 failed in prod at 2026-01-01T01:03:00.000Z: it answers 503; `mainline promote churn@v0.1.0 prod` tries it again",
		]);
		expect(decide(tagged, "v0.1.0").allow).toBe(true);
		const { allow } = decide(inDev().later(60).failed("prod", "v0.1.0", digestNamed("v0.9.0")), "v0.1.0", alone);
		expect(allow).toBe(true);
		expect(decide(inDev().later(60).failed("dev", "v0.1.0"), "v0.1.0", alone).allow).toBe(true);
		const came = inDev().version("v0.0.1").later(60).failed("prod", "v0.1.0");
		came.assign("prod", "v0.1.0").assign("prod", "v0.0.1");
		expect(decide(came, "v0.1.0", alone).reasons).toEqual([]);
	});

	it("is no by itself where an environment that follows the main line failed", () => {
		const state = inDev().version("v0.2.0").failed("dev", "v0.2.0").failed("dev", "v0.2.0").state(CONFIGS);
		const version = versionOf(state.history, "v0.2.0");
		if (version === null) throw new Error("the test names what is not there");
		const declared = { state, version, now: new Date(), anew: null };
		const dev = (retries: boolean) =>
			decideDeclaration({ ...declared, retries }).find((move) => move.environment.name === "dev")?.kind;
		expect([dev(true), dev(false)]).toEqual(["advance", "wait"]);
		expect(state.marks.map(({ tag }) => tag)).toEqual(["churn#dev+failed+v0.2.0+1", "churn#dev+failed+v0.2.0+2"]);
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

	it("passes over what was said before a person asked, by whatever means, and over nothing that came since", () => {
		const tagged = inDev().version("v0.2.0").assign("dev", "v0.2.0").assign("prod", "v0.2.0");
		tagged.assign("prod", "v0.1.0", { rejects: "v0.2.0", hold: "wrong answers" });
		const since = environmentOf(tagged.later(60).state(CONFIGS), "prod")?.since ?? new Date(0);
		const [sooner, later] = [new Date(since.getTime() - 1000), new Date(since.getTime() + 1000)];
		expect(decide(tagged, "v0.2.0", { asked: "force", askedAt: later }).allow).toBe(true);
		const at = `at ${since.toISOString().replace(".000Z", "Z")}, after this was asked (wrong answers): ask again`;
		const refused = [`v0.2.0 was rejected ${at}`, `prod was put on hold ${at}`];
		for (const askedAt of [sooner, since]) {
			expect(decide(tagged, "v0.2.0", { asked: "force", askedAt }).reasons).toEqual(refused);
		}
		// another version is not rejected, and yet nobody who asked knew of the hold
		tagged.version("v0.3.0").assign("dev", "v0.3.0").later(60);
		expect(decide(tagged, "v0.3.0", { asked: "explicit", askedAt: later }).allow).toBe(true);
		expect(decide(tagged, "v0.3.0", { asked: "explicit", askedAt: sooner }).reasons).toEqual(refused.slice(1));
	});

	it("brings nothing by itself where mainline.yaml says `auto: false`, and what a person asks for", () => {
		const byHand = [environment("dev"), environment("prod", { after: "dev", auto: false })];
		const state = inDev().later(60).state(byHand);
		const [prod, found] = [environmentOf(state, "prod"), versionOf(state.history, "v0.1.0")];
		if (prod === null || found === null) throw new Error("the test names what is not there");
		const asked = { state, environment: prod, version: found, now: new Date() };
		expect(decidePromotion({ ...asked, asked: "automatic" })).toMatchObject({
			allow: false,
			reasons: ["by hand: `mainline promote churn@v0.1.0 prod` brings it there"],
			at: null,
		});
		for (const person of ["explicit", "force"] as const) {
			expect(decidePromotion({ ...asked, asked: person }).allow).toBe(true);
		}
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

	it("counts half of a soak at most between two looks, where nobody knows what was between them", () => {
		const probed = [
			environment("dev", { probe: "http://dev" }),
			environment("prod", { after: "dev", soakMs: 30 * 60_000 }),
		];
		const look = (tagged: Tagged, more: Partial<PromotionQuestion> = { healthyUpstream: true, upSince: null }) => {
			const state = tagged.state(probed);
			const [prod, found] = [environmentOf(state, "prod"), versionOf(state.history, "v0.1.0")];
			if (prod === null || found === null) throw new Error("the test names what is not there");
			const question = { state, environment: prod, version: found, now: tagged.now(), asked: "automatic" as const };
			return decidePromotion({ ...question, ...more });
		};
		const tagged = inDev().later(60);
		const counted = "15 min in dev of the 30 min asked for, as at most 15 min count between two looks";
		expect(look(tagged).reasons).toEqual([counted]);
		expect(look(tagged, {}).reasons).toEqual([counted]); // nobody looked: as little is known
		tagged.health("dev", "well").later(14);
		expect(look(tagged).reasons[0]).toMatch(/^29 min in dev of the 30 min asked for/);
		expect(look(tagged.later(46)).allow).toBe(true);
		// three looks that come often count in full
		const often = inDev().later(9).health("dev", "well").later(9).health("dev", "well").later(10);
		expect(look(often).allow).toBe(true);
	});

	it("counts all of it where the target says that it has run since then, and none before it was started anew", () => {
		const tagged = inDev().later(60);
		const began = new Date(Date.UTC(2026, 0, 1, 0, 1));
		expect(decide(tagged, "v0.1.0", { healthyUpstream: true, upSince: began }).allow).toBe(true);
		expect(decide(tagged, "v0.1.0", { healthyUpstream: true, upSince: null }).allow).toBe(false);
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
			once.version("v0.2.0").approve("prod", "v0.2.0", "ada", { digest: digestNamed("v0.1.0") }),
			once.approve("prod", "v0.1.0", "ada", { digest: digestNamed("v9") }),
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
			return decideDeclaration({ state, version: found, now: tagged.now(), anew: null });
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
