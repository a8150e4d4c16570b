import { flatten, formatExact, readMetrics, recordedData } from "../../compare/index.ts";
import type { GitTree } from "../../git/index.ts";
import { compareCodePoints } from "../../kernel/index.ts";
import type { LockEntry, Recorded, Stage } from "../../manifest/index.ts";
import { type Graph, lenientGraph, spread } from "../../plan/index.ts";
import type { Evidence, Ingredient, NamedValue } from "../../release/index.ts";
import { optionalRemote } from "../remote-shelves.ts";
import type { RemoteContext } from "../remotes.ts";
import { asRecorded, shelvedObjects } from "../report/objects.ts";
import { withResults } from "../report/truth.ts";
import type { KnownTree } from "./known.ts";

export interface EvidenceQuestion {
	readonly tree: GitTree;
	readonly known: KnownTree;
	/** What makes the model; null where git itself tracks it. */
	readonly stage: Stage | null;
	readonly files: readonly Ingredient[];
	readonly context: RemoteContext;
}

/** How a model came about, from what DVC's files record: no data is read but the files of metrics. */
export async function evidenceOf({ tree, known, stage, files, context }: EvidenceQuestion): Promise<Evidence> {
	const project = withResults(known.project, known.results);
	const made = project.stages.find(({ address }) => address === stage?.address);
	if (made === undefined) return { stages: [], ingredients: [], params: [], metrics: [], files };
	const graph = lenientGraph(project.stages);
	const before = inOrder(graph, made).filter(({ name }) => name !== null);
	const measured = new Set([...spread([made], (each) => graph.downstream(each)), ...before]);
	const objects = shelvedObjects({ cache: known.cache, remote: await optionalRemote(context, project.config) });
	const side = { tree: asRecorded(tree, project), project, objects, data: recordedData(project) };
	const metricFiles = new Set([...measured].flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? [])));
	const metrics = await readMetrics(side);
	return {
		stages: before.map(({ address, lock }) => ({ address, command: commandOf(lock) })),
		ingredients: ingredientsOf(graph, before),
		params: before.flatMap(({ lock }) =>
			[...(lock?.params ?? [])].flatMap(([file, values]) => named(file, flatten(values))),
		),
		metrics: [...metrics.files].flatMap(([file, values]) => (metricFiles.has(file) ? named(file, values) : [])),
		files,
	};
}

/** The stages that lead to one, and it, each after those that it needs. */
function inOrder(graph: Graph, stage: Stage): Stage[] {
	const needed = spread([stage], (each) => graph.upstream(each));
	return graph.stages.filter((each) => needed.has(each));
}

/** What no stage made, once each. */
function ingredientsOf(graph: Graph, stages: readonly Stage[]): Ingredient[] {
	const found = new Map<string, Ingredient>();
	for (const { deps, lock } of stages) {
		for (const recorded of lock?.deps ?? []) {
			const at = deps.find(({ path }) => path === recorded.path)?.at ?? null;
			const made = at !== null && graph.producersOf(at).some(({ stage }) => stage.name !== null);
			const each = made ? null : ingredient(at ?? recorded.path, recorded);
			if (each !== null) found.set(each.path, each);
		}
	}
	return [...found.values()].sort((a, b) => compareCodePoints(a.path, b.path));
}

function ingredient(path: string, { oid, hash, size }: Pick<Recorded, "oid" | "hash" | "size">): Ingredient | null {
	return oid === null ? null : { path, oid, hash, size: size ?? null };
}

function commandOf(lock: LockEntry | null): string {
	return [lock?.cmd ?? ""].flat().join("\n");
}

function named(file: string, values: ReadonlyMap<string, Parameters<typeof formatExact>[0]>): NamedValue[] {
	return [...values].map(([name, value]) => ({ file, name, value: formatExact(value) }));
}
