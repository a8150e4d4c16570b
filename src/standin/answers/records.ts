import type { Hub } from "../hub.ts";
import type { Check, Comment, CommitStatus, Deployment, DeploymentStatus, Reaction, Repository } from "../state.ts";
import { app, association, nodeId, simpleUser } from "./people.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";

/** `issue-comment`. */
export function comment(hub: Hub, repository: Repository, one: Comment): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/issues/comments/${one.id}`;
	return {
		id: one.id,
		node_id: nodeId("IssueComment", one.id),
		url,
		html_url: `${repositoryPage(hub, repository)}/pull/${one.issue}#issuecomment-${one.id}`,
		issue_url: `${repositoryUrl(hub, repository)}/issues/${one.issue}`,
		user: simpleUser(hub, one.author),
		body: one.body,
		created_at: one.createdAt,
		updated_at: one.updatedAt,
		author_association: association(repository, one.author),
		performed_via_github_app: one.author.endsWith("[bot]") ? app(hub, one.author.replace("[bot]", "")) : null,
	};
}

/** `reaction`. */
export function reaction(hub: Hub, one: Reaction): Record<string, unknown> {
	return {
		id: one.id,
		node_id: nodeId("Reaction", one.id),
		user: simpleUser(hub, one.author),
		content: one.content,
		created_at: one.createdAt,
	};
}

/** `check-run`. */
export function check(hub: Hub, repository: Repository, one: Check): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/check-runs/${one.id}`;
	const page = `${repositoryPage(hub, repository)}/runs/${one.id}`;
	return {
		id: one.id,
		node_id: nodeId("CheckRun", one.id),
		name: one.name,
		head_sha: one.headSha,
		external_id: one.externalId ?? "",
		url,
		html_url: page,
		details_url: one.detailsUrl ?? page,
		status: one.status,
		conclusion: one.conclusion,
		started_at: one.startedAt,
		completed_at: one.completedAt,
		output: {
			title: one.title,
			summary: one.summary,
			text: one.text,
			annotations_count: one.annotations.length,
			annotations_url: `${url}/annotations`,
		},
		check_suite: { id: repository.id },
		app: app(hub, one.app),
		pull_requests: [],
	};
}

/** `status`: a commit status, the older brother of check runs. */
export function status(hub: Hub, repository: Repository, one: CommitStatus): Record<string, unknown> {
	return {
		url: `${repositoryUrl(hub, repository)}/statuses/${one.sha}`,
		avatar_url: `${hub.serverUrl}/avatars/u/${hub.user(one.author).id}`,
		id: one.id,
		node_id: nodeId("StatusContext", one.id),
		state: one.state,
		description: one.description,
		target_url: one.targetUrl,
		context: one.context,
		created_at: one.createdAt,
		updated_at: one.createdAt,
		creator: simpleUser(hub, one.author),
	};
}

/** `deployment`. */
export function deployment(hub: Hub, repository: Repository, one: Deployment): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/deployments/${one.id}`;
	return {
		url,
		id: one.id,
		node_id: nodeId("Deployment", one.id),
		sha: one.sha,
		ref: one.ref,
		task: one.task,
		payload: one.payload,
		original_environment: one.environment,
		environment: one.environment,
		description: one.description,
		creator: simpleUser(hub, one.author),
		created_at: one.createdAt,
		updated_at: one.updatedAt,
		statuses_url: `${url}/statuses`,
		repository_url: repositoryUrl(hub, repository),
		transient_environment: one.transient,
		production_environment: one.production,
	};
}

/** `deployment-status`. */
export function deploymentStatus(
	hub: Hub,
	at: { repository: Repository; deployment: Deployment },
	one: DeploymentStatus,
): Record<string, unknown> {
	const url = `${repositoryUrl(hub, at.repository)}/deployments/${at.deployment.id}`;
	return {
		url: `${url}/statuses/${one.id}`,
		id: one.id,
		node_id: nodeId("DeploymentStatus", one.id),
		state: one.state,
		creator: simpleUser(hub, one.author),
		description: one.description,
		environment: at.deployment.environment,
		target_url: one.logUrl,
		log_url: one.logUrl,
		environment_url: one.environmentUrl,
		created_at: one.createdAt,
		updated_at: one.createdAt,
		deployment_url: url,
		repository_url: repositoryUrl(hub, at.repository),
	};
}
