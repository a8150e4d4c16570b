import type { ModelConfig } from "../config/index.ts";
import { allRight, type GoldenProof, goldenWords } from "../environments/index.ts";
import { badInput, type Outcome } from "../kernel/index.ts";
import type { Bump } from "../release/index.ts";
import { didYouMean } from "../source/index.ts";
import type { FlowContext } from "./context.ts";
import { bumpFor } from "./release/bump.ts";
import type { Candidate } from "./release/candidate.ts";
import { declare } from "./release/declare.ts";
import type { ModelRelease, Move, Released, UnknownStage } from "./release/documents.ts";
import { findCandidate } from "./release/find-candidate.ts";
import { goldenOf } from "./release/golden.ts";
import type { KnowTree } from "./release/known.ts";
import { openCommit, type ReleaseSite } from "./release/open-commit.ts";
import type { SiteOptions } from "./release/open-site.ts";
import { restoreImage } from "./release/rebuild.ts";
import { documented } from "./release/unbuilt.ts";
import { type Settled, settleVersion, type Waived } from "./release/versions.ts";
import { metricLines, releasedMetrics } from "./status/metrics.ts";

export interface ReleaseOptions extends SiteOptions {
	/** Null: every model in mainline.yaml. */
	readonly model: string | null;
	/** The commit to release: what the main line declares. */
	readonly rev: string;
	/** What the main line declared before (the event's `before`); null: the commit's first parent. */
	readonly before: string | null;
	readonly know: KnowTree;
	/** The commit whose mainline.yaml says what is released and where; absent: `rev` itself. */
	readonly policy?: string;
	/** What is looked up for the record of a version that is made. */
	readonly waived?: Waived;
	/** How far a new version's number moves; absent: as mainline.yaml says. */
	readonly bump?: Bump | null;
	/** What labels of the merged pull requests say of that; asked where mainline.yaml says `auto`. */
	readonly labelled?: () => Promise<Bump | null>;
}

/**
 * Releases what a commit of the main line declares: its content is looked up, only what never was is built, and the
 * environments are brought to it by policy. Answer "no" when a result is not known, or a deploy failed.
 */
export async function release(context: FlowContext, options: ReleaseOptions): Promise<Outcome<Released>> {
	const start = context.clock.monotonic();
	const site = await openCommit(context, options);
	const models: ModelRelease[] = [];
	for (const model of await wantedModels(site, options)) models.push(await releaseModel(site, options, model));
	const fine = models.every((model) => model.outcome !== "blocked" && model.environments.every(isFine));
	return {
		answer: fine ? "yes" : "no",
		document: {
			schema: "mainline.release/1",
			plan: site.plan,
			commit: site.commit,
			models,
			seconds: (context.clock.monotonic() - start) / 1000,
		},
	};
}

function isFine({ outcome, golden }: Move): boolean {
	return outcome !== "failed" && allRight(golden);
}

async function wantedModels(site: ReleaseSite, { model }: ReleaseOptions): Promise<ModelConfig[]> {
	const { models } = site.config;
	if (models.size === 0) throw await nothingConfigured(site);
	if (model === null) return [...models.values()];
	const found = models.get(model);
	if (found !== undefined) return [found];
	const names = [...models.keys()];
	throw badInput("unknown-model", `mainline.yaml has no model \`${model}\``, {
		found: model,
		expected: `one of ${names.join(", ")}`,
		hint: didYouMean(model, names) ?? `the models are ${names.join(", ")}; another one is written in mainline.yaml`,
	});
}

async function releaseModel(site: ReleaseSite, options: ReleaseOptions, model: ModelConfig): Promise<ModelRelease> {
	const found = await findCandidate(site, model, site.commit);
	if ("unknown" in found) return blocked(model, { unknown: found.unknown });
	const settled = await settleVersion(site, found, {
		bump: (history) =>
			bumpFor(site, model, { history, asked: options.bump ?? null, labelled: options.labelled ?? noLabels }),
		golden: () => goldenOf(site, { model: model.name, commit: site.commit }),
		measured: async (commit) => metricLines((await (await releasedMetrics(site, { asking: true }))(commit)) ?? []),
		...(options.waived === undefined ? {} : { waived: options.waived }),
	});
	if ("refused" in settled) return blocked(model, { refused: settled.refused, golden: settled.golden });
	const environments = await declare(site, {
		model: model.name,
		version: settled.version,
		commit: site.commit,
		label: `${site.commit.slice(0, 7)} "${found.subject}"`,
		changed: () => contentChanged(site, options, found),
		restore: () => restoreImage(site, { model: model.name, version: settled.version, know: options.know }),
	});
	return released(site, found, settled, environments);
}

/** Whether the main line declared other content before; null where that cannot be told. */
async function contentChanged(site: ReleaseSite, { before }: ReleaseOptions, now: Candidate): Promise<boolean | null> {
	const { parents } = await site.git.commitInfo(site.commit);
	const earlier = await site.git.tryResolve(before ?? parents[0] ?? "");
	if (earlier === null) return null;
	const found = await findCandidate(site, now.model, earlier).catch(() => null);
	return found === null || "unknown" in found ? null : found.content !== now.content;
}

function released(site: ReleaseSite, candidate: Candidate, settled: Settled, environments: Move[]): ModelRelease {
	const { version, origin, pushed, uses, golden } = settled;
	const { python, environment } = uses;
	const reverts = environments.find((move) => move.action === "revert");
	const built = site.plan ? "planned" : "released";
	return {
		name: candidate.model.name,
		outcome: reverts !== undefined ? "reverted" : origin === "built" ? built : "exists",
		version: version.version,
		...documented(version),
		reason: reverts?.reason ?? "",
		pushed: pushed === null ? null : { sent: pushed.sent, reused: pushed.reused },
		...(python === null ? {} : { python }),
		...(environment === null ? {} : { dockerfile: environment }),
		commit: version.commit,
		content: candidate.content,
		unknown: [],
		golden,
		environments,
	};
}

type Bar = { readonly unknown: readonly UnknownStage[] } | { readonly refused: string; readonly golden: GoldenProof };

function blocked(model: ModelConfig, bar: Bar): ModelRelease {
	return {
		name: model.name,
		outcome: "blocked",
		version: null,
		digest: null,
		image: null,
		reason: "refused" in bar ? `${bar.refused} is not tagged, ${goldenWords(bar.golden)}` : unknownWords(bar.unknown),
		pushed: null,
		commit: null,
		content: null,
		unknown: "unknown" in bar ? bar.unknown : [],
		golden: "golden" in bar ? bar.golden : null,
		environments: [],
	};
}

function unknownWords(unknown: readonly UnknownStage[]): string {
	const reason = unknown.map(({ address, why }) => `${address}: ${why.join(", ")}`).join("; ");
	return `the results of these inputs are not known: ${reason}`;
}

/** What to write, with the names that are there to be used. */
async function nothingConfigured(site: ReleaseSite): Promise<Error> {
	const { project } = await site.know(site, site.git.treeAt(site.commit, site.below));
	const artifact = project.artifacts.find(({ type }) => type === "model") ?? project.artifacts[0];
	const name = artifact?.name ?? "churn";
	const first =
		artifact === undefined ? `write \`artifacts: {${name}: {type: model, path: PATH}}\` in dvc.yaml, then ` : "";
	return badInput("nothing-to-release", `mainline.yaml at ${site.commit.slice(0, 12)} names no model`, {
		at: { file: "mainline.yaml" },
		found: "no `models:`",
		expected: `models:\n  ${name}:\n    image: oci:../images\n    code: [serve.py]\n    command: [python3, serve.py]`,
		hint: `${first}write that to mainline.yaml and commit it`,
	});
}

const noLabels = async (): Promise<null> => null;
