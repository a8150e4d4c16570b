import type { Clock } from "../../kernel/index.ts";
import type { TargetContext } from "../targets/target.ts";
import { readCurrent, readProcess, type StateFolder } from "./files.ts";
import { end } from "./identity.ts";
import { withLock } from "./lock.ts";
import { sweep } from "./sweep.ts";

const LOCK_WAIT_MS = 120_000;

/** Process ids of what runs out of a state folder: the front, then the model. */
export function processesOf(folder: StateFolder): number[] {
	return [readProcess(folder.front), readCurrent(folder)?.process ?? null].flatMap((id) => id?.pid ?? []);
}

/** Ends whatever runs out of a state folder, without knowing what was deployed there. */
export async function stopProcesses(folder: StateFolder, { clock, signal }: TargetContext): Promise<void> {
	await withLock(folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
		const front = readProcess(folder.front);
		if (front !== null) await end(front, clock);
		await stopModel(folder, clock);
	});
}

/** Ends the model in service and what a deploy that was killed left of others. For whoever holds the folder's lock. */
export async function stopModel(folder: StateFolder, clock: Clock): Promise<void> {
	const current = readCurrent(folder);
	if (current !== null) await end(current.process, clock);
	await sweep(folder, [], { clock });
}
