import type { Hub } from "./hub.ts";
import { notFound } from "./refusal.ts";
import type { State, Team } from "./state.ts";

export interface TeamOrder {
	/** Logins of those who are in it. */
	readonly members: readonly string[];
	/** Logins of those who were asked, and have not said yes. */
	readonly invited?: readonly string[];
	/** `organisation/team`. */
	readonly parent?: string;
}

/** An organisation's team, by `organisation/team`, as it is from now on. */
export function setTeam(hub: Hub, name: string, { members, invited = [], parent }: TeamOrder): void {
	const [organisation = "", slug = ""] = name.split("/");
	if (hub.state.users[organisation] === undefined) {
		hub.state.users[organisation] = { id: hub.newId(), login: organisation, type: "Organization" };
	}
	for (const login of [...members, ...invited]) hub.user(login);
	const known = hub.state.teams[name.toLowerCase()];
	hub.state.teams[name.toLowerCase()] = {
		id: known?.id ?? hub.newId(),
		organisation,
		slug,
		parent: parent?.toLowerCase() ?? null,
		members: [...members],
		invited: [...invited],
		createdAt: known?.createdAt ?? hub.now(),
	};
}

export function teamOf(state: State, organisation: string, slug: string): Team {
	const found = state.teams[`${organisation}/${slug}`.toLowerCase()];
	if (found === undefined) throw notFound();
	return found;
}

/** Whether somebody is in the team or in a child of it; null where he is neither that nor asked. */
export function membershipIn(state: State, team: Team, login: string): "active" | "pending" | null {
	const is = (logins: readonly string[]): boolean => logins.some((each) => each.toLowerCase() === login.toLowerCase());
	if (is(team.members)) return "active";
	const name = `${team.organisation}/${team.slug}`.toLowerCase();
	const children = Object.values(state.teams).filter(({ parent }) => parent === name);
	if (children.some((child) => membershipIn(state, child, login) === "active")) return "active";
	return is(team.invited) ? "pending" : null;
}
