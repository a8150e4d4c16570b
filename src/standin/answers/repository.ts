import type { Hub } from "../hub.ts";
import { fullName, type Repository, type Role } from "../state.ts";
import { nodeId, simpleUser } from "./people.ts";

/** The address of a repository in the API. */
export function repositoryUrl(hub: Hub, repository: Repository): string {
	return `${hub.apiUrl}/repos/${fullName(repository)}`;
}

export function repositoryPage(hub: Hub, repository: Repository): string {
	return `${hub.serverUrl}/${fullName(repository)}`;
}

/** Address templates that every form of a repository carries: field and path below the repository. */
const LINKS: readonly (readonly [string, string])[] = [
	["archive_url", "/{archive_format}{/ref}"],
	["assignees_url", "/assignees{/user}"],
	["blobs_url", "/git/blobs{/sha}"],
	["branches_url", "/branches{/branch}"],
	["collaborators_url", "/collaborators{/collaborator}"],
	["comments_url", "/comments{/number}"],
	["commits_url", "/commits{/sha}"],
	["compare_url", "/compare/{base}...{head}"],
	["contents_url", "/contents/{+path}"],
	["contributors_url", "/contributors"],
	["deployments_url", "/deployments"],
	["downloads_url", "/downloads"],
	["events_url", "/events"],
	["forks_url", "/forks"],
	["git_commits_url", "/git/commits{/sha}"],
	["git_refs_url", "/git/refs{/sha}"],
	["git_tags_url", "/git/tags{/sha}"],
	["hooks_url", "/hooks"],
	["issue_comment_url", "/issues/comments{/number}"],
	["issue_events_url", "/issues/events{/number}"],
	["issues_url", "/issues{/number}"],
	["keys_url", "/keys{/key_id}"],
	["labels_url", "/labels{/name}"],
	["languages_url", "/languages"],
	["merges_url", "/merges"],
	["milestones_url", "/milestones{/number}"],
	["notifications_url", "/notifications{?since,all,participating}"],
	["pulls_url", "/pulls{/number}"],
	["releases_url", "/releases{/id}"],
	["stargazers_url", "/stargazers"],
	["statuses_url", "/statuses/{sha}"],
	["subscribers_url", "/subscribers"],
	["subscription_url", "/subscription"],
	["tags_url", "/tags"],
	["teams_url", "/teams"],
	["trees_url", "/git/trees{/sha}"],
];

/** `minimal-repository`. */
export function minimalRepository(hub: Hub, repository: Repository): Record<string, unknown> {
	const url = repositoryUrl(hub, repository);
	return {
		id: repository.id,
		node_id: nodeId("Repository", repository.id),
		name: repository.name,
		full_name: fullName(repository),
		owner: simpleUser(hub, repository.owner),
		private: repository.private,
		html_url: repositoryPage(hub, repository),
		description: null,
		fork: repository.parent !== null,
		url,
		...Object.fromEntries(LINKS.map(([field, path]) => [field, url + path])),
	};
}

/** `repository`, and with the two counts that only the whole form has, `full-repository`. */
export function wholeRepository(hub: Hub, repository: Repository): Record<string, unknown> {
	const page = repositoryPage(hub, repository);
	return {
		...minimalRepository(hub, repository),
		git_url: page.replace(/^http/, "git"),
		ssh_url: `git@localhost:${fullName(repository)}.git`,
		clone_url: `${page}.git`,
		svn_url: page,
		mirror_url: null,
		homepage: null,
		language: null,
		license: null,
		size: 0,
		forks: 0,
		forks_count: 0,
		stargazers_count: 0,
		watchers: 0,
		watchers_count: 0,
		open_issues: 0,
		open_issues_count: 0,
		network_count: 0,
		subscribers_count: 0,
		default_branch: repository.defaultBranch,
		has_issues: true,
		has_projects: false,
		has_wiki: false,
		has_pages: false,
		has_downloads: false,
		has_discussions: false,
		archived: false,
		disabled: false,
		visibility: repository.private ? "private" : "public",
		allow_forking: true,
		is_template: false,
		web_commit_signoff_required: false,
		topics: [],
		created_at: repository.createdAt,
		updated_at: repository.pushedAt,
		pushed_at: repository.pushedAt,
	};
}

/** What a role may do, in GitHub's five words. */
export function rolePermissions(role: Role | null): Record<string, boolean> {
	const rank = role === null ? -1 : ["read", "triage", "write", "maintain", "admin"].indexOf(role);
	return { pull: rank >= 0, triage: rank >= 1, push: rank >= 2, maintain: rank >= 3, admin: rank >= 4 };
}
