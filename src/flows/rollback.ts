import {
	allRight,
	type EnvironmentState,
	explicitTarget,
	type ModelState,
	rollbackTarget,
	versionOf,
	wasRolledBack,
} from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import { settle } from "./promote.ts";
import type { Done } from "./release/act.ts";
import { carryOut, keepUp, sayStanding } from "./release/carry-out.ts";
import type { Move, RolledBack } from "./release/documents.ts";
import type { KnowTree } from "./release/known.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { restoreImage } from "./release/rebuild.ts";
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
	/** When it was asked for; absent: just now. What was brought back since is what was meant: a job may be run again. */
	readonly asked?: Date;
	/** Looks up the stored model where the image is gone. */
	readonly know: KnowTree;
}

/** Brings an earlier version back, rejects the present one and holds automation. Answer "no" when there is none, or it fails. */
export async function rollback(context: FlowContext, options: RollbackOptions): Promise<Outcome<RolledBack>> {
	return rollbackAt(await openSite(context, options), options);
}

/** The same where the record is open already. */
export async function rollbackAt(site: Site, options: RollbackOptions): Promise<Outcome<RolledBack>> {
	const state = knownModel(site, options.model);
	const target = targetOf(site, state, options);
	const { model, know } = options;
	const looks = target !== null && !site.plan;
	const restored = looks ? await restoreImage(site, { model, version: target, know }) : null;
	const move =
		target === null
			? await nothingEarlier(site, state, options)
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
			rebuilt: restored?.kind === "restored",
		},
	};
}

function targetOf(site: Site, state: ModelState, options: RollbackOptions): VersionState | null {
	const environment = configuredEnvironment(site, state, options.environment);
	const { to, asked, force } = options;
	if (to !== null) return explicitTarget(state, to, force);
	const isDone = asked !== undefined && wasRolledBack(state, environment.name, asked);
	return isDone ? standing(state, environment) : rollbackTarget(state, environment);
}

function standing(state: ModelState, { version }: EnvironmentState): VersionState | null {
	return version === null ? null : versionOf(state.history, version);
}

async function bringBack(site: Site, options: RollbackOptions, name: string): Promise<Done> {
	const state = site.ledger.state(options.model, site.config.environments);
	const environment = configuredEnvironment(site, state, options.environment);
	const stands = environment.version === name;
	// what somebody rejected while we worked is not brought back, and the rejection not lifted
	const version = explicitTarget(state, name, options.force || stands);
	const about = { model: options.model, environment, version, predicates: [] };
	if (stands) return keepUp(site, { ...about, reason: "" });
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

/** A job that is run again finds nothing earlier, too: whoever was not told the first time is told what stands. */
async function nothingEarlier(site: Site, state: ModelState, options: RollbackOptions): Promise<Move> {
	const environment = configuredEnvironment(site, state, options.environment);
	const version = standing(state, environment);
	if (version !== null) await sayStanding(site, { model: options.model, environment, version });
	const rejected = [...state.rejections.keys()];
	const aside = rejected.length === 0 ? "" : ` (rejected: ${rejected.join(", ")})`;
	return {
		environment: options.environment,
		action: "keep",
		outcome: "kept",
		version: environment.version ?? "",
		previous: environment.version,
		digest: environment.digest,
		reason: `${options.environment} held no other version before that could come back${aside}`,
		predicates: [],
		at: null,
		url: null,
		seconds: null,
		tag: null,
		rejects: null,
		lifts: null,
		hold: environment.hold?.reason ?? null,
		log: [],
		restored: null,
		golden: null,
	};
}
