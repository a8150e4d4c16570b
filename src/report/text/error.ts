import { countOf } from "../../compare/index.ts";
import type { Failure, FailureDetails, Place } from "../../kernel/index.ts";
import type { ErrorDocument, ErrorRow } from "../documents/index.ts";
import { allFailures } from "../failure.ts";
import { paint, type Style, typeset } from "../style.ts";
import { clean } from "../words/clean.ts";

const MOST = 20;

/**
 * A failure for people: where, what, the line itself, what next, and nothing else.
 * ```
 * dvc.yaml:14:7  stage "train": `dep` is not a key of a stage
 *    14 |       dep: [data/train.csv]
 *       |       ^^^  did you mean `deps`?
 * ```
 */
export function failureText(failure: Failure, style: Style): string {
	const all = allFailures(failure);
	const blocks = all.slice(0, MOST).map((each) => oneFailure(each, style));
	const more = all.length > MOST ? [`and ${countOf(all.length - MOST, "more mistake")}`] : [];
	const many = all.length > 1 || blocks.some((block) => block.includes("\n"));
	return `${typeset(style, [...blocks, ...more].join(many && all.length > 1 ? "\n\n" : "\n"))}\n`;
}

/** The same from the document, when the failure itself is gone. */
export function errorText({ error }: ErrorDocument, style: Style): string {
	return [error, ...error.others].map((row) => rowText(row, style)).join("\n\n");
}

function oneFailure({ message, details }: Failure, style: Style): string {
	const { excerpt, hint } = details;
	const head = `${placeText(details.at, style)}${sentence(message)}`;
	const rest = wanted(message, details);
	if (excerpt === undefined) return [head, ...rest, ...advice(hint, 2)].join("\n");
	const [line = "", marks = ""] = excerpt.split("\n");
	const short = hint !== undefined && hint.length <= Math.max(20, style.width - marks.length - 2);
	return [
		head,
		paint(style, "quiet", line),
		`${paint(style, "bad", marks)}${short ? `  ${clean(hint, 300)}` : ""}`.trimEnd(),
		...rest,
		...(short ? [] : advice(hint, 2)),
	].join("\n");
}

/**
 * What would have been right: always when it is a text to paste, else where no hint says so in better words and the
 * message has not said it already.
 */
function wanted(
	message: string,
	{ found, expected, hint }: Pick<FailureDetails, "found" | "expected" | "hint">,
): string[] {
	if (expected === undefined) return [];
	if (expected.includes("\n")) return ["  expected:", ...advice(expected, 4)];
	if (hint !== undefined || message.includes(expected)) return [];
	const there = found === undefined || message.includes(found) ? "" : `found ${found}, `;
	return advice(`${there}expected ${expected}`, 2);
}

function rowText(row: ErrorRow, style: Style): string {
	const at =
		row.file === null
			? undefined
			: { file: row.file, ...(row.line && { line: row.line }), ...(row.column && { column: row.column }) };
	const { found, expected } = row;
	const details = {
		...(found === undefined ? {} : { found }),
		...(expected === undefined ? {} : { expected }),
		...(row.hint === null ? {} : { hint: row.hint }),
	};
	const head = `${placeText(at, style)}${sentence(row.message)}`;
	return [head, ...wanted(row.message, details), ...advice(details.hint, 2)].join("\n");
}

function placeText(at: Place | undefined, style: Style): string {
	if (at === undefined) return paint(style, "bad", "mainline: ");
	const parts = [clean(at.file, 300), at.line, at.line === undefined ? undefined : at.column];
	return `${paint(style, "strong", parts.filter((part) => part !== undefined).join(":"))}  `;
}

function sentence(message: string): string {
	return message
		.split("\n")
		.map((line) => clean(line, 2000))
		.join("\n");
}

function advice(hint: string | undefined, indent: number): string[] {
	if (hint === undefined) return [];
	return hint.split("\n").map((line) => `${" ".repeat(indent)}${clean(line, 2000)}`);
}
