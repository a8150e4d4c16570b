import type { Scalar } from "../kernel/index.ts";

/**
 * How ruamel.yaml 0.19 (YAML 1.2) reads a plain scalar: `yes` and `12:30` are texts, `010` is ten, `1e5` a float,
 * `0o17`, `0b1`, `0x1F` and `1_000` integers, `2020-01-01` a date. The order of the questions is ruamel's.
 */
export function resolvePlain(text: string): Scalar {
	const first = text.charCodeAt(0);
	if (Number.isNaN(first)) return null;
	if (isWordStart(first)) return resolveWord(text);
	if (!isNumberStart(first)) return text;
	if (INTEGER_ONLY.test(text)) return BigInt(text);
	if (FLOAT.test(text)) return readFloat(text);
	if (INTEGER.test(text)) return readInteger(text) ?? text;
	return TIMESTAMP.test(text) ? { timestamp: text } : text;
}

/** True when a plain scalar of this text would not come back as this text: then it needs quotes. `=` and `<<` resolve specially. */
export function needsQuotes(text: string): boolean {
	if (text === "=" || text === "<<") return true;
	const first = text.charCodeAt(0);
	if (isWordStart(first)) return resolveWord(text) !== text;
	return isNumberStart(first) && (FLOAT.test(text) || INTEGER.test(text) || TIMESTAMP.test(text));
}

/** Digits without a leading zero: the common case, and exactly what `BigInt` reads as Python's `int` does. */
const INTEGER_ONLY = /^-?[1-9][0-9]{0,17}$/;
const INTEGER = /^(?:[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)$/;
const FLOAT =
	/^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
	/^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$/;

const WORDS = new Map<string, Scalar>([
	...["true", "True", "TRUE"].map((word) => [word, true] as const),
	...["false", "False", "FALSE"].map((word) => [word, false] as const),
	...["null", "Null", "NULL", "~"].map((word) => [word, null] as const),
]);

function resolveWord(text: string): Scalar {
	if (text.length > 5) return text;
	const word = WORDS.get(text);
	return word === undefined ? text : word;
}

/** t T f F n N ~ */
function isWordStart(code: number): boolean {
	return code === 116 || code === 84 || code === 102 || code === 70 || code === 110 || code === 78 || code === 126;
}

/** 0-9 + - . */
function isNumberStart(code: number): boolean {
	return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** Null for what matches ruamel's pattern but has no digits (`0x_`, `-_`): real ruamel crashes there, we keep the text. */
function readInteger(text: string): bigint | null {
	const negative = text.startsWith("-");
	const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
	if (digits === "" || /^0[box]$/.test(digits)) return null;
	const value = BigInt(digits);
	return negative ? -value : value;
}

function readFloat(text: string): number | string {
	const plain = text.replaceAll("_", "").toLowerCase();
	if (plain.endsWith(".inf")) return plain.startsWith("-") ? -Infinity : Infinity;
	if (plain === ".nan") return Number.NaN;
	const value = Number(plain);
	return Number.isNaN(value) ? text : value;
}
