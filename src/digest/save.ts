import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/** Temp + rename. A memory that cannot be saved (a read-only checkout) only costs the next run time, so nothing is thrown. */
export async function saveQuietly(path: string, bytes: Uint8Array | string): Promise<void> {
	const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
	try {
		await writeFile(temporary, bytes);
		await rename(temporary, path);
	} catch {
		await rm(temporary, { force: true }).catch(() => undefined);
	}
}
