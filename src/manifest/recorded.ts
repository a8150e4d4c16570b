import { type Key, type Mapping, type Oid, parseOid, type Value } from "../kernel/index.ts";
import {
	byKind,
	describeNode,
	expectBoolean,
	expectMap,
	expectNode,
	expectString,
	type Field,
	listOf,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
	required,
	toValue,
} from "../source/index.ts";
import type { HashName, Recorded } from "./model.ts";
import { named } from "./pipeline-schema.ts";
import { listedDirectory } from "./versioned.ts";

/** Keys that say where content comes from, or name it in another way than by its MD5: carried through unchanged. */
const EXTRA_KEYS = ["etag", "checksum", "version_id", "cloud", "files", "fs_config", "repo", "db", "dataset"];

const about = {
	etag: optional(checksum),
	checksum: optional(checksum),
	size: optional(count),
	nfiles: optional(count),
	isexec: optional(expectBoolean, false),
	version_id: optional(expectString),
};

const cloudFields = record("what a remote knows of it", { ...about, md5: optional(checksum) });
const cloud: Rule<unknown> = (node, report) => {
	const read = named(cloudFields)(node, report);
	if (node.kind !== "map" || node.entries.length <= 1) return read;
	return report.add(node.at, "one remote can be named here, not several", { expected: "one remote" });
};

const content = {
	...about,
	path: optional(expectString),
	md5: optional(readOid),
	hash: optional(expectString),
	cloud: optional(cloud),
	files: optional(
		listOf(
			record("a file", { ...about, md5: optional(checksum), relpath: required(expectString), cloud: optional(cloud) }),
		),
	),
};

const textOrMap = byKind<unknown>({ scalar: expectString, map: expectNode }, "a text or a mapping");
const source = {
	fs_config: optional(expectMap),
	repo: optional(
		record("`repo`", {
			url: required(expectString),
			rev: optional(expectString),
			rev_lock: optional(expectString),
			config: optional(textOrMap),
			remote: optional(textOrMap),
		}),
	),
	db: optional(
		record("`db`", {
			query: optional(expectString),
			connection: optional(expectString),
			file_format: optional(expectString),
			table: optional(expectString),
		}),
	),
};

const notes = {
	desc: optional(expectString),
	type: optional(expectString),
	labels: optional(listOf(expectString)),
	meta: optional(expectNode),
};

/** An entry of dvc.lock. */
export const lockedRule = recordedRule("an entry", { dataset: optional(expectMap) });

/** A dependency of a `.dvc` file. */
export const dependencyRule = recordedRule("a dependency", { ...source, persist: optional(expectBoolean) });

/** An output of a `.dvc` file. */
export const outputRule = recordedRule("an output", {
	...notes,
	fs_config: source.fs_config,
	cache: optional(expectBoolean),
	persist: optional(expectBoolean),
	remote: optional(expectString),
	push: optional(expectBoolean),
});

/** What DVC lets such an entry say, and what is recorded in it. */
function recordedRule(what: string, more: Readonly<Record<string, Field<unknown>>>): Rule<Recorded> {
	const fields = record(what, { ...content, ...more });
	return (node, report) => {
		const read = fields(node, report);
		if (read === undefined) return undefined;
		const { nodes } = read.$;
		if (read.path === null && !nodes.has("db")) {
			return report.add(node.at, "an entry without a `path`", { expected: "the key `path`" });
		}
		const extra = new Map<Key, Value>();
		for (const key of EXTRA_KEYS) {
			const value = nodes.get(key);
			if (value !== undefined) extra.set(key, toValue(value));
		}
		// by another hash than MD5 DVC takes nothing for recorded
		const oid = read.hash === null || read.hash === "md5" ? read.md5 : null;
		const path = read.path ?? "";
		const hash = hashNameOf(read.hash, oid);
		const listed = oid === null ? listedDirectory(extra.get("files")) : null;
		if (listed !== null) return { path, hash, oid: listed.oid, size: listed.size, nfiles: listed.nfiles, extra };
		return {
			path,
			oid,
			hash,
			...(read.size === null ? {} : { size: read.size }),
			...(read.nfiles === null ? {} : { nfiles: read.nfiles }),
			...(read.isexec ? { isexec: true } : {}),
			...(extra.size === 0 ? {} : { extra }),
		};
	};
}

/** Entries without `hash:` are DVC 2.x's, once they name content at all. */
function hashNameOf(hash: string | null, oid: Oid | null): HashName {
	return hash === null && oid !== null ? "md5-dos2unix" : "md5";
}

/** Null: none is recorded. Undefined after a complaint. DVC reads upper case and numbers, and takes the empty text for none. */
function readOid(node: Node, report: Report): Oid | null | undefined {
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

/** A name that some store gave to content: at least three characters. */
export function checksum(node: Node, report: Report): string | null | undefined {
	const value = toValue(node);
	if (value === null || value === "") return null;
	const text = typeof value === "string" || typeof value === "bigint" ? String(value) : "";
	if (Array.from(text).length >= 3) return text;
	return report.add(node.at, `expected a checksum, found ${describeNode(node)}`, {
		found: describeNode(node),
		expected: "a text of three characters or more",
	});
}

function count(node: Node, report: Report): bigint | undefined {
	const value = toValue(node);
	if (typeof value === "bigint" && value >= 0n) return value;
	return report.add(node.at, `expected a whole number, found ${describeNode(node)}`, {
		found: describeNode(node),
		expected: "0 or more",
	});
}

/** Path first, as in dvc.lock; checksums of other kinds stand where the md5 would. */
export function recordedToValue(recorded: Recorded): Mapping {
	const { path, oid, hash, size, nfiles, isexec, extra } = recorded;
	const value = new Map<Key, Value>(path === "" ? [] : [["path", path]]);
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
