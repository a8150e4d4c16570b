import { type LockEntry, lockToValue, parseLockEntry } from "../manifest/index.ts";
import { emitYaml, parseYaml } from "../source/index.ts";
import type { EntryFormat } from "../store/index.ts";

/** Entries of the run cache: a lock entry as YAML, without schema and name. */
export const entryFormat: EntryFormat = {
	toValue: lockToValue,
	toText: (entry: LockEntry) => emitYaml(lockToValue(entry)),
	fromText: (text, file) => parseLockEntry(parseYaml(text, file)),
};
