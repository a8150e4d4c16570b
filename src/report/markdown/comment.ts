import type { PullReport } from "../documents/index.ts";
import { byteLength, link } from "./escape.ts";
import { ROOMY, STEPS } from "./limits.ts";
import { heading, sections } from "./sections.ts";

/** By this line, and by its author, a comment is known as ours. Nothing is ever read out of a comment. */
export const COMMENT_MARKER = "<!-- mainline report -->";

/** Bytes of UTF-8 that a comment may have: safe on every reading of GitHub's limit (65,536 characters to 262,144 bytes). */
export const COMMENT_BYTES = 60_000;

/** 1 MiB for each step, less a reserve for what others write into the same summary. */
export const JOB_SUMMARY_BYTES = 1_000_000;

/** The pull request's comment, marker included. The same report gives the same text. */
export function renderComment(report: PullReport): string {
	return fitted(report, COMMENT_BYTES, (parts) => `${COMMENT_MARKER}\n${parts.join("\n\n")}\n`);
}

/** The job summary: the comment's words, with more room. */
export function renderJobSummary(report: PullReport): string {
	const whole = `${[heading(report), ...sections(report, ROOMY)].join("\n\n")}\n`;
	return byteLength(whole) <= JOB_SUMMARY_BYTES
		? whole
		: fitted(report, JOB_SUMMARY_BYTES, (parts) => `${parts.join("\n\n")}\n`);
}

/** The fullest text that fits. What is left out is said, and where the rest is. */
export function fitted(report: PullReport, bytes: number, frame: (parts: readonly string[]) => string): string {
	for (const [step, limits] of STEPS.entries()) {
		const note = step === 0 ? [] : [shortenedNote(report)];
		const text = frame([heading(report), ...sections(report, limits), ...note]);
		if (byteLength(text) <= bytes) return text;
	}
	return frame([heading(report), shortenedNote(report)]);
}

function shortenedNote({ links }: PullReport): string {
	return `<sub>Shortened to fit; ${link("the job's summary", links.summary ?? links.run)} has the rest.</sub>`;
}
