import { infrastructure } from "../kernel/index.ts";
import { git } from "./command.ts";

/** Three files, absolute. */
export interface MergeFiles {
	readonly ours: string;
	readonly base: string;
	readonly theirs: string;
}

/** Git's own merge of texts, line by line; conflicts stand between markers. Failure `git-failed` for files that are no text. */
export async function mergeText(
	cwd: string,
	{ ours, base, theirs }: MergeFiles,
	markerSize: number,
): Promise<{ text: string; conflicts: number }> {
	const labels = ["-L", "ours", "-L", "base", "-L", "theirs"];
	const result = await git(cwd, ["merge-file", "-p", `--marker-size=${markerSize}`, ...labels, ours, base, theirs]);
	// the number of conflicts, at most 127; above that it went wrong
	if (result.code <= 127) return { text: result.stdoutText, conflicts: result.code };
	throw infrastructure("git-failed", `git merge-file failed: ${result.stderr.trim()}`, {
		hint: "run the same git command by hand to see more",
	});
}
