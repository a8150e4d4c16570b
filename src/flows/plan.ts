import { join } from "node:path";
import type { Outcome } from "../kernel/index.ts";
import type { Container, Project, Stage } from "../manifest/index.ts";
import {
	lookingOnce,
	type Observer,
	type Plan,
	type PlannedStage,
	plan as planStages,
	type Reason,
	Timings,
} from "../plan/index.ts";
import { expectedCost, type PlanDocument, type PlannedContainer, type PlannedStageRow } from "../report/index.ts";
import { warnOfContainers } from "./containers/warnings.ts";
import type { FlowContext } from "./context.ts";
import { observeWorkspace } from "./observe.ts";
import { type StageSelection, selectedStages } from "./targets.ts";
import { notesFolder, openWorkspace, projectAt, type Workspace } from "./workspace.ts";

export interface PlanOptions extends StageSelection {
	/** Give the reasons against the results of this revision; what would be done stays the same. */
	readonly base: string | null;
	/** Answer "no" when anything is left to do: to run, to place from the cache, or blocked. */
	readonly check: boolean;
	/** Absent data counts. */
	readonly data: boolean;
	readonly force: boolean;
}

/** What `run` would do now, and why; with a base, why the results differ from those of that revision. */
export async function plan(context: FlowContext, options: PlanOptions): Promise<Outcome<PlanDocument>> {
	const workspace = await openWorkspace(context);
	try {
		const { data, force } = options;
		const observer = lookingOnce(observeWorkspace(workspace));
		const selection = selectedStages(workspace, options);
		const found = await planStages(workspace.project, observer, { ...selection, data, force });
		const base =
			options.base === null ? null : await againstBase(workspace, { ...options, base: options.base, observer });
		await warnOfContainers(context, { workspace, observer, planned: found.stages });
		await workspace.state.save();
		const timings = await Timings.read(timingsFile(workspace));
		const stages = found.stages.map((planned) => row(withWhy(planned, base), timings.of(planned.stage.address)));
		const document = planDocument(workspace, { base: base?.commit ?? null, stages });
		return { answer: options.check && isStale(found) ? "no" : "yes", document };
	} finally {
		workspace.git?.close();
	}
}

export function planDocument(
	{ below }: Pick<Workspace, "below">,
	{ base, stages }: Pick<PlanDocument, "base" | "stages">,
): PlanDocument {
	const expected = expectedCost(stages);
	return {
		schema: "mainline.plan/1",
		root: below,
		base,
		stages,
		...(expected === null ? {} : { expected }),
	};
}

interface Base {
	readonly commit: string;
	/** Address → what differs from the base's results. */
	readonly why: ReadonlyMap<string, readonly Reason[]>;
}

async function againstBase(
	workspace: Workspace,
	options: PlanOptions & { readonly base: string; readonly observer: Observer },
): Promise<Base> {
	const { commit, project } = await projectAt(workspace, options.base);
	const mixed = withLocksOf(workspace.project, project);
	const selection = selectedStages({ ...workspace, project: mixed }, options);
	const { stages } = await planStages(mixed, options.observer, { ...selection, data: false });
	return { commit, why: new Map(stages.map(({ stage, why }) => [stage.address, why])) };
}

function withWhy(planned: PlannedStage, base: Base | null): PlannedStage {
	const why = base?.why.get(planned.stage.address) ?? [];
	return why.length === 0 ? planned : { ...planned, why };
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

/** One stage as the document tells it; `runs` are the seconds that it took before. */
export function row({ stage, action, why, source }: PlannedStage, runs: readonly number[]): PlannedStageRow {
	const last = runs.at(-1);
	const gpus = stage.needs?.gpus ?? null;
	return {
		address: stage.address,
		action,
		why,
		deps: inputPaths(stage),
		outs: stage.outs.map(({ at, path }) => at ?? path),
		...(source === undefined || action !== "restore" ? {} : { source }),
		...(gpus === null ? {} : { gpus }),
		...(stage.needs?.container === undefined ? {} : { container: plannedContainer(stage.needs.container) }),
		...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] as const }),
	};
}

function plannedContainer({ from }: Container): PlannedContainer {
	if (from.kind === "image") return { image: from.name };
	const { file, target } = from.dockerfile;
	return { dockerfile: file, ...(target === null ? {} : { target }) };
}

function inputPaths({ deps, params }: Stage): string[] {
	return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}
