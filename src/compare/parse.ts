import type { Value } from "../kernel/index.ts";
import { readParams, toValue } from "../source/index.ts";

/** A metrics or parameters file as DVC reads it: by extension, everything unknown as YAML. Failures with a place. */
export function parseValues(bytes: Uint8Array, file: string): Value {
	return toValue(readParams(bytes, file));
}
