import { isList, isMapping, type Mapping, parseOid, type Value } from "../../src/kernel/index.ts";
import type { LockEntry, Recorded } from "../../src/manifest/model.ts";
import { emitYaml, parseYaml, toValue } from "../../src/source/index.ts";
import type { EntryFormat } from "../../src/store/index.ts";

/** As much of a lock entry as the run cache's tests need; the whole of it is the manifest room's. */
export const testFormat: EntryFormat = {
	toValue: entryValue,
	toText: (entry) => emitYaml(entryValue(entry)),
	fromText: (text, file) => entryOf(toValue(parseYaml(text, file))),
};

function entryValue(entry: LockEntry): Mapping {
	const pairs: [string, Value][] = [
		["cmd", entry.cmd],
		["deps", entry.deps.map(recordedValue)],
		["params", new Map(entry.params)],
		["outs", entry.outs.map(recordedValue)],
	];
	return new Map(
		pairs.filter(([, value]) => !(isList(value) && value.length === 0) && !(isMapping(value) && value.size === 0)),
	);
}

function recordedValue({ path, oid, hash, size, nfiles, isexec }: Recorded): Mapping {
	const pairs: [string, Value | undefined][] = [
		["path", path],
		["hash", hash === "md5" ? hash : undefined],
		["md5", oid ?? undefined],
		["size", size],
		["nfiles", nfiles],
		["isexec", isexec],
	];
	return new Map(pairs.filter((pair): pair is [string, Value] => pair[1] !== undefined));
}

function entryOf(value: Value): LockEntry {
	if (!isMapping(value)) throw new Error("not an entry");
	const list = (key: string): Recorded[] => {
		const items = value.get(key) ?? [];
		return isList(items) ? items.filter(isMapping).map(recordedOf) : [];
	};
	const params = value.get("params") ?? new Map();
	const cmd = value.get("cmd");
	return {
		cmd: typeof cmd === "string" ? cmd : isList(cmd ?? null) ? (cmd as string[]) : null,
		deps: list("deps"),
		params: isMapping(params) ? (params as LockEntry["params"]) : new Map(),
		outs: list("outs"),
	};
}

function recordedOf(item: Mapping): Recorded {
	const [size, nfiles] = [item.get("size"), item.get("nfiles")];
	return {
		path: textAt(item, "path"),
		oid: parseOid(textAt(item, "md5")),
		hash: item.get("hash") === "md5" ? "md5" : "md5-dos2unix",
		...(typeof size === "bigint" ? { size } : {}),
		...(typeof nfiles === "bigint" ? { nfiles } : {}),
		...(item.get("isexec") === true ? { isexec: true } : {}),
	};
}

function textAt(item: Mapping, key: string): string {
	const value = item.get(key);
	return typeof value === "string" ? value : "";
}
