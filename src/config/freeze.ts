import { isTimestamp } from "../kernel/index.ts";
import {
	expectString,
	listOf,
	mismatch,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import type { FreezeWindow } from "./model.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_MS = 24 * 60 * 60 * 1000;
const MOMENT = "`16:00` (each day), `fri 16:00` (each week), or a day as 2026-12-20, with or without a time";

/** A time of day, of a week, or once: minutes into the day or week, milliseconds of a wall clock. */
interface Moment {
	readonly kind: FreezeWindow["kind"];
	readonly at: number;
	/** A day without a time: the whole of it is meant. */
	readonly wholeDay: boolean;
}

function moment(node: Node, report: Report): Moment | undefined {
	const value = node.kind === "scalar" ? node.value : null;
	const text = typeof value === "string" ? value : value !== null && isTimestamp(value) ? value.timestamp : "";
	return readMoment(text.trim().toLowerCase()) ?? mismatch(node, report, MOMENT, timeHint(value));
}

/** YAML of the old kind read 16:00 as 960. */
function timeHint(value: unknown): { hint?: string } {
	return typeof value === "bigint" || typeof value === "number" ? { hint: 'put it in quotes: "16:00"' } : {};
}

function readMoment(text: string): Moment | null {
	const [, day, hour, minute] = /^(?:([a-z]{3}) )?(\d\d):(\d\d)$/.exec(text) ?? [];
	if (hour !== undefined) {
		const minutes = Number(hour) * 60 + Number(minute);
		const weekday = day === undefined ? 0 : DAYS.indexOf(day);
		if (Number(hour) > 23 || Number(minute) > 59 || weekday < 0) return null;
		return { kind: day === undefined ? "daily" : "weekly", at: weekday * 24 * 60 + minutes, wholeDay: false };
	}
	const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d))?$/.exec(text) ?? [];
	const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time ?? "00:00"}:00Z`);
	if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(date ?? " ")) return null;
	return { kind: "once", at, wholeDay: time === undefined };
}

const zone: Rule<string> = refine(expectString, (text, node, report) => {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		return mismatch(node, report, "a time zone like Europe/Berlin or UTC");
	}
});

const window: Rule<FreezeWindow> = refine(
	record("a freeze", {
		from: required(moment),
		until: required(moment),
		zone: optional(zone, "UTC"),
		reason: optional(expectString),
	}),
	({ from, until, zone, reason, $ }, node, report) => {
		const at = $.nodes.get("until")?.at ?? node.at;
		if (from.kind !== until.kind) {
			return report.add(at, "`from` and `until` of a freeze are of two kinds", {
				expected: `both of one kind: ${MOMENT}`,
			});
		}
		const end = until.wholeDay ? until.at + DAY_MS : until.at;
		if (from.kind === "once" ? end > from.at : end !== from.at)
			return { kind: from.kind, from: from.at, until: end, zone, reason };
		return report.add(at, "a freeze ends where it begins, or before", { expected: "a later `until`" });
	},
);

/** `freeze:` of an environment. */
export const freeze: Rule<readonly FreezeWindow[]> = listOf(window);
