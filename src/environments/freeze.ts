import type { FreezeWindow } from "../config/index.ts";

/** Nothing is promoted until then. */
export interface Frozen {
	readonly until: Date;
	/** The end in the window's own zone, for people. */
	readonly words: string;
	readonly reason: string | null;
}

const MINUTE_MS = 60_000;
const PERIODS = { daily: 24 * 60 * MINUTE_MS, weekly: 7 * 24 * 60 * MINUTE_MS };
/** Windows that follow one another are passed over together, so many of them. */
const MOST = 50;

/** Whether one of the windows is open at a moment, and when the last of those that follow one another ends. */
export function frozenAt(windows: readonly FreezeWindow[], now: Date): Frozen | null {
	let found = null as Frozen | null;
	for (let i = 0; i < MOST; i++) {
		const at = found?.until ?? now;
		const open = windows.flatMap((window) => endOf(window, at) ?? []);
		const last = open.reduce<Ending | null>((a, b) => (a === null || b.until > a.until ? b : a), null);
		if (last === null) break;
		found = { until: last.until, words: wordsOf(last), reason: found?.reason ?? open[0]?.window.reason ?? null };
	}
	return found;
}

interface Ending {
	readonly window: FreezeWindow;
	readonly until: Date;
}

/** Null when the window is not open then. */
function endOf(window: FreezeWindow, now: Date): Ending | null {
	const { kind, from, until, zone } = window;
	const wall = wallClock(now, zone);
	if (kind === "once") return wall >= from && wall < until ? { window, until: instantOf(until, zone, now) } : null;
	const period = PERIODS[kind];
	// 1970-01-01 was a Thursday: a week from Monday begins three days before
	const into = modulo(kind === "weekly" ? wall + 3 * PERIODS.daily : wall, period);
	const gone = modulo(into - from * MINUTE_MS, period);
	const length = modulo((until - from) * MINUTE_MS, period);
	return gone < length ? { window, until: instantOf(wall + length - gone, zone, now) } : null;
}

function modulo(value: number, period: number): number {
	return ((value % period) + period) % period;
}

/** What a clock on the wall shows, in milliseconds as if it showed UTC. */
function wallClock(at: Date, zone: string): number {
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
	}).formatToParts(at);
	const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
	return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** When the wall's clock will show it: by the offset of then, which may be another one than now. */
function instantOf(wall: number, zone: string, now: Date): Date {
	const offset = (at: number): number => wallClock(new Date(at), zone) - Math.floor(at / 1000) * 1000;
	const near = wall - offset(now.getTime());
	return new Date(wall - offset(near));
}

function wordsOf({ window: { zone }, until }: Ending): string {
	const words = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		weekday: "short",
		day: "numeric",
		month: "short",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
	});
	return `${words.format(until)} (${zone})`;
}
