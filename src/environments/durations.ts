const UNITS: readonly (readonly [string, number])[] = [
	["d", 86_400_000],
	["h", 3_600_000],
	["min", 60_000],
	["s", 1000],
];

/** A length of time for people, two units at most: `2 h 5 min`, `42 s`, `0 s`. */
export function formatDuration(milliseconds: number): string {
	let rest = milliseconds;
	const parts: string[] = [];
	for (const [unit, size] of UNITS) {
		const count = Math.floor(rest / size);
		rest -= count * size;
		if (count > 0) parts.push(`${count} ${unit}`);
		else if (parts.length > 0) break;
		if (parts.length === 2) break;
	}
	return parts.length === 0 ? "0 s" : parts.join(" ");
}
