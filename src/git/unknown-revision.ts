import { badInput, type Failure } from "../kernel/index.ts";

/** Why git does not know `rev`, with the cure: of a branch without a commit, of a shallow clone, or of any other. */
export function unknownRevision(rev: string, isShallow: boolean): Failure {
	if (rev === "HEAD" && !isShallow) {
		return badInput("unknown-revision", "this branch has no commit yet", {
			found: rev,
			expected: "a commit",
			hint: "`git add .`, then `git commit`",
		});
	}
	return badInput("unknown-revision", `git knows no revision \`${rev}\` here`, {
		found: rev,
		expected: "a branch, a tag or a commit of this clone",
		hint: isShallow
			? "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout"
			: "`git fetch` brings in what others pushed",
	});
}
