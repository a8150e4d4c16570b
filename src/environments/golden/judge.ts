import { isList, type Value } from "../../kernel/index.ts";
import { entryOf, type Node, parseJson, toValue } from "../../source/index.ts";
import type { Element, ExpectedOutput, GoldenRequest, Tolerance } from "./model.ts";

const SHOWN = 3;

/** What of a server's answer is not as expected, a sentence part each; empty where all is. */
export function differencesIn(body: string, { expect }: Pick<GoldenRequest, "expect">): string[] {
	const answered = outputsOf(body);
	if (answered === null) return ["the answer is no JSON with `outputs`"];
	return expect.flatMap((output) => {
		const found = answered.get(output.name);
		if (found !== undefined) return differingElements(output, found);
		const names = [...answered.keys()].join(", ") || "none";
		return [`the answer has no output ${output.name}: its outputs are ${names}`];
	});
}

function outputsOf(body: string): Map<string, readonly Value[]> | null {
	const outputs = entryOf(parsed(body) ?? EMPTY, "outputs");
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
	if (!isNumber(expected) || !isNumber(found)) {
		return expected === found ? null : `is ${shown(found)}, expected ${shown(expected)}`;
	}
	const exact = typeof expected === "bigint" && typeof found === "bigint" ? found - expected : null;
	const off = Math.abs(Number(exact ?? Number(found) - Number(expected)));
	const most = tolerance.absolute + tolerance.relative * Math.abs(Number(expected));
	if (off <= most) return null;
	const allowed = most === 0 ? "" : `, off by ${short(off)} of ${short(most)}`;
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
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function short(value: number): string {
	return String(Number(value.toPrecision(3)));
}
