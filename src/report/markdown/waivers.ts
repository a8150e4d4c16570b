import { countOf, type Waiver } from "../../compare/index.ts";
import { code, prose } from "./escape.ts";

/** The check that keeps a pull request's waivers, for those who read it. `notKnown`: those of them whose owners nobody could ask about. */
export function renderWaivers(
	waivers: readonly Waiver[],
	notKnown: readonly Waiver[] = [],
): { readonly title: string; readonly summary: string } {
	if (waivers.length === 0) return { title: "Nothing is waived", summary: "No gate is waived here." };
	const counting = waivers.filter((waiver) => !notKnown.includes(waiver));
	return {
		title: `${countOf(counting.length, "gate")} waived`,
		summary: waivers.map((waiver) => `- ${line(waiver)}${notKnown.includes(waiver) ? NOT_KNOWN : ""}`).join("\n"),
	};
}

const NOT_KNOWN = " (kept, and not counted: whether its owner is in the team was not told here)";

function line({ file, metric, value, by, until, reason }: Waiver): string {
	return `${code(`${file}:${metric}`, 120)} at ${code(value, 40)}, by ${code(by, 60)} until ${until}: ${prose(reason, 300)}`;
}

/** The same in one plain line, for a record. */
export function waiverLine({ file, metric, value, by, until, reason }: Waiver): string {
	return `${file}:${metric} = ${value} by ${by} until ${until}: ${reason}`;
}
