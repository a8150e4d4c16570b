import { hashBytes } from "../../digest/index.ts";
import type { LockEntry, Project, Stage, Tree } from "../../manifest/index.ts";
import type { Observer, Plan } from "../../plan/index.ts";
import type { RunCache } from "../../store/index.ts";
import type { KnownResult } from "../release/known.ts";

/*
 * Results of pull requests are known by content and are not committed: the lock file of the main line may be behind what
 * its inputs make. What is compared and planned with are the locks as they would read had they been.
 */

export type Results = ReadonlyMap<string, KnownResult>;

/** A project with the results that its inputs are known to have. */
export function withResults(project: Project, results: Results): Project {
	return mapLocks(project, (stage) => results.get(stage.address)?.entry ?? stage.lock);
}

/** What a plan knows without running anything, as the lock of each stage. */
export function withPlanned(project: Project, { stages }: Plan): Project {
	const known = new Map(stages.map(({ stage, result }) => [stage.address, result]));
	return mapLocks(project, (stage) => known.get(stage.address) ?? stage.lock);
}

/** A project that stands on a base: where it left the base's lock entry alone, the base's true result is its own. */
export function standingOn(
	project: Project,
	base: { project: Project; results: Results; runCache: RunCache },
): Project {
	const before = new Map(base.project.stages.map((stage) => [stage.address, stage.lock]));
	const name = (entry: LockEntry | null): string => (entry === null ? "" : base.runCache.digest(entry));
	return mapLocks(project, (stage) => {
		const result = base.results.get(stage.address);
		const untouched = name(before.get(stage.address) ?? null) === name(stage.lock);
		return result?.source === "run-cache" && untouched ? result.entry : stage.lock;
	});
}

/** Stages whose lock differs between two readings of one project. */
export function movedStages(project: Project, moved: Project): Stage[] {
	const before = new Map(project.stages.map((stage) => [stage.address, stage.lock]));
	return moved.stages.filter((stage) => before.get(stage.address) !== stage.lock);
}

/**
 * Leaves files out of sight that git tracks and that are only behind: outputs of stages with a truer lock that the
 * workspace has as the base has them. They count as absent, so that nobody is told that they were changed.
 */
export function overlooking(observer: Observer, { stages, base }: { stages: readonly Stage[]; base: Tree }): Observer {
	const paths = new Set(stages.flatMap(({ outs }) => outs.flatMap((out) => (out.cache ? [] : (out.at ?? [])))));
	return {
		...observer,
		content: async (path, hash) => {
			const content = await observer.content(path, hash);
			if (content === null || !paths.has(path)) return content;
			const bytes = await base.read(path);
			return bytes !== null && hashBytes(bytes) === content.oid ? null : content;
		},
	};
}

function mapLocks(project: Project, lockOf: (stage: Stage) => LockEntry | null): Project {
	return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: lockOf(stage) })) };
}
