import { dumpPythonJson, isList, isMapping, isTimestamp, type Value } from "../../../kernel/index.ts";

/**
 * A compose file as JSON, which every reader of YAML reads alike: the older compose follows YAML 1.1, to which a plain `no` is false and
 * `22:22` a number.
 */
export function composeText(value: Value): string {
	return `${dumpPythonJson(withoutTimes(value))}\n`;
}

/** JSON has no times: compose would make texts of them in any case. */
function withoutTimes(value: Value): Value {
	if (isTimestamp(value)) return value.timestamp;
	if (isList(value)) return value.map(withoutTimes);
	return isMapping(value) ? new Map([...value].map(([key, item]) => [key, withoutTimes(item)])) : value;
}
