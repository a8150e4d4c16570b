import { isList, isMapping, type Oid, parseOid, type Value } from "../kernel/index.ts";
import { listedDirectory } from "../manifest/index.ts";

/** Whether DVC takes a file of this name for one of its own that records data. */
export function recordsData(name: string): boolean {
	return name === "dvc.lock" || name === "Dvcfile" || (name.endsWith(".dvc") && name !== ".dvc");
}

const DIGEST = /(?<![0-9a-z])[0-9a-f]{32}(?:\.dir)?(?![0-9a-z])/gi;

/**
 * Every object that a text may name. Not by parsing it: what a newer DVC, a merge's markers or a cut file say of objects counts all the
 * same, and a digest too many keeps a file too many.
 */
export function digestsIn(text: string): Oid[] {
	return [...text.matchAll(DIGEST)].flatMap(([digest]) => parseOid(digest.toLowerCase()) ?? []);
}

/** Directories whose files are listed in the file itself (`files:`), which name no object of their own. */
export function listedIn(value: Value): Oid[] {
	if (isList(value)) return value.flatMap(listedIn);
	if (!isMapping(value)) return [];
	const own = listedDirectory(value.get("files"));
	return [...(own === null ? [] : [own.oid]), ...[...value.values()].flatMap(listedIn)];
}
