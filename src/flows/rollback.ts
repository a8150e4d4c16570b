import { allRight, environmentOf, explicitTarget, type ModelState, rollbackTarget } from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import { settle } from "./promote.ts";
import { carryOut, type Done, keepUp } from "./release/carry-out.ts";
import type { Move, RolledBack } from "./release/documents.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { configuredEnvironment, knownModel } from "./release/resolve.ts";
import type { Site } from "./release/site.ts";

export interface RollbackOptions extends SiteOptions {
	readonly model: string;
	readonly environment: string;
	/** Default: what the environment held before and is not rejected. */
	readonly to: string | null;
	readonly force: boolean;
	/** For the record: why. */
	readonly reason: string | null;
}

/** Brings an earlier version back, rejects the present one and holds automation. Answer "no" when there is none, or it fails. */
export async function rollback(context: FlowContext, options: RollbackOptions): Promise<Outcome<RolledBack>> {
	const site = await openSite(context, options);
	const state = knownModel(site, options.model);
	const target = targetOf(site, state, options);
	const move =
		target === null
			? nothingEarlier(state, options)
			: await settle(() => bringBack(site, options, target.version), options.environment);
	await publishStanding(site, options.model);
	return {
		answer: target === null || move.outcome === "failed" || !allRight(move.golden) ? "no" : "yes",
		document: {
			schema: "mainline.rollback/1",
			plan: site.plan,
			model: options.model,
			digest: move.digest,
			move,
			rejects: move.rejects,
			holds: move.hold !== null,
		},
	};
}

function targetOf(site: Site, state: ModelState, options: RollbackOptions): VersionState | null {
	const environment = configuredEnvironment(site, state, options.environment);
	return options.to === null ? rollbackTarget(state, environment) : explicitTarget(state, options.to, options.force);
}

async function bringBack(site: Site, options: RollbackOptions, name: string): Promise<Done> {
	const state = site.ledger.state(options.model, site.config.environments);
	const environment = configuredEnvironment(site, state, options.environment);
	const version = explicitTarget(state, name, true);
	const about = { model: options.model, environment, version, predicates: [] };
	if (environment.version === name) return keepUp(site, { ...about, reason: "" });
	const left = environment.version;
	const words = `rolled back${left === null ? "" : ` from ${left}`}${site.by === null ? "" : ` by ${site.by}`}`;
	const hold = options.reason === null ? words : `${words}: ${options.reason}`;
	return carryOut(site, {
		...about,
		action: "revert",
		declared: null,
		reason: hold,
		trailers: {
			hold,
			...(left === null ? {} : { rejects: left }),
			...(state.rejections.has(name) ? { lifts: name } : {}),
			...(options.reason === null ? {} : { reason: options.reason }),
		},
	});
}

function nothingEarlier(state: ModelState, options: RollbackOptions): Move {
	const environment = environmentOf(state, options.environment);
	const rejected = [...state.rejections.keys()];
	const aside = rejected.length === 0 ? "" : ` (rejected: ${rejected.join(", ")})`;
	return {
		environment: options.environment,
		action: "keep",
		outcome: "kept",
		version: environment?.version ?? "",
		previous: environment?.version ?? null,
		digest: environment?.digest ?? null,
		reason: `${options.environment} held no other version before that could come back${aside}`,
		predicates: [],
		at: null,
		url: null,
		seconds: null,
		tag: null,
		rejects: null,
		lifts: null,
		hold: environment?.hold?.reason ?? null,
		log: [],
		restored: null,
		golden: null,
	};
}
