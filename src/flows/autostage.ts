import { relative } from "node:path";
import type { Workspace } from "./workspace.ts";

/** `core.autostage`: what was written for git goes to its index. Files are absolute. Whether it did. */
export async function stageInGit({ git, config }: Workspace, files: Iterable<string>): Promise<boolean> {
	if (git === null || !config.autostage) return false;
	const paths = [...new Set(files)].map((file) => relative(git.root, file));
	await git.stage(paths);
	return paths.length > 0;
}
