import { type Clock, Failure } from "../../../kernel/index.ts";

export interface Watched {
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** How often to look; null: never. */
	readonly everyMs: number | null;
	/** Asks whether the other side lives; throws a Failure where it does not. */
	readonly look: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * Does what takes its time, and says nothing of whether the other side lives; so that is asked meanwhile. Where it does not live, the work's
 * signal fires, and its failure is what the look met.
 */
export async function whileAlive<T>(watched: Watched, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const [over, dead] = [new AbortController(), new AbortController()];
	const looking = lookOn(watched, over.signal, (failure) => dead.abort(failure));
	const [ended] = await Promise.allSettled([work(AbortSignal.any([watched.signal, dead.signal]))]);
	over.abort();
	await looking;
	if (dead.signal.aborted) throw dead.signal.reason;
	if (ended.status === "rejected") throw ended.reason;
	return ended.value;
}

async function lookOn(
	{ clock, everyMs, look }: Watched,
	over: AbortSignal,
	died: (failure: Failure) => void,
): Promise<void> {
	while (everyMs !== null && !over.aborted) {
		await clock.sleep(everyMs, over);
		const failure = over.aborted ? null : await failureOf(() => look(over));
		if (failure !== null && !over.aborted) return died(failure);
	}
}

async function failureOf(work: () => Promise<unknown>): Promise<Failure | null> {
	try {
		await work();
		return null;
	} catch (cause) {
		if (cause instanceof Failure) return cause;
		throw cause;
	}
}
