import type { Clock } from "../../../kernel/index.ts";

/** GitHub's budget is 1,000 requests an hour for all jobs of a repository. */
export const LEAST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** What is told while work goes on. */
export interface Telling {
	readonly clock: Clock;
	/** What there is to say now; null for nothing. Two that are equal say the same. */
	readonly words: () => string | null;
	/** Says it. */
	readonly tell: (words: string) => Promise<void>;
	/** The first time in a row that it could not be said. */
	readonly failed: (cause: unknown) => void;
}

/**
 * Tells how work goes while it goes on: half a minute apart at least, only what is new, and seldomer where it cannot be told.
 * Whatever becomes of the telling, the work and its end are the same; when it returns, nothing is being told any more.
 */
export async function whileTelling<T>(telling: Telling, work: () => Promise<T>): Promise<T> {
	const end = new AbortController();
	const told = keepTelling(telling, end.signal);
	try {
		return await work();
	} finally {
		end.abort();
		await told;
	}
}

async function keepTelling({ clock, words, tell, failed }: Telling, end: AbortSignal): Promise<void> {
	let last: string | null = null;
	for (let failures = 0; !end.aborted; ) {
		await clock.sleep(Math.min(LEAST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), end);
		if (end.aborted) return;
		try {
			const now = words();
			if (now === null || now === last) continue;
			await tell(now);
			[last, failures] = [now, 0];
		} catch (cause) {
			if (failures === 0) failed(cause);
			failures++;
		}
	}
}
