import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { simpleUser } from "./answers/people.ts";
import { wholeRepository } from "./answers/repository.ts";
import { workflowRun } from "./answers/run.ts";
import type { Delivery } from "./happenings.ts";
import type { Hub } from "./hub.ts";
import { notFound, Refusal } from "./refusal.ts";
import { type Artifact, fullName, type Repository, type WorkflowRun } from "./state.ts";

export interface RunOrder {
	/** `.github/workflows/x.yml`. */
	readonly path: string;
	readonly name: string;
	/** What starts it. */
	readonly event: Delivery;
}

/** A workflow starts for an event; `workflow_run` tells of it. */
export async function startRun(hub: Hub, repository: Repository, order: RunOrder): Promise<WorkflowRun> {
	repository.runs ??= [];
	const known = repository.runs.findLast(({ path }) => path === order.path);
	const subject = subjectOf(repository, order.event);
	const run: WorkflowRun = {
		id: hub.newId(),
		number: (known?.number ?? 0) + 1,
		attempt: 1,
		name: order.name,
		path: order.path,
		workflowId: known?.workflowId ?? hub.newId(),
		event: order.event.name,
		...subject,
		actor: senderOf(order.event) ?? repository.owner,
		status: "in_progress",
		conclusion: null,
		createdAt: hub.now(),
		updatedAt: hub.now(),
	};
	repository.runs.push(run);
	await tell(hub, repository, { run, action: "requested" });
	return run;
}

export async function finishRun(
	hub: Hub,
	repository: Repository,
	order: { run: number; conclusion: string },
): Promise<void> {
	const run = runOf(repository, order.run);
	Object.assign(run, { status: "completed", conclusion: order.conclusion, updatedAt: hub.now() });
	await tell(hub, repository, { run, action: "completed" });
}

/** "Re-run": the same run, one attempt more. */
export async function rerun(hub: Hub, repository: Repository, id: number): Promise<void> {
	const run = runOf(repository, id);
	Object.assign(run, { attempt: run.attempt + 1, status: "in_progress", conclusion: null, updatedAt: hub.now() });
	await tell(hub, repository, { run, action: "requested" });
}

export async function cancelRun(hub: Hub, repository: Repository, id: number): Promise<void> {
	const run = runOf(repository, id);
	if (run.status === "completed") throw new Refusal(409, "Cannot cancel a workflow run that is completed.");
	await finishRun(hub, repository, { run: id, conclusion: "cancelled" });
}

export async function addArtifact(
	hub: Hub,
	repository: Repository,
	order: { run: number; name: string; zip: Uint8Array },
): Promise<Artifact> {
	const { id } = runOf(repository, order.run);
	const artifact = { id: hub.newId(), run: id, name: order.name, size: order.zip.length, createdAt: hub.now() };
	const file = artifactFile(hub, artifact.id);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, order.zip);
	repository.artifacts ??= [];
	repository.artifacts.push(artifact);
	return artifact;
}

const STORE = "/_artifacts/";

/** Where an archive is downloaded: an address that works for whoever has it, as at GitHub's store. */
export function artifactAddress(hub: Hub, { id }: Artifact): string {
	return `${hub.serverUrl}${STORE}${id}.zip`;
}

/** Answers a download; false for every other request. */
export function serveArtifact(hub: Hub, request: IncomingMessage, response: ServerResponse): boolean {
	const id = new RegExp(`^${STORE}(\\d+)\\.zip$`).exec(request.url ?? "")?.[1];
	if (id === undefined) return false;
	response.writeHead(200, { "content-type": "application/zip" }).end(readFileSync(artifactFile(hub, Number(id))));
	return true;
}

function artifactFile(hub: Hub, id: number): string {
	return join(hub.directory, "artifacts", `${id}.zip`);
}

export function runOf(repository: Repository, id: number): WorkflowRun {
	const run = repository.runs?.find((each) => each.id === id);
	if (run === undefined) throw notFound();
	return run;
}

type Subject = Pick<WorkflowRun, "headBranch" | "headSha" | "headRepository" | "pulls">;

function subjectOf(repository: Repository, { name, payload }: Delivery): Subject {
	if (name === "pull_request") {
		const pull = payload["pull_request"] as {
			readonly number: number;
			readonly head: { readonly ref: string; readonly sha: string; readonly repo: { full_name: string } | null };
		};
		const from = pull.head.repo?.full_name ?? null;
		const own = from === fullName(repository);
		return {
			headBranch: pull.head.ref,
			headSha: pull.head.sha,
			headRepository: from,
			pulls: own ? [pull.number] : [],
		};
	}
	const { ref = `refs/heads/${repository.defaultBranch}`, after = "" } = payload as { ref?: string; after?: string };
	return {
		headBranch: ref.replace("refs/heads/", ""),
		headSha: after,
		headRepository: fullName(repository),
		pulls: [],
	};
}

function senderOf({ payload }: Delivery): string | null {
	return (payload["sender"] as { login?: string } | undefined)?.login ?? null;
}

async function tell(
	hub: Hub,
	repository: Repository,
	{ run, action }: { run: WorkflowRun; action: string },
): Promise<void> {
	hub.deliver({
		name: "workflow_run",
		repository: fullName(repository),
		startsWorkflows: true,
		payload: {
			action,
			workflow_run: await workflowRun(hub, repository, run),
			workflow: { id: run.workflowId, name: run.name, path: run.path, state: "active" },
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, run.actor),
		},
	});
}
