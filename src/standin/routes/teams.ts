import { teamUrl, wholeTeam } from "../answers/team.ts";
import { type Call, param, route } from "../call.ts";
import { notFound } from "../refusal.ts";
import type { Team } from "../state.ts";
import { membershipIn, teamOf } from "../teams.ts";

const READ = ["members=read"] as const;

export const teamRoutes = [
	route("GET /orgs/{org}/teams/{team_slug}", READ, (call) => ({ status: 200, body: wholeTeam(call.hub, asked(call)) })),
	route("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", READ, (call) => {
		const team = asked(call);
		const login = param(call, "username");
		const state = membershipIn(call.state, team, login);
		if (state === null) throw notFound();
		const url = `${teamUrl(call.hub, team)}/memberships/${login}`;
		return { status: 200, body: { url, role: "member", state } };
	}),
];

function asked(call: Call): Team {
	return teamOf(call.state, param(call, "org"), param(call, "team_slug"));
}
