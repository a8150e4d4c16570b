import {
	allRight,
	type EnvironmentState,
	environmentOf,
	type GoldenProof,
	goldenWords,
	type Rollout,
	type RolloutResult,
	rollOut,
	runsNow,
	usualTake,
} from "../../environments/index.ts";
import type { VersionState } from "../../release/index.ts";
import type { ImageFound } from "../../report/index.ts";
import { type Act, type Done, moveOf } from "./act.ts";
import type { DeploymentNotice } from "./announce.ts";
import type { Move } from "./documents.ts";
import { noteFailure } from "./note-failure.ts";
import { premiseOf, record } from "./record.ts";
import { rolloutOf, urlOf } from "./rollout-of.ts";
import { type Site, stateOf } from "./site.ts";
import { unsigned, vouchedFor } from "./vouch.ts";

/** A model that runs already has no start to wait for, only a hiccup. */
const GLANCE_MS = 1000;

/** Deploys, proves, and only then records: a tag means that the version answered. */
export async function carryOut(site: Site, act: Act): Promise<Done> {
	const premise = premiseOf(site, act);
	const image = (await site.images?.ready(site, act)) ?? null;
	const done = await deployed(site, act, { premise, image });
	if (done === "lost" || image === null) return done;
	// what runs was there
	return done.outcome === "deployed" && image.state === "unknown" ? done : { ...done, image };
}

interface Ground {
	readonly premise: string;
	/** What was found of its image; null where there is nothing to say. */
	readonly image: ImageFound | null;
}

async function deployed(site: Site, act: Act, { premise, image }: Ground): Promise<Done> {
	const rollout = await vouchedFor(site, await rolloutOf(site, act));
	const refusal = await unsigned(site, act);
	if (site.plan) return refusal === null ? planned(site, act, premise) : moveOf({ ...act, reason: refusal }, "refused");
	const tag = tagOf(site, act);
	if (refusal !== null) {
		await tell(site, act, { state: "failure", rollout, tag, description: refusal });
		return moveOf({ ...act, trailers: {}, reason: refusal }, "failed");
	}
	await tell(site, act, { state: "in_progress", rollout, tag });
	const result = await rollOut(rollout);
	if (!result.ok && result.waits === true) {
		return { ...failed(act, rollout, result), outcome: "waits" };
	}
	if (!result.ok) {
		// the target may have had a copy of its own; where it had none, this is why
		const missing = image?.state === "lost" || image?.state === "unknown" ? image : null;
		const reason = missing === null ? result.reason : `${result.reason}; ${missing.says}`;
		const description = [reason, result.back ?? ""].filter((part) => part !== "").join("; ");
		await tell(site, act, { state: "failure", rollout, tag, description });
		// where the registry is why, or a place that does not answer, nothing is said of the version
		if ((missing ?? result).passing !== true) await noteFailure(site, act, reason);
		return failed(act, rollout, { ...result, reason });
	}
	const { golden } = result;
	const seconds = result.servingMs / 1000;
	const recorded = act.action === "repair" ? null : await record(site, act, { premise, golden, seconds });
	if (recorded?.kind === "lost") {
		await putBack(site, act);
		return "lost";
	}
	await tell(site, act, { state: "success", rollout, tag: recorded?.tag ?? tag });
	const wrong = golden === null || allRight(golden) ? act : { ...act, reason: andGolden(act, golden) };
	return {
		...moveOf(wrong, "deployed"),
		golden,
		tag: recorded?.tag ?? null,
		url: urlOf(rollout),
		seconds,
	};
}

const REPAIR = { action: "repair", trailers: {}, declared: null } as const;

/** Whoever was faster had deployed before he wrote it down, and we after him: his version is to run, not ours. */
async function putBack(site: Site, { model, environment: { name } }: Act): Promise<void> {
	const environment = environmentOf(stateOf(site, model), name);
	const version = standingOf(site, model, environment);
	if (environment === null || version === null) return;
	const reason = `${version.version} was brought there by somebody else meanwhile`;
	await carryOut(site, { model, environment, version, ...REPAIR, reason, predicates: [] });
}

function standingOf(site: Site, model: string, environment: EnvironmentState | null): VersionState | null {
	const { history } = stateOf(site, model);
	return history.versions.find((known) => known.version === environment?.version) ?? null;
}

/** Makes what an environment that only waits was assigned run there, where it does not; null where there is nothing to do. */
export async function lookAfter(site: Site, model: string, environment: EnvironmentState): Promise<Done | null> {
	const version = standingOf(site, model, environment);
	if (version === null || site.plan) return null;
	const about = { model, environment, version, predicates: [] };
	const done = await keepUp(site, { ...about, reason: "" }, { saying: false });
	return done === "lost" || done.outcome === "kept" ? null : done;
}

/** Sees to it that what is assigned runs; says so to those who were not told. */
export async function keepUp(
	site: Site,
	kept: Omit<Act, "action" | "trailers" | "declared">,
	{ saying } = { saying: true },
): Promise<Done> {
	const act: Act = { ...kept, ...REPAIR };
	const rollout = await rolloutOf(site, act);
	const runs = site.plan ? true : await runsNow({ ...rollout, probeMs: GLANCE_MS });
	if (runs === false) {
		return carryOut(site, { ...act, reason: `${act.environment.name} did not run ${act.version.version}` });
	}
	if (!site.plan && saying) await tell(site, act, { state: "success", rollout, tag: tagOf(site, act) });
	return { ...moveOf(act, "kept"), action: "keep", url: urlOf(rollout) };
}

/** Says what is assigned, and runs as far as that can be told, to those who were not told. Nothing is deployed by it. */
export async function sayStanding(site: Site, kept: Pick<Act, "model" | "environment" | "version">): Promise<void> {
	if (site.plan) return;
	const act: Act = { ...kept, ...REPAIR, reason: "", predicates: [] };
	const rollout = await rolloutOf(site, act);
	const runs = await runsNow({ ...rollout, probeMs: GLANCE_MS });
	if (runs !== false) await tell(site, act, { state: "success", rollout, tag: tagOf(site, act) });
}

async function planned(site: Site, act: Act, premise: string): Promise<Done> {
	if (act.action !== "repair" && (await record(site, act, { premise, golden: null, seconds: null })).kind === "lost")
		return "lost";
	const expected = usualTake(stateOf(site, act.model).history, act.environment.name);
	return { ...moveOf(act, "planned"), ...(expected === null ? {} : { expected }) };
}

function failed(act: Act, rollout: Rollout, result: RolloutResult & { ok: false }): Move {
	const { reason, log, restored, back, golden } = result;
	return { ...moveOf({ ...act, trailers: {}, reason }, "failed"), log, restored, back, golden, url: urlOf(rollout) };
}

function andGolden({ reason }: Act, golden: GoldenProof): string {
	return [reason, goldenWords(golden)].filter((part) => part !== "").join("; ");
}

/** The tag that records the assignment, or will. */
function tagOf(site: Site, { action, model, environment }: Act): string {
	const standing = action === "repair" ? environment.assignment?.entry.tag.name : undefined;
	return standing ?? site.ledger.nextAssignment(model, environment.name);
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
