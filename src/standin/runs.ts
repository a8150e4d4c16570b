import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { simpleUser } from "./answers/people.ts";
import { wholeRepository } from "./answers/repository.ts";
import { workflow, workflowRun } from "./answers/run.ts";
import type { Fault, Faults } from "./faults.ts";
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
	const known = repository.runs.findLast(({ path }) => path === order.path);
	const subject = await subjectOf(hub, repository, order.event);
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
	repository.artifacts.push(artifact);
	return artifact;
}

const STORE = "/_artifacts/";

/** Where an archive is downloaded: an address that works for whoever has it, as at GitHub's store. */
export function artifactAddress(hub: Hub, { id }: Artifact): string {
	return `${hub.serverUrl}${STORE}${id}.zip`;
}

/** Answers a download; false for every other request. */
export function serveArtifact(
	{ hub, faults }: { readonly hub: Hub; readonly faults: Faults },
	request: IncomingMessage,
	response: ServerResponse,
): boolean {
	const id = new RegExp(`^${STORE}(\\d+)\\.zip$`).exec(request.url ?? "")?.[1];
	if (id === undefined) return false;
	const file = artifactFile(hub, Number(id));
	const fault = faults.nextOn("artifacts");
	if (fault?.kind === "drop-connection") request.socket.destroy();
	else if (fault?.kind === "status") response.writeHead(fault.status).end();
	else if (!existsSync(file)) response.writeHead(404).end();
	else sendArchive(readFileSync(file), fault, response);
	return true;
}

function sendArchive(bytes: Buffer, fault: Fault | null, response: ServerResponse): void {
	response.writeHead(200, { "content-type": "application/zip", "content-length": String(bytes.length) });
	if (fault?.kind === "cut")
		response.write(bytes.subarray(0, bytes.length >> 1), () => void response.socket?.destroy());
	else response.end(fault?.kind === "garbled" ? bytes.toReversed() : bytes);
}

function artifactFile(hub: Hub, id: number): string {
	return join(hub.directory, "artifacts", `${id}.zip`);
}

export function runOf(repository: Repository, id: number): WorkflowRun {
	const run = repository.runs.find((each) => each.id === id);
	if (run === undefined) throw notFound();
	return run;
}

type Subject = Pick<WorkflowRun, "headBranch" | "headSha" | "headRepository" | "pulls">;

async function subjectOf(hub: Hub, repository: Repository, { name, payload }: Delivery): Promise<Subject> {
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
	const { ref, sha } = await tipOf(hub, repository, payload);
	return {
		headBranch: ref.replace(/^refs\/(heads|tags)\//, ""),
		headSha: sha,
		headRepository: fullName(repository),
		pulls: [],
	};
}

/** The commit that an event names; the tip of the ref that it was meant for, or of the default branch, when it names none. */
async function tipOf(
	hub: Hub,
	repository: Repository,
	payload: Delivery["payload"],
): Promise<{ ref: string; sha: string }> {
	const group = payload["merge_group"] as { head_ref: string; head_sha: string } | undefined;
	if (group !== undefined) return { ref: group.head_ref, sha: group.head_sha };
	const { ref = `refs/heads/${repository.defaultBranch}`, after } = payload as { ref?: string; after?: string };
	const sha = after ?? (await hub.bare(repository).resolve(ref));
	if (sha === null) throw new Refusal(422, `No ref found for: ${ref}`);
	return { ref, sha };
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
			workflow: workflow(hub, repository, run),
			repository: wholeRepository(hub, repository),
			sender: simpleUser(hub, run.actor),
		},
	});
}
