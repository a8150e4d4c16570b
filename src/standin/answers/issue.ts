import type { Hub } from "../hub.ts";
import type { Issue, Pull, Repository } from "../state.ts";
import { association, nodeId, simpleUser } from "./people.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";

/** `issue`: an issue, or a pull as the events and lists of issues show it, told by its key `pull_request` alone. */
export function issue(hub: Hub, repository: Repository, one: Issue | Pull): Record<string, unknown> {
	return "head" in one ? pullAsIssue(hub, repository, one) : trueIssue(hub, repository, one);
}

function trueIssue(hub: Hub, repository: Repository, one: Issue): Record<string, unknown> {
	return {
		...shared(hub, repository, one),
		node_id: nodeId("Issue", one.id),
		html_url: `${repositoryPage(hub, repository)}/issues/${one.number}`,
		performed_via_github_app: null,
		state_reason: one.stateReason,
	};
}

function pullAsIssue(hub: Hub, repository: Repository, pull: Pull): Record<string, unknown> {
	const page = `${repositoryPage(hub, repository)}/pull/${pull.number}`;
	return {
		...shared(hub, repository, pull),
		node_id: nodeId("PullRequest", pull.id),
		html_url: page,
		draft: pull.draft,
		pull_request: {
			url: `${repositoryUrl(hub, repository)}/pulls/${pull.number}`,
			html_url: page,
			diff_url: `${page}.diff`,
			patch_url: `${page}.patch`,
			merged_at: pull.mergedAt,
		},
		performed_via_github_app: null,
		state_reason: null,
	};
}

function shared(hub: Hub, repository: Repository, one: Issue | Pull): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/issues/${one.number}`;
	return {
		id: one.id,
		url,
		repository_url: repositoryUrl(hub, repository),
		labels_url: `${url}/labels{/name}`,
		comments_url: `${url}/comments`,
		events_url: `${url}/events`,
		timeline_url: `${url}/timeline`,
		number: one.number,
		title: one.title,
		user: simpleUser(hub, one.author),
		labels: [],
		state: one.state,
		locked: false,
		active_lock_reason: null,
		assignee: null,
		assignees: [],
		milestone: null,
		comments: repository.comments.filter((comment) => comment.issue === one.number).length,
		created_at: one.createdAt,
		updated_at: one.updatedAt,
		closed_at: one.closedAt,
		author_association: association(repository, one.author),
		body: one.body,
	};
}
