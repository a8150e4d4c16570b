import { isList, isMapping, isTimestamp, type Key, type Value } from "./value.ts";

/**
 * Python's `repr(float)`: shortest digits that read back, an exponent below 1e-4 and from 1e16 on, with sign and
 * two digits, and always a point or an exponent. `nan`, `inf`, `-inf` for what is not finite.
 */
export function reprFloat(value: number): string {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	if (Object.is(value, -0)) return "-0.0";
	if (value === 0) return "0.0";
	const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
	const power = Number(exponent);
	if (power < -4 || power >= 16) {
		const sign = power < 0 ? "-" : "+";
		return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
	}
	return plainDecimal(mantissa, power);
}

function plainDecimal(mantissa: string, power: number): string {
	const sign = mantissa.startsWith("-") ? "-" : "";
	const digits = mantissa.replace("-", "").replace(".", "");
	if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
	const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
	const fraction = digits.slice(power + 1);
	return `${sign}${whole}.${fraction === "" ? "0" : fraction}`;
}

/** `json.dumps(value, sort_keys=True)`: ASCII only, `", "` and `": "`, keys in code point order, `NaN` and `Infinity` bare. */
export function dumpPythonJson(value: Value): string {
	if (value === null) return "null";
	if (typeof value === "boolean") return value ? "true" : "false";
	if (typeof value === "bigint") return String(value);
	if (typeof value === "number") return jsonFloat(value);
	if (typeof value === "string") return quoteAscii(value);
	if (isList(value)) return `[${value.map(dumpPythonJson).join(", ")}]`;
	if (isMapping(value)) {
		const entries = [...value].map(([key, item]) => [jsonKey(key), item] as const);
		entries.sort(([a], [b]) => compareCodePoints(a, b));
		return `{${entries.map(([key, item]) => `${quoteAscii(key)}: ${dumpPythonJson(item)}`).join(", ")}}`;
	}
	if (isTimestamp(value)) throw new TypeError("a timestamp has no JSON form");
	throw new TypeError("not a value");
}

function jsonFloat(value: number): string {
	const text = reprFloat(value);
	if (text === "nan") return "NaN";
	return text.replace("inf", "Infinity");
}

function jsonKey(key: Key): string {
	if (typeof key === "string") return key;
	if (typeof key === "number") return jsonFloat(key);
	return String(key);
}

/** A JSON string in pure ASCII, everything outside 0x20..0x7E escaped as Python does. */
export function quoteAscii(text: string): string {
	return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Order by Unicode code points, as Python sorts strings; JavaScript's own order is by UTF-16 units and differs beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
		if (x !== y) return codePointRank(x) - codePointRank(y);
	}
	return a.length - b.length;
}

/** Surrogates stand for code points above every other unit: lift them over U+E000..U+FFFF. */
function codePointRank(unit: number): number {
	return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
