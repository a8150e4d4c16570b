import type { GoldenRows } from "../documents/index.ts";
import { type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

const MOST_DIFFERENCES = 12;

/** What is answered otherwise than expected, a line each. */
export function wrongLines(wrong: GoldenRows["asked"], indent: string, style: Style): string[] {
	const lines = wrong.flatMap(({ file, differences }) =>
		differences.map((difference) => `${indent}${sign(style, "no")} ${clean(file, 100)}: ${clean(difference, 200)}`),
	);
	const more = lines.length - MOST_DIFFERENCES;
	return more > 0 ? [...lines.slice(0, MOST_DIFFERENCES), `${indent}  and ${more} more`] : lines;
}
