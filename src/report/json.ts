import type { Document } from "../kernel/index.ts";

/**
 * The one JSON text of a document, with a line break at its end. JSON has no NaN and infinities: they become the strings
 * `"NaN"`, `"Infinity"`, `"-Infinity"`. Big integers keep every digit, mappings become objects, absent fields are left out.
 */
export function writeJson(document: Document): string {
	return `${print(document, "")}\n`;
}

/** Indented by two blanks; a list or object without collections in it stays on one line. */
function print(value: unknown, indent: string): string {
	if (value === null || value === undefined) return "null";
	if (typeof value === "number") return printNumber(value);
	if (typeof value === "bigint") return String(value);
	if (typeof value === "boolean") return String(value);
	if (typeof value === "string") return JSON.stringify(value);
	if (value instanceof Date) return JSON.stringify(value.toISOString());
	if (Array.isArray(value))
		return frame(
			value.map((item) => [null, item]),
			indent,
			"[]",
		);
	if (typeof value === "object") return frame(entriesOf(value), indent, "{}");
	throw new TypeError(`a document cannot hold a ${typeof value}`);
}

type Member = readonly [name: string | null, value: unknown];

function frame(members: readonly Member[], indent: string, [open, close]: string): string {
	if (members.length === 0) return `${open}${close}`;
	const flat = members.every(([, value]) => !isCollection(value));
	const inner = flat ? "" : `${indent}  `;
	const parts = members.map(
		([name, value]) => `${name === null ? "" : `${JSON.stringify(name)}: `}${print(value, inner)}`,
	);
	if (flat) return `${open}${parts.join(", ")}${close}`;
	return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}

function entriesOf(value: object): Member[] {
	if (value instanceof Map) return [...value].map(([key, item]) => [String(key), item]);
	return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isCollection(value: unknown): boolean {
	return typeof value === "object" && value !== null && !(value instanceof Date);
}

function printNumber(value: number): string {
	if (Object.is(value, -0)) return "-0.0";
	if (Number.isFinite(value)) return JSON.stringify(value);
	return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}
