import { formatSeconds } from "../../compare/index.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `10:42 today`, `3 Nov 10:42`, `3 Nov 2025`; in UTC, because a text in CI is read everywhere. */
export function whenText(iso: string, now: string): string {
	const [then, at] = [new Date(iso), new Date(now)];
	if (Number.isNaN(then.getTime())) return "an unknown time";
	const time = then.toISOString().slice(11, 16);
	if (then.toISOString().slice(0, 10) === at.toISOString().slice(0, 10)) return `${time} today`;
	const day = `${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]}`;
	return then.getUTCFullYear() === at.getUTCFullYear() ? `${day} ${time}` : `${day} ${then.getUTCFullYear()}`;
}

/** `about 6 s`, `under 1 s`: what is expected, no closer than it is known. */
export function aboutText(seconds: number): string {
	return seconds < 1 ? "under 1 s" : `about ${formatSeconds(seconds)}`;
}

/** `3 h`, or `just now` in the first minute: how long it has lasted, in words. */
export function spanText(from: string, to: string): string {
	const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
	if (Number.isNaN(seconds)) return "";
	return seconds < 60 ? "just now" : formatSeconds(seconds);
}

/** `3 Nov 2026, 09:30`: a time in full, in UTC, for what is read long after it was written. */
export function momentText(iso: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return "an unknown time";
	return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}, ${time.toISOString().slice(11, 16)}`;
}

export function shortCommit(commit: string): string {
	return /^[0-9a-f]{12,}$/.test(commit) ? commit.slice(0, 7) : commit;
}

export function shortDigest(digest: string): string {
	const [algorithm = "", hex = ""] = digest.split(":");
	return hex === "" ? digest : `${algorithm}:${hex.slice(0, 12)}`;
}
