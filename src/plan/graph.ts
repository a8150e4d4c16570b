import { badInput, type Failure, together } from "../kernel/index.ts";
import type { Output, Stage } from "../manifest/index.ts";
import { PathTrie } from "./path-trie.ts";

/** An output and the stage that makes it. */
export interface Producer {
	readonly stage: Stage;
	readonly out: Output;
	/** `out.at`, or the address of something elsewhere. */
	readonly path: string;
}

/** Which stage needs which. */
export interface Graph {
	readonly stages: readonly Stage[];
	/** Stages that make what this one reads, in the order of its dependencies. */
	upstream(stage: Stage): readonly Stage[];
	/** Stages that read what this one makes. */
	downstream(stage: Stage): readonly Stage[];
	/** The outputs that are the path, contain it, or lie in it. */
	producersOf(path: string): readonly Producer[];
}

/**
 * DVC's graph: a stage follows another when one of its dependencies (files of parameters count) is an output of the other,
 * lies in one, or contains one. Failures, all at once: duplicate-output, overlapping-outputs, stage-inside-output,
 * dependency-cycle.
 */
export function buildGraph(stages: readonly Stage[]): Graph {
	const graph = graphOf(stages);
	const failures = [...graph.failures, ...stagesInsideOutputs(stages, graph.outputs)];
	if (failures.length > 0) throw together(failures);
	const cycle = findCycle(graph);
	if (cycle !== null) throw cycleFailure(cycle);
	return graph;
}

/** The same without its complaints: `dvc status` and `dvc push` work on projects that `dvc repro` refuses. */
export function lenientGraph(stages: readonly Stage[]): Graph {
	return graphOf(stages);
}

/** The graph that a selection asks for: as in DVC, the named stages alone are run also where a whole pipeline would be refused. */
export function graphFor(stages: readonly Stage[], { single = false }: { readonly single?: boolean }): Graph {
	return single ? lenientGraph(stages) : buildGraph(stages);
}

/** Some stages and all that is reached from them, step by step. */
export function spread(from: Iterable<Stage>, next: (stage: Stage) => readonly Stage[]): Set<Stage> {
	const found = new Set<Stage>();
	const waiting = [...from];
	for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
		if (found.has(stage)) continue;
		found.add(stage);
		waiting.push(...next(stage));
	}
	return found;
}

interface Built extends Graph {
	readonly outputs: PathTrie<Producer>;
	readonly failures: readonly Failure[];
}

function graphOf(stages: readonly Stage[]): Built {
	const { outputs, failures } = collectOutputs(stages);
	const producersOf = (path: string): Producer[] => [...outputs.above(path), ...outputs.below(path)];
	const upstream = new Map<Stage, Set<Stage>>();
	const downstream = new Map<Stage, Set<Stage>>(stages.map((stage) => [stage, new Set()]));
	for (const stage of stages) {
		const before = new Set(inputPaths(stage).flatMap((path) => producersOf(path).map((producer) => producer.stage)));
		upstream.set(stage, before);
		for (const other of before) downstream.get(other)?.add(stage);
	}
	return {
		stages,
		outputs,
		failures,
		producersOf,
		upstream: (stage) => [...(upstream.get(stage) ?? [])],
		downstream: (stage) => [...(downstream.get(stage) ?? [])],
	};
}

/** What a stage reads, relative to the DVC root, in DVC's order: dependencies, then files of parameters. */
function inputPaths(stage: Stage): string[] {
	const deps = stage.deps.map(({ at, external }) => at ?? external?.url ?? null);
	return [...deps, ...stage.params.map(({ at }) => at)].filter((path) => path !== null);
}

function collectOutputs(stages: readonly Stage[]): { outputs: PathTrie<Producer>; failures: Failure[] } {
	const outputs = new PathTrie<Producer>();
	const failures: Failure[] = [];
	for (const stage of stages) {
		for (const out of stage.outs) {
			const path = out.at ?? out.external?.url ?? null;
			if (path === null) continue;
			const producer = { stage, out, path };
			const clash = clashOf(producer, outputs);
			if (clash === null) outputs.set(path, producer);
			else failures.push(clash);
		}
	}
	return { outputs, failures };
}

function clashOf(producer: Producer, outputs: PathTrie<Producer>): Failure | null {
	const { path, stage, out } = producer;
	const same = outputs.get(path);
	if (same !== null) {
		const others = [same.stage, stage].map((each) => `\`${each.address}\` (${placeOf(each)})`);
		return badInput("duplicate-output", `output \`${path}\` is specified in two stages: ${others.join(" and ")}`, {
			at: out.place,
			found: `\`${path}\` twice`,
			expected: "every output of one stage only",
			hint: `keep it in one of them; \`dvc remove ${same.stage.address}\` removes the other`,
		});
	}
	const [other] = [...outputs.above(path), ...outputs.below(path)];
	if (other === undefined) return null;
	const [outer, inner] = other.path.length < path.length ? [other, producer] : [producer, other];
	return badInput("overlapping-outputs", `outputs overlap: ${named(inner)} lies in ${named(outer)}`, {
		at: out.place,
		found: `${inner.path} below ${outer.path}`,
		expected: "outputs in separate directories, or one output for the directory",
		hint: `name the files of ${outer.path} one by one, or let one stage make all of it`,
	});
}

function named({ path, stage }: Producer): string {
	return `\`${path}\` of stage \`${stage.address}\``;
}

function placeOf({ place }: Stage): string {
	return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

function stagesInsideOutputs(stages: readonly Stage[], outputs: PathTrie<Producer>): Failure[] {
	const seen = new Set<string>();
	return stages.flatMap(({ file, address }) => {
		const [outer] = outputs.above(file);
		if (outer === undefined || seen.has(file)) return [];
		seen.add(file);
		return badInput("stage-inside-output", `${file} lies in an output of another stage: ${named(outer)}`, {
			at: outer.out.place,
			found: `stage \`${address}\` in ${file}`,
			expected: "stages beside the outputs",
			hint: "move the file out of the output; an output's content is replaced when its stage runs",
		});
	});
}

/** The stages of one circle, or null. Walks without recursion: a pipeline may be thousands deep. */
function findCycle(graph: Graph): Stage[] | null {
	const done = new Set<Stage>();
	for (const start of graph.stages) {
		const path: Stage[] = [];
		const open = new Set<Stage>();
		const walks = [[start].values()];
		for (let walk = walks.at(-1); walk !== undefined; walk = walks.at(-1)) {
			const { value: stage, done: exhausted } = walk.next();
			if (exhausted === true || stage === undefined) {
				walks.pop();
				const left = path.pop();
				if (left === undefined) continue;
				open.delete(left);
				done.add(left);
			} else if (open.has(stage)) {
				return path.slice(path.indexOf(stage));
			} else if (!done.has(stage)) {
				path.push(stage);
				open.add(stage);
				walks.push(graph.upstream(stage).values());
			}
		}
	}
	return null;
}

function cycleFailure(cycle: readonly Stage[]): Failure {
	const [first] = cycle;
	const names = cycle.map((stage) => `\`${stage.address}\``);
	const message =
		cycle.length === 1
			? `stage ${names[0] ?? ""} depends on its own output`
			: `stages depend on each other in a circle: ${[...names, names[0]].join(" → ")}`;
	return badInput("dependency-cycle", message, {
		...(first === undefined ? {} : { at: first.place }),
		found: cycle.map((stage) => stage.address).join(", "),
		expected: "no item both a dependency and, directly or through other stages, an output",
		hint: "take one of these dependencies out, or give its stage another output",
	});
}
