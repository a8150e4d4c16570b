import { allRight, type Decision, type EnvironmentState, type Predicate } from "../../environments/index.ts";
import type { Trailers, VersionState } from "../../release/index.ts";
import type { Move } from "./documents.ts";
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

/** A plan to deploy what is not there any more, and cannot be packed anew. */
export function isHopeless({ outcome, image }: Move): boolean {
	return outcome === "planned" && image?.state === "lost";
}

/** Nothing failed, and nothing is answered otherwise than it is known to be. */
export function isFine(move: Move): boolean {
	return move.outcome !== "failed" && !isHopeless(move) && allRight(move.golden);
}
