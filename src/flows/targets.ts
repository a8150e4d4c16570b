import { isWithin, joinPath } from "../kernel/index.ts";
import {
	type Output,
	type Project,
	resolveTargets,
	type Stage,
	stagesInFolder,
	stagesNamed,
	unknownTarget,
} from "../manifest/index.ts";
import { inOrder, lenientGraph, type Selection, spread } from "../plan/index.ts";

/** As on the command line. */
export interface StageSelection {
	readonly targets: readonly string[];
	readonly singleItem?: boolean;
	readonly downstream?: boolean;
	readonly pipeline?: boolean;
	/** Every stage of the project, wherever the user stands. */
	readonly allPipelines?: boolean;
	/** A target that is a folder means all stages in and below it. */
	readonly recursive?: boolean;
	/** Names of stages are patterns. */
	readonly glob?: boolean;
}

interface Standing {
	readonly project: Project;
	/** Where the user stands, relative to the DVC root. */
	readonly here: string;
}

/**
 * The stages that a plan or a run is about. Without targets: every stage of the project; from a folder below the root
 * that has a dvc.yaml, that file's stages and what they need, as for `dvc repro` there.
 */
export function selectedStages({ project, here }: Standing, options: StageSelection): Selection {
	const { targets, recursive = false, glob = false, pipeline = false } = options;
	if (options.allPipelines === true) return { targets: null };
	// as in DVC, whole pipelines leave no room for a choice within them
	const how = {
		single: options.singleItem === true && !pipeline,
		downstream: options.downstream === true && !pipeline,
		pipeline,
	};
	if (targets.length > 0) {
		const found = resolveTargets(project, targets, { here, recursive, glob });
		return { ...how, targets: recursive && how.single ? inFileOrder(project, found) : found };
	}
	const own = project.stages.filter(({ file }) => file === joinPath(here, "dvc.yaml"));
	if (own.length > 0 && (here !== "." || how.single || how.downstream || how.pipeline)) return { ...how, targets: own };
	return how.single ? { ...how, targets: inFileOrder(project, project.stages) } : { targets: null };
}

/** A folder says nothing about what comes first. */
function inFileOrder({ stages }: Project, found: readonly Stage[]): Stage[] {
	return inOrder(lenientGraph(stages), { targets: null }).filter((stage) => found.includes(stage));
}

/** One output, or a part of a directory, that a target names. */
export interface SelectedOutput {
	readonly stage: Stage;
	readonly out: Output;
	/** Relative to the output; null for all of it. */
	readonly part: string | null;
}

export interface OutputSelection {
	/** A target that is a folder means the outputs of all stages in and below it. */
	readonly recursive?: boolean;
	/** With a stage come all that it needs. */
	readonly withDeps?: boolean;
}

/**
 * The cached outputs that targets name, by DVC's order of meanings: a stage of ./dvc.yaml or a file of stages, an output's
 * path or one inside it, a folder of stages. Without targets: all. Failure `unknown-target`.
 */
export function selectedOutputs(
	{ project, here }: Standing,
	targets: readonly string[],
	how: OutputSelection = {},
): SelectedOutput[] {
	if (targets.length === 0) return project.stages.flatMap((stage) => outputsOf(stage));
	const found = targets.flatMap((target) => outputsNamed({ project, here }, target, how));
	return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}

function outputsNamed({ project, here }: Standing, target: string, how: OutputSelection): SelectedOutput[] {
	const { stages } = project;
	const path = joinPath(here, target);
	const inFolder = how.recursive === true ? stagesInFolder(stages, path) : [];
	if (inFolder.length > 0) return inFolder.flatMap(outputsOf);
	const named = stagesNamed(stages, target, { here });
	if (named.length > 0) return (how.withDeps === true ? withNeeds(stages, named) : named).flatMap(outputsOf);
	const parts = stages.flatMap((stage) =>
		stage.outs.flatMap((out) => (out.at !== null && isWithin(path, out.at) ? [{ stage, out, at: out.at }] : [])),
	);
	if (parts.length === 0) throw unknownTarget(stages, target, here);
	return parts
		.filter(({ out }) => out.cache)
		.map(({ stage, out, at }) => ({ stage, out, part: at === path ? null : path.slice(at.length + 1) }));
}

function withNeeds(stages: readonly Stage[], named: readonly Stage[]): Stage[] {
	const graph = lenientGraph(stages);
	const found = spread(named, (stage) => graph.upstream(stage));
	return stages.filter((stage) => found.has(stage));
}

function outputsOf(stage: Stage): SelectedOutput[] {
	return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}
