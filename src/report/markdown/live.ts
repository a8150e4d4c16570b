import type { LiveRun, PlanDocument } from "../documents/index.ts";
import { liveText } from "../words/live.ts";
import { withBlock } from "./block.ts";
import { byteLength, code, prose } from "./escape.ts";

const SHOWN = 5;
const SUMMARY_BYTES = 65_000;

export interface Shown {
	readonly live: LiveRun;
	/** The command that asks anew, where it is what the run itself said a while ago; null: it is so now. */
	readonly askAnew: string | null;
}

/** The plan's text, with what runs now at its top. */
export function withProgress(body: string, plan: PlanDocument, shown: Shown): string {
	return withBlock(body, "progress", progressLines(plan, shown));
}

/** The same before a check's summary; in its place where both are too long for one. */
export function summaryWithProgress(summary: string, plan: PlanDocument, shown: Shown): string {
	const block = progressLines(plan, shown).join("\n");
	const whole = `${block}\n\n${summary}`;
	return byteLength(whole) <= SUMMARY_BYTES ? whole : block;
}

function progressLines(plan: PlanDocument, { live, askAnew }: Shown): string[] {
	const { running, done, left } = liveText(plan, live);
	const lines = running
		.slice(0, SHOWN)
		.map(({ address, words }) => `> ${code(address, 100)} runs ${prose(words, 200)}`);
	const more = running.length > SHOWN ? [`> … and ${running.length - SHOWN} more`] : [];
	const rest = `> ${[done, left].filter((part) => part !== "").join(", ")}`;
	const when =
		askAnew === null
			? []
			: [`> <sub>As the run told at ${live.at.slice(11, 16)} UTC; ${code(askAnew)} asks anew.</sub>`];
	return ["> [!NOTE]", ...[...lines, ...more, rest, ...when].flatMap((line, i) => (i === 0 ? [line] : [">", line]))];
}
