import { lstat, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { badInput, baseName, isWithin, joinPath, relativeTo } from "../../kernel/index.ts";
import type { Output, Stage } from "../../manifest/index.ts";
import { isOutside } from "../../plan/index.ts";
import { gitEye, type Workspace } from "../workspace.ts";

/** Something to track: `path` (relative to the DVC root), and the `.dvc` stage whose output is it or contains it. */
export interface AddTarget {
	readonly path: string;
	/** Null: it gets a `.dvc` file of its own. */
	readonly known: { readonly stage: Stage; readonly out: Output } | null;
	/** False when it is gone from a tracked directory. */
	readonly exists: boolean;
}

/** Says no to what cannot be tracked, before anything is touched. */
export async function addTarget(
	workspace: Workspace,
	given: string,
	{ absent = false }: { /** Nothing has to be there yet. */ readonly absent?: boolean } = {},
): Promise<AddTarget> {
	const path = isAbsolute(given) ? joinPath(relative(workspace.root, given)) : joinPath(workspace.here, given);
	if (isOutside(path) || path === ".") throw outside(given);
	refuseManifest(path);
	const known = tracker(workspace, path);
	const exists = (await stat(join(workspace.root, path)).catch(() => null)) !== null;
	if (!exists && !absent && (known === null || known.out.at === path)) throw notThere(path);
	if (known === null) refuseOverlap(workspace, path);
	if (exists) await refuseUnfit(workspace, path);
	return { path, known, exists };
}

function tracker({ project }: Workspace, path: string): AddTarget["known"] {
	for (const stage of project.stages) {
		const out = stage.outs.find(({ at }) => at !== null && isWithin(path, at));
		if (out === undefined) continue;
		if (stage.cmd !== null) throw pipelineOutput(stage, path);
		if (stage.deps.length > 0) throw imported(stage, path);
		return { stage, out };
	}
	return null;
}

function refuseOverlap({ project }: Workspace, path: string): void {
	for (const stage of project.stages) {
		const inner = stage.outs.find(({ at }) => at !== null && isWithin(at, path));
		if (inner === undefined) continue;
		throw badInput("overlapping-outputs", `${path} holds ${inner.at ?? inner.path}, which ${stage.address} tracks`, {
			at: inner.place,
			found: `${inner.at ?? inner.path} below ${path}`,
			expected: "data that nothing else tracks",
			hint: `dvc remove ${stage.address}, then add ${path} as a whole`,
		});
	}
	const file = project.stages.find((stage) => isWithin(stage.file, path))?.file;
	if (file !== undefined) {
		throw badInput("stage-inside-output", `${path} holds ${file}, which describes stages`, {
			at: { file },
			found: `${file} below ${path}`,
			expected: "a folder of data alone",
			hint: "track the folders beside it instead",
		});
	}
}

async function refuseUnfit(workspace: Workspace, path: string): Promise<void> {
	const absolute = join(workspace.root, path);
	const isDirectory = (await stat(absolute)).isDirectory();
	if (workspace.ignore.ignored(path, isDirectory)) {
		throw badInput("dvcignored", `${path} is ignored by .dvcignore`, {
			found: "a pattern of .dvcignore that fits it",
			expected: "a path that no pattern fits",
			hint: "take the pattern out, or leave the path",
		});
	}
	const folder = await realpath(dirname(absolute));
	const link = isDirectory && (await lstat(absolute)).isSymbolicLink();
	if (link || folder !== join(workspace.root, dirname(path))) {
		throw badInput("behind-a-link", `${path} lies behind a symbolic link to a folder`, {
			found: link ? path : relativeTo(path, "."),
			expected: "a path without links to folders",
			hint: "add the folder that the link leads to",
		});
	}
	if (workspace.git === null) return;
	if ((await gitEye(workspace.git, workspace.below).tracked([path])).size > 0) {
		throw badInput("already-in-git", `${path} is tracked by git already`, {
			found: "a path of git's index",
			expected: "data that git does not track",
			hint: `git rm -r --cached '${path}' && git commit -m "Stop tracking ${baseName(path)}"`,
		});
	}
}

function refuseManifest(path: string): void {
	const name = baseName(path);
	if (name !== "dvc.yaml" && name !== "dvc.lock" && !name.endsWith(".dvc")) return;
	throw badInput("manifest", `${path} is one of DVC's own files, which git tracks`, {
		found: path,
		expected: "a file or folder of data",
		hint: `git add '${path}'`,
	});
}

function outside(given: string): Error {
	return badInput("outside", `${given} is not inside the project`, {
		found: given,
		expected: "a file or folder below the DVC root",
		hint: "copy or move the data into the project; --cd DIR starts in another one",
	});
}

function notThere(path: string): Error {
	return badInput("file-not-found", `${path} does not exist`, {
		at: { file: path },
		found: "nothing there",
		expected: "a file or folder of data",
		hint: "paths count from the folder that you are in",
	});
}

function pipelineOutput(stage: Stage, path: string): Error {
	return badInput("pipeline-output", `${path} is an output of stage \`${stage.address}\``, {
		at: stage.place,
		hint: `mainline run ${stage.address} makes it; dvc commit ${stage.address} takes it as it is`,
	});
}

function imported(stage: Stage, path: string): Error {
	return badInput("imported", `${path} is imported by ${stage.address}`, {
		at: stage.place,
		hint: `dvc update ${stage.address} brings the source's newest content`,
	});
}
