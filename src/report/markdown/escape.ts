import { clean, cleanLines } from "../words/clean.ts";

/** Breaks what GitHub makes links, pings and pictures of, and shows as nothing. */
const BREAK = "\u200b";

/** What Markdown takes for more than itself: anywhere, around a word, or where a line begins. */
const MARKUP = /[\\`*[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^[-+>#=]/g;

/**
 * A foreign text as running text: no Markdown, no HTML, no maths, no mention, no reference, no link, no emoji shortcode, one
 * line, and nothing that ends a table's cell.
 */
export function prose(text: string, length = 500): string {
	return tamed(
		clean(text, length)
			.replace(MARKUP, "\\$&")
			.replace(/^(\d+)(?=[.)](\s|$))/, "$1\\"),
	);
}

/** The same inside of a line of HTML, where Markdown means nothing: a `<summary>`. */
export function htmlProse(text: string, length = 120): string {
	return tamed(clean(text, length));
}

/** No HTML, mention, reference, emoji shortcode or address. */
function tamed(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replace(/@|#(?=\d)/g, (found) => found + BREAK)
		.replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
		.replace(/\b(www|gh)(?=[.-])/gi, `$1${BREAK}`);
}

/** Where a text goes: a table's cell ends at a bar, also inside of code. */
export type Where = "line" | "cell";

/** A foreign text as code: a name, a path, a value. */
export function code(text: string, length = 200, where: Where = "line"): string {
	const shown = unmarked(clean(text, length));
	const content = where === "cell" ? withoutBars(shown) : shown;
	if (content.trim() === "") return "` `";
	const mark = "`".repeat(longestRun(content) + 1);
	const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
	return `${mark}${pad}${content}${pad}${mark}`;
}

/** A sentence in which `words` are code, as in all our sentences; whatever stands in it, it is one or the other. */
export function spoken(text: string, length = 600): string {
	return clean(text, length)
		.split("`")
		.map((part, index) => (index % 2 === 0 ? prose(part, length) : code(part, 200)))
		.join("");
}

/** A foreign name: plain where it is plain words, else code. */
export function name(text: string, length = 120, where: Where = "cell"): string {
	const shown = clean(text, length);
	const plain = /^[A-Za-z][A-Za-z0-9_]*( [A-Za-z0-9_()%]+)*$/.test(shown) && !/^[0-9a-f]{7,}$/i.test(shown);
	return plain ? prose(shown, length) : code(shown, length, where);
}

/** `\|` is a bar in a cell, but `\\|` is a backslash and the cell's end: a backslash of the text itself is kept off the bar. */
function withoutBars(text: string): string {
	return text.replace(/\\(?=\|)/g, `\\${BREAK}`).replaceAll("|", "\\|");
}

/** A foreign text of several lines in a fence that it cannot close. */
export function fence(text: string, length = 8000): string {
	const content = unmarked(cleanLines(text.trimEnd(), length));
	const mark = "`".repeat(Math.max(3, longestRun(content) + 1));
	return `${mark}text\n${content}\n${mark}`;
}

/** A link to an address of ours; the label alone where the address is none to follow. `label` is Markdown already. */
export function link(label: string, address: string | undefined): string {
	if (address === undefined || !URL.canParse(address)) return label;
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return label;
	return `[${label}](${url.href.replace(/[()<>\\\s|`@]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;
}

/** Our own words that stay on one line. */
export function unbroken(text: string): string {
	return text.replaceAll(" ", "\u00a0");
}

/** Bytes as GitHub counts them. */
export function byteLength(text: string): number {
	return Buffer.byteLength(text, "utf8");
}

/** A comment of HTML, our marker among them, never stands whole in a foreign text. */
function unmarked(text: string): string {
	return text.replace(/<(?=!--)/g, `<${BREAK}`).replace(/--(?=>)/g, `--${BREAK}`);
}

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
