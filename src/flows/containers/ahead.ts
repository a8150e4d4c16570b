import { Failure } from "../../kernel/index.ts";
import { plan, type Selection } from "../../plan/index.ts";
import type { Containers, ExecuteOptions } from "../../run/index.ts";
import type { FlowContext } from "../context.ts";
import { observeWorkspace } from "../observe.ts";
import type { Workspace } from "../workspace.ts";
import { housed, warnOfContainers } from "./warnings.ts";

interface Ahead {
	readonly workspace: Workspace;
	readonly selection: Selection;
	readonly options: ExecuteOptions;
	readonly containers: Containers;
	/** What is missing may come from the remote: then nothing is certain yet. */
	readonly pull: boolean;
}

/**
 * Before anything runs: says what no lock would record of the containers that are to come, and refuses where nothing here runs one.
 * Failure `container-no-engine`.
 */
export async function lookAhead(context: FlowContext, ahead: Ahead): Promise<void> {
	const { workspace, selection, options, containers, pull } = ahead;
	if (!workspace.project.stages.some((stage) => housed(stage) !== null)) return;
	const observer = observeWorkspace(workspace);
	const { stages: planned } = await plan(workspace.project, observer, {
		...selection,
		data: options.allowMissing !== true,
		force: options.force,
		forceDownstream: options.forceDownstream,
		runCache: options.runCache,
	});
	await warnOfContainers(context, { workspace, observer, planned });
	for (const { stage, action } of planned) {
		const container = housed(stage);
		if (container === null || (action !== "run" && (action !== "maybe" || pull))) continue;
		await containers.engine(stage, container).catch((cause: unknown) => {
			if (!pull || !(cause instanceof Failure)) throw cause;
			context.progress.warn(`${cause.message}: it can only be restored`);
		});
	}
}
