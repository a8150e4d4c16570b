import { join } from "node:path";
import type { Outcome } from "../kernel/index.ts";
import type { Project, Stage } from "../manifest/index.ts";
import { type Plan, type PlannedStage, plan as planStages, type Selection, Timings } from "../plan/index.ts";
import type { PlanDocument, PlannedStageRow } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { observeWorkspace } from "./observe.ts";
import { type StageSelection, selectedStages } from "./targets.ts";
import { notesFolder, openWorkspace, projectAt, type Workspace } from "./workspace.ts";

export interface PlanOptions extends StageSelection {
	/** Compare with the results of this revision instead of with the workspace's lock files. */
	readonly base: string | null;
	/** Answer "no" when something would run. */
	readonly check: boolean;
	/** Absent data counts. */
	readonly data: boolean;
	readonly force: boolean;
}

/** What `run` would do now, and why. */
export async function plan(context: FlowContext, options: PlanOptions): Promise<Outcome<PlanDocument>> {
	const workspace = await openWorkspace(context);
	try {
		const base = options.base === null ? null : await projectAt(workspace, options.base);
		const project = base === null ? workspace.project : withLocksOf(workspace.project, base.project);
		const selection: Selection = selectedStages({ ...workspace, project }, options);
		const observer = observeWorkspace(workspace);
		const found = await planStages(project, observer, { ...selection, data: options.data, force: options.force });
		await workspace.state.save();
		const timings = await Timings.read(timingsFile(workspace));
		const document: PlanDocument = {
			schema: "mainline.plan/1",
			root: workspace.below,
			base: base?.commit ?? null,
			stages: found.stages.map((planned) => row(planned, timings.of(planned.stage.address))),
		};
		return { answer: options.check && isStale(found) ? "no" : "yes", document };
	} finally {
		workspace.git?.close();
	}
}

export function timingsFile({ root }: Pick<Workspace, "root">): string {
	return join(notesFolder(root), "timings.json");
}

function isStale({ stages }: Plan): boolean {
	return stages.some(({ action }) => action !== "none" && action !== "frozen");
}

/** The stages as they are now, with the results that another revision recorded. */
function withLocksOf(project: Project, base: Project): Project {
	const locks = new Map(base.stages.map(({ address, lock }) => [address, lock]));
	return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null })) };
}

function row({ stage, action, why, source }: PlannedStage, runs: readonly number[]): PlannedStageRow {
	const last = runs.at(-1);
	return {
		address: stage.address,
		action,
		why,
		deps: inputPaths(stage),
		outs: stage.outs.map(({ at, path }) => at ?? path),
		...(source === undefined || action !== "restore" ? {} : { source }),
		...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] as const }),
	};
}

function inputPaths({ deps, params }: Stage): string[] {
	return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}
