import { isHealth } from "../release/index.ts";
import { formatDuration } from "./durations.ts";
import type { Predicate, PromotionQuestion } from "./question.ts";
import { type EnvironmentState, environmentOf, type ModelState } from "./state.ts";

/** How long an environment's version has run well without a break, as far as anybody looked. */
export interface Soaking {
	/** As if all that counts had been without a break until now. Null while it does not answer well, or holds nothing. */
	readonly since: Date | null;
	/** Why it began anew, or cannot begin; null when it has run well all along. */
	readonly broken: string | null;
	/** When it really began; null as `since`. */
	readonly begun: Date | null;
	/** When somebody last looked and wrote it down; null as `since`. */
	readonly lookedAt: Date | null;
}

/** A look at what soaks. */
export interface Looking {
	readonly now: Date;
	readonly soakMs: number;
	/** Since when the target has run it without a break; null: it was asked, and cannot tell. Absent: nobody asked just now. */
	readonly upSince?: Date | null;
}

/** Of the time between two looks so much of a soak counts, where nobody knows what was between them: one over this. */
const LOOKS = 2;
/** Clocks of other machines, by which they say when something was started, may be so far off ours. */
const CLOCKS_APART_MS = 60_000;

/**
 * From the tags: the time since the assignment, or since it was first seen to answer well again. All of it counts where the target says that it has
 * run since then; else half of what is asked for at most between two looks, so that one good answer at the end is never enough.
 */
export function soakingOf(
	{ marks }: Pick<ModelState, "marks">,
	environment: EnvironmentState,
	looking: Looking,
): Soaking {
	const { since, name } = environment;
	if (since === null) return { since: null, broken: null, begun: null, lookedAt: null };
	const seen = marks.flatMap((mark) => (isHealth(mark) && mark.environment === name && mark.at >= since ? [mark] : []));
	const last = seen.findLastIndex(({ kind }) => kind === "unwell");
	const broken = last < 0 ? null : (seen[last]?.reason ?? "it did not answer well");
	const looks = [...(last < 0 ? [since] : []), ...seen.slice(last + 1).map(({ at }) => at)];
	const [begun] = looks;
	if (begun === undefined) return { since: null, broken, begun: null, lookedAt: null };
	const counted = countedOf(environment, looks, looking);
	return { since: new Date(looking.now.getTime() - counted), broken, begun, lookedAt: looks.at(-1) ?? begun };
}

function countedOf(environment: EnvironmentState, looks: readonly Date[], { now, soakMs, upSince }: Looking): number {
	const times = [...looks, now].map((time) => time.getTime());
	const stretches = times.slice(1).map((time, i) => Math.max(0, time - (times[i] ?? time)));
	const whole = stretches.reduce((sum, stretch) => sum + stretch, 0);
	const isKnown = upSince === undefined ? !isKnownByAnswers(environment) : upSince !== null;
	if (isKnown || soakMs === 0) return whole;
	return stretches.reduce((sum, stretch) => sum + Math.min(stretch, soakMs / LOOKS), 0);
}

/** Whether it was started anew since the soak began, by what the target says. */
export function wasStartedAnew({ begun }: Soaking, upSince: Date | null): boolean {
	return begun !== null && upSince !== null && upSince.getTime() > begun.getTime() + CLOCKS_APART_MS;
}

/** How often a good answer is worth writing down: two of them never have more between them than counts. */
export function isWorthALook({ lookedAt }: Soaking, { now, soakMs }: Looking): boolean {
	return lookedAt !== null && now.getTime() - lookedAt.getTime() >= soakMs / LOOKS / 2;
}

/** Others run it, and only the model's own answers say how it is. What nobody asks at all is known by nothing: there time alone counts. */
function isKnownByAnswers({ config }: EnvironmentState): boolean {
	const kind = config?.deploy.kind;
	return (kind === "command" || kind === "kustomize" || kind === "helm") && config?.probe !== null;
}

const NOTHING = { since: null, broken: null, begun: null };

/** The predicate, and when time alone makes it hold; null where no soak is asked for. */
export function soak(question: PromotionQuestion): { predicate: Predicate; at: Date | null } | null {
	const { environment, version, now, asked, state } = question;
	const soakMs = environment.config?.soakMs ?? 0;
	const before = environment.config?.after ?? null;
	if (before === null || soakMs === 0) return null;
	const upstream = environmentOf(state, before);
	const holdsIt = upstream !== null && upstream.version === version.version;
	const looking = { now, soakMs, ...(question.upSince === undefined ? {} : { upSince: question.upSince }) };
	const { since, broken, begun } = holdsIt ? soakingOf(state, upstream, looking) : NOTHING;
	const done = since === null ? 0 : Math.max(0, now.getTime() - since.getTime());
	const unwell = question.healthyUpstream === false || (holdsIt && since === null);
	const holds = since !== null && done >= soakMs && !unwell;
	const anew = broken === null ? "" : `, anew since ${before} did not answer well: ${broken}`;
	const isShort = since !== null && begun !== null && since.getTime() - begun.getTime() >= 1000;
	const short = isShort ? `, as at most ${formatDuration(soakMs / LOOKS)} count between two looks` : "";
	const reason = unwell
		? `${before} does not answer well just now`
		: `${formatDuration(done)} in ${before} of the ${formatDuration(soakMs)} asked for${short}${anew}`;
	const at = since === null || unwell ? null : new Date(since.getTime() + soakMs);
	return { predicate: { name: "soak", holds, reason, waived: !holds && asked === "force" }, at };
}
