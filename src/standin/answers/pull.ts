import type { Hub } from "../hub.ts";
import { fullName, type Pull, type Repository, type State } from "../state.ts";
import { numstat } from "./commit.ts";
import { association, nodeId, simpleUser } from "./people.ts";
import { repositoryPage, repositoryUrl, wholeRepository } from "./repository.ts";

/** `pull-request-simple`: a pull as lists show it. */
export function simplePull(hub: Hub, repository: Repository, pull: Pull): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/pulls/${pull.number}`;
	const issue = `${repositoryUrl(hub, repository)}/issues/${pull.number}`;
	const page = `${repositoryPage(hub, repository)}/pull/${pull.number}`;
	const statuses = `${repositoryUrl(hub, repository)}/statuses/${pull.headSha}`;
	const links = {
		self: url,
		html: page,
		issue,
		comments: `${issue}/comments`,
		review_comments: `${url}/comments`,
		review_comment: `${repositoryUrl(hub, repository)}/pulls/comments{/number}`,
		commits: `${url}/commits`,
		statuses,
	};
	return {
		url,
		id: pull.id,
		node_id: nodeId("PullRequest", pull.id),
		html_url: page,
		diff_url: `${page}.diff`,
		patch_url: `${page}.patch`,
		issue_url: issue,
		number: pull.number,
		state: pull.state,
		locked: false,
		title: pull.title,
		user: simpleUser(hub, pull.author),
		body: pull.body,
		created_at: pull.createdAt,
		updated_at: pull.updatedAt,
		closed_at: pull.closedAt,
		merged_at: pull.mergedAt,
		merge_commit_sha: pull.mergeSha,
		assignee: null,
		assignees: [],
		requested_reviewers: [],
		requested_teams: [],
		labels: pull.labels.map((name, index) => label(links.self, name, index)),
		milestone: null,
		draft: pull.draft,
		commits_url: links.commits,
		review_comments_url: links.review_comments,
		review_comment_url: links.review_comment,
		comments_url: links.comments,
		statuses_url: statuses,
		head: end(hub, pull.headRepository, { ref: pull.head, sha: pull.headSha, author: pull.author }),
		base: end(hub, fullName(repository), { ref: pull.base, sha: pull.baseSha, author: repository.owner }),
		_links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
		author_association: association(repository, pull.author),
		auto_merge: null,
	};
}

/** One end of a pull. A deleted fork leaves its account and no repository. */
function end(
	hub: Hub,
	name: string | null,
	tip: { ref: string; sha: string; author: string },
): Record<string, unknown> {
	const repository = name === null ? null : (hub.state.repositories[name] ?? null);
	const owner = repository?.owner ?? tip.author;
	return {
		label: `${owner}:${tip.ref}`,
		ref: tip.ref,
		sha: tip.sha,
		user: simpleUser(hub, owner),
		repo: repository === null ? null : wholeRepository(hub, repository),
	};
}

/** `pull-request`: a pull asked for by its number, with what GitHub counts for it. */
export async function wholePull(
	hub: Hub,
	at: { state: State; repository: Repository },
	pull: Pull,
): Promise<Record<string, unknown>> {
	const { repository } = at;
	const bare = hub.bare(repository);
	const from = (await bare.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
	// counted only: the files themselves, with their patches, have a list of their own
	const files = [...(await numstat(bare, { from, to: pull.headSha })).values()];
	const commits = await bare.commits([pull.headSha, `^${from}`]);
	return {
		...simplePull(hub, repository, pull),
		merged: pull.mergedAt !== null,
		mergeable: pull.mergedAt === null ? pull.mergeable : null,
		rebaseable: pull.mergeable,
		mergeable_state: mergeableState(pull),
		merged_by: pull.mergedBy === null ? null : simpleUser(hub, pull.mergedBy),
		comments: repository.comments.filter((comment) => comment.issue === pull.number).length,
		review_comments: 0,
		maintainer_can_modify: false,
		commits: commits.length,
		additions: files.reduce((total, [added]) => total + added, 0),
		deletions: files.reduce((total, [, removed]) => total + removed, 0),
		changed_files: files.length,
	};
}

function mergeableState(pull: Pull): string {
	if (pull.mergedAt !== null) return "unknown";
	if (pull.draft) return "draft";
	return pull.mergeable === false ? "dirty" : "clean";
}

function label(pull: string, name: string, id: number): Record<string, unknown> {
	const url = pull.replace(/\/pulls\/\d+$/, `/labels/${encodeURIComponent(name)}`);
	return { id: id + 1, node_id: `LA_${id + 1}`, url, name, description: "", color: "ededed", default: false };
}
