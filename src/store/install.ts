import { randomBytes } from "node:crypto";
import { chmodSync, constants, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname } from "node:path";

/** DVC believes an object without reading it only when its mode is exactly this. */
export const OBJECT_MODE = 0o444;
/** Copies up to this size are done at once: handing them to another thread costs more than they take. Bytes. */
const SMALL = 1024 * 1024;

/** A name beside `target`, on the same file system, that nobody else uses. `dvc gc` sweeps up those that a kill left. */
export function temporaryBeside(target: string): string {
	return `${target}.${randomBytes(6).toString("hex")}.tmp`;
}

/**
 * Puts a whole file in place or nothing: `write` fills a temporary beside the target, which is then renamed. Killed in
 * between, the temporary stays and the target is what it was.
 */
export async function install(target: string, write: (temporary: string) => Promise<void> | void): Promise<void> {
	const temporary = temporaryBeside(target);
	try {
		await inFolder(target, () => write(temporary));
		renameSync(temporary, target);
	} finally {
		// Also after success: renaming one hard link over another of the same file leaves both.
		rmSync(temporary, { force: true });
	}
}

/** The folder mostly exists; asking first would cost a call for every object. */
export async function inFolder(target: string, work: () => Promise<void> | void): Promise<void> {
	try {
		await work();
	} catch (cause) {
		if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
		mkdirSync(dirname(target), { recursive: true });
		await work();
	}
}

export interface CopyOptions {
	readonly size: bigint;
	/** As for `fs.copyFile`. */
	readonly flags?: number;
	readonly mode: number;
}

export async function copyInto(source: string, temporary: string, { size, flags, mode }: CopyOptions): Promise<void> {
	if (size <= SMALL) copyFileSync(source, temporary, flags);
	else await copyFile(source, temporary, flags);
	chmodSync(temporary, mode);
}

/** Whether a copy of `file` beside `target` can share its bytes: on btrfs, on XFS, where both are on one file system. */
export function canClone(file: string, target: string): boolean {
	const temporary = temporaryBeside(target);
	try {
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(file, temporary, constants.COPYFILE_FICLONE_FORCE);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(temporary, { force: true });
	}
}

export function writeInto(temporary: string, bytes: Uint8Array, mode: number): void {
	writeFileSync(temporary, bytes);
	chmodSync(temporary, mode);
}
