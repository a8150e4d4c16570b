import type { ModelConfig } from "../config/index.ts";
import { type GoldenProof, goldenWords } from "../environments/index.ts";
import { badInput, type Outcome } from "../kernel/index.ts";
import type { Bump } from "../release/index.ts";
import { didYouMean } from "../source/index.ts";
import type { FlowContext } from "./context.ts";
import { isFine } from "./release/act.ts";
import { bumpFor } from "./release/bump.ts";
import type { Candidate } from "./release/candidate.ts";
import { comingBack } from "./release/coming-back.ts";
import { declare } from "./release/declare.ts";
import { declaredAnew } from "./release/declared-anew.ts";
import type { ModelRelease, Move, Released, UnknownStage } from "./release/documents.ts";
import { findCandidate } from "./release/find-candidate.ts";
import { goldenOf } from "./release/golden.ts";
import { imagePreview } from "./release/image-preview.ts";
import { withImages } from "./release/images.ts";
import type { KnowTree } from "./release/known.ts";
import { refuseMisfits } from "./release/misfits.ts";
import { openCommit, type ReleaseSite } from "./release/open-commit.ts";
import type { SiteOptions } from "./release/open-site.ts";
import { documented } from "./release/unbuilt.ts";
import { type Refused, type Settled, settleVersion, type Waived } from "./release/versions.ts";
import { measurementsOf } from "./status/metrics.ts";
import { pullIn } from "./status/pull-in.ts";

export interface ReleaseOptions extends SiteOptions {
	/** Null: every model in mainline.yaml. */
	readonly model: string | null;
	/** The commit to release: what the main line declares. */
	readonly rev: string;
	/** What the main line declared before, which a plan's `onlyNew` is held against (the event's `before`); null: the commit's first parent. */
	readonly before: string | null;
	readonly know: KnowTree;
	/** The commit whose mainline.yaml says what is released and where; absent: `rev` itself. */
	readonly policy?: string;
	/** The branch that the commit is of; absent: the one that is checked out. */
	readonly branch?: string | null;
	/** What is looked up for the record of a version that is made. */
	readonly waived?: Waived;
	/** Looks up the pull requests that brought a version that is made; absent or none: what the commit's first line says. */
	readonly pulls?: () => Promise<readonly number[]>;
	/** How far a new version's number moves; absent: as mainline.yaml says. */
	readonly bump?: Bump | null;
	/** What labels of the merged pull requests say of that; asked where mainline.yaml says `auto`. */
	readonly labelled?: () => Promise<Bump | null>;
	/** Of a plan: whether what would be built may be started here, to ask its golden requests. Absent: a plan starts nothing. */
	readonly mayStart?: () => Promise<boolean>;
	/** False: what failed in an environment is not tried again there, as by a schedule. Absent: it is. */
	readonly retries?: boolean;
	/** Of a plan: only what is other than `before` is asked. */
	readonly onlyNew?: boolean;
}

/**
 * Releases what a commit of the main line declares: its content is looked up, only what never was is built, and the
 * environments are brought to it by policy. Answer "no" when a result is not known, or a deploy failed.
 */
export async function release(context: FlowContext, options: ReleaseOptions): Promise<Outcome<Released>> {
	const start = context.clock.monotonic();
	const site = withImages(await openCommit(context, options), options.know);
	if (mayBeBehind(site)) await refuseBehind(site, options);
	// of somebody else's commit its own file is looked at, by whoever previews it: the branch's may be what it mends
	if (!site.isForeign) refuseMisfits(site.config);
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

/** A plan, and a pull request's preview, may be of any commit. */
function mayBeBehind({ plan, isForeign }: ReleaseSite): boolean {
	return !plan && !isForeign;
}

/** Old commits declare nothing: what they say was left behind, and to release it would be to go back. */
async function refuseBehind(site: ReleaseSite, { branch, rev }: ReleaseOptions): Promise<void> {
	const newer = await site.mainLine.newerThan(site.commit, branch);
	if (newer === null) return;
	throw badInput("behind-main-line", `${site.commit.slice(0, 7)} is not what the main line says now`, {
		found: rev === "HEAD" ? "a clone that is behind" : rev,
		expected: `its newest commit, ${newer.slice(0, 7)}, or one after it`,
		hint: "git pull, then release; an earlier version comes back by git revert, or by `mainline rollback`",
	});
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
		measured: (commit, before) => measurementsOf(site, commit, before),
		pulls: () => pullsOf(options, found),
		...(options.waived === undefined ? {} : { waived: options.waived }),
		isNew: async () => options.onlyNew !== true || (await isNew(site, options, found)),
		...(options.mayStart === undefined ? {} : { mayStart: options.mayStart }),
	});
	if ("refused" in settled) return blocked(model, { refused: refusal(site, settled), golden: settled.golden });
	const environments = await declare(site, {
		model: model.name,
		version: settled.version,
		commit: site.commit,
		label: `${site.commit.slice(0, 7)} "${found.subject}"`,
		anew: (rejectedAt) => declaredAnew(site, found, rejectedAt),
		retries: options.retries ?? true,
		overtaken: async () => (mayBeBehind(site) ? site.mainLine.newerThan(site.commit, options.branch) : null),
	});
	const { version } = settled;
	const back = site.plan ? await comingBack(site, { model: model.name, version, moves: environments }) : null;
	const preview = site.plan ? await imagePreview(site, found, { version, moves: environments }) : null;
	return {
		...released(site, found, settled, environments),
		...(preview === null ? {} : { preview }),
		...(back === null ? {} : { back }),
	};
}

/** Whether it is other than what the main line declared before, by its content or by what mainline.yaml says of it; where that cannot be told, it is. */
async function isNew(site: ReleaseSite, options: ReleaseOptions, now: Candidate): Promise<boolean> {
	const earlier = await commitBefore(site, options);
	if (earlier === null) return true;
	const [before, after] = await Promise.all(
		[earlier, site.commit].map((commit) => site.git.treeAt(commit, site.below).read("mainline.yaml")),
	);
	if (before == null || after == null || Buffer.compare(before, after) !== 0) return true;
	return (await contentChanged(site, options, now)) !== false;
}

async function commitBefore(site: ReleaseSite, { before }: ReleaseOptions): Promise<string | null> {
	const { parents } = await site.git.commitInfo(site.commit);
	return site.git.tryResolve(before ?? parents[0] ?? "");
}

/** Whether the main line declared other content before; null where that cannot be told. */
async function contentChanged(site: ReleaseSite, options: ReleaseOptions, now: Candidate): Promise<boolean | null> {
	const earlier = await commitBefore(site, options);
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

async function pullsOf({ pulls }: ReleaseOptions, { subject }: Candidate): Promise<readonly number[]> {
	const told = (await pulls?.()) ?? [];
	return told.length > 0 ? told : [pullIn(subject) ?? []].flat();
}

function refusal({ plan }: ReleaseSite, { refused, golden }: Refused): string {
	return `${refused} ${plan ? "would not be" : "is not"} tagged, ${goldenWords(golden)}`;
}

/** `refused`: why, in a sentence part. */
type Bar = { readonly unknown: readonly UnknownStage[] } | { readonly refused: string; readonly golden: GoldenProof };

function blocked(model: ModelConfig, bar: Bar): ModelRelease {
	return {
		name: model.name,
		outcome: "blocked",
		version: null,
		digest: null,
		image: null,
		reason: "refused" in bar ? bar.refused : unknownWords(bar.unknown),
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
