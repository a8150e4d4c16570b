import type { Clock } from "../kernel/index.ts";
import { isLost } from "./failures.ts";
import { pause } from "./wire.ts";

const ATTEMPTS = 4;

/**
 * Makes something that must not be made twice. Nobody knows what became of a call whose answer was lost, so it is
 * looked for before it is made again.
 */
export async function createOnce<T>(
	clock: Clock,
	ways: { readonly find: () => Promise<T | null>; readonly create: () => Promise<T> },
): Promise<{ readonly thing: T; readonly existed: boolean }> {
	const existing = await ways.find();
	if (existing !== null) return { thing: existing, existed: true };
	for (let attempt = 1; ; attempt++) {
		try {
			return { thing: await ways.create(), existed: false };
		} catch (error) {
			if (!isLost(error) || attempt === ATTEMPTS) throw error;
			await clock.sleep(pause(attempt));
			const found = await ways.find();
			if (found !== null) return { thing: found, existed: false };
		}
	}
}
