import type { Value } from "../kernel/index.ts";
import { parseJson, parseYaml, toValue } from "../source/index.ts";

/** Text of a metrics or parameters file as DVC reads it: by extension, everything unknown as YAML. Failures with a place. */
export function parseValues(bytes: Uint8Array, file: string): Value {
	const text = new TextDecoder("utf-8").decode(bytes);
	return toValue(file.toLowerCase().endsWith(".json") ? parseJson(text, file) : parseYaml(text, file));
}
