import { realpath } from "node:fs/promises";
import { relative } from "node:path";
import { Git } from "../../git/index.ts";
import { Failure, isWithin, joinPath } from "../../kernel/index.ts";
import { findDvcRoot } from "../../manifest/index.ts";
import type { FlowContext } from "../context.ts";
import { projectsAt } from "../dvc-projects.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

/** What a repository is like before Mainline is set up in it. */
export interface Ground {
	readonly git: Git;
	/** The git root, absolute, links resolved. */
	readonly root: string;
	readonly branch: string;
	/** Null where there is no DVC project yet. */
	readonly workspace: Workspace | null;
	/** The project that is there or will be, relative to the git root. */
	readonly below: string;
	/** Where there is none: the DVC projects in folders below, by their paths from the git root. They stay what they are. */
	readonly projects: readonly string[];
}

/** `here`: the project is the folder that one stands in, whatever lies above. Failures: those of opening a git repository and of reading a DVC project. */
export async function look(context: FlowContext, { here = false } = {}): Promise<Ground> {
	const git = await Git.open(context.cwd);
	const root = await realpath(git.root);
	const cwd = await realpath(context.cwd);
	const workspace = (await hasProject(context.cwd, here ? cwd : root)) ? await openWorkspace(context) : null;
	const below = workspace?.below ?? (here ? joinPath(relative(root, cwd)) : ".");
	const projects =
		workspace === null && !here && (await git.tryResolve("HEAD")) !== null ? await projectsAt(git, "HEAD") : [];
	return { git, root, branch: await git.defaultBranch(), workspace, below, projects };
}

/** Only a project of this repository: a `.dvc` folder above it is somebody else's. */
async function hasProject(cwd: string, top: string): Promise<boolean> {
	try {
		const found = await realpath(await findDvcRoot(cwd));
		return found === top || isWithin(found, top);
	} catch (cause) {
		if (cause instanceof Failure && cause.code === "no-dvc") return false;
		throw cause;
	}
}
