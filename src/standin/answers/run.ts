import type { Hub } from "../hub.ts";
import type { Artifact, Repository, WorkflowRun } from "../state.ts";
import { nodeId, simpleUser } from "./people.ts";
import { repositoryPage, repositoryUrl, wholeRepository } from "./repository.ts";

/** `workflow-run`, in lists, alone, and in the event of the same name. */
export async function workflowRun(
	hub: Hub,
	repository: Repository,
	run: WorkflowRun,
): Promise<Record<string, unknown>> {
	const url = `${repositoryUrl(hub, repository)}/actions/runs/${run.id}`;
	const head = run.headRepository === null ? null : (hub.state.repositories[run.headRepository] ?? null);
	return {
		id: run.id,
		name: run.name,
		node_id: nodeId("WorkflowRun", run.id),
		check_suite_id: run.id,
		check_suite_node_id: nodeId("CheckSuite", run.id),
		head_branch: run.headBranch,
		head_sha: run.headSha,
		path: run.path,
		run_number: run.number,
		run_attempt: run.attempt,
		event: run.event,
		display_title: run.name,
		status: run.status,
		conclusion: run.conclusion,
		workflow_id: run.workflowId,
		url,
		html_url: `${repositoryPage(hub, repository)}/actions/runs/${run.id}`,
		// GitHub names none for a fork's
		pull_requests: run.pulls.map((number) => minimalPull(hub, repository, { number, run })),
		created_at: run.createdAt,
		updated_at: run.updatedAt,
		run_started_at: run.createdAt,
		actor: simpleUser(hub, run.actor),
		triggering_actor: simpleUser(hub, run.actor),
		jobs_url: `${url}/jobs`,
		logs_url: `${url}/logs`,
		check_suite_url: `${repositoryUrl(hub, repository)}/check-suites/${run.id}`,
		artifacts_url: `${url}/artifacts`,
		cancel_url: `${url}/cancel`,
		rerun_url: `${url}/rerun`,
		previous_attempt_url: run.attempt === 1 ? null : `${url}/attempts/${run.attempt - 1}`,
		workflow_url: `${repositoryUrl(hub, repository)}/actions/workflows/${run.workflowId}`,
		head_commit: await headCommit(hub, head ?? repository, run.headSha),
		repository: wholeRepository(hub, repository),
		head_repository: head === null ? null : wholeRepository(hub, head),
	};
}

/** The workflow itself, as the event carries it beside its run. */
export function workflow(hub: Hub, repository: Repository, run: WorkflowRun): Record<string, unknown> {
	const page = repositoryPage(hub, repository);
	return {
		id: run.workflowId,
		node_id: nodeId("Workflow", run.workflowId),
		name: run.name,
		path: run.path,
		state: "active",
		created_at: repository.createdAt,
		updated_at: repository.createdAt,
		url: `${repositoryUrl(hub, repository)}/actions/workflows/${run.workflowId}`,
		html_url: `${page}/blob/${repository.defaultBranch}/${run.path}`,
		badge_url: `${page}/workflows/${encodeURIComponent(run.name)}/badge.svg`,
	};
}

function minimalPull(
	hub: Hub,
	repository: Repository,
	{ number, run }: { number: number; run: WorkflowRun },
): Record<string, unknown> {
	const pull = repository.pulls.find((each) => each.number === number);
	const repo = { id: repository.id, url: repositoryUrl(hub, repository), name: repository.name };
	return {
		id: pull?.id ?? 0,
		number,
		url: `${repositoryUrl(hub, repository)}/pulls/${number}`,
		head: { ref: pull?.head ?? "", sha: run.headSha, repo },
		base: { ref: pull?.base ?? "", sha: pull?.baseSha ?? "", repo },
	};
}

async function headCommit(hub: Hub, repository: Repository, sha: string): Promise<Record<string, unknown>> {
	const { tree, message, author, committer } = await hub.bare(repository).commit(sha);
	const person = ({ name, email }: { name: string; email: string }) => ({ name, email });
	return {
		id: sha,
		tree_id: tree,
		message,
		timestamp: committer.date,
		author: person(author),
		committer: person(committer),
	};
}

/** Kept for ninety days, as at GitHub by default; what is older is listed still, and gone. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

export function hasExpired(hub: Hub, { createdAt }: Artifact): boolean {
	return hub.clock.now().getTime() >= Date.parse(createdAt) + KEPT_MS;
}

/** `artifact`. */
export function artifactAnswer(hub: Hub, repository: Repository, artifact: Artifact): Record<string, unknown> {
	const url = `${repositoryUrl(hub, repository)}/actions/artifacts/${artifact.id}`;
	const run = repository.runs.find(({ id }) => id === artifact.run);
	const expires = new Date(Date.parse(artifact.createdAt) + KEPT_MS).toISOString().replace(".000Z", "Z");
	return {
		id: artifact.id,
		node_id: nodeId("Artifact", artifact.id),
		name: artifact.name,
		size_in_bytes: artifact.size,
		url,
		archive_download_url: `${url}/zip`,
		expired: hasExpired(hub, artifact),
		created_at: artifact.createdAt,
		expires_at: expires,
		updated_at: artifact.createdAt,
		workflow_run: run === undefined ? null : runOfArtifact(hub, repository, run),
	};
}

/** A fork that was deleted has no id any more: GitHub leaves the field out. */
function runOfArtifact(hub: Hub, repository: Repository, run: WorkflowRun): Record<string, unknown> {
	const head = run.headRepository === null ? undefined : hub.state.repositories[run.headRepository];
	return {
		id: run.id,
		repository_id: repository.id,
		...(head === undefined ? {} : { head_repository_id: head.id }),
		head_branch: run.headBranch,
		head_sha: run.headSha,
	};
}
