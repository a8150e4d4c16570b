import type { BareRepository, Person } from "./bare.ts";

/** What a way of merging puts on the base: the commits it made, oldest first; null when it conflicts. */
export type Landing = readonly string[] | null;

export interface MergeOrder {
	readonly base: string;
	readonly head: string;
	readonly message: string;
	readonly as: Person;
}

/** "Create a merge commit": two parents, the base first. */
export async function mergeCommit(bare: BareRepository, order: MergeOrder): Promise<Landing> {
	const tree = await bare.mergeTree(order.base, order.head);
	if (tree === null) return null;
	return [await bare.commitTree(tree, { parents: [order.base, order.head], message: order.message, as: order.as })];
}

/** "Squash and merge": one new commit on the base that has the merge's tree. */
export async function squash(bare: BareRepository, order: MergeOrder): Promise<Landing> {
	const tree = await bare.mergeTree(order.base, order.head);
	if (tree === null) return null;
	return [await bare.commitTree(tree, { parents: [order.base], message: order.message, as: order.as })];
}

/** "Rebase and merge": every commit of the pull is made anew, also where git would have fast-forwarded. */
export async function rebase(bare: BareRepository, order: MergeOrder): Promise<Landing> {
	const landed: string[] = [];
	let tip = order.base;
	for (const sha of await bare.commits(["--no-merges", order.head, `^${order.base}`])) {
		const facts = await bare.commit(sha);
		const tree = await transplant(bare, { onto: tip, from: facts.parents[0] ?? sha, to: sha });
		if (tree === null) return null;
		tip = await bare.commitTree(tree, { parents: [tip], message: facts.message, as: facts.author });
		landed.push(tip);
	}
	return landed;
}

/** The "Revert" button: one commit on `base` that takes back what `landed` brought, the last one first. */
export async function revert(
	bare: BareRepository,
	order: { base: string; landed: readonly string[]; message: string; as: Person },
): Promise<string | null> {
	let tip = order.base;
	for (const sha of order.landed.toReversed()) {
		const { parents } = await bare.commit(sha);
		const tree = await transplant(bare, { onto: tip, from: sha, to: parents[0] ?? sha });
		if (tree === null) return null;
		tip = await bare.commitTree(tree, { parents: [tip], message: order.message, as: order.as });
	}
	if (order.landed.length < 2) return tip;
	const { tree } = await bare.commit(tip);
	return bare.commitTree(tree, { parents: [order.base], message: order.message, as: order.as });
}

/**
 * The tree of `onto` with the change `from` → `to` made to it; null when it conflicts. Git 2.39's merge-tree takes no
 * merge base, so two commits are made whose only common parent is `from`.
 */
async function transplant(
	bare: BareRepository,
	change: { onto: string; from: string; to: string },
): Promise<string | null> {
	const [ours, theirs] = await Promise.all(
		[change.onto, change.to].map(async (sha) => {
			const { tree } = await bare.commit(sha);
			return bare.commitTree(tree, { parents: [change.from], message: "transplant" });
		}),
	);
	return bare.mergeTree(ours ?? "", theirs ?? "");
}
