import { Git } from "../../../git/index.ts";
import type { PullRequest } from "../../../github/index.ts";
import { badInput } from "../../../kernel/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, openCommitReview } from "../../report/review.ts";

/** What a pull request is judged on: its head merged with a commit of its base, as GitHub merges. */
export interface Ground {
	/** The merge, a commit of this clone alone. */
	readonly commit: string;
	readonly head: string;
	readonly base: string;
	/** Where the base branch stands now. */
	readonly tip: string;
	/** How many commits `tip` is ahead of `base`. */
	readonly behind: number;
}

interface Asked {
	readonly pull: PullRequest;
	/** The commit that is judged; the pull's head, or was. */
	readonly head: string;
	/** The git remote. */
	readonly remote: string;
	/** The commit of the base that the run says it stood on; null: where the base stands now. */
	readonly base: string | null;
}

/**
 * Merges a pull request anew. A base that the base branch never was is refused, and its tip taken instead. Failures
 * `pull-conflicts`, `clone-shallow`.
 */
export async function openGround(
	{ cwd }: FlowContext,
	{ pull, head, remote, base }: Asked,
): Promise<Ground & { readonly refused: string | null }> {
	const git = await Git.open(cwd);
	try {
		const tip = await tipOf(git, pull, remote);
		await git.fetchCommit(remote, head);
		if (base !== null && base !== tip) await git.fetchCommit(remote, base).catch(() => {});
		const known = base === null || base === tip || (await isBefore(git, base, tip));
		const from = known ? (base ?? tip) : tip;
		const commit = await merged(git, { pull, head }, from);
		const behind = from === tip ? 0 : await git.commitsBetween(from, tip);
		const refused = known ? null : `it stands on ${base?.slice(0, 7)}, which ${pull.baseRef} never was`;
		return { commit, head, base: from, tip, behind, refused };
	} finally {
		git.close();
	}
}

/** What the base branch, having moved since, would make run again; null when nothing. */
export async function movedOn(context: FlowContext, ground: Ground, pull: PullRequest): Promise<string | null> {
	if (ground.tip === ground.base) return null;
	const git = await Git.open(context.cwd);
	const commit = await merged(git, { pull, head: ground.head }, ground.tip).catch(() => null);
	git.close();
	if (commit === null) return `${pull.baseRef} has moved since, and the two conflict now.`;
	const review = await openCommitReview(context, {
		commit,
		base: ground.tip,
		judge: ground.tip,
		hearsay: (observer) => observer,
		own: "written",
		run: null,
	});
	review.workspace.git?.close();
	if (isSettled(review)) return null;
	const names = review.plan.stages.flatMap(({ action, stage }) =>
		action === "run" || action === "maybe" || action === "blocked" ? [`\`${stage.address}\``] : [],
	);
	const shown = names.slice(0, 3).join(", ");
	const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
	return `${pull.baseRef} has moved since this ran: merged into it as it is now, ${shown}${more} would have to run again.`;
}

async function tipOf(git: Git, { baseRef, baseSha }: PullRequest, remote: string): Promise<string> {
	const tip = await git.tryResolve(`refs/remotes/${remote}/${baseRef}`);
	if (tip !== null) return tip;
	await git.fetchCommit(remote, baseSha);
	return baseSha;
}

async function isBefore(git: Git, commit: string, tip: string): Promise<boolean> {
	return (await git.tryResolve(commit)) !== null && (await git.mergeBase(commit, tip)) === commit;
}

async function merged(git: Git, { pull, head }: Pick<Asked, "pull" | "head">, base: string): Promise<string> {
	const merge = await git.mergeTrees({ ours: base, theirs: head }, null);
	if (merge === null) {
		throw badInput("clone-shallow", "this clone lacks the history that merging the pull request needs", {
			hint: "`fetch-depth: 0` for actions/checkout, and git 2.38 or later",
		});
	}
	if (merge.conflicts.length > 0) {
		throw badInput("pull-conflicts", `the pull request conflicts with ${pull.baseRef}`, {
			found: merge.conflicts.slice(0, 5).join(", "),
			hint: `merge ${pull.baseRef} into it: nothing can be judged before`,
		});
	}
	const { time } = await git.commitInfo(head);
	const message = `Merge ${head} into ${base}`;
	return git.commitMerge({ tree: merge.tree, parents: [base, head], message, at: time });
}
