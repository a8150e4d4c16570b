import { loadMainline } from "../../config/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Merging } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Released } from "../release/documents.ts";
import { knowTree } from "../release/know.ts";
import { release } from "../release.ts";
import type { Review } from "./review.ts";

/**
 * What merging a commit would release, and what a revert would bring back; with `policy`, by that commit's mainline.yaml
 * in place of its own: whoever is not trusted must not choose which registry is asked. Null where mainline.yaml names no model. A
 * registry or remote that does not answer is no fault of the change: then nothing is said.
 */
export async function mergingOf(
	context: FlowContext,
	review: Review,
	{ rev, remote, policy }: { readonly rev: string; readonly remote: string | null; readonly policy?: string },
): Promise<Merging | null> {
	const { git, below } = review.workspace;
	const commit = (await git?.tryResolve(rev)) ?? null;
	if (git === null || commit === null) return null;
	const bytes = await git.treeAt(policy ?? commit, below).read("mainline.yaml");
	if (bytes === null || loadMainline(new TextDecoder().decode(bytes), "mainline.yaml").models.size === 0) return null;
	const before = review.base?.commit ?? null;
	const asked = { model: null, rev: commit, before, know: knowTree, remote, plan: true, by: null };
	const options = policy === undefined ? asked : { ...asked, policy };
	const outcome = await release(context, options).catch((failure: unknown) => {
		if (!(failure instanceof Failure) || failure.kind === "input") throw failure;
		context.progress.warn(`what merging would release is not known: ${failure.message}`);
		return null;
	});
	return outcome === null ? null : { models: outcome.document.models, revert: revertOf(outcome.document) };
}

/** The version that the change would replace. */
function revertOf({ models }: Released): Merging["revert"] {
	const moves = models.flatMap(({ environments }) => environments);
	const replaced = moves.findLast(({ outcome, previous, version }) => outcome === "planned" && previous !== version);
	return replaced?.previous == null ? null : { version: replaced.previous, seconds: null };
}
