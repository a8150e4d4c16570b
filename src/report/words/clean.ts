import { stripVTControlCharacters } from "node:util";

/** Characters that say one thing and show another: controls, zero width, text direction, tags, surrogates without a partner, unassigned. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/gu;

const PLAIN = /^[ -~]*$/;

/** Marks that pile up over their letter; more than a few are there to hide something. */
const PILED = /(\p{M}{3})\p{M}+/gu;

/**
 * A foreign text on one line as it may be shown: nothing in it moves a cursor, turns the direction of reading or hides. What
 * had no visible form shows as `�`, breaks and tabs as a blank. Cut to `length` characters.
 */
export function clean(text: string, length = 500): string {
	if (text.length <= length && PLAIN.test(text)) return text;
	const flat = text
		.slice(0, length * 4)
		.replace(/[\r\n\t]+/g, " ")
		.replace(UNSEEN, "\ufffd")
		.replace(PILED, "$1");
	const characters = Array.from(flat);
	return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : flat;
}

/** The same for a text of several lines: the breaks stay. */
export function cleanLines(text: string, length = 20_000): string {
	return text
		.slice(-length * 2)
		.split(/\r\n|\r|\n/)
		.map((line) => clean(stripVTControlCharacters(line), 1000))
		.join("\n")
		.slice(-length);
}
