import { hash } from "node:crypto";
import type { Oid } from "../kernel/index.ts";
import { parseOid } from "../kernel/index.ts";
import { FIELDS } from "./worker.ts";

/**
 * What is remembered of a directory. Kept as flat arrays, in the order of the walk, so that 100,000 unchanged files are
 * recognised by two comparisons of memory.
 */
export interface TreeRecord {
	readonly oid: Oid;
	/** Names the ignore rules that applied; null when they had no name. */
	readonly rules: string | null;
	readonly ignored: readonly string[];
	readonly count: number;
	/** Relative paths joined by NUL, UTF-8. */
	readonly paths: Buffer;
	/** `FIELDS` numbers a file. A file whose times could not be trusted has a zero kind, which no file has. */
	readonly stats: BigInt64Array<ArrayBuffer>;
	/** 16 bytes a file. */
	readonly digests: Uint8Array<ArrayBuffer>;
}

interface Header {
	readonly version: number;
	readonly oid: string;
	readonly rules: string | null;
	readonly ignored: readonly string[];
	readonly count: number;
	readonly paths: number;
	/** MD5 of everything after the header: a damaged record is not believed. */
	readonly check: string;
}

const VERSION = 1;

export function writeTreeRecord(record: TreeRecord): Buffer {
	const body = Buffer.concat([bytesOf(record.stats), record.digests, record.paths]);
	const header: Header = {
		version: VERSION,
		oid: record.oid,
		rules: record.rules,
		ignored: record.ignored,
		count: record.count,
		paths: record.paths.length,
		check: hash("md5", body),
	};
	return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** Null for anything but a whole record of this version. */
export function readTreeRecord(bytes: Buffer): TreeRecord | null {
	const end = bytes.indexOf(0x0a);
	const header = end < 0 ? null : readHeader(bytes.toString("utf8", 0, end));
	const oid = header === null ? null : parseOid(header.oid);
	const body = bytes.subarray(end + 1);
	if (header === null || oid === null || hash("md5", body) !== header.check) return null;
	const statsLength = header.count * FIELDS * 8;
	const digestsEnd = statsLength + header.count * 16;
	if (body.length !== digestsEnd + header.paths) return null;
	return {
		oid,
		rules: header.rules,
		ignored: header.ignored,
		count: header.count,
		// Copies, because a view of 64-bit numbers must start at a multiple of eight.
		stats: new BigInt64Array(copyOf(body.subarray(0, statsLength)).buffer),
		digests: copyOf(body.subarray(statsLength, digestsEnd)),
		paths: body.subarray(digestsEnd),
	};
}

function readHeader(text: string): Header | null {
	try {
		const header = JSON.parse(text) as Header | null;
		return header?.version === VERSION ? header : null;
	} catch {
		return null;
	}
}

function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const copy = new Uint8Array(bytes.length);
	copy.set(bytes);
	return copy;
}

export function bytesOf(stats: BigInt64Array): Buffer {
	return Buffer.from(stats.buffer, stats.byteOffset, stats.byteLength);
}
