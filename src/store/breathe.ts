import { setImmediate } from "node:timers/promises";

const STEPS = 256;

/** Small files are handled without waiting; now and then the event loop gets its turn, for signals and the progress line. */
export async function breathe(step: number): Promise<void> {
	if (step % STEPS === STEPS - 1) await setImmediate();
}
