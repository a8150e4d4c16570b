import { type Clock, Failure } from "../kernel/index.ts";
import { DepotTrouble } from "./depot.ts";

/** Tries in all, and the pause before the second one, which doubles from try to try. */
export const TRIES = 6;
const FIRST_PAUSE_MS = 400;
/** The longest that the other side may make us wait for one try. */
const LONGEST_PAUSE_MS = 120_000;

export interface Patience {
	readonly clock: Clock;
	readonly chance: () => number;
	readonly signal: AbortSignal;
}

/** Repeats `work` while the trouble may pass, with growing, jittered pauses; then throws the last trouble, and how often it was tried. */
export async function patiently<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		patience.signal.throwIfAborted();
		try {
			return await work();
		} catch (trouble) {
			if (!(trouble instanceof DepotTrouble) || !trouble.again) throw trouble;
			if (attempt === TRIES) throw gaveUp(trouble);
			await pause(patience, attempt, trouble.waitMs);
		}
	}
}

/** The wait before the next try. The other side's own word counts; else doubling, and nobody at the same time as all others. */
export async function pause({ clock, chance, signal }: Patience, attempt: number, asked: number | null): Promise<void> {
	const backoff = FIRST_PAUSE_MS * 2 ** (attempt - 1);
	const milliseconds = Math.max(backoff * (0.5 + chance() / 2), (asked ?? 0) * (1 + chance() / 10));
	await Promise.race([clock.sleep(Math.min(milliseconds, LONGEST_PAUSE_MS)), ended(signal)]);
}

export function gaveUp(trouble: DepotTrouble): DepotTrouble {
	const { kind, code, message, details } = trouble;
	return new DepotTrouble(new Failure(kind, code, `${message} (tried ${TRIES} times)`, details), { again: false });
}

const endings = new WeakMap<AbortSignal, Promise<never>>();

/** Rejects when the signal fires; one promise for all who wait. */
function ended(signal: AbortSignal): Promise<never> {
	const known = endings.get(signal);
	if (known !== undefined) return known;
	const ending = new Promise<never>((_, reject) => {
		signal.addEventListener(
			"abort",
			() => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted")),
			{
				once: true,
			},
		);
	});
	ending.catch(() => {});
	endings.set(signal, ending);
	return ending;
}
