import type { Hub } from "../hub.ts";
import type { Pull, Repository } from "../state.ts";
import { association, nodeId, simpleUser } from "./people.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";

/** `issue`: a pull as the events of issues show it. Its key `pull_request` is all that tells it from a true issue. */
export function issue(hub: Hub, repository: Repository, pull: Pull): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/issues/${pull.number}`;
	const page = `${repositoryPage(hub, repository)}/pull/${pull.number}`;
	return {
		id: pull.id,
		node_id: nodeId("PullRequest", pull.id),
		url,
		repository_url: repositoryUrl(hub, repository),
		labels_url: `${url}/labels{/name}`,
		comments_url: `${url}/comments`,
		events_url: `${url}/events`,
		timeline_url: `${url}/timeline`,
		html_url: page,
		number: pull.number,
		title: pull.title,
		user: simpleUser(hub, pull.author),
		labels: [],
		state: pull.state,
		locked: false,
		active_lock_reason: null,
		assignee: null,
		assignees: [],
		milestone: null,
		comments: repository.comments.filter((comment) => comment.issue === pull.number).length,
		created_at: pull.createdAt,
		updated_at: pull.updatedAt,
		closed_at: pull.closedAt,
		author_association: association(repository, pull.author),
		draft: pull.draft,
		pull_request: {
			url: `${repositoryUrl(hub, repository)}/pulls/${pull.number}`,
			html_url: page,
			diff_url: `${page}.diff`,
			patch_url: `${page}.patch`,
			merged_at: pull.mergedAt,
		},
		body: pull.body,
		performed_via_github_app: null,
		state_reason: null,
	};
}
