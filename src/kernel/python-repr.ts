import { reprFloat } from "./python.ts";
import { isList, isMapping, isTimestamp, type Value } from "./value.ts";

/** Python's `repr` of plain values: `[1, 'a', None, {'k': 0.5}]`. DVC compares lists by it. */
export function pythonRepr(value: Value): string {
	if (value === null) return "None";
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "bigint") return String(value);
	if (typeof value === "number") return reprFloat(value);
	if (typeof value === "string") return quote(value);
	if (isList(value)) return `[${value.map(pythonRepr).join(", ")}]`;
	if (isMapping(value)) return `{${[...value].map(([k, v]) => `${pythonRepr(k)}: ${pythonRepr(v)}`).join(", ")}}`;
	return isTimestamp(value) ? value.timestamp : "None";
}

/** Single quotes unless only those occur; control characters, odd spaces and unassigned code points escaped. */
function quote(text: string): string {
	const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = Array.from(text, (c) => (c === mark || c === "\\" ? `\\${c}` : escapeUnprintable(c))).join("");
	return `${mark}${escaped}${mark}`;
}

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeUnprintable(character: string): string {
	const short = SHORT[character];
	if (short !== undefined) return short;
	if (character === " " || !/[\p{C}\p{Z}]/u.test(character)) return character;
	const code = character.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
	return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
