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

/** Stages whose results are what the locks of a project say, which its base has not and no run cache knows, here or at the remote. */
export async function unknownLocks(
	project: Project,
	base: { readonly written: Project },
	{ runCache, remote }: Shelves,
): Promise<ReadonlySet<string>> {
	const before = new Map(base.written.stages.map((stage) => [stage.address, stage.lock]));
	const names = project.stages.flatMap(({ address, name, lock }) => {
		if (name === null || lock === null) return [];
		const [value, old] = [runCache.digest(lock), before.get(address) ?? null];
		return old !== null && runCache.digest(old) === value ? [] : [{ address, key: runCache.key(lock), value }];
	});
	if (names.length > 0) await remote?.fetchRuns(runCache, [...new Set(names.map(({ key }) => key))]);
	const known = await Promise.all(names.map((name) => runCache.has(name)));
	return new Set(names.flatMap(({ address }, index) => (known[index] === true ? [] : [address])));
}

/**
 * A project in which only results count that somebody's run is known to have made: what only its own lock says counts as
 * the base's; a stage is frozen only where it was.
 */
export async function withoutHearsay(
	project: Project,
	base: { readonly written: Project },
	shelves: Shelves,
): Promise<Project> {
	const before = new Map(base.written.stages.map((stage) => [stage.address, stage]));
	const unknown = await unknownLocks(project, base, shelves);
	const stages = project.stages.map((stage) => {
		const old = before.get(stage.address) ?? null;
		const frozen = stage.frozen && (stage.name === null || old?.frozen === true);
		return { ...stage, frozen, lock: unknown.has(stage.address) ? (old?.lock ?? null) : stage.lock };
	});
	return { ...project, stages };
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
		content: async (path, hash, as) => {
			const content = await observer.content(path, hash, as);
			if (content === null || !paths.has(path)) return content;
			const bytes = await base.read(path);
			return bytes !== null && hashBytes(bytes) === content.oid ? null : content;
		},
	};
}

function mapLocks(project: Project, lockOf: (stage: Stage) => LockEntry | null): Project {
	return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: lockOf(stage) })) };
}
