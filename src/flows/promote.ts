import {
	decidePromotion,
	digestOf,
	type EnvironmentState,
	environmentOf,
	explicitTarget,
	type ModelState,
} from "../environments/index.ts";
import { badInput, infrastructure, type Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import { carryOut, type Done, keepUp, waiting } from "./release/carry-out.ts";
import type { Move, Promoted } from "./release/documents.ts";
import { isHealthy } from "./release/health.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { configuredEnvironment, knownModel } from "./release/resolve.ts";
import type { Site } from "./release/site.ts";

export interface PromoteOptions extends SiteOptions {
	readonly model: string;
	/** Default: what the environment before holds; the latest version where there is none before. */
	readonly version: string | null;
	readonly environment: string;
	/** Passes over soak, order and rejection; the record says so. */
	readonly force: boolean;
	readonly reason: string | null;
}

/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
export async function promote(context: FlowContext, options: PromoteOptions): Promise<Outcome<Promoted>> {
	return promoteAt(await openSite(context, options), options);
}

/** The same where the record is open already. */
export async function promoteAt(site: Site, options: PromoteOptions): Promise<Outcome<Promoted>> {
	const state = knownModel(site, options.model);
	const version = options.version === null ? usualVersion(site, state, options) : named(state, options.version);
	const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
	await publishStanding(site, options.model);
	const fine = ["deployed", "kept", "planned"].includes(move.outcome);
	return {
		answer: fine ? "yes" : "no",
		document: { schema: "mainline.promote/1", plan: site.plan, model: options.model, digest: move.digest, move },
	};
}

/** Until nobody else was faster. */
export async function settle(act: () => Promise<Done>, name: string): Promise<Move> {
	for (let tries = 0; tries < 3; tries++) {
		const done = await act();
		if (done !== "lost") return done;
	}
	throw infrastructure("environment-contended", `${name} was changed by somebody else three times while we worked`, {
		hint: "see `mainline status`, then run again",
	});
}

async function decideAndAct(site: Site, options: PromoteOptions, name: string): Promise<Done> {
	const state = site.ledger.state(options.model, site.config.environments);
	const environment = configuredEnvironment(site, state, options.environment);
	const version = named(state, name);
	const about = { model: options.model, environment, version, declared: null };
	const healthyUpstream = await upstreamHealth(site, options.model, environment);
	const decision = decidePromotion({
		state,
		environment,
		version,
		now: site.context.clock.now(),
		asked: options.force ? "force" : "explicit",
		...(healthyUpstream === undefined ? {} : { healthyUpstream }),
	});
	const { predicates } = decision;
	const rejected = state.rejections.has(version.version);
	if (environment.version === version.version && environment.hold === null && !rejected) {
		return keepUp(site, { ...about, predicates, reason: "" });
	}
	if (!decision.allow) return waiting(about, decision);
	const waived = predicates.filter((predicate) => predicate.waived).map(({ reason }) => reason);
	const trailers: { lifts?: string; reason?: string } = {
		...(rejected ? { lifts: version.version } : {}),
		...(waived.length === 0 && options.reason === null ? {} : { reason: reasonOf(options, waived) }),
	};
	return carryOut(site, { ...about, action: "deploy", trailers, predicates, reason: trailers.reason ?? "" });
}

async function upstreamHealth(site: Site, model: string, environment: EnvironmentState): Promise<boolean | undefined> {
	const config = environment.config;
	if (config === null || config.after === null || config.soakMs === 0) return undefined;
	return isHealthy(site, model, config.after);
}

function usualVersion(site: Site, state: ModelState, { environment: name }: PromoteOptions): VersionState {
	const { config } = configuredEnvironment(site, state, name);
	const before = config?.after ?? null;
	const version = before === null ? (state.history.latest?.version ?? null) : environmentOf(state, before)?.version;
	if (version !== null && version !== undefined) return named(state, version);
	throw badInput("nothing-to-promote", `there is no version of ${state.model} to promote to ${name}`, {
		found: before === null ? "no released version" : `nothing in ${before}`,
		hint: before === null ? "mainline release" : `mainline promote ${state.model} ${before}`,
	});
}

/** A rejected version is found here and judged by the decision, which has more to say about it. */
function named(state: ModelState, version: string): VersionState {
	const found = explicitTarget(state, version, true);
	if (digestOf(found) === null) throw new Error("a version without a digest was accepted");
	return found;
}

function reasonOf({ reason, force }: PromoteOptions, waived: readonly string[]): string {
	const passed = waived.length === 0 ? "" : `${force ? "forced past" : "passing over"}: ${waived.join("; ")}`;
	return [reason ?? "", passed].filter((part) => part !== "").join(" · ");
}
