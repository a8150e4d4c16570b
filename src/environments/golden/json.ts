import { isList, isMapping, isTimestamp, type Value } from "../../kernel/index.ts";

/** A value as JSON; whole numbers of any size keep their digits, and 1.0 stays one with a point. */
export function jsonOf(value: Value): string {
	if (isList(value)) return `[${value.map(jsonOf).join(",")}]`;
	if (isMapping(value)) {
		return `{${[...value].map(([key, item]) => `${JSON.stringify(String(key))}:${jsonOf(item)}`).join(",")}}`;
	}
	if (typeof value === "bigint") return String(value);
	if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e15) return value.toFixed(1);
	return JSON.stringify(isTimestamp(value) ? value.timestamp : value);
}
