import { createHash } from "node:crypto";
import { dumpPythonJson, isList, isMapping, type Key, type Mapping, type Value } from "../kernel/index.ts";
import { emitYaml, parseYaml, rewriteYaml, toValue } from "../source/index.ts";
import type { LockEntry, Recorded } from "./model.ts";
import { listedDirectory } from "./versioned.ts";

/** Keys that say what the content is. Those that no longer hold are taken out of an entry, all others stay. */
const CONTENT = ["md5", "size", "nfiles", "isexec", "hash", "etag", "checksum", "version_id", "cloud", "files"];

/** The text of a `.dvc` file that records this; keys keep their order, what people wrote beside them stays. */
export function updateDotDvc(oldText: string | null, entry: Pick<LockEntry, "deps" | "outs">): string {
	const old = oldText === null ? null : toValue(parseYaml(oldText, ".dvc"));
	const before: Mapping = old !== null && isMapping(old) ? old : new Map();
	const value = new Map<Key, Value>(before);
	if (entry.deps.length > 0) value.set("deps", entriesNow(before.get("deps"), entry.deps));
	value.set("outs", entriesNow(before.get("outs"), entry.outs));
	if (value.has("md5")) value.set("md5", stageDigest(value));
	return before.size === 0 || oldText === null ? emitYaml(value) : rewriteYaml(oldText, value);
}

function entriesNow(before: Value | undefined, now: readonly Recorded[]): Value {
	const old = before !== undefined && isList(before) ? before.filter(isMapping) : [];
	return now.map((recorded) =>
		entryNow(old.find((entry) => (entry.get("path") ?? "") === recorded.path) ?? new Map(), recorded),
	);
}

function entryNow(before: Mapping, { path, oid, hash, size, nfiles, isexec, extra }: Recorded): Mapping {
	const now = new Map<Key, Value>();
	const files = extra?.get("files");
	// a directory that lists its files is named by them; DVC writes neither its id nor its size
	if (files !== undefined && listedDirectory(files)?.oid === oid) {
		return merged(
			before,
			new Map<Key, Value>([...(hash === "md5" ? [["hash", "md5"] as const] : []), ["path", path], ["files", files]]),
		);
	}
	if (oid !== null) now.set("md5", oid);
	if (size !== undefined) now.set("size", size);
	if (nfiles !== undefined) now.set("nfiles", nfiles);
	if (isexec === true) now.set("isexec", true);
	for (const [key, value] of extra ?? []) now.set(key, value);
	if (hash === "md5") now.set("hash", "md5");
	if (path !== "") now.set("path", path);
	return merged(before, now);
}

/** Keys keep their order; content that is not recorded any more goes, all else stays. */
function merged(before: Mapping, now: Mapping): Mapping {
	const kept = [...before].filter(([key]) => now.has(key) || !CONTENT.includes(String(key)));
	return new Map<Key, Value>([...kept, ...now].map(([key, value]) => [key, now.get(key) ?? value]));
}

/** Keys that say nothing about what the stage is, at whatever depth. */
const BESIDE_THE_POINT = [
	"desc",
	"type",
	"labels",
	"meta",
	"locked",
	"frozen",
	"metric",
	"persist",
	"isexec",
	"size",
	"nfiles",
];

/** DVC's `md5:` of a `.dvc` file that has a source: MD5 of Python's JSON of what the file says, without its commentary. */
export function stageDigest(file: Mapping): string {
	const top = [...file].filter(([key, value]) => key !== "md5" && !(key === "wdir" && value === "."));
	return createHash("md5")
		.update(dumpPythonJson(withoutCommentary(new Map(top))))
		.digest("hex");
}

function withoutCommentary(value: Value): Value {
	if (isList(value)) return value.map(withoutCommentary);
	if (!isMapping(value)) return value;
	const kept = [...value].filter(([key]) => !BESIDE_THE_POINT.includes(String(key)));
	return new Map(kept.map(([key, item]) => [key, withoutCommentary(item)]));
}
