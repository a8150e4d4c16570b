import { badInput, type Failure, Failure as FailureError, joinPath, together } from "../kernel/index.ts";
import { complain } from "../source/index.ts";
import type { FlagStyle } from "./command-flags.ts";
import { readDotDvc } from "./dot-dvc.ts";
import { withExternals } from "./externals.ts";
import type { Ignore, IgnoreRules } from "./ignore.ts";
import { parseLock } from "./lock.ts";
import type { Artifact, DvcConfig, Project, Stage, TopLevel, Tree } from "./model.ts";
import { readPipeline } from "./pipeline.ts";
import { byFolder, type Filter, lockFileOf, survey } from "./survey.ts";

export interface LoadOptions {
	readonly config: DvcConfig;
	/** The DVC root, absolute, so that absolute paths into the project are known for what they are. */
	readonly root?: string;
	/** Which of these paths (relative to the DVC root) git ignores; without it none is. */
	readonly gitIgnored?: (paths: readonly string[]) => Promise<Set<string>>;
}

/** A project, and what its `.dvcignore` files leave out. */
export interface LoadedProject extends Project {
	readonly ignore: Ignore;
}

/** What one file says. */
interface Part {
	readonly file: string;
	readonly stages: readonly Stage[];
	readonly artifacts: readonly Artifact[];
	readonly topLevel: TopLevel;
}

const NOTHING: TopLevel = { metrics: [], params: [], plots: [] };

/** Reads every dvc.yaml, dvc.lock and `.dvc` file of a tree. All that is wrong in them is one `Failure`. */
export async function loadProject(tree: Tree, options: LoadOptions): Promise<LoadedProject> {
	const { config, root = null } = options;
	const gitIgnored: Filter = async (paths) =>
		paths.length === 0 || options.gitIgnored === undefined ? new Set() : options.gitIgnored(paths);
	const flags = flagStyle(config);
	const parts: Part[] = [];
	const failures: Failure[] = [];
	const ignore = await survey(tree, {
		gitIgnored,
		visit: async (files, ignored) => {
			const read = await Promise.all(files.map((file) => readPart({ tree, root, file, ignored, flags }, failures)));
			const found = read.filter((part) => part !== null).map((part) => placed(part, { config, root }, failures));
			parts.push(...found);
			return found.flatMap(({ stages }) => stages.flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? [])));
		},
	});
	for (const part of parts) await refuseIgnoredOutputs(tree, { ignore, stages: part.stages, failures });
	if (failures.length > 0) throw together(failures);
	parts.sort((a, b) => byFolder(a.file, b.file));
	return {
		stages: parts.flatMap((part) => part.stages),
		artifacts: parts.flatMap((part) => part.artifacts),
		topLevel: {
			metrics: parts.flatMap(({ topLevel }) => topLevel.metrics),
			params: parts.flatMap(({ topLevel }) => topLevel.params),
			plots: parts.flatMap(({ topLevel }) => topLevel.plots),
		},
		config,
		ignore,
	};
}

/** With addresses understood. */
function placed(part: Part, setting: { config: DvcConfig; root: string | null }, failures: Failure[]): Part {
	try {
		return { ...part, stages: withExternals(part.stages, setting) };
	} catch (cause) {
		if (!(cause instanceof FailureError)) throw cause;
		failures.push(cause);
		return part;
	}
}

/** DVC does not see what `.dvcignore` leaves out, so it cannot be what a stage makes. */
async function refuseIgnoredOutputs(
	tree: Tree,
	{ ignore, stages, failures }: { ignore: IgnoreRules; stages: readonly Stage[]; failures: Failure[] },
): Promise<void> {
	for (const { outs } of stages) {
		for (const { at, place } of outs) {
			if (at === null || !(ignore.ignored(at, false) || ignore.ignored(at, true))) continue;
			if (ignore.inOther(at) || !ignore.ignored(at, (await tree.kind(at)) === "directory")) continue;
			failures.push(
				complain(place, "output-ignored", `the output \`${at}\` is left out by a .dvcignore`, {
					found: at,
					expected: "an output that no pattern of a .dvcignore matches",
					hint: `\`dvc check-ignore --details ${at}\` names the pattern`,
				}),
			);
		}
	}
}

interface PartSource {
	readonly tree: Tree;
	readonly root: string | null;
	readonly file: string;
	/** Of this file and its lock: what git ignores. */
	readonly ignored: ReadonlySet<string>;
	readonly flags: FlagStyle;
}

function flagStyle({ sections }: DvcConfig): FlagStyle {
	const parsing = sections.get("parsing");
	return {
		bool: parsing?.get("bool") === "boolean_optional" ? "boolean_optional" : "store_true",
		list: parsing?.get("list") === "append" ? "append" : "nargs",
	};
}

/** One broken file does not hide what is wrong in the others. */
async function readPart(source: PartSource, failures: Failure[]): Promise<Part | null> {
	try {
		return await (source.file.endsWith("dvc.yaml") ? readPipelinePart(source) : readDataPart(source));
	} catch (cause) {
		if (!(cause instanceof FailureError)) throw cause;
		failures.push(cause, ...(cause.details.others ?? []));
		return null;
	}
}

async function readDataPart({ tree, root, file }: PartSource): Promise<Part | null> {
	const bytes = await tree.read(file);
	if (bytes === null) return null;
	return { file, stages: [readDotDvc(bytes, file, root)], artifacts: [], topLevel: NOTHING };
}

async function readPipelinePart({ tree, root, file, ignored, flags }: PartSource): Promise<Part | null> {
	const bytes = await tree.read(file);
	if (bytes === null) return null;
	const lockFile = lockFileOf(file);
	for (const path of [file, lockFile]) if (ignored.has(path)) throw ignoredByGit(path);
	const lockBytes = await tree.read(lockFile);
	const lock = lockBytes === null ? new Map() : parseLock(lockBytes, lockFile);
	return { file, ...(await readPipeline({ tree, root, file, bytes, lock, flags })) };
}

function ignoredByGit(file: string): Error {
	return badInput("git-ignored", `${file} is ignored by git, so nobody else would ever see it`, {
		at: { file: joinPath(file) },
		hint: `take the pattern that matches it out of .gitignore (git check-ignore -v ${file} names it)`,
	});
}
