import { countOf } from "../../compare/index.ts";
import type { GoldenRows, PullReport } from "../documents/index.ts";
import { clean } from "./clean.ts";

/** What the model that merging would release answers to requests whose answers are known. */
export interface GoldenText {
	readonly model: string;
	/** `3 of 3 golden requests answered as expected`, or why they were not asked. */
	readonly says: string;
	/** The answers that are otherwise. */
	readonly wrong: GoldenRows["asked"];
}

/** Of each model that has golden requests, in the order of the report. */
export function goldenTexts({ merging }: Pick<PullReport, "merging">): GoldenText[] {
	return (merging?.models ?? []).flatMap(({ name, golden }) =>
		golden == null ? [] : [{ model: name, says: goldenSays(golden), wrong: wrongOf(golden) }],
	);
}

/** `1 of 3 golden requests is answered otherwise`; empty where none is. */
export function goldenHeadline({ merging }: Pick<PullReport, "merging">): string {
	const asked = (merging?.models ?? []).flatMap(({ golden }) => golden?.asked ?? []);
	const wrong = asked.filter(({ ok }) => !ok).length;
	if (wrong === 0) return "";
	if (asked.length === 1) return "the golden request is answered otherwise";
	return `${wrong} of ${asked.length} golden requests ${wrong === 1 ? "is" : "are"} answered otherwise`;
}

/** Whether requests wait for somebody who may start the model. */
export function isUnasked({ merging }: Pick<PullReport, "merging">): boolean {
	return (merging?.models ?? []).some(({ golden }) => golden?.pending !== undefined);
}

function goldenSays(golden: GoldenRows): string {
	if (golden.pending !== undefined) return "not asked yet: that comes before a version is tagged";
	if (golden.notAsked !== null) return `not asked here: ${clean(golden.notAsked, 200)}`;
	const right = golden.asked.length - wrongOf(golden).length;
	return `${right} of ${countOf(golden.asked.length, "request")} answered as expected`;
}

function wrongOf({ asked }: GoldenRows): GoldenRows["asked"] {
	return asked.filter(({ ok }) => !ok);
}
