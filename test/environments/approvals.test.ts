import { describe, expect, it } from "vitest";
import { approvalsOf, approversIn, decidePromotion, environmentOf, versionOf } from "../../src/environments/index.ts";
import { environment, Tagged } from "./tagged.ts";

const inDev = (): Tagged => new Tagged().version("v0.1.0").assign("dev", "v0.1.0");

/** v0.1.0 on its way from dev to prod, which waits for one of `by`. */
function way(by: readonly string[] | null, tagged: Tagged) {
	const approve = { by, count: 1, own: false };
	const state = tagged.state([environment("dev"), environment("prod", { after: "dev", approve })]);
	const [prod, version] = [environmentOf(state, "prod"), versionOf(state.history, "v0.1.0")];
	if (prod === null || version === null) throw new Error("the test names what is not there");
	return { state, environment: prod, version };
}

function counting(by: readonly string[] | null, tagged: Tagged): string[] {
	const { state, environment: prod, version } = way(by, tagged);
	return approvalsOf(state, prod, version).map(({ by: login, team }) => `${login} ${team}`);
}

describe("a recorded approval", () => {
	const byTeam = (team: string) => inDev().approve("prod", "v0.1.0", "carol", { team });

	it("counts by the team that its tag names, while mainline.yaml names it too", () => {
		expect(counting(["ada", "Acme/ML"], byTeam("acme/ml"))).toEqual(["carol Acme/ML"]);
		for (const by of [["ada"], ["acme/ml-ops"], ["ml"], []]) expect(counting(by, byTeam("acme/ml"))).toEqual([]);
	});

	it("counts without it where its owner is meant by himself", () => {
		expect(counting(["acme/ml", "carol"], byTeam("acme/ml"))).toEqual(["carol null"]);
		expect(counting(null, byTeam("acme/ml"))).toEqual(["carol null"]);
		expect(counting(["carol"], inDev().approve("prod", "v0.1.0", "carol"))).toEqual(["carol null"]);
	});

	it("of before teams were named, or with anything else for a team, counts by none", () => {
		expect(counting(["acme/ml"], inDev().approve("prod", "v0.1.0", "carol"))).toEqual([]);
		const odd = [
			"carol",
			"ada",
			"acme/ml, acme/ops",
			"acme/x\nTeam: acme/ml",
			"",
			"../acme/ml",
			"@acme/ml",
			"__proto__",
		];
		for (const team of odd) expect(counting(["ada", "acme/ml"], byTeam(team)), team).toEqual([]);
	});

	it("that does not count any more is told beside what is missing, as many as a sentence holds", () => {
		const question = { ...way(["ada"], inDev()), now: new Date(), asked: "automatic", approvals: [] } as const;
		const reason = (uncounted: readonly string[]) => decidePromotion({ ...question, uncounted }).reasons[0];
		expect(reason([])).toMatch(/`\/mainline approve prod v0\.1\.0`$/);
		expect(reason(["one left", "two may not", "three may not"])).toMatch(
			/v0\.1\.0` \(not counted: one left; two may not; and 1 more\)$/,
		);
	});
});

it("those who may approve are said in words, teams too", () => {
	expect(approversIn({ by: ["ada", "acme/ml"], count: 1, own: true })).toBe("ada or somebody of acme/ml");
});
