import { createHash } from "node:crypto";
import {
	compareCodePoints,
	dumpPythonJson,
	isList,
	isMapping,
	type Key,
	type Mapping,
	type Oid,
	parseOid,
	type Value,
} from "../kernel/index.ts";
import type { Recorded } from "./model.ts";

/** One blob of a cloud-versioned remote: which object it is, and where it lies. */
export interface Versioned {
	readonly oid: Oid;
	/** Relative to the output; empty for an output that is a file. */
	readonly relpath: string;
	readonly size: bigint | null;
	/** Remote → its version there. */
	readonly versions: ReadonlyMap<string, string>;
}

/** A directory whose files are listed in the entry itself, as DVC writes it for cloud-versioned remotes. */
export interface ListedDirectory {
	readonly oid: Oid;
	readonly size: bigint;
	readonly nfiles: bigint;
	/** The text of its listing, as it would lie in the cache. */
	readonly listing: string;
}

/** The directory that `files:` describe; null where they do not: none are listed, or not by their MD5. */
export function listedDirectory(files: Value | undefined): ListedDirectory | null {
	if (files === undefined || !isList(files) || files.length === 0) return null;
	const listed = files.map((file) => listedFile(file));
	const whole = listed.filter((file) => file !== null);
	if (whole.length < listed.length) return null;
	whole.sort((a, b) => compareCodePoints(a.relpath, b.relpath));
	const listing = dumpPythonJson(
		whole.map(({ oid, relpath }) => new Map<Key, Value>([["md5", oid]]).set("relpath", relpath)),
	);
	const oid = parseOid(`${createHash("md5").update(listing).digest("hex")}.dir`);
	const size = whole.reduce((sum, file) => sum + (file.size ?? 0n), 0n);
	return oid === null ? null : { oid, size, nfiles: BigInt(whole.length), listing };
}

/** Where an output's files lie at cloud-versioned remotes; empty when it was never pushed to one. */
export function versionedFiles({ oid, extra }: Recorded): Versioned[] {
	const files = extra?.get("files");
	if (files !== undefined && isList(files)) return files.map(listedFile).filter((file) => file !== null);
	const versions = versionsOf(extra?.get("cloud"));
	return oid === null || versions.size === 0 ? [] : [{ oid, relpath: "", size: null, versions }];
}

function listedFile(file: Value): Versioned | null {
	if (!isMapping(file)) return null;
	const [relpath, md5, size] = [file.get("relpath"), file.get("md5"), file.get("size")];
	const oid = typeof md5 === "string" ? parseOid(md5.toLowerCase()) : null;
	if (typeof relpath !== "string" || oid === null) return null;
	return { oid, relpath, size: typeof size === "bigint" ? size : null, versions: versionsOf(file.get("cloud")) };
}

function versionsOf(cloud: Value | undefined): Map<string, string> {
	const versions = new Map<string, string>();
	for (const [remote, at] of cloud !== undefined && isMapping(cloud) ? cloud : []) {
		const version = isMapping(at) ? at.get("version_id") : undefined;
		if (typeof version === "string" || typeof version === "bigint") versions.set(String(remote), String(version));
	}
	return versions;
}

/**
 * What is recorded anew keeps the versions that are still true: the same content lies at the remote already. DVC does so, too:
 * otherwise the next `dvc push` would send everything again. `files` is a directory's content; without it a directory is
 * recorded by its id alone, which is what DVC does in dvc.lock until the next push.
 */
export function keepVersions(
	before: Recorded | null,
	now: Recorded,
	files: readonly { readonly relpath: string; readonly oid: Oid; readonly size: bigint }[] | null,
): Recorded {
	const extra = before?.extra;
	if (before === null || extra === undefined || before.hash !== now.hash) return now;
	const list = extra.get("files");
	if (list === undefined || !isList(list)) return before.oid === now.oid ? withCloud(now, extra) : now;
	if (files === null) return now;
	const known = new Map(list.filter(isMapping).map((file) => [`${file.get("relpath")} ${file.get("md5")}`, file]));
	const entries = [...files]
		.sort((a, b) => compareCodePoints(a.relpath, b.relpath))
		.map(({ relpath, oid, size }) => {
			const fresh: Mapping = new Map<Key, Value>([
				["relpath", relpath],
				["md5", oid],
				["size", size],
			]);
			return known.get(`${relpath} ${oid}`) ?? fresh;
		});
	return { ...now, extra: new Map<Key, Value>([["files", entries]]) };
}

function withCloud(now: Recorded, extra: Mapping): Recorded {
	const cloud = extra.get("cloud");
	return cloud === undefined ? now : { ...now, extra: new Map<Key, Value>([["cloud", cloud]]) };
}
