import { git, gitFailed, gitText } from "./command.ts";

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

/** So many paths fit into one command line, whatever their length, and are quickly told apart. */
const FEW = 100;

/** Which of the paths git ignores; tracked ones never are. */
export async function ignoredOf(root: string, paths: readonly string[]): Promise<Set<string>> {
	if (paths.length === 0) return new Set();
	const result = await git(root, ["check-ignore", "-z", "--stdin"], { input: paths.join("\0") });
	if (result.code > 1) throw gitFailed(["check-ignore"], result);
	return new Set(namesIn(result.stdoutText));
}

/** Which of the paths git tracks; a folder counts when a file below it is tracked. */
export async function trackedOf(root: string, paths: readonly string[]): Promise<Set<string>> {
	if (paths.length === 0) return new Set();
	const few = paths.length <= FEW;
	const asked = few ? ["--", ...paths.map((path) => `:(literal)${path}`)] : [];
	const found = namesIn(await gitText(root, ["ls-files", "-z", ...asked]));
	// git holds every path against every file
	return new Set(few ? found : below(found, new Set(paths)));
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
