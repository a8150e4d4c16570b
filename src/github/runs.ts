import type { WorkflowRun } from "./events.ts";
import { isConflict } from "./failures.ts";
import { createMissing } from "./once.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";

export interface RunsOrder {
	/** A workflow's id, or the name of its file. */
	readonly workflow: number | string;
	/** Of the head. */
	readonly sha: string;
	/** What started them. */
	readonly event: string;
}

/** A workflow's runs for a commit and an event, the newest first, at most one page. */
export async function workflowRuns(wire: Wire, of: RunsOrder): Promise<WorkflowRun[]> {
	const client = await wire.client();
	const { data } = await client.rest.actions.listWorkflowRuns({
		...wire.at,
		workflow_id: of.workflow,
		head_sha: of.sha,
		event: of.event,
		per_page: PAGE_SIZE,
	});
	return data.workflow_runs.toSorted((a, b) => b.id - a.id).map(readRun);
}

/** When a run was started; running it again does not change that. */
export async function runBegan(wire: Wire, run: number): Promise<Date> {
	const client = await wire.client();
	const { data } = await client.rest.actions.getWorkflowRun({ ...wire.at, run_id: run });
	return new Date(data.created_at);
}

interface GitHubRun {
	readonly id: number;
	readonly run_attempt?: number;
	readonly workflow_id: number;
	readonly event: string;
	readonly status: string | null;
	readonly conclusion: string | null;
	readonly head_branch: string | null;
	readonly head_sha: string;
	// null for a fork that is gone, which GitHub's description does not know of
	readonly head_repository: { readonly id: number; readonly owner: { readonly login: string } } | null;
	readonly html_url: string;
}

function readRun(run: GitHubRun): WorkflowRun {
	const from = run.head_repository;
	return {
		id: run.id,
		attempt: run.run_attempt ?? 1,
		workflowId: run.workflow_id,
		event: run.event,
		status: run.status ?? "queued",
		conclusion: run.conclusion,
		head: { branch: run.head_branch ?? "", sha: run.head_sha },
		headRepository: from === null ? null : { id: from.id, owner: from.owner.login },
		url: run.html_url,
	};
}

/** "Re-run all jobs". Once: a run that begins twice would end itself. */
export async function rerun(wire: Wire, run: WorkflowRun): Promise<void> {
	const client = await wire.client();
	await begin(wire, run, () => client.rest.actions.reRunWorkflow({ ...wire.at, run_id: run.id }));
}

/** Lets a run of a fork's pull request begin that waits for somebody's consent. */
export async function approveRun(wire: Wire, run: WorkflowRun): Promise<void> {
	const client = await wire.client();
	await begin(wire, run, () => client.rest.actions.approveWorkflowRun({ ...wire.at, run_id: run.id }));
}

/** A call whose answer was lost may have begun it. */
async function begin(wire: Wire, run: WorkflowRun, call: () => Promise<unknown>): Promise<void> {
	const client = await wire.client();
	await createMissing<unknown>(wire.clock, {
		find: async () => {
			const { data } = await client.rest.actions.getWorkflowRun({ ...wire.at, run_id: run.id });
			const now = readRun(data);
			const same = now.status === run.status && now.conclusion === run.conclusion && now.attempt === run.attempt;
			return same ? null : now;
		},
		create: call,
	});
}

/** Ends a run. One that has ended meanwhile has ended. */
export async function cancelRun(wire: Wire, run: number): Promise<void> {
	const client = await wire.client();
	try {
		await client.rest.actions.cancelWorkflowRun({ ...wire.at, run_id: run, request: { repeatable: true } });
	} catch (error) {
		if (!isConflict(error)) throw error;
	}
}
