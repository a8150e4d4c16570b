import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../kernel/index.ts";

/** What a killed build left is of no use to anybody after a day: no build takes so long. */
const STALE_MS = 86_400_000;
/** Begins the names of folders that are being made. */
export const PART = ".part-";

/** Moves a finished folder to its place. Somebody else may have been faster; what was there before and is not whole makes room. */
export async function putInPlace(part: string, home: string): Promise<void> {
	const taken = await rename(part, home).then(
		() => false,
		(error: NodeJS.ErrnoException) => {
			if (error.code === "ENOTEMPTY" || error.code === "EEXIST") return true;
			throw error;
		},
	);
	if (!taken) return;
	await rm(home, { recursive: true, force: true });
	await rename(part, home);
}

/** Removes what killed builds left, and the oldest of the finished folders: one more than `most - 1` will fit. */
export async function sweep(folder: string, most: number, clock: Clock): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const aged = await Promise.all(
		names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
	);
	const now = clock.now().getTime();
	const stale = aged.filter(({ name, at }) => name.startsWith(PART) && now - at > STALE_MS);
	const finished = aged.filter(({ name }) => !name.startsWith(PART)).toSorted((a, b) => b.at - a.at);
	for (const { name } of [...stale, ...finished.slice(most - 1)]) {
		await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** Keeps a folder that was used from being swept before those that were not. */
export async function touch(home: string, clock: Clock): Promise<void> {
	const now = clock.now();
	await utimes(home, now, now).catch(() => {});
}
