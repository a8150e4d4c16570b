import { type ImageTarget, loadMainline } from "../../config/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { MergedModel, Merging } from "../../report/index.ts";
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
	const config = bytes === null ? null : loadMainline(new TextDecoder().decode(bytes), "mainline.yaml");
	if (config === null || config.models.size === 0) return null;
	const before = review.base?.commit ?? null;
	const asked = { model: null, rev: commit, before, know: knowTree, remote, plan: true, by: null };
	const options = policy === undefined ? asked : { ...asked, policy };
	const outcome = await release(context, options).catch((failure: unknown) => {
		if (!(failure instanceof Failure) || failure.kind === "input") throw failure;
		context.progress.warn(`what merging would release is not known: ${failure.message}`);
		return null;
	});
	if (outcome === null) return null;
	const { models } = outcome.document;
	const to = (name: string): MergedModel["to"] => imagesOf(config.models.get(name)?.image);
	return { models: models.map((model) => merged(model, to(model.name))), revert: revertOf(outcome.document) };
}

/** What a reader of the report needs of it. */
function merged(
	{ name, version, outcome, reason, digest, python, dockerfile, environments }: Released["models"][number],
	to: MergedModel["to"],
): MergedModel {
	const more = {
		...(to === undefined ? {} : { to }),
		...(python === undefined ? {} : { python }),
		...(dockerfile === undefined ? {} : { dockerfile }),
	};
	return { name, version, outcome, reason, digest, environments, ...more };
}

function imagesOf(image: ImageTarget | undefined): string | undefined {
	if (image === undefined) return undefined;
	return image.kind === "registry" ? image.repository : `oci:${image.directory}`;
}

/** The version that the change would replace. */
function revertOf({ models }: Released): Merging["revert"] {
	const moves = models.flatMap(({ environments }) => environments);
	const replaced = moves.findLast(({ outcome, previous, version }) => outcome === "planned" && previous !== version);
	return replaced?.previous == null ? null : { version: replaced.previous, seconds: null };
}
