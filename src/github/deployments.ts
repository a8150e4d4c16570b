import { isNotFound } from "./failures.ts";
import { createOnce } from "./once.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";

export interface DeploymentOrder {
	readonly environment: string;
	/** 40 hex digits: what is deployed. */
	readonly sha: string;
	/** Tells this deployment from others of the same commit in the same environment, as a tag's name does. */
	readonly key: string;
	readonly description?: string;
	/** Where people use what is deployed. */
	readonly production?: boolean;
}

export interface FoundDeployment {
	readonly id: number;
	/** Address in the API. */
	readonly url: string;
	readonly existed: boolean;
}

export type DeploymentState = "queued" | "in_progress" | "success" | "failure" | "error" | "inactive";

export interface DeploymentStatusOrder {
	readonly deployment: number;
	readonly state: DeploymentState;
	/** Cut to GitHub's 140 characters. */
	readonly description?: string;
	readonly environmentUrl?: string;
	readonly logUrl?: string;
}

const LONGEST_DESCRIPTION = 140;

/** Deployments that are looked at, newest first, in search of those that a new one replaces. */
const MOST_RETIRED = 100;

/**
 * Finds or makes the deployment of a commit to an environment. It is made for exactly this commit: GitHub would else
 * merge the default branch into it first, and wait for every check to be green.
 */
export async function deployment(wire: Wire, order: DeploymentOrder): Promise<FoundDeployment> {
	const { thing, existed } = await createOnce(wire.clock, {
		find: () => findDeployment(wire, order),
		create: () => createDeployment(wire, order),
	});
	return { ...thing, existed };
}

/** The oldest that fits, so that every reader picks the same one. */
async function findDeployment(wire: Wire, order: DeploymentOrder): Promise<{ id: number; url: string } | null> {
	const client = await wire.client();
	const all = await client.paginate(client.rest.repos.listDeployments, {
		...wire.at,
		environment: order.environment,
		sha: order.sha,
		per_page: PAGE_SIZE,
	});
	const ours = all.findLast((one) => keyOf(one.payload) === order.key);
	return ours === undefined ? null : { id: ours.id, url: ours.url };
}

/** GitHub gives an object back as an object or as its JSON text, by how it was sent. */
function keyOf(payload: unknown): string | null {
	const value: unknown = typeof payload === "string" ? parseOrNull(payload) : payload;
	const key = typeof value === "object" && value !== null ? (value as Record<string, unknown>)["mainline"] : null;
	return typeof key === "string" ? key : null;
}

function parseOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

async function createDeployment(wire: Wire, order: DeploymentOrder): Promise<{ id: number; url: string }> {
	const client = await wire.client();
	const { data } = await client.rest.repos.createDeployment({
		...wire.at,
		ref: order.sha,
		environment: order.environment,
		auto_merge: false,
		required_contexts: [],
		payload: { mainline: order.key },
		production_environment: order.production ?? false,
		...(order.description === undefined ? {} : { description: shortened(order.description) }),
	});
	// the other answer, 202, belongs to a merge that `auto_merge: false` rules out
	if (!("id" in data)) throw new Error(`GitHub made no deployment: ${data.message ?? ""}`);
	return { id: data.id, url: data.url };
}

/** Says where a deployment is. Saying it twice adds nothing. */
export async function deploymentStatus(wire: Wire, order: DeploymentStatusOrder): Promise<"created" | "unchanged"> {
	const { existed } = await createOnce(wire.clock, {
		find: async () => {
			const latest = await latestStatus(wire, order.deployment);
			return latest !== null && saysTheSame(latest, order) ? latest : null;
		},
		create: () => createStatus(wire, order),
	});
	return existed ? "unchanged" : "created";
}

interface Status {
	readonly state: string;
	readonly description: string;
	readonly environment_url?: string;
	readonly log_url?: string;
}

async function latestStatus(wire: Wire, id: number): Promise<Status | null> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.repos.listDeploymentStatuses({ ...wire.at, deployment_id: id, per_page: 1 });
		return data[0] ?? null;
	} catch (error) {
		// a read that comes too early does not know a deployment that was just made
		if (isNotFound(error)) return null;
		throw error;
	}
}

/** A deployment that succeeded is not under way again because somebody runs its workflow once more. */
function saysTheSame(latest: Status, order: DeploymentStatusOrder): boolean {
	if (latest.state === "success" && (order.state === "in_progress" || order.state === "queued")) return true;
	return (
		latest.state === order.state &&
		latest.description === shortened(order.description ?? "") &&
		(latest.environment_url ?? "") === (order.environmentUrl ?? "")
	);
}

async function createStatus(wire: Wire, order: DeploymentStatusOrder): Promise<Status> {
	const client = await wire.client();
	const { data } = await client.rest.repos.createDeploymentStatus({
		...wire.at,
		deployment_id: order.deployment,
		state: order.state,
		description: shortened(order.description ?? ""),
		auto_inactive: false,
		...(order.environmentUrl === undefined ? {} : { environment_url: order.environmentUrl }),
		...(order.logUrl === undefined ? {} : { log_url: order.logUrl }),
	});
	return data;
}

function shortened(text: string): string {
	return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}

/**
 * Ends the deployments that `current` replaces: GitHub does so by itself only where nobody works, never in production.
 * Returns their ids. The oldest goes first, so that below an ended one there is never one that still counts, and the
 * search may stop there.
 */
export async function retireDeployments(
	wire: Wire,
	at: { readonly environment: string; readonly current: number; readonly description?: string },
): Promise<readonly number[]> {
	const client = await wire.client();
	const { data } = await client.rest.repos.listDeployments({
		...wire.at,
		environment: at.environment,
		per_page: MOST_RETIRED,
	});
	const outlived: number[] = [];
	for (const earlier of data.filter((one) => one.id !== at.current)) {
		const state = (await latestStatus(wire, earlier.id))?.state;
		if (state === "inactive") break;
		outlived.push(earlier.id);
	}
	const description = at.description ?? "replaced";
	for (const id of outlived.toReversed())
		await deploymentStatus(wire, { deployment: id, state: "inactive", description });
	return outlived.toReversed();
}
