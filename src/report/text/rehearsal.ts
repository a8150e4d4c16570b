import { formatSeconds } from "../../compare/index.ts";
import type { RehearsalDocument, RehearsalStep, RehearsedEnvironment } from "../documents/index.ts";
import { paint, type Sign, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

const SIGNS: Readonly<Record<RehearsalStep["outcome"] | RehearsedEnvironment["outcome"], Sign>> = {
	passed: "done",
	unstarted: "rest",
	restored: "done",
	failed: "no",
	unknown: "waits",
	none: "rest",
	"not-tried": "rest",
	planned: "waits",
};

/** `mainline rollback --rehearse` for people: would the way back work? */
export function rehearsalText({ rehearsals, tag }: RehearsalDocument, style: Style): string {
	if (rehearsals.length === 0) return "no environment of mainline.yaml holds a version yet";
	const lines = rehearsals.flatMap((each) => rehearsalLines(each, style));
	return [
		...lines,
		...(tag === null ? [] : ["", paint(style, "quiet", `written down in the tag ${clean(tag, 100)}`)]),
	].join("\n");
}

function rehearsalLines(rehearsed: RehearsedEnvironment, style: Style): string[] {
	const { model, environment, present, version, outcome, reason, steps } = rehearsed;
	const way = `${clean(model, 80)} in ${clean(environment, 40)}: ${clean(present, 60)}`;
	const to = version === null ? clean(reason, 300) : `back to ${clean(version, 60)}${ending(outcome)}`;
	return [
		`${sign(style, SIGNS[outcome])} ${way}, ${to}`,
		...steps.flatMap(({ outcome: how, says, seconds, log = [] }) => [
			`    ${sign(style, SIGNS[how])} ${clean(says, 400)}${seconds < 1 ? "" : `, ${formatSeconds(seconds)}`}`,
			...log.map((line) => `      ${paint(style, "quiet", clean(line, 300))}`),
		]),
	];
}

function ending(outcome: RehearsedEnvironment["outcome"]): string {
	switch (outcome) {
		case "passed":
			return ": would work";
		case "unstarted":
			return ": its image is there, and it was not started";
		case "failed":
			return ": would fail";
		case "unknown":
			return ": nobody could tell";
		case "planned":
			return " would be rehearsed";
		case "none":
			return "";
	}
}
