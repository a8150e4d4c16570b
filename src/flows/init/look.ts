import { realpath } from "node:fs/promises";
import { Git } from "../../git/index.ts";
import { Failure, isWithin } from "../../kernel/index.ts";
import { findDvcRoot } from "../../manifest/index.ts";
import type { FlowContext } from "../context.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

/** What a repository is like before Mainline is set up in it. */
export interface Ground {
	readonly git: Git;
	/** The git root, absolute, links resolved. */
	readonly root: string;
	readonly branch: string;
	/** Null where there is no DVC project yet. */
	readonly workspace: Workspace | null;
}

/** Failures: those of opening a git repository and of reading a DVC project. */
export async function look(context: FlowContext): Promise<Ground> {
	const git = await Git.open(context.cwd);
	const root = await realpath(git.root);
	const workspace = (await hasProject(context.cwd, root)) ? await openWorkspace(context) : null;
	return { git, root, branch: await git.defaultBranch(), workspace };
}

/** Only a project of this repository: a `.dvc` folder above it is somebody else's. */
async function hasProject(cwd: string, root: string): Promise<boolean> {
	try {
		const found = await realpath(await findDvcRoot(cwd));
		return found === root || isWithin(found, root);
	} catch (cause) {
		if (cause instanceof Failure && cause.code === "no-dvc") return false;
		throw cause;
	}
}
