import { type Comparability, changeText, type YardstickChange } from "../../compare/index.ts";
import type { PullReport } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { whyText } from "./why.ts";

export interface ComparabilityText {
	/** `metrics.json is not comparable with main: evaluate measured it otherwise`. */
	readonly says: string;
	/** One for each thing that differs. */
	readonly changes: readonly string[];
}

/** What numbers are not, or may not be, comparable, and why. */
export function comparabilityTexts({ comparability, base }: PullReport): ComparabilityText[] {
	const other = base === null ? "the base" : clean(base.name, 80);
	return (comparability ?? []).map((each) => ({
		says: `${filesText(each)} ${each.verdict === "unsure" ? unsure(each, other) : apart(each, other)}`,
		changes: each.changes.map(yardstickText),
	}));
}

function apart({ files, stage }: Comparability, base: string): string {
	const verb = files.length === 1 ? "is" : "are";
	return `${verb} not comparable with ${base}: ${clean(stage, 100)} measured with something else`;
}

function unsure({ files, stage }: Comparability, base: string): string {
	return `may not be comparable with ${base}: what makes the model and what measures ${files.length === 1 ? "it" : "them"} (${clean(stage, 100)}) cannot be told apart`;
}

function filesText({ files }: Comparability): string {
	const shown = files.slice(0, 2).map((file) => clean(file, 100));
	return `${shown.join(" and ")}${files.length > shown.length ? ` and ${files.length - shown.length} more` : ""}`;
}

const KINDS = {
	data: "evaluation data",
	code: "code",
	environment: "environment",
	command: "command",
	parameter: "parameter",
	stage: "stage",
} as const;

/** `evaluation data: data/test.csv changed`. */
function yardstickText(each: YardstickChange): string {
	return `${KINDS[each.kind]}: ${each.kind === "parameter" ? parameterText(each) : clean(changeText(each), 200)}`;
}

function parameterText({ path, name, change, old, new: now }: YardstickChange): string {
	const values = { ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) };
	return whyText({ kind: "parameter", file: path, change, ...(name === undefined ? {} : { name }), ...values });
}
