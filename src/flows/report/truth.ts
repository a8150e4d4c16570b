import { hashBytes } from "../../digest/index.ts";
import type { LockEntry, Project, Stage, Tree } from "../../manifest/index.ts";
import type { Observer, Plan } from "../../plan/index.ts";
import type { RunCache } from "../../store/index.ts";
import type { KnownResult } from "../release/known.ts";
import type { Shelves } from "../remote-shelves.ts";

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

/**
 * A project in which only results count that somebody's run is known to have made: a lock entry that its base has not, and
 * that no run cache knows, counts as the base's; a stage is frozen only where it was.
 */
export async function withoutHearsay(
	project: Project,
	base: { readonly written: Project },
	{ runCache, remote }: Shelves,
): Promise<Project> {
	const before = new Map(base.written.stages.map((stage) => [stage.address, stage]));
	const stages = await Promise.all(
		project.stages.map(async (stage) => {
			const old = before.get(stage.address);
			const frozen = stage.frozen && (old?.frozen ?? false);
			const lock = stage.lock;
			if (lock === null || stage.name === null)
				return { ...stage, frozen: stage.name === null ? stage.frozen : frozen };
			const value = runCache.digest(lock);
			if (old?.lock != null && runCache.digest(old.lock) === value) return { ...stage, frozen };
			const key = runCache.key(lock);
			await remote?.fetchRuns(runCache, [key]);
			return { ...stage, frozen, lock: (await runCache.has({ key, value })) ? lock : (old?.lock ?? null) };
		}),
	);
	return { ...project, stages };
}

/** Stages whose results are what the locks of a project say, which its base has not and no run cache knows. */
export async function onlyRecorded(
	project: Project,
	base: { readonly written: Project },
	runCache: RunCache,
): Promise<string[]> {
	const before = new Map(base.written.stages.map((stage) => [stage.address, stage.lock]));
	const found: string[] = [];
	for (const { address, name, lock } of project.stages) {
		if (name === null || lock === null) continue;
		const [value, old] = [runCache.digest(lock), before.get(address) ?? null];
		if (old !== null && runCache.digest(old) === value) continue;
		if (!(await runCache.has({ key: runCache.key(lock), value }))) found.push(address);
	}
	return found;
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
