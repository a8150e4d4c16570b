import { directoryListing } from "../digest/index.ts";
import { isDirectoryOid, type Value } from "../kernel/index.ts";
import type { Dependency, ParamsDependency, Recorded, Stage } from "../manifest/index.ts";
import type { Graph, Producer } from "./graph.ts";
import { contentOf, recordOfDependency, recordOfOutput } from "./inputs.ts";
import type { Content, Observer, PlannedStage } from "./model.ts";
import { recordedValues } from "./reasons.ts";

/** What a dependency will hold when its stage's turn comes. */
export type Future<T> =
	| { readonly kind: "known"; readonly value: T }
	/** Absent, and known only as the stage's own lock entry names it. */
	| { readonly kind: "as-recorded" }
	/** Nothing is there, and nothing makes it. */
	| { readonly kind: "missing" }
	/** These stages may yield something else. */
	| { readonly kind: "open"; readonly stages: readonly Stage[] }
	/** These stages cannot run. */
	| { readonly kind: "blocked"; readonly stages: readonly Stage[] };

/** What is known of the stages judged so far. */
export interface Known {
	readonly graph: Graph;
	readonly observer: Observer;
	readonly planned: ReadonlyMap<Stage, PlannedStage>;
}

export async function dependencyFuture(known: Known, stage: Stage, dependency: Dependency): Promise<Future<Content>> {
	const { at } = dependency;
	if (at === null) return { kind: "as-recorded" };
	const producers = known.graph.producersOf(at);
	const unsettled = unsettledBy(known, producers);
	if (unsettled !== null) return unsettled;
	const hash = recordOfDependency(stage, dependency)?.hash ?? "md5";
	const replaced = await willBeReplaced(known, producers);
	if (!replaced) {
		const now = await known.observer.content(at, hash, "dependency");
		if (now !== null) return { kind: "known", value: now };
	}
	if (producers.length === 0) return { kind: "missing" };
	const value = await fromResults(known, at, producers);
	if (value !== null) return { kind: "known", value };
	const moved = producers
		.map((producer) => producer.stage)
		.filter((each) => known.planned.get(each)?.source === "run-cache");
	return moved.length > 0 ? { kind: "open", stages: [...new Set(moved)] } : { kind: "as-recorded" };
}

type Values = ReadonlyMap<string, Value>;

export async function valuesFuture(known: Known, stage: Stage, dependency: ParamsDependency): Promise<Future<Values>> {
	const producers = known.graph.producersOf(dependency.at);
	const unsettled = unsettledBy(known, producers);
	if (unsettled !== null) return unsettled;
	const value = await known.observer.values(dependency);
	if (value !== null && !(await willBeReplaced(known, producers))) return { kind: "known", value };
	if (producers.length === 0) return { kind: "missing" };
	return recordedValues(stage, dependency) === null ? { kind: "missing" } : { kind: "as-recorded" };
}

/** `open` or `blocked` when a producer's result is not known. */
function unsettledBy({ planned }: Known, producers: readonly Producer[]): Future<never> | null {
	const withAction = (...actions: string[]): Stage[] => [
		...new Set(
			producers.map(({ stage }) => stage).filter((stage) => actions.includes(planned.get(stage)?.action ?? "none")),
		),
	];
	const blocked = withAction("blocked");
	if (blocked.length > 0) return { kind: "blocked", stages: blocked };
	const open = withAction("run", "maybe").filter((stage) => planned.get(stage)?.result === null);
	return open.length > 0 ? { kind: "open", stages: open } : null;
}

/** Whether what is in the workspace now will not be there then: an output that will be placed anew, or is absent. */
async function willBeReplaced({ planned, observer }: Known, producers: readonly Producer[]): Promise<boolean> {
	for (const { stage, path } of producers) {
		const plan = planned.get(stage);
		if (plan?.action === "restore") return true;
		if (plan?.result != null && (await observer.content(path, "md5")) === null) return true;
	}
	return false;
}

/** What the known results put at a path: an output itself, a part of one, or a folder that holds some. */
async function fromResults(known: Known, at: string, producers: readonly Producer[]): Promise<Content | null> {
	const outer = producers.find(({ path }) => path === at || at.startsWith(`${path}/`));
	if (outer === undefined) return null;
	const result = resultOf(known, outer);
	const content = result === null ? null : contentOf(result);
	if (content === null || outer.path === at) return content;
	return partOf(known, content, at.slice(outer.path.length + 1));
}

function resultOf({ planned }: Known, { stage, out }: Producer): Recorded | null {
	const result = planned.get(stage)?.result ?? stage.lock;
	return recordOfOutput({ ...stage, lock: result }, out);
}

/** A file of a recorded directory, or a folder in it. */
async function partOf({ observer }: Known, { oid, hash }: Content, relpath: string): Promise<Content | null> {
	if (!isDirectoryOid(oid)) return null;
	const listing = await observer.listing(oid, hash);
	if (listing === null) return null;
	const file = listing.find((each) => each.relpath === relpath);
	if (file !== undefined) return { oid: file.oid, hash };
	const below = listing.filter((each) => each.relpath.startsWith(`${relpath}/`));
	if (below.length === 0) return null;
	const entries = below.map((each) => ({ relpath: each.relpath.slice(relpath.length + 1), oid: each.oid }));
	return { oid: directoryListing(entries).oid, hash };
}
