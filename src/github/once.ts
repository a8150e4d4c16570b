import type { Clock } from "../kernel/index.ts";
import { isLost } from "./failures.ts";
import { pause } from "./wire.ts";

const ATTEMPTS = 4;

export interface Ways<T> {
	readonly find: () => Promise<T | null>;
	readonly create: () => Promise<T>;
}

/** Finds something, or makes it: it must not be there twice. */
export async function createOnce<T>(
	clock: Clock,
	ways: Ways<T>,
): Promise<{ readonly thing: T; readonly existed: boolean }> {
	const existing = await ways.find();
	return existing === null
		? { thing: await createMissing(clock, ways), existed: false }
		: { thing: existing, existed: true };
}

/**
 * Makes something that was not there a moment ago. Nobody knows what became of a call whose answer was lost, so it is
 * looked for before it is made again.
 */
export async function createMissing<T>(clock: Clock, { find, create }: Ways<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await create();
		} catch (error) {
			if (!isLost(error) || attempt === ATTEMPTS) throw error;
			await clock.sleep(pause(attempt));
			const found = await find();
			if (found !== null) return found;
		}
	}
}
