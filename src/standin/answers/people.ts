import type { Hub } from "../hub.ts";
import type { Repository, User } from "../state.ts";

/** An opaque id of the kind that GraphQL knows things by. */
export function nodeId(kind: string, id: number | string): string {
	return Buffer.from(`${kind}:${id}`).toString("base64");
}

/** `simple-user`: an account as it appears inside everything else. */
export function simpleUser(hub: Hub, login: string): Record<string, unknown> {
	const user = hub.user(login);
	const url = `${hub.apiUrl}/users/${encodeURIComponent(user.login)}`;
	return {
		login: user.login,
		id: user.id,
		node_id: nodeId(user.type, user.id),
		avatar_url: `${hub.serverUrl}/avatars/u/${user.id}`,
		gravatar_id: "",
		url,
		html_url: htmlUrl(hub, user),
		followers_url: `${url}/followers`,
		following_url: `${url}/following{/other_user}`,
		gists_url: `${url}/gists{/gist_id}`,
		starred_url: `${url}/starred{/owner}{/repo}`,
		subscriptions_url: `${url}/subscriptions`,
		organizations_url: `${url}/orgs`,
		repos_url: `${url}/repos`,
		events_url: `${url}/events{/privacy}`,
		received_events_url: `${url}/received_events`,
		type: user.type,
		site_admin: false,
	};
}

function htmlUrl(hub: Hub, user: User): string {
	return user.type === "Bot"
		? `${hub.serverUrl}/apps/${user.login.replace("[bot]", "")}`
		: `${hub.serverUrl}/${user.login}`;
}

/** `author_association`: what an account is to a repository; whoever may write is at least a collaborator. */
export function association(repository: Repository, login: string): string {
	if (login === repository.owner) return "OWNER";
	if (repository.roles[login] !== undefined) return "COLLABORATOR";
	const contributed = repository.pulls.some((pull) => pull.author === login && pull.mergedAt !== null);
	return contributed ? "CONTRIBUTOR" : "NONE";
}

/** `public-user`: an account asked for by name. */
export function publicUser(hub: Hub, login: string): Record<string, unknown> {
	return {
		...simpleUser(hub, login),
		name: login,
		company: null,
		blog: "",
		location: null,
		email: null,
		hireable: null,
		bio: null,
		twitter_username: null,
		public_repos: 0,
		public_gists: 0,
		followers: 0,
		following: 0,
		created_at: "2020-01-01T00:00:00Z",
		updated_at: "2020-01-01T00:00:00Z",
	};
}

/** `private-user`: what an account sees of itself. */
export function privateUser(hub: Hub, login: string): Record<string, unknown> {
	return {
		...publicUser(hub, login),
		private_gists: 0,
		total_private_repos: 0,
		owned_private_repos: 0,
		disk_usage: 0,
		collaborators: 0,
		two_factor_authentication: true,
	};
}

/** `integration`: the app that a check run belongs to. */
export function app(hub: Hub, slug: string): Record<string, unknown> {
	const id = slug === "github-actions" ? 15368 : hub.user(`${slug}[bot]`).id;
	return {
		id,
		slug,
		node_id: nodeId("App", id),
		owner: simpleUser(hub, "github"),
		name: slug === "github-actions" ? "GitHub Actions" : slug,
		description: "",
		external_url: `${hub.serverUrl}/features/actions`,
		html_url: `${hub.serverUrl}/apps/${slug}`,
		created_at: "2018-07-30T09:30:17Z",
		updated_at: "2019-12-10T19:04:12Z",
		permissions: { checks: "write", contents: "write", deployments: "write", issues: "write", metadata: "read" },
		events: ["check_run"],
	};
}
