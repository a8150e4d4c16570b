import type { ErrorCode, YAMLParseError } from "yaml";
import type { Failure, Place } from "../kernel/index.ts";
import { MAX_DEPTH } from "./limits.ts";
import { complain, type PlaceFinder, type Source } from "./place.ts";

/** A syntax error in the reader's words, with the line. */
export function syntaxFailure(error: YAMLParseError, source: Source, places: PlaceFinder): Failure {
	const [offset, end] = error.pos;
	if (/call stack/.test(error.message)) throw tooDeep(places.at(offset));
	const used = source.text.trimEnd().length;
	if (used > 0 && offset >= used) return endsEarly(source, places, used);
	const words = WORDS[error.code];
	return complain(places.at(offset), "yaml-syntax", words?.message ?? lowerFirst(error.message), {
		expected: words?.expected ?? "YAML 1.2",
		...(words?.hint === undefined ? {} : { hint: words.hint }),
		length: Math.max(1, Math.min(end - offset, 40)),
	});
}

export function tooDeep(at: Place): Failure {
	return complain(at, "yaml-too-deep", `collections are nested more than ${MAX_DEPTH} deep`, {
		expected: `at most ${MAX_DEPTH} levels`,
	});
}

function endsEarly(source: Source, places: PlaceFinder, used: number): Failure {
	return complain(places.at(used - 1), "yaml-syntax", "the file ends in the middle of a value", {
		found: "the end of the file",
		expected: "a closing quote or bracket, or the rest of a mapping",
		hint: `was writing ${source.file} interrupted? \`git checkout -- ${source.file}\` brings back the committed one`,
	});
}

const WORDS: Partial<Record<ErrorCode, { message: string; expected?: string; hint?: string }>> = {
	TAB_AS_INDENT: { message: "a tab indents this line", expected: "blanks", hint: "YAML indents with blanks only" },
	BAD_INDENT: {
		message: "this line is indented differently from its neighbours",
		hint: "lines of one mapping or list start in one column",
	},
	MULTILINE_IMPLICIT_KEY: {
		message: "a key must stand on one line with its `:`",
		hint: "is a `:` missing in the line above, or the indentation off?",
	},
	MISSING_CHAR: { message: "a closing quote, bracket or comma is missing" },
	BLOCK_AS_IMPLICIT_KEY: { message: "a second `: ` in one line", hint: "put the value in quotes" },
	MULTIPLE_DOCS: {
		message: "a second document starts here",
		hint: "the file must hold one document: remove the `---`",
	},
	BAD_ALIAS: { message: "this alias has no anchor above" },
};

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
