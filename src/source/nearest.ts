/** The word most like `name`, or null when none is near: at most a third of the letters differ (swapped neighbours count once). */
export function nearest(name: string, words: readonly string[]): string | null {
	let best: string | null = null;
	let least = Math.max(1, Math.floor(name.length / 3)) + 1;
	for (const word of words) {
		const distance = editDistance(name.toLowerCase(), word.toLowerCase(), least);
		if (distance >= least) continue;
		least = distance;
		best = word;
	}
	return best;
}

/** "did you mean `deps`?", or null. */
export function didYouMean(name: string, words: readonly string[]): string | null {
	const word = nearest(name, words);
	return word === null ? null : `did you mean \`${word}\`?`;
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); gives up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit || a.length > 200) return limit;
	let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			next.push(least);
		}
		[before, row] = [row, next];
	}
	return row[b.length] ?? limit;
}
