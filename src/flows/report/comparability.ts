import type { Comparability, YardstickChange } from "../../compare/index.ts";
import type { Project, Stage, Tree } from "../../manifest/index.ts";
import { type Graph, lenientGraph, spread } from "../../plan/index.ts";
import { type Difference, differences } from "./stage-differences.ts";
import { kindOf } from "./yardstick-kind.ts";

/** What is known of one side: what its files say, with the locks that made its numbers. */
export interface Measured {
	readonly project: Project;
	readonly tree: Tree;
}

/**
 * Which metrics files are measured otherwise than on the base. A number compares two models only where all else is the same: the data that
 * it is measured on, the code, command and parameters that measure, the environment (docs/adr/0020-comparable.md).
 */
export async function comparabilityOf(
	base: Measured,
	head: Measured,
	files: readonly string[],
): Promise<Comparability[]> {
	const [before, now] = [lenientGraph(base.project.stages), lenientGraph(head.project.stages)];
	const found = new Map<string, Comparability>();
	for (const file of new Set(files)) {
		const stage = makerOf(now, file);
		if (stage === null) continue;
		const known = found.get(stage.address);
		const judged = known ?? (await judge({ stage, file, before, now, base, head }));
		if (judged !== null) found.set(stage.address, { ...judged, files: [...(known?.files ?? []), file] });
	}
	return [...found.values()];
}

interface Question {
	/** That writes the file. */
	readonly stage: Stage;
	readonly file: string;
	readonly before: Graph;
	readonly now: Graph;
	readonly base: Measured;
	readonly head: Measured;
}

async function judge({ stage, file, before, now, base, head }: Question): Promise<Omit<Comparability, "files"> | null> {
	const old = makerOf(before, file);
	// a file that the base's stages do not make, or did not yet, has no number there to compare with
	if (old === null || old.lock === null || stage.lock === null) return null;
	const changes =
		old.address === stage.address
			? await yardstickChanges({ stage, before, now, base, head })
			: [{ kind: "stage" as const, path: stage.address, change: "modified" as const, shared: false }];
	if (changes.length === 0) return null;
	const sure = changes.filter(({ shared }) => !shared);
	return {
		stage: stage.address,
		verdict: sure.length > 0 ? "not-comparable" : "unsure",
		changes: sure.length > 0 ? sure : changes,
	};
}

async function yardstickChanges({
	stage,
	before,
	now,
	base,
	head,
}: Omit<Question, "file">): Promise<YardstickChange[]> {
	const parts = partsOf(now, stage, head.project);
	const old = new Map(before.stages.map((each) => [each.address, each]));
	const changes: YardstickChange[] = [];
	for (const measuring of parts.measuring) {
		const earlier = old.get(measuring.address);
		if (earlier?.lock == null || measuring.lock === null) continue;
		for (const difference of differences(earlier, measuring)) {
			const change = await asChange(difference, {
				measuring,
				parts,
				now,
				tree: difference.change === "deleted" ? base.tree : head.tree,
			});
			if (change !== null) changes.push(change);
		}
	}
	return unique(changes);
}

/** The stages between the model and its number, and those that made the model. */
interface Parts {
	/** From the first that reads the model to the one that writes the metrics. */
	readonly measuring: readonly Stage[];
	/** Those whose outputs are what is measured. */
	readonly making: ReadonlySet<Stage>;
	/** What these, and all before them, read. */
	readonly readByMakers: Reading;
	/** One stage makes the model and measures it. */
	readonly inOne: boolean;
}

interface Reading {
	readonly paths: ReadonlySet<string>;
	readonly params: ReadonlySet<string>;
}

function partsOf(graph: Graph, stage: Stage, { artifacts }: Project): Parts {
	const behind = spread([stage], (each) => graph.upstream(each));
	const models = artifacts.filter(({ type }) => type === null || type === "model");
	const declared = new Set(models.flatMap(({ path }) => graph.producersOf(path).map((producer) => producer.stage)));
	const inOne = declared.has(stage);
	const named = [...declared].filter((each) => behind.has(each) && each !== stage);
	const making = new Set(inOne ? [stage] : named.length > 0 ? named : nearest(graph, stage));
	const after = spread(making, (each) => graph.downstream(each));
	const measuring = [...behind].toReversed().filter((each) => each === stage || (after.has(each) && !making.has(each)));
	const makers = spread(making, (each) => graph.upstream(each));
	return { measuring, making, readByMakers: readingOf(makers), inOne: inOne || making.size === 0 };
}

/** Without a declared model: the stages right before, as far as they are none of each other's sources. */
function nearest(graph: Graph, stage: Stage): Stage[] {
	const before = graph.upstream(stage).filter(({ cmd }) => cmd !== null);
	return before.filter((each) => {
		const after = spread([each], (one) => graph.downstream(one));
		return !before.some((other) => other !== each && after.has(other));
	});
}

function readingOf(stages: ReadonlySet<Stage>): Reading {
	const paths = [...stages].flatMap(({ deps }) => deps.map(({ at, path }) => at ?? path));
	const params = [...stages].flatMap((stage) =>
		stage.params.flatMap(({ at, keys }) => (keys.length === 0 ? [`${at}:`] : keys.map((key) => `${at}:${key}`))),
	);
	return { paths: new Set(paths), params: new Set(params) };
}

interface Context {
	readonly measuring: Stage;
	readonly parts: Parts;
	readonly now: Graph;
	/** Where it can be looked at. */
	readonly tree: Tree;
}

/** Null where it is no yardstick: what is measured, and what the model was made with. */
async function asChange(
	{ kind, path, name, change, old, now }: Difference,
	{ measuring, parts, now: graph, tree }: Context,
): Promise<YardstickChange | null> {
	const said = {
		path,
		change,
		...(name === undefined ? {} : { name }),
		...(old === undefined ? {} : { old }),
		...(now === undefined ? {} : { new: now }),
	};
	if (kind === "command")
		return parts.inOne ? null : { kind, path: measuring.address, change: "modified", shared: false };
	if (kind === "parameter") {
		const theirs = parts.inOne || [...parts.readByMakers.params].some((key) => covers(key, `${path}:${name ?? ""}`));
		return theirs ? null : { ...said, kind, shared: false };
	}
	const makers = new Set(graph.producersOf(path).map((producer) => producer.stage));
	const made = [...makers].some((each) => parts.measuring.includes(each) || (parts.making.has(each) && !parts.inOne));
	if (made) return null;
	const what = makers.size > 0 ? "data" : await kindOf(tree, path);
	if (what === "environment") return { ...said, kind: what, shared: false };
	// where one stage makes and measures, its code is what the change is about
	if (what === "code" && parts.inOne) return null;
	const shared = parts.inOne || (what === "code" && parts.readByMakers.paths.has(path));
	return { ...said, kind: what, shared };
}

/** `params.yaml:train` covers `params.yaml:train.epochs`, and the other way round; `params.yaml:` is all of the file. */
function covers(one: string, other: string): boolean {
	if (one.endsWith(":")) return other.startsWith(one);
	return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}

function makerOf(graph: Graph, file: string): Stage | null {
	return graph.producersOf(file).find(({ stage }) => stage.cmd !== null)?.stage ?? null;
}

function unique(changes: readonly YardstickChange[]): YardstickChange[] {
	return [
		...new Map(changes.map((change) => [`${change.kind}\0${change.path}\0${change.name ?? ""}`, change])).values(),
	];
}
