const BARS = "▁▂▃▄▅▆▇█";

/** Values as a line of bars, the least and the largest at its ends; all the same where nothing changes. */
export function sparkline(values: readonly number[]): string {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	return values
		.map((value) => {
			const share = most > least ? (value - least) / (most - least) : 0.5;
			return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
		})
		.join("");
}
