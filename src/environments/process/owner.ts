import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import type { Clock } from "../../kernel/index.ts";
import { readProcess, type StateFolder, writeJson } from "./files.ts";
import { identify, isAlive, type ProcessId } from "./identity.ts";
import { withLock } from "./lock.ts";
import { stopModel } from "./stop.ts";

const LOOK_MS = 500;

/** What runs out of this folder from now on ends with us, however we end. Without it, it stays when we are gone. */
export async function own(folder: StateFolder): Promise<void> {
	await mkdir(folder.root, { recursive: true });
	await writeJson(folder.owner, { ...(await identify(process.pid)) });
}

/** What runs out of this folder may stay when we are gone. */
export async function letGo(folder: StateFolder): Promise<void> {
	// said, not removed: a folder that is gone as a whole lets nothing stay
	await writeJson(folder.owner, {});
}

/** With whom what runs out of this folder ends; null where it stays. */
export function ownerOf(folder: StateFolder): ProcessId | null {
	return readProcess(folder.owner);
}

/**
 * For a front: resolves when its owner has ended, and the model with him; never where he let go of them. A deploy under way is waited
 * for, and the next one finds no front.
 */
export async function goneWith(owner: ProcessId, folder: StateFolder, clock: Clock): Promise<void> {
	while (await isAlive(owner)) await clock.sleep(LOOK_MS);
	if (existsSync(folder.owner) && ownerOf(folder) === null) return new Promise(() => {});
	const { signal } = new AbortController();
	await withLock(folder.root, { clock, signal, waitMs: Number.POSITIVE_INFINITY }, async () => {
		await stopModel(folder, clock);
		await rm(folder.front, { force: true });
	});
}
