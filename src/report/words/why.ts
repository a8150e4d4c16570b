import { formatExact } from "../../compare/index.ts";
import { equalInPython, isList, isMapping, isTimestamp, type Value } from "../../kernel/index.ts";
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

const LEAVES_SHOWN = 4;

/** Of a whole section only what differs in it: `params.yaml train.epochs: 20 → 40`. */
function parameterText(why: Why): string {
	const leaves = differences({ name: why.name ?? "", old: why.old, new: why.new });
	const shown = leaves.slice(0, LEAVES_SHOWN).map(leafText);
	if (leaves.length > shown.length) shown.push(`${leaves.length - shown.length} more`);
	return `${clean(why.file ?? "", 200)} ${shown.join(", ")}`.trim();
}

interface Leaf {
	readonly name: string;
	readonly old: Value | undefined;
	readonly new: Value | undefined;
}

function differences(leaf: Leaf): Leaf[] {
	const { name, old, new: now } = leaf;
	if (old === undefined || now === undefined || !isMapping(old) || !isMapping(now)) return [leaf];
	const keys = [...new Set([...old.keys(), ...now.keys()])];
	const inner = keys.flatMap((key) => {
		const [before, after] = [old.get(key), now.get(key)];
		if (before !== undefined && after !== undefined && equalInPython(before, after)) return [];
		return differences({ name: `${name}.${String(key)}`, old: before, new: after });
	});
	return inner.length === 0 ? [leaf] : inner;
}

function leafText({ name, old, new: now }: Leaf): string {
	const said = clean(name, 200);
	if (old === undefined) return `${said}: new, ${valueText(now)}`;
	if (now === undefined) return `${said}: removed, was ${valueText(old)}`;
	return `${said}: ${valueText(old)} → ${valueText(now)}`;
}

function pathOf(why: Why): string {
	return clean(why.path ?? "something", 200);
}

function changeWord({ change }: Why): string {
	if (change === "new") return "is new";
	return change === "deleted" ? "is gone" : "changed";
}
