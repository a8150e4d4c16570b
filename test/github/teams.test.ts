import { beforeEach, describe, expect, it } from "vitest";
import { connectTeams } from "../../src/github/index.ts";
import type { TokenOrder } from "../../src/standin/index.ts";
import { HastyClock, type Project, project } from "../rig/world.ts";

const TEAM = "acme/ml";
const MEMBERSHIP = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";

let at: Project;
beforeEach(async () => {
	at = await project();
	await at.standIn.setTeam(TEAM, { members: ["carol"], invited: ["erin"] });
	await at.standIn.setTeam("acme/night-shift", { members: ["dave"], parent: TEAM });
});

/** The teams as a token sees them. */
async function seenBy(order: Omit<TokenOrder, "value">) {
	await at.standIn.addToken({ value: "ghs_members", ...order });
	return connectTeams({
		token: "ghs_members",
		apiUrl: at.standIn.apiUrl,
		repository: at.name,
		clock: new HastyClock(),
	});
}
const APP = { kind: "app", login: "hr[bot]", permissions: { members: "read" } } as const;

describe("who is in a team", () => {
	it("is told of its members, those of its children, those who were asked to join, and everybody else", async () => {
		const teams = await seenBy(APP);
		const kind = async (login: string) => (await teams.membership({ team: TEAM, login })).kind;
		expect(await Promise.all(["carol", "Carol", "dave", "erin", "mallory"].map(kind))).toEqual([
			"member",
			"member",
			"member",
			"invited",
			"outside",
		]);
		expect((await teams.membership({ team: "Acme/ML", login: "carol" })).kind).toBe("member");
	});

	it("is asked once of each, and the team once for all who are not in it", async () => {
		const teams = await seenBy(APP);
		for (const login of ["mallory", "Mallory", "bob", "carol", "carol"]) await teams.membership({ team: TEAM, login });
		expect(at.standIn.counters.get(MEMBERSHIP)).toBe(3);
		expect(at.standIn.counters.get("GET /orgs/{org}/teams/{team_slug}")).toBe(1);
	});

	it("is not known where GitHub shows no such team, lets the token not ask, or does not take it: each in GitHub's words", async () => {
		const of = { team: TEAM, login: "carol" };
		expect(await (await seenBy(APP)).membership({ ...of, team: "acme/mll" })).toEqual({
			kind: "no-team",
			words: expect.stringContaining("GitHub answered 404 to GET /orgs/acme/teams/mll"),
		});
		for (const permissions of [{}, { contents: "write" }] as const) {
			expect(await (await seenBy({ ...APP, permissions })).membership(of)).toEqual({
				kind: "forbidden",
				words: expect.stringContaining("Resource not accessible by integration"),
			});
		}
		const strange = connectTeams({
			token: "ghp_old",
			apiUrl: at.standIn.apiUrl,
			repository: at.name,
			clock: new HastyClock(),
		});
		expect(await strange.membership(of)).toMatchObject({ kind: "token-refused" });
	});

	it("is told to a classic token with `read:org` of somebody in the organisation, and to no other", async () => {
		const of = { team: TEAM, login: "carol" };
		const kind = async (login: string, scopes: string[]) =>
			(await (await seenBy({ kind: "personal", login, scopes })).membership(of)).kind;
		expect(await kind("dave", ["read:org"])).toBe("member");
		expect(await kind("dave", ["repo"])).toBe("no-team");
		expect(await kind("ada", ["read:org"])).toBe("no-team");
	});

	it("is a failure where GitHub does not answer: that is no reason to say no", async () => {
		const teams = await seenBy(APP);
		at.standIn.fail({ at: { route: MEMBERSHIP, times: 9 }, with: { kind: "status", status: 503 } });
		await expect(teams.membership({ team: TEAM, login: "carol" })).rejects.toMatchObject({
			code: "github-unavailable",
		});
	});
});
