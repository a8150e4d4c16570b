import type { Stage } from "../manifest/index.ts";
import { type Graph, spread } from "./graph.ts";

export interface Selection {
	/** Null: every stage. */
	readonly targets: readonly Stage[] | null;
	/** The targets alone, in the order given. */
	readonly single?: boolean;
	/** The targets and what follows from them, instead of what leads to them. */
	readonly downstream?: boolean;
	/** The whole pipelines that the targets belong to. */
	readonly pipeline?: boolean;
}

/**
 * The selected stages, each after those it needs: a depth-first walk in file order, as `dvc repro` does it for a whole
 * graph; of whole pipelines that of the first target comes first. A frozen stage does not ask for what it needs.
 */
export function inOrder(graph: Graph, { targets, ...how }: Selection): Stage[] {
	if (targets === null) return postOrder(graph, graph.stages);
	if (how.single === true) return [...new Set(targets)];
	if (how.pipeline === true) {
		return postOrder(
			graph,
			targets.flatMap((target) => inFileOrder(graph, connected(graph, target))),
		);
	}
	const wanted = reached(graph, targets, how.downstream === true);
	return postOrder(graph, inFileOrder(graph, wanted)).filter((stage) => wanted.has(stage));
}

function inFileOrder(graph: Graph, wanted: ReadonlySet<Stage>): Stage[] {
	return graph.stages.filter((stage) => wanted.has(stage));
}

/** What a stage waits for. */
export function needs(graph: Graph, stage: Stage): readonly Stage[] {
	return stage.frozen ? [] : graph.upstream(stage);
}

function reached(graph: Graph, targets: readonly Stage[], downstream: boolean): Set<Stage> {
	const next = (stage: Stage): readonly Stage[] =>
		downstream ? graph.downstream(stage).filter((each) => !each.frozen) : needs(graph, stage);
	return spread(targets, next);
}

function connected(graph: Graph, target: Stage): Set<Stage> {
	const neighbours = (stage: Stage): Stage[] => [
		...needs(graph, stage),
		...graph.downstream(stage).filter((each) => !each.frozen),
	];
	return spread([target], neighbours);
}

function postOrder(graph: Graph, starts: readonly Stage[]): Stage[] {
	const order: Stage[] = [];
	const seen = new Set<Stage>();
	for (const start of starts) {
		if (seen.has(start)) continue;
		seen.add(start);
		const open = [{ stage: start, rest: needs(graph, start).values() }];
		for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
			const { value, done } = top.rest.next();
			if (done === true || value === undefined) {
				order.push(top.stage);
				open.pop();
			} else if (!seen.has(value)) {
				seen.add(value);
				open.push({ stage: value, rest: needs(graph, value).values() });
			}
		}
	}
	return order;
}
