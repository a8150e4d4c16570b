import { describe, expect, it } from "vitest";
import type { Approval } from "../../src/environments/index.ts";
import { askUntilEnough } from "../../src/flows/release/ask-approvals.ts";
import type { Counts } from "../../src/flows/release/site.ts";
import { badInput, infrastructure } from "../../src/kernel/index.ts";

/** Recorded a minute apart, in this order. */
const recorded = (...logins: string[]): Approval[] =>
	logins.map((by, minute) => ({ by, team: null, at: new Date(Date.UTC(2026, 0, 1, 0, minute)), tag: `churn+${by}` }));
const TEAM: Counts = { refusal: null, team: "acme/ml" };
const HIMSELF: Counts = { refusal: null, team: null };
const unwell = infrastructure("github-unavailable", "GitHub answered 503 to GET /orgs/acme/teams/ml");

/** What is answered of each, in which order they were asked, of whom `by` names. */
async function asked(
	approvals: readonly Approval[],
	answers: (login: string) => Counts | Error,
	{
		by = ["ada", "Dave", "acme/ml"],
		count = 1,
	}: { readonly by?: readonly string[] | null; readonly count?: number } = {},
) {
	const order: string[] = [];
	const mayApprove = async ({ by: login }: { readonly by: string }): Promise<Counts> => {
		order.push(login);
		const answer = answers(login);
		if (answer instanceof Error) throw answer;
		return answer;
	};
	const question = { policy: { by, count, own: false }, mayApprove, from: null, to: "c0ffee" };
	const found = await askUntilEnough(approvals, question);
	return { order, uncounted: found.uncounted, counted: found.approvals.map((each) => `${each.by} ${each.team}`) };
}

describe("of the recorded approvals", () => {
	it("those are asked about first whom mainline.yaml names, and no more than are needed", async () => {
		const all = recorded("eve", "carol", "dave", "ada");
		const answers = (login: string) => (login === "dave" || login === "ada" ? HIMSELF : TEAM);
		expect(await asked(all, answers)).toEqual({ order: ["dave"], uncounted: [], counted: ["dave null"] });
		expect(await asked(all, answers, { count: 3 })).toEqual({
			order: ["dave", "ada", "carol"],
			uncounted: [],
			counted: ["dave null", "ada null", "carol acme/ml"],
		});
		expect((await asked(all, answers, { by: null, count: 2 })).order).toEqual(["eve", "carol"]);
	});

	it("one of which GitHub tells nothing just now is said not to count, and the others do", async () => {
		const answers = (login: string) => (login === "carol" ? unwell : TEAM);
		expect(await asked(recorded("eve", "carol"), answers)).toEqual({
			order: ["carol", "eve"],
			uncounted: [`whether carol may is not known just now: ${unwell.message}`],
			counted: ["eve acme/ml"],
		});
		expect((await asked(recorded("carol"), answers)).counted).toEqual([]);
	});

	it("one of somebody who is named is waited for: it is a failure where GitHub tells nothing of him", async () => {
		await expect(asked(recorded("ada", "carol"), () => unwell)).rejects.toBe(unwell);
	});

	it.each([badInput("wrong", "not GitHub's"), new TypeError("a bug")])(
		"none hides what is no fault of GitHub's: %s",
		async (fault) => {
			await expect(asked(recorded("carol"), () => fault)).rejects.toBe(fault);
		},
	);

	it("so many as a flood of tags can name are not asked about: the newest are, and the others are told", async () => {
		const flood = recorded(...Array.from({ length: 40 }, (_, index) => `sock${index}`), "ada");
		const { order, uncounted } = await asked(flood, (login) => ({ refusal: `${login} may not` }));
		expect(order).toEqual(["ada", ...Array.from({ length: 24 }, (_, index) => `sock${39 - index}`)]);
		expect(uncounted.slice(0, 2)).toEqual([
			"churn+sock15 and 15 older ones were not asked about, as at most 24 that a team would have to let count are: delete the tags that mean nothing",
			"ada may not",
		]);
		expect((await asked(flood, () => HIMSELF)).order).toEqual(["ada"]);
	});
});
