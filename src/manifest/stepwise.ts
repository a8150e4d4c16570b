/** One character of a kind (`one`, as a regular expression has it), or any number of such, none among them. */
export interface Step {
	readonly one: string;
	readonly many: boolean;
}

export type Matcher = Pick<RegExp, "test">;

interface Walk {
	readonly steps: readonly Step[];
	/** Where a stretch of steps may be left out: from → behind it. */
	readonly skips: ReadonlyMap<number, number>;
	/** Whether it is enough to come to the end; else the text ends there, or a slash follows. */
	readonly open: boolean;
}

/**
 * Matches a text's beginning by being at every place of a pattern at once where one could be: in time that grows with the text times
 * the pattern, whatever either is. A regular expression that tries one place after the other has no such bound.
 */
export function stepwise({ steps, skips, open }: Walk): Matcher {
	const takes = steps.map(({ one }) => new RegExp(`^${one}$`, "u"));
	const settled = (places: ReadonlySet<number>): Set<number> => {
		const all = new Set(places);
		// a set gives out what is added to it while it is gone through
		for (const place of all) {
			if (steps[place]?.many === true) all.add(place + 1);
			const behind = skips.get(place);
			if (behind !== undefined) all.add(behind);
		}
		return all;
	};
	return {
		test: (text) => {
			let places = settled(new Set([0]));
			for (const char of text) {
				if (places.has(steps.length) && (open || char === "/")) return true;
				const next = new Set<number>();
				for (const place of places) {
					if (takes[place]?.test(char) === true) next.add(steps[place]?.many === true ? place : place + 1);
				}
				if (next.size === 0) return false;
				places = settled(next);
			}
			return places.has(steps.length);
		},
	};
}
