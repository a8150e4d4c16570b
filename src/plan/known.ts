import type { LockEntry, Project } from "../manifest/index.ts";
import type { Observer, PlannedStage } from "./model.ts";
import { plan } from "./plan.ts";

export interface KnownResults {
	/** Address → lock entry, for every stage whose result is known without running anything. */
	readonly known: ReadonlyMap<string, LockEntry>;
	/** The others, with the reasons. */
	readonly unknown: readonly PlannedStage[];
}

/** The results that a project has at a revision, from its lock files and the run cache. */
export async function knownResults(project: Project, observer: Observer): Promise<KnownResults> {
	const { stages } = await plan(project, observer, { targets: null });
	const known = new Map<string, LockEntry>();
	for (const { stage, result } of stages) if (result !== null) known.set(stage.address, result);
	return { known, unknown: stages.filter(({ result }) => result === null) };
}
