import type { Hub } from "../hub.ts";
import type { Team } from "../state.ts";
import { nodeId, simpleUser } from "./people.ts";

export function teamUrl(hub: Hub, { organisation, slug }: Team): string {
	return `${hub.apiUrl}/orgs/${organisation}/teams/${slug}`;
}

/** `team-full`. */
export function wholeTeam(hub: Hub, team: Team): Record<string, unknown> {
	const url = teamUrl(hub, team);
	return {
		id: team.id,
		node_id: nodeId("Team", team.id),
		url,
		html_url: `${hub.serverUrl}/orgs/${team.organisation}/teams/${team.slug}`,
		name: team.slug,
		slug: team.slug,
		description: null,
		privacy: "closed",
		notification_setting: "notifications_enabled",
		permission: "pull",
		members_url: `${url}/members{/member}`,
		repositories_url: `${url}/repos`,
		parent: null,
		members_count: team.members.length,
		repos_count: 0,
		created_at: team.createdAt,
		updated_at: team.createdAt,
		organization: organisation(hub, team),
		type: "organization",
		organization_id: hub.user(team.organisation).id,
	};
}

/** `team-organization`. */
function organisation(hub: Hub, { organisation: login, createdAt }: Team): Record<string, unknown> {
	const { id, node_id, avatar_url, html_url, type } = simpleUser(hub, login);
	const url = `${hub.apiUrl}/orgs/${login}`;
	return {
		login,
		id,
		node_id,
		url,
		html_url,
		avatar_url,
		repos_url: `${url}/repos`,
		events_url: `${url}/events`,
		hooks_url: `${url}/hooks`,
		issues_url: `${url}/issues`,
		members_url: `${url}/members{/member}`,
		public_members_url: `${url}/public_members{/member}`,
		description: null,
		has_organization_projects: true,
		has_repository_projects: true,
		public_repos: 0,
		public_gists: 0,
		followers: 0,
		following: 0,
		type,
		created_at: createdAt,
		updated_at: createdAt,
		archived_at: null,
	};
}
