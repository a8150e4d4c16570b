import { badInput, isWithin, joinPath } from "../kernel/index.ts";
import { didYouMean } from "../source/index.ts";
import type { Project, Stage } from "./model.ts";

/**
 * The stages that targets name, in the order given, each once: a file of stages, `file:stage`, a stage of ./dvc.yaml (or all
 * that were generated under its name), an output or a path inside one. `here`: where the user stands, relative to the DVC
 * root. Failure `unknown-target`.
 */
export function resolveTargets(project: Project, targets: readonly string[], here: string): Stage[] {
	return [...new Set(targets.flatMap((target) => resolveOne(project, target, here)))];
}

function resolveOne({ stages }: Project, target: string, here: string): readonly Stage[] {
	const path = joinPath(here, target);
	const inFile = stages.filter(({ file }) => file === path);
	if (inFile.length > 0) return inFile;
	const { file, name } = splitTarget(target, here);
	const named = stages.filter(
		(stage) => stage.file === file && (stage.name === name || stage.name?.startsWith(`${name}@`)),
	);
	if (named.length > 0) return named;
	const makers = stages.filter(({ outs }) => outs.some(({ at }) => at !== null && isWithin(path, at)));
	if (makers.length > 0) return makers;
	throw unknown(stages, target, here);
}

function splitTarget(target: string, here: string): { file: string; name: string } {
	const [, file, name] = /^(.*):([^\\/:]+)$/.exec(target) ?? [];
	if (name === undefined) return { file: joinPath(here, "dvc.yaml"), name: target };
	return { file: joinPath(here, file === "" || file === undefined ? "dvc.yaml" : file), name };
}

function unknown(stages: readonly Stage[], target: string, here: string): Error {
	if (target.endsWith("dvc.lock")) {
		return badInput("unknown-target", `${target} is a lock file, which names no stages to work on`, {
			found: target,
			hint: `did you mean \`${target.replace(/lock$/, "yaml")}\`?`,
		});
	}
	const names = stages.flatMap(({ address, outs }) => [address, ...outs.flatMap(({ at }) => at ?? [])]);
	return badInput("unknown-target", `\`${target}\` is neither a stage, a file of stages, nor an output`, {
		found: here === "." ? target : `${target}, seen from ${here}`,
		expected: "a stage of ./dvc.yaml, `path/dvc.yaml:stage`, a .dvc file, or the path of an output",
		hint: didYouMean(target, names) ?? "`mainline plan` lists every stage",
	});
}
