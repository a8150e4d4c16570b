import {
	type EnvironmentState,
	explicitTarget,
	heldByRollback,
	type ModelState,
	rollbackTarget,
	versionOf,
	wasBroughtBackBy,
	wasRolledBack,
} from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { VersionState } from "../release/index.ts";
import type { FlowContext } from "./context.ts";
import { settle } from "./promote.ts";
import { type Done, isFine } from "./release/act.ts";
import { carryOut, keepUp, sayStanding } from "./release/carry-out.ts";
import type { Move, RolledBack } from "./release/documents.ts";
import { withImages } from "./release/images.ts";
import type { KnowTree } from "./release/known.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { configuredEnvironment, knownModel } from "./release/resolve.ts";
import { type Site, stateOf } from "./release/site.ts";

export interface RollbackOptions extends SiteOptions {
	readonly model: string;
	readonly environment: string;
	/** Default: what the environment held before and is not rejected. */
	readonly to: string | null;
	readonly force: boolean;
	/** For the record: why. */
	readonly reason: string | null;
	/**
	 * When it was asked for; absent: just now. What was brought back since, or by this very workflow run and holds still, is what was
	 * meant: a job may be run again. Without either, what a person brought back and holds still is meant: whoever lost his terminal
	 * tells it once more.
	 */
	readonly asked?: Date;
	/** Looks up the stored model where the image is gone. */
	readonly know: KnowTree;
}

/** Brings an earlier version back, rejects the present one and holds automation. Answer "no" when there is none, or it fails. */
export async function rollback(context: FlowContext, options: RollbackOptions): Promise<Outcome<RolledBack>> {
	return rollbackAt(withImages(await openSite(context, options), options.know), options);
}

/** The same where the record is open already. */
export async function rollbackAt(site: Site, options: RollbackOptions): Promise<Outcome<RolledBack>> {
	const state = knownModel(site, options.model);
	const target = targetOf(site, state, options);
	const { model } = options;
	const image = target === null ? null : ((await site.images?.ready(site, { model, version: target })) ?? null);
	const move =
		target === null
			? await nothingEarlier(site, state, options)
			: await settle(() => bringBack(site, options, target.version), options.environment);
	await publishStanding(site, options.model);
	return {
		answer: target === null || move.outcome === "waits" || !isFine(move) ? "no" : "yes",
		document: {
			schema: "mainline.rollback/1",
			plan: site.plan,
			model: options.model,
			digest: move.digest,
			move,
			rejects: move.rejects,
			holds: move.hold !== null,
			followsMain: movesByItself(configuredEnvironment(site, state, options.environment)),
			rebuilt: image?.state === "rebuilt",
		},
	};
}

/** Whether the main line's next version comes there without anybody asking. */
function movesByItself({ config }: EnvironmentState): boolean {
	return config !== null && config.after === null && config.auto !== false;
}

function targetOf(site: Site, state: ModelState, options: RollbackOptions): VersionState | null {
	const environment = configuredEnvironment(site, state, options.environment);
	const { to, asked = null, force } = options;
	if (to !== null) return explicitTarget(state, to, force);
	// neither a comment nor a workflow run, of which each says for itself whether it is another one
	const isByHand = asked === null && site.run === null;
	const isDone =
		(isByHand && heldByRollback(environment)) ||
		wasBroughtBackBy(environment, site.run) ||
		(asked !== null && wasRolledBack(state, environment.name, asked));
	return isDone ? standing(state, environment) : rollbackTarget(state, environment);
}

function standing(state: ModelState, { version }: EnvironmentState): VersionState | null {
	return version === null ? null : versionOf(state.history, version);
}

async function bringBack(site: Site, options: RollbackOptions, name: string): Promise<Done> {
	const state = stateOf(site, options.model);
	const environment = configuredEnvironment(site, state, options.environment);
	const stands = environment.version === name;
	// what somebody rejected while we worked is not brought back, and the rejection not lifted
	const version = explicitTarget(state, name, options.force || stands);
	const about = { model: options.model, environment, version, predicates: [] };
	if (stands) return keepUp(site, { ...about, reason: alreadyBack(state, environment) });
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

/** Why nothing is brought back, with the way further back. */
function alreadyBack(state: ModelState, environment: EnvironmentState): string {
	const left = environment.hold?.rejected ?? null;
	if (!heldByRollback(environment) || left === null) return "";
	const further = rollbackTarget(state, environment);
	const how = further === null ? "" : `; one further back is \`--to ${further.version}\``;
	return `${environment.name} was brought back from ${left} already${how}`;
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
