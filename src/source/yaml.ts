import { badInput, type Failure } from "../kernel/index.ts";
import { MAX_TEXT } from "./limits.ts";
import { type Node, orEmpty } from "./node.ts";
import { complain, PlaceFinder, type Source } from "./place.ts";
import { parseFullYaml } from "./yaml-full.ts";
import { parseSimpleYaml } from "./yaml-simple.ts";

/**
 * Reads YAML as DVC does (ruamel.yaml's YAML 1.2 resolution). An empty text is an empty mapping, and so is all that Python takes
 * for nothing: `[]`, `0`, `false`, `''`.
 * Failures (all with a place): `yaml-syntax`, `yaml-duplicate-key`, `yaml-alias-bomb`, `yaml-recursive-alias`, `yaml-too-deep`,
 * `yaml-tag`, `yaml-key`, `yaml-merge`, `merge-conflict`, `too-large`.
 */
export function parseYaml(text: string, file: string): Node {
	const source = openYaml(text, file);
	return orEmpty(parseSimpleYaml(source) ?? parseFullYaml(source));
}

/** The checks before any parsing, and the breaks made uniform. */
export function openYaml(text: string, file: string): Source {
	if (text.length > MAX_TEXT) throw tooLarge(text.length, file);
	const source = { file, text: uniform(text) };
	refuseConflict(source);
	refuseControls(source);
	return source;
}

/** Failure `too-large`. */
export function tooLarge(length: number, file: string): Failure {
	return badInput("too-large", `${file} is too large to be read as text: ${length} characters, more than ${MAX_TEXT}`, {
		at: { file },
		found: `${length} characters`,
		expected: `at most ${MAX_TEXT}`,
		hint: "what is this large is data: track it with `mainline add`, and keep settings and results small",
	});
}

/**
 * No byte order mark, `\n` for every break. ruamel also takes U+0085, U+2028 and U+2029 for breaks, the first as `\n`, the
 * others as themselves without the blanks around them.
 */
function uniform(text: string): string {
	let result = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	if (/[\r\u0085]/.test(result)) result = result.replace(/\r\n?|\u0085/g, "\n");
	if (/[\u2028\u2029]/.test(result)) result = result.replace(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
	return result;
}

function refuseConflict(source: Source): void {
	if (!source.text.includes("<<<<<<< ") && !source.text.includes(">>>>>>> ")) return;
	const marker = /^(?:<{7}|>{7}) .*$/m.exec(source.text);
	if (marker === null) return;
	throw complain(new PlaceFinder(source).at(marker.index), "merge-conflict", "an unresolved merge conflict", {
		found: marker[0],
		expected: "one of the two sides",
		hint: `resolve it in ${source.file} and \`git add\` it; a lock file can also be made anew by running the pipeline`,
		length: marker[0].length,
	});
}

/** ruamel's own list of what may not stand in a YAML text unescaped. */
const CONTROL = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function refuseControls(source: Source): void {
	const index = source.text.search(CONTROL);
	if (index < 0) return;
	const code = (source.text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
	throw complain(new PlaceFinder(source).at(index), "yaml-syntax", `the character U+${code} may not stand in YAML`, {
		expected: "printable text",
		hint: `write it as "\\u${code}" in double quotes`,
	});
}
