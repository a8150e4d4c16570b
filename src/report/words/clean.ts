import { stripVTControlCharacters } from "node:util";

/** Characters that say one thing and show another: controls, zero width, text direction, tags, surrogates without a partner, unassigned. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

const PLAIN = /^[ -~]*$/;

/** Marks that pile up over their letter; more than a few are there to hide something. */
const PILED = /(\p{M}{3})\p{M}+/gu;

/** Behind what is shown, so much is looked through for anything but blanks: it is asked of tens of thousands of texts. */
const LOOKED_BEHIND = 4000;

/**
 * A foreign text on one line as it may be shown: nothing in it moves a cursor, turns the direction of reading or hides. What
 * had no visible form shows as `�`, breaks and tabs as a blank. Cut to `length` characters; blanks at the end are nothing to cut.
 */
export function clean(text: string, length = 500): string {
	if (text.length <= length && PLAIN.test(text)) return text;
	// a character is two units at most; no more of a long text is looked at
	const most = (length + 1) * 2;
	const begin = text.slice(0, parts(text, most) ? most - 1 : most);
	const flat = begin
		.replace(/[\r\n\t]+/g, " ")
		.replace(UNSEEN, "\ufffd")
		.replace(PILED, "$1");
	const characters = Array.from(flat);
	const isCut = !isBlank(characters.slice(length).join("")) || !isBlank(text, begin.length);
	return isCut ? `${characters.slice(0, length - 1).join("")}…` : characters.slice(0, length).join("");
}

function isBlank(text: string, from = 0): boolean {
	return text.length - from <= LOOKED_BEHIND && text.slice(from).trimStart() === "";
}

/** The last `length` units, less one where the cut would part a character. */
function endOf(text: string, length: number): string {
	const start = Math.max(0, text.length - length);
	return text.slice(parts(text, start) ? start + 1 : start);
}

/** Whether a cut there parts a character of two units. */
function parts(text: string, at: number): boolean {
	return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** The same for a text of several lines: the breaks stay. */
export function cleanLines(text: string, length = 20_000): string {
	const lines = endOf(text, length * 2)
		.split(/\r\n|\r|\n/)
		.map((line) => clean(stripVTControlCharacters(line), 1000));
	return endOf(lines.join("\n"), length);
}
