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
