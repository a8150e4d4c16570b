import {
	allRight,
	type Decision,
	type Deployment,
	digestOf,
	type EnvironmentState,
	environmentOf,
	type GoldenProof,
	goldenWords,
	imageOf,
	type Predicate,
	type Rollout,
	type RolloutResult,
	rollOut,
	runsNow,
} from "../../environments/index.ts";
import { badInput, type Sha256 } from "../../kernel/index.ts";
import type { Trailers, VersionState } from "../../release/index.ts";
import type { DeploymentNotice } from "./announce.ts";
import type { Move } from "./documents.ts";
import { goldenIfReadable } from "./golden.ts";
import type { Written } from "./ledger.ts";
import { absoluteImage, type Site } from "./site.ts";
import { targetFor } from "./target-for.ts";
import { documented } from "./unbuilt.ts";

/** A version that is to come into an environment, decided and justified. */
export interface Act {
	readonly action: "deploy" | "revert" | "repair";
	readonly model: string;
	readonly environment: EnvironmentState;
	readonly version: VersionState;
	/** What the assignment's tag says beyond the image: hold, rejection, reason. */
	readonly trailers: Pick<Trailers, "hold" | "rejects" | "lifts" | "approved" | "reason">;
	readonly declared: string | null;
	/** For people, in one sentence part. */
	readonly reason: string;
	readonly predicates: readonly Predicate[];
}

/** `lost`: the environment was changed by somebody else meanwhile; nothing was recorded. Decide again. */
export type Done = Move | "lost";

const PROBE_MS = 60_000;
/** A model that runs already has no start to wait for, only a hiccup. */
const GLANCE_MS = 1000;

/** Deploys, proves, and only then records: a tag means that the version answered. */
export async function carryOut(site: Site, act: Act): Promise<Done> {
	const rollout = await rolloutOf(site, act);
	if (site.plan) return planned(site, act);
	const tag = tagOf(site, act);
	await tell(site, act, { state: "in_progress", rollout, tag });
	const result = await rollOut(rollout);
	if (!result.ok) {
		await tell(site, act, { state: "failure", rollout, tag, description: result.reason });
		return failed(act, rollout, result);
	}
	const { golden } = result;
	const recorded = act.action === "repair" ? null : await record(site, act, golden);
	if (recorded?.kind === "lost") return "lost";
	await tell(site, act, { state: "success", rollout, tag: recorded?.tag ?? tag });
	const wrong = golden === null || allRight(golden) ? act : { ...act, reason: andGolden(act, golden) };
	return {
		...moveOf(wrong, "deployed"),
		golden,
		tag: recorded?.tag ?? null,
		url: urlOf(rollout),
		seconds: result.servingMs / 1000,
	};
}

/** Sees to it that what is assigned runs; says so to those who were not told. */
export async function keepUp(site: Site, kept: Omit<Act, "action" | "trailers" | "declared">): Promise<Done> {
	const act: Act = { ...kept, action: "repair", trailers: {}, declared: null };
	const rollout = await rolloutOf(site, act);
	const runs = site.plan ? true : await runsNow({ ...rollout, probeMs: GLANCE_MS });
	if (runs === false) {
		return carryOut(site, { ...act, reason: `${act.environment.name} did not run ${act.version.version}` });
	}
	if (!site.plan) await tell(site, act, { state: "success", rollout, tag: tagOf(site, act) });
	return { ...moveOf(act, "kept"), action: "keep", url: urlOf(rollout) };
}

/** An outcome of which everything is known but what the act itself did. */
export function moveOf(
	act: Pick<Act, "action" | "environment" | "version" | "trailers" | "reason" | "predicates">,
	outcome: Move["outcome"],
): Move {
	const { environment, version, trailers, reason, predicates } = act;
	const keepsHold = act.action === "repair" || outcome === "failed";
	return {
		environment: environment.name,
		action: act.action,
		outcome,
		version: version.version,
		previous: environment.version,
		digest: documented(version).digest,
		reason,
		predicates,
		at: null,
		url: null,
		seconds: null,
		tag: null,
		rejects: trailers.rejects ?? null,
		lifts: trailers.lifts ?? null,
		hold: trailers.hold ?? (keepsHold ? (environment.hold?.reason ?? null) : null),
		log: [],
		restored: null,
		golden: null,
	};
}

/** What policy says no, or not now, to. */
export function waiting(act: Pick<Act, "environment" | "version">, decision: Decision): Move {
	const never = decision.predicates.some(
		({ name, holds, waived }) => !holds && !waived && ["image", "rejection", "forward"].includes(name),
	);
	const about = { ...act, action: "deploy" as const, trailers: {}, predicates: decision.predicates };
	return {
		...moveOf({ ...about, reason: decision.reasons.join("; ") }, never ? "refused" : "waits"),
		action: "wait",
		hold: act.environment.hold?.reason ?? null,
		at: decision.at?.toISOString() ?? null,
	};
}

async function planned(site: Site, act: Act): Promise<Done> {
	if (act.action !== "repair" && (await record(site, act, null)).kind === "lost") return "lost";
	return moveOf(act, "planned");
}

function failed(act: Act, rollout: Rollout, result: RolloutResult & { ok: false }): Move {
	const { reason, log, restored, golden } = result;
	return { ...moveOf({ ...act, trailers: {}, reason }, "failed"), log, restored, golden, url: urlOf(rollout) };
}

function andGolden({ reason }: Act, golden: GoldenProof): string {
	return [reason, goldenWords(golden)].filter((part) => part !== "").join("; ");
}

/** The tag that records the assignment, or will. */
function tagOf(site: Site, { action, model, environment }: Act): string {
	const standing = action === "repair" ? environment.assignment?.entry.tag.name : undefined;
	return standing ?? site.ledger.nextAssignment(model, environment.name);
}

function urlOf(rollout: Rollout): string | null {
	return rollout.probe ?? rollout.target.url;
}

/** Writes the assignment, unless another one came into effect since we decided. */
async function record(site: Site, act: Act, golden: GoldenProof | null): Promise<Written> {
	const { model, environment, version } = act;
	await site.ledger.refresh();
	const now = environmentOf(site.ledger.state(model, site.config.environments), environment.name);
	if (now?.assignment?.entry.tag.name !== environment.assignment?.entry.tag.name) return { kind: "lost" };
	return site.ledger.assign({
		model,
		environment: environment.name,
		commit: version.commit,
		summary: summaryOf(act),
		declared: act.declared,
		trailers: {
			image: imageOf(version) ?? "",
			digest: requiredDigest(version),
			...act.trailers,
			...(golden === null ? {} : { golden: goldenWords(golden) }),
			...(site.by === null ? {} : { by: site.by }),
		},
	});
}

function summaryOf({ action, model, environment, version }: Act): string {
	const verb = action === "revert" ? "Bring back" : "Assign";
	return `${verb} ${model} ${version.version} in ${environment.name}`;
}

async function rolloutOf(site: Site, act: Pick<Act, "action" | "model" | "environment" | "version">): Promise<Rollout> {
	const { clock, signal, progress } = site.context;
	const { environment, version } = act;
	const config = environment.config;
	if (config === null) throw unconfigured(site, environment.name);
	const image = imageOf(version) ?? "";
	const target = targetFor(site, config, image);
	const previous = earlierDeployment(site, act.model, environment);
	const deployment: Deployment = {
		environment: environment.name,
		model: act.model,
		version: version.version,
		image: absoluteImage(site, image),
		digest: requiredDigest(version),
		previousImage: previous?.image ?? null,
	};
	const golden = site.plan ? [] : await goldenIfReadable(site, { model: act.model, commit: version.commit });
	const about = { probe: config.probe, probeMs: PROBE_MS, golden, wayBack: act.action === "revert" };
	return { target, deployment, previous, ...about, clock, signal, progress };
}

function earlierDeployment(site: Site, model: string, environment: EnvironmentState): Deployment | null {
	const { version, digest, image } = environment;
	if (version === null || digest === null || image === null) return null;
	return {
		environment: environment.name,
		model,
		version,
		digest,
		image: absoluteImage(site, image),
		previousImage: null,
	};
}

function unconfigured(site: Site, name: string): Error {
	const known = [...site.config.environments.keys()];
	return badInput("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
		found: name,
		expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
		hint: `write environments.${name} with its \`deploy\` in mainline.yaml`,
	});
}

function requiredDigest(version: VersionState): Sha256 {
	const digest = digestOf(version);
	if (digest !== null) return digest;
	throw badInput("version-without-image", `the tag of ${version.version} names no image`, {
		hint: "only versions that `mainline release` made can be deployed",
	});
}

async function tell(
	site: Site,
	act: Act,
	told: Pick<DeploymentNotice, "state" | "tag"> & { rollout: Rollout; description?: string },
): Promise<void> {
	const { state, tag, rollout, description } = told;
	const { model, version, digest, environment } = rollout.deployment;
	const url = urlOf(rollout);
	const words = description ?? `${model} ${version} in ${environment}`;
	await site.announce({
		model,
		version,
		digest,
		environment,
		commit: act.version.commit,
		tag,
		state,
		url,
		description: words,
	});
}
