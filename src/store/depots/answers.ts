import type { Clock } from "../../kernel/index.ts";

/** Services refuse a request whose date is this far from their own. */
const SKEW_MS = 10 * 60_000;
const LONGEST = 200;

/** Whether a service's clock, as its answer tells it, and ours are too far apart for signatures. */
export function skewed(date: string | null, clock: Clock): boolean {
	const theirs = date === null ? Number.NaN : Date.parse(date);
	return Number.isFinite(theirs) && Math.abs(theirs - clock.now().getTime()) > SKEW_MS;
}

/** A `Retry-After` in seconds, as milliseconds. */
export function secondsOf(header: unknown): number | null {
	const seconds = typeof header === "string" || typeof header === "number" ? Number(header) : Number.NaN;
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** What an error says, in one line that can be shown. */
export function firstLine(cause: unknown): string {
	const text = cause instanceof Error ? cause.message || cause.name : typeof cause === "string" ? cause : "";
	const line = text.split("\n")[0]?.trim() ?? "";
	return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The first sentence of what an error says: what follows is mostly advice for programmers. */
export function sentence(cause: unknown): string {
	return firstLine(cause)
		.replace(/^Error: /, "")
		.replace(/([a-z])\. [A-Z].*$/, "$1")
		.replace(/\.$/, "");
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A point in time as a text tells it; null where it tells none. */
export function dateOf(text: string): Date | null {
	const time = Date.parse(text);
	return Number.isNaN(time) ? null : new Date(time);
}
