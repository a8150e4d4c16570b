import { approvalsOf, approversIn } from "./approvals.ts";
import { failureOf } from "./failures.ts";
import { frozenAt } from "./freeze.ts";
import type { Predicate, PromotionQuestion } from "./question.ts";
import { soak } from "./soak.ts";
import { compareAge, digestOf, environmentOf, isUsable } from "./state.ts";
import { stopsAutomation } from "./verdicts.ts";

export interface Decision {
	readonly allow: boolean;
	/** Every predicate that applies, in the order in which they were asked. */
	readonly predicates: readonly Predicate[];
	/** The reasons of those that stop it. */
	readonly reasons: readonly string[];
	/** When time alone would change the answer; null when it would not. */
	readonly at: Date | null;
}

/** Whether the version may go into the environment. Pure: the same tags, time and question give the same answer. */
export function decidePromotion(question: PromotionQuestion): Decision {
	const [soaked, frozen] = [soak(question), freeze(question)];
	const predicates = [
		byHand(question),
		image(question),
		rejection(question),
		after(question),
		soaked?.predicate ?? null,
		approval(question),
		frozen?.predicate ?? null,
		hold(question),
		forward(question),
		failed(question),
		replaces(question),
	].filter((predicate) => predicate !== null);
	const stopping = predicates.filter((predicate) => !predicate.holds && !predicate.waived);
	const times = stopping.map(
		({ name }) => (name === "soak" ? soaked?.at : name === "freeze" ? frozen?.at : null) ?? null,
	);
	return {
		allow: stopping.length === 0,
		predicates,
		reasons: stopping.map((predicate) => predicate.reason),
		at: latest(times),
	};
}

/** When all of them are over; null where one of them does not end by time. */
function latest(times: readonly (Date | null)[]): Date | null {
	const known = times.flatMap((time) => time ?? []);
	if (known.length === 0 || known.length < times.length) return null;
	return new Date(Math.max(...known.map((time) => time.getTime())));
}

/** Asked first, as it is what time does not change. */
function byHand({ state, environment, version, asked }: PromotionQuestion): Predicate | null {
	if (environment.config?.auto !== false) return null;
	const holds = asked !== "automatic";
	const reason = holds
		? `${environment.name} gets versions by hand, and somebody asked`
		: `by hand: \`mainline promote ${state.model}@${version.version} ${environment.name}\` brings it there`;
	return { name: "by-hand", holds, reason, waived: false };
}

function image({ version }: PromotionQuestion): Predicate {
	const holds = isUsable(version) && digestOf(version) !== null;
	const reason = !isUsable(version)
		? `${version.version} is not a registered version any more`
		: holds
			? `${version.version} names its image`
			: `the tag of ${version.version} names no image: it was not made by \`mainline release\``;
	return { name: "image", holds, reason, waived: false };
}

function rejection({ state, version, asked, askedAt, reinstates }: PromotionQuestion): Predicate {
	const found = state.rejections.get(version.version);
	if (found !== undefined && asked === "force" && isLater(found.since, askedAt)) {
		return { name: "rejection", holds: false, reason: later(`${version.version} was rejected`, found), waived: false };
	}
	return {
		name: "rejection",
		holds: found === undefined,
		reason:
			found === undefined ? `${version.version} is not rejected` : `${version.version} is rejected: ${found.reason}`,
		waived: found !== undefined && (asked === "force" || reinstates === true),
	};
}

/** In the same second, too: both times are whole seconds, and nobody reads and answers within one. */
function isLater(since: Date, askedAt: Date | undefined): boolean {
	return askedAt !== undefined && since >= askedAt;
}

function later(what: string, { since, reason }: { readonly since: Date; readonly reason: string }): string {
	return `${what} at ${since.toISOString().replace(/\.\d+Z$/, "Z")}, after this was asked (${reason}): ask again`;
}

function after({ state, environment, version, asked }: PromotionQuestion): Predicate | null {
	const before = environment.config?.after ?? null;
	if (before === null) return null;
	const held = environmentOf(state, before)?.version ?? null;
	const holds = held === version.version;
	const reason = holds
		? `${version.version} is in ${before}`
		: `${before} holds ${held ?? "nothing"}, not ${version.version}`;
	return { name: "after", holds, reason, waived: !holds && asked === "force" };
}

/** Somebody's yes is not passed over by force: it would be worth nothing. */
function approval({ state, environment, version, approvals, uncounted }: PromotionQuestion): Predicate | null {
	const policy = environment.config?.approve ?? null;
	if (policy === null) return null;
	const given = approvals ?? approvalsOf(state, environment, version);
	const holds = given.length >= policy.count;
	const names = given.map(({ by }) => by).join(", ");
	const missing = `${version.version} has ${given.length} of ${policy.count} approvals${names === "" ? "" : ` (${names})`}`;
	const reason = holds
		? `approved by ${names}`
		: `${missing} for ${environment.name}: ${approversIn(policy)} may say \`/mainline approve ${environment.name} ${version.version}\`${whyNotCounted(uncounted)}`;
	return { name: "approval", holds, reason, waived: false };
}

/** As many as a sentence holds. */
const MOST_UNCOUNTED = 2;

function whyNotCounted(uncounted: readonly string[] = []): string {
	const more = uncounted.length - MOST_UNCOUNTED;
	const told = [...uncounted.slice(0, MOST_UNCOUNTED), ...(more > 0 ? [`and ${more} more`] : [])];
	return told.length === 0 ? "" : ` (not counted: ${told.join("; ")})`;
}

function freeze({
	environment,
	now,
	breaksFreeze,
}: PromotionQuestion): { predicate: Predicate; at: Date | null } | null {
	const windows = environment.config?.freeze ?? [];
	if (windows.length === 0) return null;
	const frozen = frozenAt(windows, now);
	const why = frozen?.reason == null ? "" : `: ${frozen.reason}`;
	const reason =
		frozen === null ? `${environment.name} is not frozen` : `${environment.name} is frozen until ${frozen.words}${why}`;
	const waived = frozen !== null && breaksFreeze === true;
	return { predicate: { name: "freeze", holds: frozen === null, reason, waived }, at: frozen?.until ?? null };
}

function hold({ environment, asked, askedAt }: PromotionQuestion): Predicate {
	const found = environment.hold;
	if (found !== null && asked !== "automatic" && isLater(found.since, askedAt)) {
		return { name: "hold", holds: false, reason: later(`${environment.name} was put on hold`, found), waived: false };
	}
	const blocks = stopsAutomation(found, environment.config?.after ?? null);
	return {
		name: "hold",
		holds: !blocks,
		reason: found === null ? `${environment.name} is not on hold` : `${environment.name} is on hold: ${found.reason}`,
		waived: blocks && asked !== "automatic",
	};
}

function forward({ state, environment, version, asked }: PromotionQuestion): Predicate | null {
	if (environment.version === null || asked !== "automatic") return null;
	const holds = compareAge(state.history, version.version, environment.version) >= 0;
	const reason = holds
		? `${version.version} is not older than ${environment.version}`
		: `${version.version} is older than ${environment.version}, which runs in ${environment.name}: only a revert or a person goes back`;
	return { name: "forward", holds, reason, waived: false };
}

function failed({ state, environment, version, retries }: PromotionQuestion): Predicate | null {
	const failure = retries === false ? failureOf(state, environment, version) : null;
	if (failure === null) return null;
	const why = failure.reason === null ? "" : `: ${failure.reason}`;
	const again = `\`mainline promote ${state.model}@${version.version} ${environment.name}\` tries it again`;
	const reason = `${version.version} failed in ${environment.name} at ${failure.at.toISOString()}${why}; ${again}`;
	return { name: "failed", holds: false, reason, waived: false };
}

function replaces({ environment, replaces: expected }: PromotionQuestion): Predicate | null {
	if (expected === undefined) return null;
	const found = environment.assignment?.entry.tag.name ?? null;
	const holds = found === expected;
	const reason = holds
		? `it replaces ${environment.version ?? "nothing"}, as planned`
		: `${environment.name} changed meanwhile: ${found ?? "nothing"} is in effect, not ${expected ?? "nothing"}`;
	return { name: "replaces", holds, reason, waived: false };
}
