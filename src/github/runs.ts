import { PAGE_SIZE, type Wire } from "./wire.ts";

export interface FoundRun {
	readonly id: number;
	readonly attempt: number;
	readonly status: string;
	readonly conclusion: string | null;
}

/** The newest run of a workflow for a commit and an event; null where there is none. */
export async function newestRun(
	wire: Wire,
	of: { readonly workflow: number; readonly sha: string; readonly event: string },
): Promise<FoundRun | null> {
	const client = await wire.client();
	const { data } = await client.rest.actions.listWorkflowRuns({
		...wire.at,
		workflow_id: of.workflow,
		head_sha: of.sha,
		event: of.event,
		per_page: PAGE_SIZE,
	});
	const [newest] = data.workflow_runs.toSorted((a, b) => b.id - a.id);
	if (newest === undefined) return null;
	return {
		id: newest.id,
		attempt: newest.run_attempt ?? 1,
		status: newest.status ?? "queued",
		conclusion: newest.conclusion,
	};
}
