import { Failure } from "../kernel/index.ts";
import { type LoadedProject, loadProject } from "../manifest/index.ts";
import { run as runProgram } from "../shell/index.ts";
import type { FlowContext } from "./context.ts";
import { type OutputSelection, type SelectedOutput, selectedOutputs } from "./targets.ts";
import type { Workspace } from "./workspace.ts";

export interface Revisions extends OutputSelection {
	readonly targets: readonly string[];
	/** Every commit of every branch and tag. */
	readonly allCommits: boolean;
	/** The last commit of every branch. */
	readonly allBranches?: boolean;
	readonly allTags?: boolean;
}

/** The outputs that earlier revisions record of the targets. A revision that cannot be read, or knows no such target, is left out with a word. */
export async function earlierOutputs(
	{ progress }: FlowContext,
	workspace: Workspace,
	options: Revisions,
): Promise<SelectedOutput[]> {
	const outputs: SelectedOutput[] = [];
	for (const commit of await commitsOf(workspace, options)) {
		try {
			const project = await projectIn(workspace, commit);
			outputs.push(...selectedOutputs({ project, here: workspace.here }, options.targets, options));
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			progress.warn(`${commit.slice(0, 12)} is left out: ${failure.message}`);
		}
	}
	return outputs;
}

function projectIn({ git, below, config, root }: Workspace, commit: string): Promise<LoadedProject> {
	if (git === null) throw new Error("a revision was asked of a project without git");
	return loadProject(git.treeAt(commit, below), { config, root });
}

async function commitsOf({ git }: Workspace, options: Revisions): Promise<string[]> {
	if (git === null) return [];
	const lists = [
		...(options.allCommits ? [["rev-list", "--all"]] : []),
		...(options.allBranches === true ? [["for-each-ref", "--format=%(objectname)", "refs/heads"]] : []),
		...(options.allTags === true ? [["for-each-ref", "--format=%(objectname)", "refs/tags"]] : []),
	];
	const found = new Set<string>();
	for (const args of lists) {
		const { stdoutText } = await runProgram("git", args, { cwd: git.root });
		for (const line of stdoutText.split("\n")) if (line !== "") found.add(await git.resolve(line));
	}
	return [...found];
}
