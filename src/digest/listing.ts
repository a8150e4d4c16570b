import { compareCodePoints, type Oid, parseOid, quoteAscii } from "../kernel/index.ts";
import { hashBytes, oidOfHex } from "./bytes.ts";

/** A file of a tracked directory: its path relative to the directory, with `/`, and its object. */
export interface ListedFile {
	readonly relpath: string;
	readonly oid: Oid;
}

/**
 * DVC's directory object: `json.dumps(list, sort_keys=True)` of `{"md5", "relpath"}`, sorted by code points. The id is
 * the MD5 of exactly this text, with `.dir`.
 */
export function directoryListing(files: Iterable<ListedFile>): { oid: Oid; text: string } {
	const sorted = [...files].sort((a, b) => compareCodePoints(a.relpath, b.relpath));
	const items = sorted.map(({ oid, relpath }) => `{"md5": "${oid}", "relpath": ${quoteAscii(relpath)}}`);
	const text = `[${items.join(", ")}]`;
	return { oid: oidOfHex(`${hashBytes(Buffer.from(text))}.dir`), text };
}

/**
 * What a `.dir` object lists; null when the bytes are no such list. Keys besides `md5` and `relpath` are allowed
 * (cloud-versioned directories have some). A path that would leave the directory makes the whole list invalid: such an
 * object was not written by an honest tool.
 */
export function parseListing(bytes: Uint8Array): ListedFile[] | null {
	const list = parseJson(bytes);
	if (!Array.isArray(list)) return null;
	const files = list.map(listedFile).filter((file) => file !== null);
	return files.length === list.length && canCoexist(files) ? files : null;
}

/** No path twice, and none that is a file here and a folder of another file there. */
function canCoexist(files: readonly ListedFile[]): boolean {
	const paths = new Set(files.map((file) => file.relpath));
	const folders = new Set<string>();
	for (const path of paths) {
		for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
			const folder = path.slice(0, at);
			if (folders.has(folder)) break;
			folders.add(folder);
			if (paths.has(folder)) return false;
		}
	}
	return paths.size === files.length;
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}

function listedFile(item: unknown): ListedFile | null {
	if (typeof item !== "object" || item === null || !("md5" in item) || !("relpath" in item)) return null;
	if (typeof item.md5 !== "string" || typeof item.relpath !== "string" || !staysInside(item.relpath)) return null;
	const oid = parseOid(item.md5);
	return oid === null || oid.endsWith(".dir") ? null : { relpath: item.relpath, oid };
}

function staysInside(relpath: string): boolean {
	if (relpath.includes("\0")) return false;
	return relpath.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
