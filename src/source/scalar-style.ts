import type { ScalarLayout } from "./layout.ts";
import { needsQuotes } from "./scalar.ts";

export type ScalarStyle = "plain" | "single" | "double";

export interface StyleContext {
	readonly simpleKey: boolean;
	/** Inside `[…]` or `{…}`. */
	readonly flow: boolean;
}

/** Texts that need no second look: a word of letters, digits and path characters. */
const SURELY_PLAIN = /^[A-Za-z_/][A-Za-z0-9_/.@-]{5,}$/;

/** ruamel's choice for a text without a style of its own: plain, else single quotes, else double; double at once with `'` or a line break inside. */
export function chooseStyle(scalar: ScalarLayout, context: StyleContext): ScalarStyle {
	const { text } = scalar;
	if (SURELY_PLAIN.test(text)) return "plain";
	if (text === "") return scalar.type === "text" || context.simpleKey || context.flow ? "single" : "plain";
	const form = analyse(text);
	const fits = context.flow ? form.flowPlain : form.blockPlain;
	const own = scalar.type !== "text" || !needsQuotes(text);
	if (own && fits && !(context.simpleKey && form.multiline)) return "plain";
	if (text.includes("'") || text.includes("\n")) return "double";
	return form.single && !(context.simpleKey && form.multiline) ? "single" : "double";
}

/** True when the text holds a line break, which a simple key may not. */
export function isMultiline(text: string): boolean {
	return BREAK.test(text);
}

interface Form {
	readonly multiline: boolean;
	readonly blockPlain: boolean;
	readonly flowPlain: boolean;
	readonly single: boolean;
}

const BREAK = /[\n\x85\u2028\u2029]/;
/** Everything that must be escaped: controls, lone surrogates, the byte order mark, non-characters. */
const SPECIAL = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const EDGE = /^[ \n\x85\u2028\u2029]|[ \n\x85\u2028\u2029]$/;
const BREAK_SPACE = /[\n\x85\u2028\u2029] /;
const SPACE_BREAK = / [\n\x85\u2028\u2029]/;
/** Starts a document, is an indicator at the start, a `:` before or a `#` after a blank. */
const BLOCK_INDICATOR =
	/^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:$|[\0 \t\r\n\x85\u2028\u2029]))|:(?:$|[\0 \t\r\n\x85\u2028\u2029])|[\0 \t\r\n\x85\u2028\u2029]#/;
const FLOW_INDICATOR = /[,[\]{}]|^[?:]$/;

function analyse(text: string): Form {
	const special = SPECIAL.test(text);
	const multiline = BREAK.test(text);
	const brokenBlanks = multiline && (BREAK_SPACE.test(text) || SPACE_BREAK.test(text));
	const single = !special && !brokenBlanks;
	const plain = single && !multiline && !EDGE.test(text);
	const blockPlain = plain && !BLOCK_INDICATOR.test(text);
	return { multiline, blockPlain, flowPlain: blockPlain && !FLOW_INDICATOR.test(text), single };
}
