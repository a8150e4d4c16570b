import { countOf, formatSeconds } from "../../compare/index.ts";
import type { LiveRun, PlanDocument, PlannedStageRow } from "../documents/index.ts";
import { clean } from "./clean.ts";

/** A run that goes on, in words: each part a plain text. */
export interface LiveText {
	/** What runs, with its time; the longest first. */
	readonly running: readonly { readonly address: string; readonly words: string }[];
	/** `1 of 3 stages done, 1 waits`. */
	readonly done: string;
	/** `about 14 min left`; empty where nothing tells. */
	readonly left: string;
}

export function liveText({ stages }: PlanDocument, live: LiveRun, now = live.at): LiveText {
	const due = stages.filter(({ action }) => action === "run" || action === "maybe");
	const byAddress = new Map(due.map((stage) => [stage.address, stage]));
	const running = live.running.flatMap(({ address, since }) => {
		const stage = byAddress.get(address);
		return stage === undefined ? [] : [{ stage, since, spent: secondsBetween(since, now) }];
	});
	const busy = new Set(running.map(({ stage }) => stage));
	const over = new Set(live.done);
	const done = due.filter((stage) => over.has(stage.address) && !busy.has(stage));
	const waiting = due.filter((stage) => !over.has(stage.address) && !busy.has(stage));
	return {
		running: running
			.toSorted((a, b) => b.spent - a.spent)
			.map(({ stage, since, spent }) => ({ address: stage.address, words: stageWords(stage, { since, spent }) })),
		done: `${done.length} of ${countOf(due.length, "stage")} done${waiting.length > 0 ? `, ${waiting.length} ${waiting.length === 1 ? "waits" : "wait"}` : ""}`,
		left: leftText(running, waiting),
	};
}

/** The check's title: `train runs, about 14 min left`. */
export function liveTitle(plan: PlanDocument, live: LiveRun): string {
	const { running, done, left } = liveText(plan, live);
	const [first, ...more] = running;
	const who =
		first === undefined
			? `It runs: ${done}`
			: `${clean(first.address, 80)}${more.length > 0 ? ` and ${more.length} more run` : " runs"}`;
	return `${who}${left === "" ? "" : `, ${left}`}`;
}

/** One line for a log, the same as long as there is nothing new; null before anything has begun. */
export function liveWords(plan: PlanDocument, live: LiveRun): string | null {
	const { running, done, left } = liveText(plan, live);
	if (running.length === 0 && live.done.length === 0) return null;
	const shown = running.slice(0, 5).map(({ address, words }) => `${clean(address, 80)} runs ${words}`);
	const more = running.length > shown.length ? [`${running.length - shown.length} more run`] : [];
	return [...shown, ...more, done, ...(left === "" ? [] : [left])].join("; ");
}

/** `since 10:42 UTC (last runs: 12–17 min)`. */
function stageWords(
	{ range, seconds }: PlannedStageRow,
	{ since, spent }: { readonly since: string; readonly spent: number },
): string {
	const clock = `since ${since.slice(11, 16)} UTC`;
	if (seconds === undefined) return `${clock}, for the first time that is known of`;
	const longest = range?.[1] ?? seconds;
	return spent > longest * 1.1 + 30
		? `${clock}, longer than its last runs (${formatSeconds(longest)})`
		: `${clock} (${formatSeconds(seconds)} when it last ran)`;
}

function leftText(
	running: readonly { readonly stage: PlannedStageRow; readonly spent: number }[],
	waiting: readonly PlannedStageRow[],
): string {
	const stages = [...running.map(({ stage }) => stage), ...waiting];
	const known = stages.filter(({ seconds }) => seconds !== undefined);
	if (known.length === 0) return "";
	const rest = Math.max(0, ...running.map(({ stage, spent }) => (stage.seconds ?? 0) - spent));
	const left = rest + waiting.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
	const late = running.some(({ stage, spent }) => stage.seconds !== undefined && spent > stage.seconds);
	if (late && left === 0) return "";
	return `${late || known.length < stages.length ? "at least" : "about"} ${coarse(left)} left`;
}

/** Rounded so that it stays true for a while: told anew each minute at the end, each quarter of an hour before. */
function coarse(seconds: number): string {
	if (seconds < 60) return "a minute";
	const step = seconds < 600 ? 60 : seconds < 3600 ? 300 : 900;
	return formatSeconds(Math.ceil(seconds / step) * step);
}

function secondsBetween(from: string, to: string): number {
	return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
