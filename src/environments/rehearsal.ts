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
	/** What was found, in a sentence part; may be empty. */
	readonly says: string;
}

/** What a rehearsal's tag is called: neither GTO nor a release takes it for one of theirs. */
const NAME = /^rehearsal-\d{8}T\d{6}Z$/;
const LINE = /^Rehearsed: (\S+) (\S+) (\S+) (sha256:[0-9a-f]{64}) (passed|failed)(?: (.*))?$/gm;

/** The tag of what was rehearsed at one time: `rehearsal-20261128T030000Z`. */
export function rehearsalTag(at: Date): string {
	return `rehearsal-${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
}

/** The message of one run's tag: a line for people, and one for each environment. */
export function rehearsalMessage(rehearsals: readonly Omit<Rehearsal, "at">[], by: string | null): string {
	const passed = rehearsals.filter(({ ok }) => ok).length;
	const lines = rehearsals.map(({ model, environment, version, digest, ok, says }) => {
		const found = says.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
		return `Rehearsed: ${model} ${environment} ${version} ${digest} ${ok ? "passed" : "failed"} ${found}`.trimEnd();
	});
	const signed = by === null ? [] : [`By: ${by}`];
	return `Rehearse what a rollback would bring back: ${passed} of ${rehearsals.length} passed\n\n${[...lines, ...signed].join("\n")}\n`;
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
					return digest === null
						? []
						: [{ model, environment, version, digest, at: taggedAt, ok: word === "passed", says }];
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
