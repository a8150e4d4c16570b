import type { Git } from "../git/index.ts";
import { isWithin, parentOf } from "../kernel/index.ts";

/** What makes a folder a DVC project, for git. */
const MARK = ".dvc/config";

/** The folders of a commit that are DVC projects, from the git root, but for those inside of another. */
export async function projectsAt(git: Git, commit: string): Promise<readonly string[]> {
	const all = (await git.filesEnding(commit, MARK)).map((path) => parentOf(parentOf(path)));
	return all.filter((path) => !all.some((other) => other !== path && isWithin(path, other)));
}
