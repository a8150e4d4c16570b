import { Failure, isMapping } from "../kernel/index.ts";
import { flatten } from "./flatten.ts";
import type { Leaf } from "./model.ts";
import { parseValues } from "./parse.ts";
import { bareValue, measured } from "./tables.ts";

/** The metrics in one file, by name; none where it cannot be read. */
export function metricsIn(bytes: Uint8Array, file: string): ReadonlyMap<string, Leaf> {
	try {
		const value = measured(parseValues(bytes, file));
		return isMapping(value) ? flatten(value) : new Map([["", bareValue(value)]]);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return new Map();
	}
}
