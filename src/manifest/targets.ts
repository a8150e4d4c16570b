import { badInput, fnmatch, isWithin, joinPath } from "../kernel/index.ts";
import { didYouMean } from "../source/index.ts";
import type { Project, Stage } from "./model.ts";

export interface TargetOptions {
	/** Where the user stands, relative to the DVC root. */
	readonly here: string;
	/** A folder means all stages in and below it. */
	readonly recursive?: boolean;
	/** Names of stages are patterns. */
	readonly glob?: boolean;
}

/**
 * The stages that targets name, in the order given, each once, as DVC reads them: a file of stages, `file:stage`, a stage
 * of ./dvc.yaml (or all that were generated under its name); beyond DVC, an output or a path inside one.
 * Failure `unknown-target`, also for a pattern or a folder that fits nothing: DVC would run everything then.
 */
export function resolveTargets(project: Project, targets: readonly string[], options: TargetOptions): Stage[] {
	return [...new Set(targets.flatMap((target) => resolveOne(project, target, options)))];
}

function resolveOne({ stages }: Project, target: string, options: TargetOptions): readonly Stage[] {
	const { here } = options;
	const found = options.recursive === true ? stagesInFolder(stages, joinPath(here, target)) : [];
	if (found.length > 0) return found;
	const named = stagesNamed(stages, target, options);
	if (named.length > 0) return named;
	const path = joinPath(here, target);
	const makers = stages.filter(({ outs }) => outs.some(({ at }) => at !== null && isWithin(path, at)));
	if (makers.length > 0) return makers;
	throw unknownTarget(stages, target, here);
}

/** Those whose file lies in the folder or below it. */
export function stagesInFolder(stages: readonly Stage[], folder: string): readonly Stage[] {
	return stages.filter(({ file }) => file !== folder && isWithin(file, folder));
}

/** The stages of a file, or of a name; none when there is no such thing. */
export function stagesNamed(stages: readonly Stage[], target: string, options: TargetOptions): readonly Stage[] {
	const { here, glob = false } = options;
	const whole = stages.filter(({ file }) => file === joinPath(here, target));
	if (whole.length > 0) return whole;
	const { file, name } = glob ? splitPattern(target) : splitTarget(target);
	const inFile = stages.filter((stage) => stage.file === joinPath(here, file));
	if (name === null || inFile.some((stage) => stage.name === null)) return inFile;
	const generated = inFile.filter((stage) => stage.name?.startsWith(`${name}@`));
	const exact = inFile.filter((stage) => stage.name === name);
	if (exact.length > 0) return exact;
	if (generated.length > 0) return generated;
	return glob ? inFile.filter((stage) => fnmatch(stage.name ?? "", name)) : [];
}

interface Split {
	/** As written. */
	readonly file: string;
	/** Null: all of the file's stages. */
	readonly name: string | null;
}

const DEFAULT_FILE = "dvc.yaml";

/** Whether this can be nothing but a file of stages. */
export function isStageFile(path: string): boolean {
	return path.endsWith(".dvc") || path === DEFAULT_FILE || path.endsWith(`/${DEFAULT_FILE}`);
}

/** What stands behind the first `@` belongs to the name, colons and slashes included: it is a key of a generated stage. */
export function splitTarget(target: string): Split {
	const at = target.indexOf("@");
	const [group, key] = at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at)];
	const [, path = "", name = ""] = /^(.*):([^\\/:]*)$/s.exec(group) ?? [];
	if (name !== "") return { file: path === "" ? DEFAULT_FILE : path, name: name + key };
	return isStageFile(target) ? { file: target, name: null } : { file: DEFAULT_FILE, name: target };
}

function splitPattern(target: string): Split {
	const colon = target.lastIndexOf(":");
	if (colon < 0) return isStageFile(target) ? { file: target, name: null } : { file: DEFAULT_FILE, name: target };
	const [file, name] = [target.slice(0, colon), target.slice(colon + 1)];
	return { file: file === "" ? DEFAULT_FILE : file, name: name === "" ? null : name };
}

export function unknownTarget(stages: readonly Stage[], target: string, here: string): Error {
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
