import { type Key, type Mapping, type Oid, parseOid, type Value } from "../kernel/index.ts";
import {
	describeNode,
	expectMap,
	expectString,
	type MapNode,
	type Node,
	type Report,
	toValue,
} from "../source/index.ts";
import type { HashName, Recorded } from "./model.ts";
import { listedDirectory } from "./versioned.ts";

/** Keys that describe content or where it comes from, in entries of dvc.lock and of `.dvc` files. */
const CONTENT_KEYS = new Set(["path", "md5", "hash", "size", "nfiles", "isexec"]);
export const EXTRA_KEYS = ["etag", "checksum", "version_id", "cloud", "files", "fs_config", "repo", "db", "dataset"];

/** One dependency or output of a lock entry or a `.dvc` file. Other keys than these are for the caller to judge. */
export function readRecorded(node: Node, report: Report): Recorded | undefined {
	const map = expectMap(node, report);
	if (map === undefined) return undefined;
	const entry = new Map(map.entries.map(({ key, value }) => [String(key), value]));
	const path = readPath(map, entry.get("path"), report);
	const oid = readOid(entry.get("md5"), report);
	const size = readCount(entry.get("size"), report);
	const nfiles = readCount(entry.get("nfiles"), report);
	if (path === undefined || oid === undefined) return undefined;
	const extra = new Map<Key, Value>();
	for (const key of EXTRA_KEYS) {
		const value = entry.get(key);
		if (value !== undefined) extra.set(key, toValue(value));
	}
	const hash = hashNameOf(entry.get("hash"), oid !== null);
	const listed = oid === null ? listedDirectory(extra.get("files")) : null;
	if (listed !== null) return { path, hash, oid: listed.oid, size: listed.size, nfiles: listed.nfiles, extra };
	return {
		path,
		oid,
		hash,
		...(size === undefined ? {} : { size }),
		...(nfiles === undefined ? {} : { nfiles }),
		...(isTrue(entry.get("isexec")) ? { isexec: true } : {}),
		...(extra.size === 0 ? {} : { extra }),
	};
}

/** Keys of an entry that are neither content nor origin. */
export function otherKeys(node: Node): readonly string[] {
	if (node.kind !== "map") return [];
	return node.entries
		.map(({ key }) => String(key))
		.filter((key) => !CONTENT_KEYS.has(key) && !EXTRA_KEYS.includes(key));
}

function readPath(map: MapNode, node: Node | undefined, report: Report): string | undefined {
	if (node !== undefined) return expectString(node, report);
	return report.add(map.at, "an entry without a `path`", { expected: "the key `path`" });
}

/** Null: none is recorded. Undefined after a complaint. DVC reads upper case and numbers, and takes the empty text for none. */
function readOid(node: Node | undefined, report: Report): Oid | null | undefined {
	if (node === undefined) return null;
	const value = toValue(node);
	if (value === null || value === "") return null;
	const text = typeof value === "string" || typeof value === "bigint" ? String(value).toLowerCase() : "";
	const oid = parseOid(text);
	if (oid !== null) return oid;
	return report.add(node.at, `expected an md5, found ${describeNode(node)}`, {
		found: describeNode(node),
		expected: "32 hexadecimal digits, with .dir behind them for a directory",
		hint: "was the file cut off, or edited by hand? git has its former text",
	});
}

function readCount(node: Node | undefined, report: Report): bigint | undefined {
	const value = node === undefined ? null : toValue(node);
	if (node === undefined || value === null) return undefined;
	if (typeof value === "bigint" && value >= 0n) return value;
	return report.add(node.at, `expected a whole number, found ${describeNode(node)}`, {
		found: describeNode(node),
		expected: "0 or more",
	});
}

function isTrue(node: Node | undefined): boolean {
	return node !== undefined && toValue(node) === true;
}

/** Entries without `hash:` are DVC 2.x's, once they name content at all. */
function hashNameOf(node: Node | undefined, hasOid: boolean): HashName {
	return node === undefined && hasOid ? "md5-dos2unix" : "md5";
}

/** Path first, as in dvc.lock; checksums of other kinds stand where the md5 would. */
export function recordedToValue(recorded: Recorded): Mapping {
	const { path, oid, hash, size, nfiles, isexec, extra } = recorded;
	const value = new Map<Key, Value>([["path", path]]);
	if (hash === "md5") value.set("hash", "md5");
	const files = extra?.get("files");
	if (files !== undefined && listedDirectory(files)?.oid === oid) return value.set("files", files);
	if (oid !== null) value.set("md5", oid);
	for (const key of oid === null ? ["etag", "checksum"] : []) {
		const other = extra?.get(key);
		if (other !== undefined) value.set(key, other);
	}
	if (size !== undefined) value.set("size", size);
	if (nfiles !== undefined) value.set("nfiles", nfiles);
	if (isexec === true) value.set("isexec", true);
	for (const [key, item] of extra ?? []) if (!value.has(key)) value.set(key, item);
	return value;
}
