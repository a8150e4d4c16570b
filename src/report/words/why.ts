import { formatExact } from "../../compare/index.ts";
import { isList, isMapping, isTimestamp, type Value } from "../../kernel/index.ts";
import type { Why } from "../documents/index.ts";
import { clean } from "./clean.ts";

/** A reason in a few words: `params.yaml train.epochs: 20 → 40`, `src/train.py changed`, `after train`. */
export function whyText(why: Why): string {
	switch (why.kind) {
		case "parameter":
			return parameterText(why);
		case "dependency":
			return `${pathOf(why)} ${changeWord(why)}`;
		case "output":
			return `its output ${pathOf(why)} ${changeWord(why)}`;
		case "command":
			return "its command changed";
		case "never-run":
			return "never ran";
		case "always":
			return "runs every time";
		case "upstream":
			return `after ${clean(why.stage ?? "the stages before", 200)}`;
		case "missing":
			return `${pathOf(why)} is missing, and nothing makes it`;
	}
}

/** A parameter's value on one line. */
export function valueText(value: Value | undefined): string {
	if (value === undefined || value === null) return "nothing";
	if (isList(value)) return clean(`[${value.map(valueText).join(", ")}]`, 60);
	if (isMapping(value)) return clean(`{${[...value].map(([k, v]) => `${String(k)}: ${valueText(v)}`).join(", ")}}`, 60);
	if (isTimestamp(value)) return clean(value.timestamp, 60);
	return clean(formatExact(value), 60);
}

function parameterText(why: Why): string {
	const name = clean([why.file, why.name].filter((part) => part !== undefined && part !== "").join(" "), 200);
	if (why.change === "new" || why.old === undefined) return `${name}: new, ${valueText(why.new)}`;
	if (why.change === "deleted" || why.new === undefined) return `${name}: removed, was ${valueText(why.old)}`;
	return `${name}: ${valueText(why.old)} → ${valueText(why.new)}`;
}

function pathOf(why: Why): string {
	return clean(why.path ?? "something", 200);
}

function changeWord({ change }: Why): string {
	if (change === "new") return "is new";
	return change === "deleted" ? "is gone" : "changed";
}
