import { parseSha256, type Sha256 } from "../kernel/index.ts";
import type { TagInfo } from "../release/index.ts";

/** A rollback that was tried without doing it: what it would bring back, and whether that could be brought back. */
export interface Rehearsal {
	readonly model: string;
	readonly environment: string;
	readonly version: string;
	readonly digest: Sha256;
	readonly at: Date;
	readonly ok: boolean;
	/** Whether it was started and answered; false where only the target itself could have: then its image was looked at, and no more. */
	readonly started: boolean;
	/** What was found, in a sentence part; may be empty. */
	readonly says: string;
}

/** What a rehearsal's tag is called: neither GTO nor a release takes it for one of theirs. */
const NAME = /^rehearsal-\d{8}T\d{6}Z$/;
const LINE = /^Rehearsed: (\S+) (\S+) (\S+) (sha256:[0-9a-f]{64}) (passed|unstarted|failed)(?: (.*))?$/gm;
/** What tags said of it before they had a word for it. */
const UNSTARTED = /\bnot started\b/;

/** The tag of what was rehearsed at one time: `rehearsal-20261128T030000Z`. */
export function rehearsalTag(at: Date): string {
	return `rehearsal-${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
}

/** The message of one run's tag: a line for people, and one for each environment. */
export function rehearsalMessage(rehearsals: readonly Omit<Rehearsal, "at">[], by: string | null): string {
	const passed = rehearsals.filter(({ ok, started }) => ok && started).length;
	const unstarted = rehearsals.filter(({ ok, started }) => ok && !started).length;
	const lines = rehearsals.map(({ model, environment, version, digest, ok, started, says }) => {
		const found = says.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
		return `Rehearsed: ${model} ${environment} ${version} ${digest} ${wordOf(ok, started)} ${found}`.trimEnd();
	});
	const signed = by === null ? [] : [`By: ${by}`];
	const aside = unstarted === 0 ? "" : `, ${unstarted} not started`;
	return `Rehearse what a rollback would bring back: ${passed} of ${rehearsals.length} passed${aside}\n\n${[...lines, ...signed].join("\n")}\n`;
}

function wordOf(ok: boolean, started: boolean): "passed" | "unstarted" | "failed" {
	if (!ok) return "failed";
	return started ? "passed" : "unstarted";
}

/** All that was ever rehearsed, the oldest first. */
export function rehearsalsIn(tags: readonly TagInfo[]): Rehearsal[] {
	return tags
		.filter(({ name }) => NAME.test(name))
		.sort((a, b) => a.taggedAt.getTime() - b.taggedAt.getTime())
		.flatMap(({ message, taggedAt }) =>
			[...message.matchAll(LINE)].flatMap(
				([, model = "", environment = "", version = "", hex = "", word, says = ""]) => {
					const digest = parseSha256(hex);
					const started = word === "passed" && !UNSTARTED.test(says);
					const about = { model, environment, version, at: taggedAt, ok: word !== "failed", started, says };
					return digest === null ? [] : [{ ...about, digest }];
				},
			),
		);
}

/** The last time that bringing back this image, and no other, was rehearsed for the environment; null for never. */
export function lastRehearsal(
	rehearsals: readonly Rehearsal[],
	of: Pick<Rehearsal, "model" | "environment" | "digest">,
): Rehearsal | null {
	return (
		rehearsals.findLast(
			({ model, environment, digest }) => model === of.model && environment === of.environment && digest === of.digest,
		) ?? null
	);
}
