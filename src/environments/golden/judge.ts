import { isList, type Value } from "../../kernel/index.ts";
import { entryOf, type Node, parseJson, toValue } from "../../source/index.ts";
import { cut } from "../cut.ts";
import { isOurs, isSameVersion } from "../told.ts";
import type { Element, ExpectedOutput, GoldenRequest, Tolerance } from "./model.ts";

const SHOWN = 3;
/** How much of what a server says is shown: it may say megabytes. */
const LONGEST = 60;
const LONGEST_NAMES = 400;
const NAMED = 100;

export interface Expected extends Pick<GoldenRequest, "expect"> {
	readonly version: string;
}

/** What of a server's answer is not as expected, a sentence part each; empty where all is. */
export function differencesIn(body: string, { expect, version }: Expected): string[] {
	const answer = parsed(body) ?? EMPTY;
	const answered = outputsOf(answer);
	if (answered === null) return ["the answer is no JSON with `outputs`"];
	const wrong = expect.flatMap((output) => {
		const found = answered.get(output.name);
		if (found !== undefined) return differingElements(output, found);
		const names = [...answered.keys()].slice(0, NAMED).join(", ") || "none";
		return [`the answer has no output ${output.name}: its outputs are ${cut(names, LONGEST_NAMES)}`];
	});
	return [...whoseElse(answer, version), ...wrong];
}

/** Between old pods and new ones an old one may answer. Numbers of the server's own, as Triton's `1`, say nothing. */
function whoseElse(answer: Node, version: string): string[] {
	const told = entryOf(answer, "model_version");
	if (told?.kind !== "scalar" || typeof told.value !== "string") return [];
	if (!isOurs(told.value) || isSameVersion(told.value, version)) return [];
	return [`${cut(told.value, LONGEST)} answers, not ${version}`];
}

function outputsOf(answer: Node): Map<string, readonly Value[]> | null {
	const outputs = entryOf(answer, "outputs");
	if (outputs?.kind !== "list") return null;
	return new Map(
		outputs.items.flatMap((output) => {
			const [name, data] = [entryOf(output, "name"), entryOf(output, "data")];
			if (name?.kind !== "scalar" || typeof name.value !== "string" || data?.kind !== "list") return [];
			return [[name.value, flat(toValue(data))]];
		}),
	);
}

const EMPTY: Node = { kind: "map", at: { file: "" }, entries: [] };

/** The text is a server's: whatever it is, nothing here may fail of it. */
function parsed(body: string): Node | null {
	try {
		return parseJson(body, "the answer");
	} catch {
		return null;
	}
}

function flat(value: Value): Value[] {
	return isList(value) ? value.flatMap(flat) : [value];
}

function differingElements({ name, elements, tolerance }: ExpectedOutput, found: readonly Value[]): string[] {
	if (found.length !== elements.length) {
		return [`${name} has ${found.length} elements, ${elements.length} are expected`];
	}
	const all = elements.flatMap((element, at) => {
		const difference = differing(element, found[at] ?? null, tolerance);
		return difference === null ? [] : [`${name}[${at}] ${difference}`];
	});
	const more = all.length - SHOWN;
	return more > 0 ? [...all.slice(0, SHOWN), `${name} differs in ${more} more of ${elements.length} elements`] : all;
}

function differing(expected: Element, found: Value, tolerance: Tolerance): string | null {
	// Triton writes NaN and the infinite bare, the others null
	if (expected === null && typeof found === "number" && !Number.isFinite(found)) return null;
	if (!isNumber(expected) || !isNumber(found)) {
		return expected === found ? null : `is ${shown(found)}, expected ${shown(expected)}`;
	}
	const exact = typeof expected === "bigint" && typeof found === "bigint" ? found - expected : null;
	const off = Math.abs(Number(exact ?? Number(found) - Number(expected)));
	const most = tolerance.absolute + tolerance.relative * Math.abs(Number(expected));
	if (off <= most) return null;
	const allowed = most === 0 || !Number.isFinite(off) ? "" : `, off by ${short(off)} of ${short(most)}`;
	return `is ${shown(found)}, expected ${shown(expected)}${allowed}`;
}

function isNumber(value: Value): value is number | bigint {
	return typeof value === "number" || typeof value === "bigint";
}

function shown(value: Value): string {
	const text =
		typeof value === "string"
			? JSON.stringify(value)
			: typeof value === "object" && value !== null
				? "no element"
				: String(value);
	return cut(text, LONGEST);
}

function short(value: number): string {
	return String(Number(value.toPrecision(3)));
}
