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

/** The files that are one of the paths, or lie below one. */
export function below(files: readonly string[], paths: ReadonlySet<string>): string[] {
	return files.filter((file) => {
		for (let end = file.length; end > 0; end = file.lastIndexOf("/", end - 1)) {
			if (paths.has(file.slice(0, end))) return true;
		}
		return false;
	});
}

function namesIn(text: string): string[] {
	return text.split("\0").filter((path) => path !== "");
}

/** DVC's files of one working tree. Paths count from its top folder. */
export interface RecordFiles {
	/** Those that lie there and that git does not ignore, or tracks. */
	readonly paths: readonly string[];
	/** What the index holds of them. */
	readonly staged: readonly { readonly path: string; readonly blob: string }[];
}

export async function recordFiles(worktree: string): Promise<RecordFiles> {
	const patterns = ["*.dvc", "dvc.lock", "*/dvc.lock", "Dvcfile", "*/Dvcfile"];
	const [there, staged] = await Promise.all([
		gitText(worktree, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns]),
		gitText(worktree, ["ls-files", "-z", "--stage", "--", ...patterns]),
	]);
	const entries = namesIn(staged).map((line) => /^100\d{3} ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? []);
	return {
		paths: [...new Set(namesIn(there))],
		staged: entries.flatMap(([, blob, path]) => (blob === undefined || path === undefined ? [] : [{ path, blob }])),
	};
}
