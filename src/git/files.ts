import { gitText } from "./command.ts";

/** Files of the working tree, relative to the git root. Folders of which git tracks nothing come as one, with a `/` at the end. */
export interface WorkFiles {
	readonly tracked: readonly string[];
	/** Neither tracked nor ignored. */
	readonly untracked: readonly string[];
}

export async function workFiles(root: string): Promise<WorkFiles> {
	const [tracked, untracked] = await Promise.all([
		gitText(root, ["ls-files", "-z"]),
		gitText(root, ["ls-files", "-z", "--others", "--exclude-standard", "--directory", "--no-empty-directory"]),
	]);
	return { tracked: namesIn(tracked), untracked: namesIn(untracked) };
}

function namesIn(text: string): string[] {
	return text.split("\0").filter((path) => path !== "");
}

/** Of DVC's files in one working tree: those that lie there and git does not ignore, and what the index holds of them (ids of blobs). */
export async function recordFiles(worktree: string): Promise<{ paths: string[]; staged: string[] }> {
	const patterns = ["*.dvc", "dvc.lock", "*/dvc.lock", "Dvcfile", "*/Dvcfile"];
	const [there, staged] = await Promise.all([
		gitText(worktree, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns]),
		gitText(worktree, ["ls-files", "-z", "--stage", "--", ...patterns]),
	]);
	const blobs = namesIn(staged).flatMap((line) => /^100\d{3} ([0-9a-f]+) /.exec(line)?.[1] ?? []);
	return { paths: [...new Set(namesIn(there))], staged: [...new Set(blobs)] };
}
