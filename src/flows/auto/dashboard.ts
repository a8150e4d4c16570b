import { Git } from "../../git/index.ts";
import { DASHBOARD_MARKER, DASHBOARD_TITLE, renderDashboard } from "../../report/index.ts";
import { boardOf } from "../board.ts";
import type { FlowContext } from "../context.ts";
import type { AutoOptions } from "./options.ts";
import { projectsOf } from "./projects.ts";

/**
 * Does what changes what runs where, and brings the dashboard issue up to date with what came of it, also where it failed half-way.
 * The issue is a view of the tags: whatever goes wrong with it is a warning, and the next such job writes it anew.
 */
export async function withDashboard<T>(context: FlowContext, options: AutoOptions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		await keepDashboard(context, options).catch((failure: unknown) => {
			const words = failure instanceof Error ? failure.message : String(failure);
			context.progress.warn(`the dashboard issue is not up to date: ${words}${hintOf(failure)}`);
		});
	}
}

async function keepDashboard(context: FlowContext, { gitHub, dashboard, remote, prefix }: AutoOptions): Promise<void> {
	if (!dashboard || gitHub === null || context.signal.aborted) return;
	const document = await boardOf(await wholeRepository(context), remote);
	const body = renderDashboard(document, { prefix });
	// nobody's release waits for it
	const { number, action, unpinned } = await gitHub
		.hasty()
		.upsertIssue({ title: DASHBOARD_TITLE, marker: DASHBOARD_MARKER, body });
	if (unpinned !== null) context.progress.warn(`the dashboard issue #${number} is not pinned: ${unpinned}`);
	if (action === "closed") context.progress.say(`the dashboard issue #${number} is closed, and is left alone`);
	if (action === "created") context.progress.say(`#${number} shows from now on what runs where`);
}

/** Wherever the job works: there is one issue for all projects. */
async function wholeRepository(context: FlowContext): Promise<readonly FlowContext[]> {
	const git = await Git.open(context.cwd);
	try {
		const projects = await projectsOf({ ...context, cwd: git.root });
		return projects.map((project) => project.context);
	} finally {
		git.close();
	}
}

function hintOf(failure: unknown): string {
	const { hint } = (failure as { details?: { hint?: string } } | null)?.details ?? {};
	return hint === undefined ? "" : ` (${hint})`;
}
