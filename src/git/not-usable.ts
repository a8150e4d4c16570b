import { badInput, type Failure } from "../kernel/index.ts";

/** Why git does not take a folder for a repository, by what it said, and what to do. */
export function notUsable(directory: string, stderr: string): Failure {
	if (stderr.includes("dubious ownership")) {
		return badInput("git-unsafe-owner", `git does not trust ${directory}: another user owns it`, {
			found: "a folder of another user",
			expected: "a folder of your own, or one that git is told to trust",
			hint: `git config --global --add safe.directory ${directory}`,
		});
	}
	if (stderr.includes("must be run in a work tree")) {
		return badInput("not-a-git-repository", `${directory} is a git repository without a working tree`, {
			found: "a bare repository",
			expected: "a clone with files in it",
			hint: `git clone ${directory}, and go on there`,
		});
	}
	return badInput("not-a-git-repository", `${directory} is not inside a git repository`, {
		found: directory,
		expected: "a folder of a git repository",
		hint: "git init, or --cd FOLDER of a repository",
	});
}
