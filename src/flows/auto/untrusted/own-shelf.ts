import type { RunCache } from "../../../store/index.ts";
import { sameInputs } from "../../../store/index.ts";
import type { Hearsay } from "../../remote-shelves.ts";

/**
 * Knows, after all that is known otherwise, what a run of the untrusted lane had finished, whether or not it came to its end:
 * single records by key, from where they wait. `into`: where they are kept; null for this machine's own cache.
 */
export function finishedBy(run: number, into: RunCache | null = null): Hearsay {
	return (observer, { runCache, remote }) => {
		const shelf = remote?.claims(run) ?? null;
		const kept = into ?? runCache;
		if (shelf === null) return observer;
		return {
			...observer,
			knownRun: async (inputs) => {
				const known = await observer.knownRun(inputs);
				if (known !== null) return known;
				const key = kept.key(inputs);
				await shelf.fetchRuns(kept, [key]);
				return (await kept.find(key)).find((entry) => sameInputs(entry, inputs)) ?? null;
			},
		};
	};
}
