import { gitText } from "./command.ts";

export interface Walk {
	readonly most: number;
	/** Only commits that changed one of these (relative to the git root). Absent: all. */
	readonly paths?: readonly string[];
}

/** The line of a branch back from a commit, newest first, as far as this clone has it. */
export async function firstParents(root: string, commit: string, { most, paths }: Walk): Promise<string[]> {
	const only = paths === undefined ? [] : ["--", ...paths.map((path) => `:(literal,top)${path}`)];
	const text = await gitText(root, ["rev-list", "--first-parent", `--max-count=${most}`, commit, ...only]);
	return text.split("\n").filter((id) => id !== "");
}

/** Commit → its first parent, of those that this clone has and that have one. */
export async function firstParentOf(root: string, commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
	if (commits.length === 0) return new Map();
	const text = await gitText(root, ["rev-list", "--no-walk=unsorted", "--parents", "--ignore-missing", ...commits]);
	return new Map(
		text.split("\n").flatMap((line) => {
			const [commit, parent] = line.split(" ");
			return commit === undefined || parent === undefined ? [] : [[commit, parent] as const];
		}),
	);
}
