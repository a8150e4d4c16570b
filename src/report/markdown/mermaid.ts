import { clean } from "../words/clean.ts";

export interface Chart {
	readonly title: string;
	readonly labels: readonly string[];
	readonly values: readonly number[];
}

/** Mermaid knows no exponents, and draws nothing well that needs one. */
const LARGEST = 1e12;
const SMALLEST = 1e-6;

/** The first of Mermaid's own colours can hardly be seen on white; this one can on both grounds. */
const COLOUR = `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da"}}}}%%`;

/** A line chart in GitHub's Mermaid; null where its numbers cannot be drawn. */
export function lineChart({ title, labels, values }: Chart): string | null {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const size = Math.max(Math.abs(least), Math.abs(most));
	if (!Number.isFinite(size) || size > LARGEST || (size > 0 && size < SMALLEST)) return null;
	const margin = most > least ? (most - least) * 0.05 : Math.max(size * 0.05, SMALLEST);
	const decimals = Math.max(0, Math.min(12, 4 - Math.floor(Math.log10(most > least ? most - least : margin))));
	const number = (value: number): string => value.toFixed(decimals);
	return [
		"```mermaid",
		COLOUR,
		"xychart-beta",
		`  title "${label(title)}"`,
		`  x-axis [${labels.map((text) => `"${label(text)}"`).join(", ")}]`,
		`  y-axis ${number(least - margin)} --> ${number(most + margin)}`,
		`  line [${values.map(number).join(", ")}]`,
		"```",
	].join("\n");
}

/** Letters, digits and little else: no quote to end it, no directive, no entity, no markup. */
function label(text: string): string {
	return (
		clean(text, 60)
			.replace(/[^\p{L}\p{N} _.:/()=+-]/gu, "·")
			.trim() || "·"
	);
}
