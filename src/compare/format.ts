import { fromDecimal, subtract, toDecimal } from "./decimal.ts";
import type { Leaf } from "./model.ts";

/** Digits after the point that no change needs more of. */
const MOST_DECIMALS = 12;
/** Significant digits of a number that stands alone. */
const ALONE = 4;

/**
 * A measured value for people: as many decimals as the change needs to be seen (two significant digits of it), never more
 * than were measured, thousands grouped: `0.934`, `1,204`. Alone it gets four significant digits.
 */
export function formatNumber(value: Leaf, other: Leaf = null): string {
	if (value === null) return "–";
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return String(value);
	if (typeof value === "bigint") return group(String(value));
	if (!Number.isFinite(value)) return formatSpecial(value);
	const delta = exactDelta(other, value);
	if (delta === null || delta === 0) return formatAlone(value);
	return formatDecimals(value, decimalsFor(delta, value, Number(other)));
}

/** A value that somebody set (a parameter): every digit of it, no grouping. */
export function formatExact(value: Leaf): string {
	if (value === null) return "–";
	if (typeof value === "number") return Number.isFinite(value) ? shortest(value) : formatSpecial(value);
	return String(value);
}

/** `head - base` without binary dust (0.93 - 0.91 is 0.02); null unless both are finite numbers. */
export function exactDelta(base: Leaf, head: Leaf): number | null {
	const [a, b] = [numeric(base), numeric(head)];
	const [from, to] = [a === null ? null : toDecimal(a), b === null ? null : toDecimal(b)];
	return from === null || to === null ? null : fromDecimal(subtract(to, from));
}

/** The change with its sign, and with its share of the base where that says more: `+0.013`, `+22 (+54 %)`. Empty when there is none. */
export function formatDelta(base: Leaf, head: Leaf, withShare = false): string {
	const delta = exactDelta(base, head);
	if (delta === null) return "";
	if (delta === 0) return "0";
	const text = signed(delta, formatDecimals(Math.abs(delta), decimalsFor(delta, Number(base), Number(head))));
	const share = delta / Math.abs(Number(base));
	const tells = Number.isFinite(share) && (withShare || Math.abs(share) >= 0.1);
	return tells ? `${text} (${formatShare(share)})` : text;
}

/** `+54 %`, `−0.3 %`: two significant digits, whole from 10 % on. */
export function formatShare(share: number): string {
	const percent = Math.abs(share) * 100;
	const decimals = percent >= 10 ? 0 : Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(percent || 1))));
	return `${signed(share, `${group(trimZeros(percent.toFixed(decimals)))} %`)}`;
}

/** How much of a limit was used: `54 % of the limit`, `five times the limit`. `used` 1 is all of it. */
export function formatUsed(used: number): string {
	if (used <= 1) return `${Math.max(1, Math.floor(used * 100))} % of the limit`;
	if (used < 1.95) return `${(Math.ceil(used * 10) / 10).toFixed(1)} times the limit`;
	if (used > 1000) return "over 1,000 times the limit";
	return `${WORDS[Math.round(used)] ?? group(String(Math.round(used)))} times the limit`;
}

const WORDS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `1.8 GiB`, `312 B`. */
export function formatBytes(bytes: number): string {
	const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
	let value = Math.abs(bytes);
	let unit = 0;
	while (value >= 1023.5 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}
	const text = unit === 0 || value >= 99.5 ? value.toFixed(0) : value.toFixed(1);
	return `${bytes < 0 ? "−" : ""}${group(text)} ${units[unit]}`;
}

/** `0.4 s`, `42 s`, `14 min`, `2 h 5 min`, `3 d 4 h`: what a person would say. */
export function formatSeconds(seconds: number): string {
	if (seconds < 9.95) return `${seconds < 0.05 ? "0" : trimZeros(seconds.toFixed(1))} s`;
	if (seconds < 59.5) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (hours < 24) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
	const days = Math.floor(hours / 24);
	return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** `1,204`. */
export function formatCount(count: number): string {
	return group(String(count));
}

/** `3 stages`, `1 stage`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function numeric(value: Leaf): number | bigint | null {
	if (typeof value === "boolean") return value ? 1n : 0n;
	return typeof value === "number" || typeof value === "bigint" ? value : null;
}

/** Enough decimals for two significant digits of the change, no more than the values themselves have. */
function decimalsFor(delta: number, ...values: readonly number[]): number {
	const needed = 1 - Math.floor(Math.log10(Math.abs(delta)));
	const measured = Math.max(...values.map((value) => Math.max(0, -(toDecimal(value)?.scale ?? 0))));
	return Math.max(0, Math.min(needed, measured, MOST_DECIMALS));
}

function formatAlone(value: number): string {
	if (Number.isInteger(value) && Math.abs(value) < 1e15) return group(String(value === 0 ? 0 : value));
	const size = Math.abs(value);
	if (size >= 1e15) return scientific(value);
	if (size < 1e-4) return shortest(Number(value.toPrecision(ALONE)));
	const decimals = Math.max(0, ALONE - 1 - Math.floor(Math.log10(size)));
	return formatDecimals(value, Math.min(decimals, Math.max(0, -(toDecimal(value)?.scale ?? 0))));
}

function formatDecimals(value: number, decimals: number): string {
	const size = Math.abs(value);
	if (size >= 1e15 || (size > 0 && size < 1e-4 && decimals > 6)) return scientific(value);
	const text = value.toFixed(decimals);
	const vanished = value !== 0 && Number(text) === 0;
	return vanished ? scientific(value) : group(text);
}

/** `6.5e-8`, `2e15`: two significant digits are enough where only the size is of interest. */
function scientific(value: number): string {
	return trueMinus(Number(value.toPrecision(2)).toExponential());
}

function signed(value: number, magnitude: string): string {
	return `${value < 0 ? "−" : "+"}${magnitude}`;
}

/** JavaScript's shortest form. */
function shortest(value: number): string {
	return trueMinus(String(value === 0 ? 0 : value));
}

/** A true minus before the number, none added to its exponent, where `+` says nothing. */
function trueMinus(text: string): string {
	return text.replace(/^-/, "−").replace("e+", "e");
}

function formatSpecial(value: number): string {
	if (Number.isNaN(value)) return "NaN";
	return value > 0 ? "∞" : "−∞";
}

function trimZeros(text: string): string {
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Commas between thousands before the point, a true minus; `-0.00` is `0.00`. */
function group(text: string): string {
	const [whole = "", fraction] = text.replace("-", "").split(".");
	const negative = text.startsWith("-") && /[1-9]/.test(text);
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return `${negative ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
