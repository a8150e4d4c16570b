const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `90s`, `30m`, `12h`, `7d` (whole numbers, one unit); null for anything else. `0` alone is 0. */
export function parseDuration(text: string): number | null {
	if (text === "0") return 0;
	const found = /^(\d{1,6})([smhd])$/.exec(text);
	if (found === null) return null;
	return Number(found[1]) * (UNIT_MS[found[2] ?? ""] ?? 0);
}

/** The shortest text that `parseDuration` reads back. */
export function formatDuration(milliseconds: number): string {
	for (const unit of ["d", "h", "m"]) {
		const size = UNIT_MS[unit] ?? 1;
		if (milliseconds > 0 && milliseconds % size === 0) return `${milliseconds / size}${unit}`;
	}
	return `${Math.round(milliseconds / 1000)}s`;
}
