import { stat } from "node:fs/promises";
import { infrastructure } from "../kernel/index.ts";
import { diskFailure } from "./disk.ts";
import { fileInSlots } from "./slots.ts";

/*
 * Our own ustar writer: a layer's digest must never change with a library's version. POSIX.1-1988 headers, owner 0:0
 * without names, modes 0755 and 0644, one fixed time; a pax header only for what ustar cannot say (long or non-ASCII
 * paths, files of 8 GiB and more).
 */

/** 1980-01-01T00:00:00Z: the earliest time that zip and everything else can hold. Why not the commit's: docs/adr/0012. */
export const LAYER_TIME = 315_532_800;

const BLOCK = 512;
const MAX_USTAR_SIZE = 0o77777777777;

export interface TarEntry {
	/** Relative, `/` between parts; a directory's without its final slash. */
	readonly path: string;
	readonly type: "file" | "directory";
	readonly executable: boolean;
	/** Bytes; 0 for a directory. */
	readonly size: number;
	/** Absolute path, the bytes, or what gives them, `size` of them. */
	readonly source: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
}

/**
 * The archive's bytes. The same entries give the same bytes; stopping early closes what was open. A piece is good until the
 * second one after it was asked for (`fileInSlots`).
 */
export async function* tarStream(entries: readonly TarEntry[]): AsyncGenerator<Uint8Array> {
	for (const entry of entries) {
		yield headerOf(entry);
		if (entry.type === "file") yield* contentOf(entry);
		const rest = entry.size % BLOCK;
		if (rest > 0) yield new Uint8Array(BLOCK - rest);
	}
	yield new Uint8Array(2 * BLOCK);
}

async function* contentOf(entry: TarEntry): AsyncGenerator<Uint8Array> {
	if (typeof entry.source === "function") {
		yield* entry.source();
		return;
	}
	if (typeof entry.source !== "string") {
		yield entry.source;
		return;
	}
	try {
		yield* fileOf(entry, entry.source);
	} catch (error) {
		throw diskFailure(entry.path, error);
	}
}

async function* fileOf(entry: TarEntry, file: string): AsyncGenerator<Uint8Array> {
	await refuseChanged(entry, (await stat(file)).size);
	let read = 0;
	if (entry.size > 0) {
		for await (const chunk of fileInSlots(file, entry.size)) {
			read += chunk.length;
			yield chunk;
		}
	}
	await refuseChanged(entry, read);
}

async function refuseChanged(entry: TarEntry, size: number): Promise<void> {
	if (size === entry.size) return;
	throw infrastructure("file-changed", `${entry.path} changed while it was being packed`, {
		found: `${size} bytes`,
		expected: `${entry.size} bytes`,
		hint: "stop what writes it and release again",
	});
}

function headerOf(entry: TarEntry): Uint8Array {
	const name = entry.type === "directory" ? `${entry.path}/` : entry.path;
	const split = splitName(name);
	const records = [
		...(split === null ? [paxRecord("path", name)] : []),
		...(entry.size > MAX_USTAR_SIZE ? [paxRecord("size", String(entry.size))] : []),
	];
	const main = ustarHeader({
		name: split?.name ?? "long-name",
		prefix: split?.prefix ?? "",
		mode: entry.type === "directory" || entry.executable ? 0o755 : 0o644,
		size: Math.min(entry.size, MAX_USTAR_SIZE),
		type: entry.type === "directory" ? "5" : "0",
	});
	if (records.length === 0) return main;
	return Buffer.concat([paxHeader(Buffer.concat(records)), main]);
}

function paxHeader(body: Uint8Array): Uint8Array {
	const header = ustarHeader({ name: "pax-header", prefix: "", mode: 0o644, size: body.length, type: "x" });
	const padding = new Uint8Array((BLOCK - (body.length % BLOCK)) % BLOCK);
	return Buffer.concat([header, body, padding]);
}

/** `LENGTH key=value\n`, where LENGTH counts itself. */
function paxRecord(key: string, value: string): Uint8Array {
	const rest = Buffer.byteLength(` ${key}=${value}\n`);
	let length = rest + String(rest).length;
	length = rest + String(length).length;
	return Buffer.from(`${length} ${key}=${value}\n`);
}

/** Name and prefix as ustar keeps them, 100 and 155 bytes; null when the path does not fit or is not ASCII. */
function splitName(path: string): { name: string; prefix: string } | null {
	if (!/^[\x20-\x7e]*$/.test(path)) return null;
	if (path.length <= 100) return { name: path, prefix: "" };
	const at = path.indexOf("/", path.length - 101);
	const fits = at > 0 && at <= 155 && at < path.length - 1;
	return fits ? { name: path.slice(at + 1), prefix: path.slice(0, at) } : null;
}

interface UstarFields {
	readonly name: string;
	readonly prefix: string;
	readonly mode: number;
	readonly size: number;
	readonly type: "0" | "5" | "x";
}

function ustarHeader(fields: UstarFields): Uint8Array {
	const header = Buffer.alloc(BLOCK);
	header.write(fields.name, 0, "latin1");
	header.write(octal(fields.mode, 7), 100, "latin1");
	header.write(octal(0, 7), 108, "latin1");
	header.write(octal(0, 7), 116, "latin1");
	header.write(octal(fields.size, 11), 124, "latin1");
	header.write(octal(LAYER_TIME, 11), 136, "latin1");
	header.write("        ", 148, "latin1");
	header.write(fields.type, 156, "latin1");
	header.write("ustar\u000000", 257, "latin1");
	header.write(octal(0, 7), 329, "latin1");
	header.write(octal(0, 7), 337, "latin1");
	header.write(fields.prefix, 345, "latin1");
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${octal(sum, 6)}\u0000 `, 148, "latin1");
	return header;
}

function octal(value: number, digits: number): string {
	return value.toString(8).padStart(digits, "0");
}
