import { digestOf, environmentOf, explicitTarget, type ModelState, type Predicate } from "../environments/index.ts";
import { badInput, infrastructure, type Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import { type Done, isHopeless, waiting } from "./release/act.ts";
import { carryOut, keepUp } from "./release/carry-out.ts";
import { approvedTrailer, decideNow } from "./release/decide.ts";
import type { Move, Promoted } from "./release/documents.ts";
import { withImages } from "./release/images.ts";
import type { KnowTree } from "./release/known.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { configuredEnvironment, knownModel } from "./release/resolve.ts";
import { type Site, stateOf } from "./release/site.ts";

/** What is to go where, and why. */
export interface PromoteOrder extends SiteOptions {
	readonly model: string;
	/** Default: what the environment before holds; the latest version where there is none before. */
	readonly version: string | null;
	readonly environment: string;
	/** Passes over soak, order and rejection; the record says so. */
	readonly force: boolean;
	/** When it was asked for; absent: just now. What was rejected or put on hold since is not passed over, whatever the one who asked knew better. */
	readonly asked?: Date;
	/** Why it has to be although the environment is frozen; null: it need not. */
	readonly breakFreeze: string | null;
	readonly reason: string | null;
}

export interface PromoteOptions extends PromoteOrder {
	/** Looks up the stored model where the image is gone. */
	readonly know: KnowTree;
}

/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
export async function promote(context: FlowContext, options: PromoteOptions): Promise<Outcome<Promoted>> {
	return promoteAt(withImages(await openSite(context, options), options.know), options);
}

/** The same where the record is open already. */
export async function promoteAt(site: Site, options: PromoteOrder): Promise<Outcome<Promoted>> {
	const state = knownModel(site, options.model);
	const version =
		options.version === null ? usualVersion(site, state, options.environment) : named(state, options.version);
	const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
	await publishStanding(site, options.model);
	const fine = ["deployed", "kept", "planned"].includes(move.outcome) && !isHopeless(move);
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

async function decideAndAct(site: Site, options: PromoteOrder, name: string): Promise<Done> {
	const state = stateOf(site, options.model);
	const environment = configuredEnvironment(site, state, options.environment);
	const version = named(state, name);
	const about = { model: options.model, environment, version, declared: null };
	const { decision, approvals } = await decideNow(site, {
		model: options.model,
		environment: options.environment,
		version,
		asked: options.force ? "force" : "explicit",
		...(options.asked === undefined ? {} : { askedAt: options.asked }),
		breaksFreeze: options.breakFreeze !== null,
	});
	const { predicates } = decision;
	const rejected = state.rejections.has(version.version);
	if (environment.version === version.version && environment.hold === null && !rejected) {
		return keepUp(site, { ...about, predicates, reason: "" });
	}
	if (!decision.allow) return waiting(about, decision);
	const reason = reasonOf(options, predicates);
	const trailers = {
		...(rejected ? { lifts: version.version } : {}),
		...approvedTrailer(approvals),
		...(reason === "" ? {} : { reason }),
	};
	return carryOut(site, { ...about, action: "deploy", trailers, predicates, reason });
}

/** What the environment before holds; the latest version where there is none before. */
export function usualVersion(site: Site, state: ModelState, name: string): VersionState {
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
export function named(state: ModelState, version: string): VersionState {
	const found = explicitTarget(state, version, true);
	if (digestOf(found) === null) throw new Error("a version without a digest was accepted");
	return found;
}

/** For the record: why, and what was passed over. */
function reasonOf({ reason, force, breakFreeze }: PromoteOrder, predicates: readonly Predicate[]): string {
	const waived = predicates.filter((predicate) => predicate.waived);
	const frozen = waived.some(({ name }) => name === "freeze") && breakFreeze !== null;
	const passed = waived.map((predicate) => predicate.reason).join("; ");
	const parts = [
		reason ?? "",
		frozen ? `breaking the freeze: ${breakFreeze}` : "",
		passed === "" ? "" : `${force ? "forced past" : "passing over"}: ${passed}`,
	];
	return parts.filter((part) => part !== "").join(" · ");
}
