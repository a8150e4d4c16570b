import type { VersionState } from "../release/index.ts";
import { failureOf } from "./failures.ts";
import { type Decision, decidePromotion } from "./promotion.ts";
import { compareAge, type EnvironmentState, type ModelState } from "./state.ts";
import { stopsAutomation } from "./verdicts.ts";

/** What the main line's newest commit means for one environment. */
export type Move =
	/** Nothing to assign. `reason` is empty when it holds what is declared. */
	| { readonly kind: "keep"; readonly environment: EnvironmentState; readonly reason: string }
	/** The version goes in. `lifts`: it was rejected, and the main line took the rejection back. */
	| {
			readonly kind: "advance";
			readonly environment: EnvironmentState;
			readonly lifts: string | null;
			readonly decision: Decision | null;
	  }
	/** A newer version was reverted: this one comes back, that one is rejected, and automation holds. */
	| {
			readonly kind: "revert";
			readonly environment: EnvironmentState;
			readonly lifts: string | null;
			readonly rejects: string;
	  }
	/** Policy says not now. */
	| {
			readonly kind: "wait";
			readonly environment: EnvironmentState;
			readonly lifts: string | null;
			readonly decision: Decision;
	  };

export interface Declaration {
	readonly state: ModelState;
	/** The version whose content the main line's tree has. */
	readonly version: VersionState;
	readonly now: Date;
	/**
	 * Whether the main line declared other content since a person rejected the version; null when that is not known. It comes back only
	 * when the main line declares it anew: neither a merge that changes a document nor the schedule may undo a rollback.
	 */
	readonly anew: boolean | null;
	readonly healthyUpstream?: boolean;
	/** False: what failed is not tried again. */
	readonly retries?: boolean;
}

/**
 * What the environments that can be decided now should do, reverts first and the last environment (production)
 * before the others, then forward in order of promotion. After each move the tags have changed: ask again.
 */
export function decideDeclaration(declaration: Declaration): Move[] {
	const moves = declaration.state.environments
		.filter((environment) => environment.config !== null)
		.map((environment) => decideMove(declaration, environment));
	const reverts = moves.filter((move) => move.kind === "revert").reverse();
	return [...reverts, ...moves.filter((move) => move.kind !== "revert")];
}

function decideMove(declaration: Declaration, environment: EnvironmentState): Move {
	const { state, version } = declaration;
	if (environment.version === version.version) {
		return { kind: "keep", environment, reason: "" };
	}
	const refused = stillRejected(declaration);
	if (refused !== null) return { kind: "keep", environment, reason: refused };
	const lifts = state.rejections.has(version.version) ? version.version : null;
	if (environment.version !== null && compareAge(state.history, version.version, environment.version) < 0) {
		return { kind: "revert", environment, lifts, rejects: environment.version };
	}
	const config = environment.config;
	const free = config === null || (config.approve === null && config.freeze.length === 0 && config.auto !== false);
	const failed = declaration.retries === false && failureOf(state, environment, version) !== null;
	if (free && config?.after === null && !failed && !stopsAutomation(environment.hold, null)) {
		return { kind: "advance", environment, lifts, decision: null };
	}
	return promote(declaration, environment, lifts);
}

/** Null when the version may come back: it is not rejected, or the main line itself declares it anew. */
function stillRejected({ state, version, anew }: Declaration): string | null {
	const rejection = state.rejections.get(version.version);
	if (rejection === undefined || rejection.from === "main" || anew === true) return null;
	return `${version.version} was rejected by hand (${rejection.reason}) and the main line has declared nothing new since`;
}

function promote(declaration: Declaration, environment: EnvironmentState, lifts: string | null): Move {
	const { state, version, now, healthyUpstream, retries } = declaration;
	const decision = decidePromotion({
		state,
		environment,
		version,
		now,
		asked: "automatic",
		reinstates: reinstates(environment, lifts),
		...(healthyUpstream === undefined ? {} : { healthyUpstream }),
		...(retries === undefined ? {} : { retries }),
	});
	const kind = decision.allow ? "advance" : "wait";
	return { kind, environment, lifts: reinstates(environment, lifts) ? lifts : null, decision };
}

/** An environment that follows the main line takes back what that declares anew; those behind it find it lifted. */
export function reinstates({ config }: EnvironmentState, lifts: string | null): boolean {
	return lifts !== null && config?.after === null;
}
