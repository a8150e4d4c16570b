import { formatDuration } from "./durations.ts";
import type { Predicate, PromotionQuestion } from "./question.ts";
import { type EnvironmentState, environmentOf, type ModelState } from "./state.ts";

/** How long an environment's version has run well without a break, as far as anybody looked. */
export interface Soaking {
	/** Null while it does not answer well, or holds nothing. */
	readonly since: Date | null;
	/** Why it began anew, or cannot begin; null when it has run well all along. */
	readonly broken: string | null;
}

/** From the tags: the time since the assignment, or since it was first seen to answer well again. */
export function soakingOf({ marks }: Pick<ModelState, "marks">, environment: EnvironmentState): Soaking {
	const { since, name } = environment;
	if (since === null) return { since: null, broken: null };
	const seen = marks.flatMap((mark) =>
		mark.kind !== "approved" && mark.environment === name && mark.at >= since ? [mark] : [],
	);
	const last = seen.at(-1);
	const unwell = seen.findLast(({ kind }) => kind === "unwell");
	if (last === undefined || unwell === undefined) return { since, broken: null };
	const broken = unwell.reason ?? "it did not answer well";
	return { since: last.kind === "unwell" ? null : last.at, broken };
}

/** The predicate, and when time alone makes it hold; null where no soak is asked for. */
export function soak(question: PromotionQuestion): { predicate: Predicate; at: Date | null } | null {
	const { environment, version, now, asked, state } = question;
	const soakMs = environment.config?.soakMs ?? 0;
	const before = environment.config?.after ?? null;
	if (before === null || soakMs === 0) return null;
	const upstream = environmentOf(state, before);
	const holdsIt = upstream !== null && upstream.version === version.version;
	const { since, broken } = holdsIt ? soakingOf(state, upstream) : { since: null, broken: null };
	const done = since === null ? 0 : Math.max(0, now.getTime() - since.getTime());
	const unwell = question.healthyUpstream === false || (holdsIt && since === null);
	const holds = since !== null && done >= soakMs && !unwell;
	const anew = broken === null ? "" : `, anew since ${before} did not answer well: ${broken}`;
	const reason = unwell
		? `${before} does not answer well just now`
		: `${formatDuration(done)} in ${before} of the ${formatDuration(soakMs)} asked for${anew}`;
	const at = since === null || unwell ? null : new Date(since.getTime() + soakMs);
	return { predicate: { name: "soak", holds, reason, waived: !holds && asked === "force" }, at };
}
