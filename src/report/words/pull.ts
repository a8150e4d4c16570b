import { countOf } from "../../compare/index.ts";
import type { NextStep, PullReport } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { gatesHeadline } from "./gates.ts";
import { goldenHeadline, isUnasked } from "./golden.ts";
import { planHeadline, runWork } from "./stages.ts";
import { shortCommit } from "./times.ts";

/** `passed` and `failed` are verdicts; `waits`: somebody has to act first; `planned`: nothing ran yet, nothing was judged. */
export type PullVerdict = "passed" | "failed" | "waits" | "planned";

export interface Headline {
	readonly verdict: PullVerdict;
	readonly title: string;
	/** Of `passed`: nothing says no, but a gate could not be judged. */
	readonly open?: boolean;
}

/** The answer, first and in a few words: the worst thing that is true. */
export function pullHeadline(report: PullReport): Headline {
	return failed(report) ?? waits(report) ?? fine(report);
}

/** What was compared and how much work it was: each part one plain text. */
export function pullFacts(report: PullReport): string[] {
	const { run, plan, diff } = report;
	const work = run === null ? planHeadline(plan) : runWork(run);
	const broken = run?.stages.some(({ outcome }) => outcome === "failed") ?? false;
	const same = diff !== null && !broken && diff.data.every((row) => row.change === "unchanged");
	const data = same ? "data unchanged" : "";
	return [work, data].filter((part) => part !== "");
}

/** How the base is called: `main, 3 behind`. */
export function baseText(report: PullReport): string | null {
	const { base } = report;
	if (base === null) return null;
	const behind = base.behind == null || base.behind === 0 ? "" : `, ${base.behind} behind`;
	return `${clean(base.name, 80)}${behind}`;
}

/** What the reader can do; our own advice where the flow has none. */
export function nextSteps(report: PullReport): readonly NextStep[] {
	if (report.next.length > 0) return report.next;
	const { verdict } = pullHeadline(report);
	if (report.run?.stages.some((stage) => stage.outcome === "failed")) {
		return [{ text: "try it where you can look at it", command: "mainline run" }];
	}
	const blocking = report.gates.find((gate) => gate.verdict === "failed" && gate.waived === undefined);
	if (blocking !== undefined)
		return [{ text: "see what the gates say while you work on it", command: "mainline gate" }];
	if (goldenHeadline(report) !== "") return [GOLDEN_STEP];
	if (verdict === "waits" && report.notRun?.reason === "fork") {
		return [
			{
				text: `a maintainer who has read ${shortCommit(report.head.commit)} can push it to a branch of this repository`,
			},
		];
	}
	return verdict === "planned" ? [{ text: "run it", command: "mainline run" }] : [];
}

/** Merging would not release it. */
const GOLDEN_STEP: NextStep = {
	text: "ask it yourself; an answer that is right goes into the request's file",
	command: "mainline serve",
};

/** Why stale stages did not run, in a sentence. */
export function notRunText({ notRun, head }: PullReport): string | null {
	if (notRun === null) return null;
	if (notRun.text !== null) return clean(notRun.text, 400);
	switch (notRun.reason) {
		case "fork":
			return `The code comes from a fork: nothing of it runs until somebody who may write here has read ${shortCommit(head.commit)}.`;
		case "untrusted":
			return "The author may not start runs here.";
		case "lookup":
			return "Only results that are known already count here, and these are not.";
		case "policy":
			return "The repository's rules keep it from running.";
		case "lost":
			return "The run ended and left no report of what it did.";
	}
}

function failed(report: PullReport): Headline | null {
	const lies = report.disbelieved ?? [];
	if (lies.length > 0) return { verdict: "failed", title: disbeliefTitle(lies) };
	const broken = report.run?.stages.filter((stage) => stage.outcome === "failed") ?? [];
	if (broken.length > 0) return { verdict: "failed", title: `${list(broken.map((stage) => stage.address))} failed` };
	const blocked = report.plan.stages.filter((stage) => stage.action === "blocked");
	if (blocked.length > 0) {
		return { verdict: "failed", title: `${list(blocked.map((stage) => stage.address))} cannot run` };
	}
	if (report.notRun?.reason === "lost") return { verdict: "failed", title: lostTitle(report) };
	if (report.gates.some((gate) => gate.blocks)) return { verdict: "failed", title: gatesHeadline(report.gates) };
	const otherwise = goldenHeadline(report);
	return otherwise === "" ? null : { verdict: "failed", title: otherwise };
}

const UNASKED = "golden requests were not asked";

function lostTitle(report: PullReport): string {
	const stale = staleCount(report);
	if (stale === 0 && isUnasked(report)) return UNASKED;
	if (report.notRun?.text == null) return "the run left no report";
	return `${countOf(stale, "stage")} ${stale === 1 ? "is" : "are"} stale, and the run brought no result`;
}

function disbeliefTitle(lies: NonNullable<PullReport["disbelieved"]>): string {
	const names = lies.flatMap(({ address }) => address ?? []);
	return names.length === 0 ? "the run's report is not believed" : `the run's report is not believed: ${list(names)}`;
}

/** What the run's report said that is not so, a sentence each. */
export function disbeliefTexts({ disbelieved }: PullReport): string[] {
	return (disbelieved ?? []).map(({ address, why }) =>
		address === null
			? `The run's report is not believed: ${clean(why, 300)}.`
			: `The result that the run reports for ${clean(address, 100)} is not believed: ${clean(why, 300)}.`,
	);
}

function waits(report: PullReport): Headline | null {
	if (report.notRun === null) return null;
	const stale = staleCount(report);
	const verb = stale === 1 ? "is" : "are";
	return {
		verdict: "waits",
		title:
			stale === 0
				? isUnasked(report)
					? UNASKED
					: "nothing was run"
				: `${countOf(stale, "stage")} ${verb} stale and did not run`,
	};
}

function fine(report: PullReport): Headline {
	const back = report.merging?.models.filter((model) => model.outcome === "reverted") ?? [];
	if (back.length > 0) {
		return {
			verdict: "passed",
			title: `brings back ${list(back.map(({ name, version }) => `${name} ${version ?? ""}`))}`,
		};
	}
	const gates = gatesHeadline(report.gates);
	const stale = staleCount(report);
	if (report.run === null && stale > 0) return { verdict: "planned", title: `${countOf(stale, "stage")} would run` };
	if (report.base === null) return { verdict: "passed", title: firstRun(gates) };
	if (gates !== "") return { verdict: "passed", title: gates, ...(isOpen(report) ? { open: true } : {}) };
	const ran = report.run?.stages.filter((stage) => stage.outcome === "executed").length ?? 0;
	return { verdict: "passed", title: ran > 0 ? `${countOf(ran, "stage")} ran, no gates` : "nothing to run" };
}

function isOpen({ gates }: PullReport): boolean {
	return gates.some(({ verdict }) => verdict === "not-comparable") && !gates.some(({ waived }) => waived !== undefined);
}

/** Without a base, a gate that only compares has nothing to say; that is no doubt about this change. */
function firstRun(gates: string): string {
	return gates.includes("passed") ? `first results, ${gates}` : "first results, nothing to compare with yet";
}

function staleCount({ plan }: PullReport): number {
	return plan.stages.filter((stage) => stage.action === "run" || stage.action === "maybe").length;
}

function list(names: readonly string[]): string {
	const shown = names.slice(0, 3).map((name) => clean(name, 60));
	const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
	return `${shown.join(", ")}${more}`;
}
