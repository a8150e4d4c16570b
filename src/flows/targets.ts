import { isWithin, joinPath } from "../kernel/index.ts";
import { type Output, type Project, resolveTargets, type Stage } from "../manifest/index.ts";
import type { Selection } from "../plan/index.ts";

/** As on the command line. */
export interface StageSelection {
	readonly targets: readonly string[];
	readonly singleItem?: boolean;
	readonly downstream?: boolean;
	readonly pipeline?: boolean;
	/** Every stage of the project, wherever the user stands. */
	readonly allPipelines?: boolean;
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
	const how = {
		single: options.singleItem ?? false,
		downstream: options.downstream ?? false,
		pipeline: options.pipeline ?? false,
	};
	if (options.allPipelines === true) return { targets: null };
	if (options.targets.length > 0) return { ...how, targets: resolveTargets(project, [...options.targets], here) };
	const own = here === "." ? [] : project.stages.filter(({ file }) => file === `${here}/dvc.yaml`);
	if (own.length > 0) return { ...how, targets: own };
	return how.single ? { ...how, targets: project.stages } : { targets: null };
}

/** One output, or a part of a directory, that a target names. */
export interface SelectedOutput {
	readonly stage: Stage;
	readonly out: Output;
	/** Relative to the output; null for all of it. */
	readonly part: string | null;
}

/** The cached outputs that targets name: by their path, a path inside one, a stage, or a file of stages. Without targets: all. */
export function selectedOutputs({ project, here }: Standing, targets: readonly string[]): SelectedOutput[] {
	if (targets.length === 0) return project.stages.flatMap((stage) => outputsOf(stage));
	const found = targets.flatMap((target) => {
		const path = joinPath(here, target);
		const named = project.stages.flatMap((stage) => outputsOf(stage)).filter(({ out }) => holds(out, path));
		if (named.length > 0) return named.map((selected) => ({ ...selected, part: partOf(selected.out, path) }));
		return resolveTargets(project, [target], here).flatMap((stage) => outputsOf(stage));
	});
	return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}

function outputsOf(stage: Stage): SelectedOutput[] {
	return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}

function holds({ at }: Output, path: string): boolean {
	return at !== null && isWithin(path, at);
}

function partOf({ at }: Output, path: string): string | null {
	return at === null || at === path ? null : path.slice(at.length + 1);
}
