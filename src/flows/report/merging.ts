import { type ImageTarget, loadMainline, type MainlineConfig } from "../../config/index.ts";
import { allRight, type GoldenProof, goldenWords } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Tree } from "../../manifest/index.ts";
import type { MergedModel, Merging } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import type { Released } from "../release/documents.ts";
import { knowTree } from "../release/know.ts";
import { refuseMisfits } from "../release/misfits.ts";
import { release } from "../release.ts";
import type { Review } from "./review.ts";

export interface MergingOrder {
	/** The commit whose merge would release. */
	readonly rev: string;
	readonly remote: string | null;
	/** The commit whose mainline.yaml counts; absent: its own. */
	readonly policy?: string;
	/** Whether what would be released may be started here, to ask its golden requests; absent: nothing is started. */
	readonly mayStart?: () => Promise<boolean>;
	/** Only what is other than the base is asked. */
	readonly onlyNew?: boolean;
	/** What somebody else was answered who started it, by model. */
	readonly answered?: ReadonlyMap<string, GoldenProof>;
}

/**
 * What merging a commit would release, and what a revert would bring back; with `policy`, by that commit's mainline.yaml
 * in place of its own: whoever is not trusted must not choose which registry is asked. Null where mainline.yaml names no model. A
 * registry or remote that does not answer is no fault of the change: then nothing is said.
 */
export async function mergingOf(
	context: FlowContext,
	review: Review,
	{ rev, remote, policy, mayStart, onlyNew = false, answered }: MergingOrder,
): Promise<Merging | null> {
	const { git, below } = review.workspace;
	const commit = (await git?.tryResolve(rev)) ?? null;
	if (git === null || commit === null) return null;
	const config = await configAt(git.treeAt(policy ?? commit, below));
	if (config.models.size === 0) return null;
	if (policy !== undefined) refuseMisfits(await configAt(git.treeAt(commit, below)));
	const before = review.base?.commit ?? null;
	const asked = { model: null, rev: commit, before, know: knowTree, remote, plan: true, by: null, onlyNew };
	const options = {
		...asked,
		...(policy === undefined ? {} : { policy }),
		...(mayStart === undefined ? {} : { mayStart }),
	};
	const outcome = await release(context, options).catch((failure: unknown) => {
		if (!(failure instanceof Failure) || failure.kind === "input") throw failure;
		context.progress.warn(`what merging would release is not known: ${failure.message}`);
		return null;
	});
	if (outcome === null) return null;
	const { models } = outcome.document;
	const to = (name: string): MergedModel["to"] => imagesOf(config.models.get(name)?.image);
	const found = models.map((model) => inTheLightOf(answered?.get(model.name), merged(model, to(model.name))));
	return { models: found, revert: revertOf(outcome.document) };
}

async function configAt(tree: Tree): Promise<MainlineConfig> {
	const bytes = await tree.read("mainline.yaml");
	return loadMainline(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
}

/** What was answered counts for what would be released anew: all else was asked when it was. */
function inTheLightOf(golden: GoldenProof | undefined, model: MergedModel): MergedModel {
	if (golden === undefined || model.outcome !== "planned" || !isAbout(golden, model)) return model;
	if (allRight(golden)) return { ...model, golden };
	const reason = `${model.version} would not be tagged, ${goldenWords(golden)}`;
	return { ...model, golden, outcome: "blocked", reason, version: null, environments: [] };
}

/** Whether it is about the very requests that there are: one that passes over some says nothing. */
function isAbout({ asked, notAsked }: GoldenProof, { golden }: MergedModel): boolean {
	const due = new Set(golden?.pending);
	const told = new Set(asked.map(({ file }) => file));
	return notAsked === null ? due.size === told.size && [...due].every((file) => told.has(file)) : due.size > 0;
}

/** What a reader of the report needs of it. */
function merged(
	{
		name,
		version,
		outcome,
		reason,
		digest,
		python,
		dockerfile,
		golden,
		preview,
		back,
		environments,
	}: Released["models"][number],
	to: MergedModel["to"],
): MergedModel {
	const more = {
		...(to === undefined ? {} : { to }),
		...(python === undefined ? {} : { python }),
		...(dockerfile === undefined ? {} : { dockerfile }),
		...(golden === null ? {} : { golden }),
		...(preview === undefined ? {} : { preview }),
		...(back === undefined ? {} : { back }),
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
	const replaced = moves.filter(({ outcome, previous, version }) => outcome === "planned" && previous !== version);
	const version = replaced.at(-1)?.previous ?? null;
	const takes = replaced.flatMap(({ expected }) => expected ?? []);
	// of an environment that was never timed nobody knows
	const seconds = takes.length < replaced.length ? null : takes.reduce((sum, take) => sum + take, 0);
	return version === null ? null : { version, seconds };
}
