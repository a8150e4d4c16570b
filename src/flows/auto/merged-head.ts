import { Git } from "../../git/index.ts";
import type { PullRequestEvent } from "../../github/index.ts";
import type { FlowContext } from "../context.ts";

/** The commit that was checked out and what it changes: of GitHub's test merge the first parent, else the event's base. */
export async function mergedHead(
	context: FlowContext,
	remote: string,
	event: PullRequestEvent,
): Promise<{ commit: string; base: string }> {
	const git = await Git.open(context.cwd);
	const commit = await git.resolve("HEAD");
	const [first, second] = await git.writtenParents(commit);
	const base = second === event.head.sha && first !== undefined ? first : event.base.sha;
	await git.fetchCommit(remote, base);
	return { commit, base };
}
