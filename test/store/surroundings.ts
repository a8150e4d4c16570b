import { join } from "node:path";
import { systemClock } from "../../src/kernel/index.ts";
import type { Surroundings } from "../../src/store/index.ts";

/** A machine with nothing on it that could speak for a remote: no credentials, no settings. */
export function bareSurroundings(overrides: Partial<Surroundings> = {}): Surroundings {
	return {
		home: join(import.meta.dirname, "nowhere"),
		variables: {},
		clock: systemClock,
		chance: () => 0.5,
		warn: () => {},
		signal: new AbortController().signal,
		...overrides,
	};
}

/** Nobody waits: a pause takes no time. What was waited is told. */
export function hurried(waits: number[] = []): Surroundings {
	return bareSurroundings({
		clock: {
			...systemClock,
			sleep: async (milliseconds) => {
				waits.push(milliseconds);
			},
		},
	});
}
