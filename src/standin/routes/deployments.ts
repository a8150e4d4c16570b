import { nodeId, simpleUser } from "../answers/people.ts";
import { deployment, deploymentStatus } from "../answers/records.ts";
import { repositoryPage, repositoryUrl } from "../answers/repository.ts";
import {
	type Answer,
	type Call,
	flag,
	idParam,
	optionalText,
	param,
	repositoryOf,
	route,
	text,
	viewerOf,
} from "../call.ts";
import { countedPage, page } from "../paging.ts";
import { invalid, notFound, Refusal } from "../refusal.ts";
import type { Deployment, DeploymentStatus, Environment, Repository } from "../state.ts";

const STATES = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];
const LONGEST_DESCRIPTION = 140;
const READ = ["deployments=read"] as const;
const WRITE = ["deployments=write"] as const;

export const deploymentRoutes = [
	route("GET /repos/:/deployments", READ, (call) => {
		const repository = repositoryOf(call);
		const wanted = (["sha", "ref", "task", "environment"] as const).map(
			(field) => [field, call.query.get(field)] as const,
		);
		const found = repository.deployments.filter((one) =>
			wanted.every(([field, value]) => value === null || value === "none" || one[field] === value),
		);
		return page(call, found.toReversed(), (one) => deployment(call.hub, repository, one));
	}),
	route("POST /repos/:/deployments", WRITE, createDeployment),
	route("GET /repos/:/deployments/{deployment_id}/statuses", READ, (call) => {
		const repository = repositoryOf(call);
		const of = deploymentOf(call, repository);
		return page(call, of.statuses.toReversed(), (one) =>
			deploymentStatus(call.hub, { repository, deployment: of }, one),
		);
	}),
	route("POST /repos/:/deployments/{deployment_id}/statuses", WRITE, createStatus),
	route("GET /repos/:/deployments/{deployment_id}", READ, (call) => {
		const repository = repositoryOf(call);
		return { status: 200, body: deployment(call.hub, repository, deploymentOf(call, repository)) };
	}),
	route("DELETE /repos/:/deployments/{deployment_id}", WRITE, (call) => {
		const repository = repositoryOf(call);
		const one = deploymentOf(call, repository);
		const active = !["inactive", undefined].includes(one.statuses.at(-1)?.state);
		if (active && repository.deployments.length > 1)
			throw new Refusal(
				422,
				"We cannot delete an active deployment unless it is the only deployment in a given environment.",
			);
		repository.deployments = repository.deployments.filter((other) => other !== one);
		return { status: 204 };
	}),
	route("GET /repos/:/environments", ["actions=read"], (call) => {
		const repository = repositoryOf(call);
		return countedPage(call, "environments", {
			items: repository.environments,
			render: (one) => environment(call, repository, one),
		});
	}),
	route("GET /repos/:/environments/{environment_name}", ["actions=read"], (call) => {
		const repository = repositoryOf(call);
		const one = repository.environments.find((candidate) => candidate.name === param(call, "environment_name"));
		if (one === undefined) throw notFound();
		return { status: 200, body: environment(call, repository, one) };
	}),
	route("PUT /repos/:/environments/{environment_name}", ["administration=write"], (call) => {
		const repository = repositoryOf(call);
		return {
			status: 200,
			body: environment(call, repository, environmentNamed(call, repository, param(call, "environment_name"))),
		};
	}),
];

async function createDeployment(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const ref = text(call, "ref");
	const bare = call.hub.bare(repository);
	const sha = (await bare.branch(ref)) ?? (await bare.resolve(ref));
	if (sha === null) throw new Refusal(422, `No ref found for: ${ref}`);
	await refuseRed(call, repository, sha);
	const name = optionalText(call, "environment") ?? "production";
	environmentNamed(call, repository, name);
	const now = call.hub.now();
	const one: Deployment = {
		id: call.hub.newId(),
		sha,
		ref,
		task: optionalText(call, "task") ?? "deploy",
		environment: name,
		description: optionalText(call, "description"),
		payload: (call.body["payload"] ?? {}) as Deployment["payload"],
		production: flag(call, "production_environment", name === "production"),
		transient: flag(call, "transient_environment", false),
		author: viewerOf(call).login,
		createdAt: now,
		updatedAt: now,
		statuses: [],
	};
	repository.deployments.push(one);
	return { status: 201, body: deployment(call.hub, repository, one) };
}

/** By default every status and check of the commit must be green, and an outdated ref is merged first: nobody wants either here. */
async function refuseRed(call: Call, repository: Repository, sha: string): Promise<void> {
	const contexts = call.body["required_contexts"];
	const named = Array.isArray(contexts) ? contexts.map(String) : null;
	const seen = [
		...repository.statuses
			.filter((one) => one.sha === sha)
			.map((one) => ({ name: one.context, good: one.state === "success" })),
		...repository.checks
			.filter((one) => one.headSha === sha)
			.map((one) => ({ name: one.name, good: one.conclusion === "success" })),
	];
	const red = seen.filter((one) => !one.good && (named === null || named.includes(one.name)));
	if (red.length > 0) throw new Refusal(409, "Conflict: Commit status checks failed for this ref.", { errors: [] });
	if (!flag(call, "auto_merge", true)) return;
	const bare = call.hub.bare(repository);
	const tip = await bare.branch(repository.defaultBranch);
	if (tip !== null && !(await bare.isAncestor(tip, sha))) {
		throw new Refusal(409, `Conflict merging ${repository.defaultBranch} into ${text(call, "ref")}.`);
	}
}

function createStatus(call: Call): Answer {
	const repository = repositoryOf(call);
	const of = deploymentOf(call, repository);
	const state = text(call, "state");
	if (!STATES.includes(state)) throw invalid("DeploymentStatus", "state", `${state} is not included in the list`);
	const description = optionalText(call, "description") ?? "";
	if (description.length > LONGEST_DESCRIPTION)
		throw invalid("DeploymentStatus", "description", "is too long (maximum is 140 characters)");
	const one = newStatus(call, { state, description, environmentUrl: optionalText(call, "environment_url") ?? "" });
	of.statuses.push(one);
	of.updatedAt = one.createdAt;
	if (state === "success" && flag(call, "auto_inactive", true)) retireEarlier(call, repository, of);
	return { status: 201, body: deploymentStatus(call.hub, { repository, deployment: of }, one) };
}

/** `auto_inactive`: earlier successes of the same environment end, except in production and in transient ones. */
function retireEarlier(call: Call, repository: Repository, successor: Deployment): void {
	for (const earlier of repository.deployments) {
		const retires =
			earlier.id < successor.id &&
			earlier.environment === successor.environment &&
			!earlier.production &&
			!earlier.transient &&
			earlier.statuses.at(-1)?.state === "success";
		if (retires) earlier.statuses.push(newStatus(call, { state: "inactive", description: "", environmentUrl: "" }));
	}
}

function newStatus(
	call: Call,
	given: Pick<DeploymentStatus, "state" | "description" | "environmentUrl">,
): DeploymentStatus {
	const logUrl = optionalText(call, "log_url") ?? optionalText(call, "target_url") ?? "";
	return { ...given, id: call.hub.newId(), logUrl, author: viewerOf(call).login, createdAt: call.hub.now() };
}

function deploymentOf(call: Call, repository: Repository): Deployment {
	const id = idParam(call, "deployment_id");
	const one = repository.deployments.find((candidate) => candidate.id === id);
	if (one === undefined) throw notFound();
	return one;
}

function environmentNamed(call: Call, repository: Repository, name: string): Environment {
	const known = repository.environments.find((one) => one.name === name);
	if (known !== undefined) return known;
	const now = call.hub.now();
	const one: Environment = { id: call.hub.newId(), name, reviewers: [], createdAt: now, updatedAt: now };
	repository.environments.push(one);
	return one;
}

function protectionRules({ hub }: Call, { id, reviewers = [] }: Partial<Environment>): Record<string, unknown>[] {
	if (reviewers.length === 0) return [];
	const people = reviewers.map((login) => ({ type: "User", reviewer: simpleUser(hub, login) }));
	const node = nodeId("GateType", id ?? 0);
	return [{ id, node_id: node, type: "required_reviewers", prevent_self_review: false, reviewers: people }];
}

function environment(call: Call, repository: Repository, one: Environment): Record<string, unknown> {
	const name = encodeURIComponent(one.name);
	return {
		id: one.id,
		node_id: nodeId("Environment", one.id),
		name: one.name,
		url: `${repositoryUrl(call.hub, repository)}/environments/${name}`,
		html_url: `${repositoryPage(call.hub, repository)}/deployments/activity_log?environments_filter=${name}`,
		created_at: one.createdAt,
		updated_at: one.updatedAt,
		protection_rules: protectionRules(call, one),
		deployment_branch_policy: null,
	};
}
