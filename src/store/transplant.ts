import { randomBytes } from "node:crypto";
import { closeSync, fchmodSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { hashBytes } from "../digest/index.ts";
import { OBJECT_MODE, type Sharing } from "./install.ts";
import { makeFolder } from "./shared.ts";

/** Objects up to this size go through memory: read once for checking and copying. Bytes. */
const SMALL = 256 * 1024;

/** What came of it; `large` ones are left to a copy that may share their bytes. */
export type Transplanted = { readonly size: bigint } | "missing" | "large" | "corrupt";

/** Temporaries of one process differ by a number alone: chance costs a call for each. */
const ours = randomBytes(6).toString("hex");
let count = 0;
const buffer = Buffer.allocUnsafeSlow(SMALL);
/** Bits that the process takes from every new file; asked once. */
const mustChmod = (process.umask() & OBJECT_MODE) !== 0;

/**
 * Copies a small object from one place of objects to another in as few calls to the system as there can be, checked on the
 * way: a hundred thousand of them are nothing but such calls. Whole or not at all, as `install` does.
 */
export function transplant(
	source: string,
	target: string,
	{ md5, shared = false }: Sharing & { readonly md5: string },
): Transplanted {
	const bytes = readSmall(source);
	if (typeof bytes === "string") return bytes;
	if (hashBytes(bytes) !== md5) return "corrupt";
	const temporary = `${target}.${ours}${(count++).toString(36)}.tmp`;
	try {
		writeWhole(openFresh(temporary, shared), bytes);
		renameSync(temporary, target);
	} catch (cause) {
		rmSync(temporary, { force: true });
		throw cause;
	}
	return { size: BigInt(bytes.length) };
}

function readSmall(path: string): Uint8Array | "missing" | "large" {
	let file: number;
	try {
		file = openSync(path, "r");
	} catch (cause) {
		if (isAbsent(cause)) return "missing";
		throw cause;
	}
	try {
		const { size } = fstatSync(file);
		if (size > SMALL) return "large";
		let length = 0;
		while (length < size) {
			const read = readSync(file, buffer, length, size - length, null);
			if (read === 0) break;
			length += read;
		}
		return buffer.subarray(0, length);
	} finally {
		closeSync(file);
	}
}

function openFresh(temporary: string, shared: boolean): number {
	try {
		return openSync(temporary, "wx", OBJECT_MODE);
	} catch (cause) {
		if (!isAbsent(cause)) throw cause;
		makeFolder(dirname(temporary), shared);
		return openSync(temporary, "wx", OBJECT_MODE);
	}
}

function writeWhole(file: number, bytes: Uint8Array): void {
	try {
		for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
		if (mustChmod) fchmodSync(file, OBJECT_MODE);
	} finally {
		closeSync(file);
	}
}

function isAbsent(cause: unknown): boolean {
	return cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
}
