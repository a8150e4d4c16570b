import { stripVTControlCharacters, styleText } from "node:util";

/** How a terminal takes text. */
export interface Style {
	readonly colour: boolean;
	/** Columns; at least 40 are used. */
	readonly width: number;
	/** False: signs and arrows in ASCII. */
	readonly unicode: boolean;
}

/** For files, pipes and tests. */
export const plainStyle: Style = { colour: false, width: 100, unicode: true };

export type Tone = "good" | "bad" | "busy" | "quiet" | "strong" | "plain";

const FORMATS = { good: "green", bad: "red", busy: "yellow", quiet: "dim", strong: "bold", plain: "reset" } as const;

/** Colours a text where colours are wanted; the words say the same without. */
export function paint(style: Style, tone: Tone, text: string): string {
	if (!style.colour || tone === "plain" || text === "") return text;
	return styleText(FORMATS[tone], text, { validateStream: false });
}

/** Signs beside which colours only repeat what is said. */
export type Sign = "done" | "busy" | "waits" | "no" | "rest";

const SIGNS: Readonly<Record<Sign, { unicode: string; ascii: string; tone: Tone }>> = {
	done: { unicode: "✓", ascii: "+", tone: "good" },
	busy: { unicode: "●", ascii: "*", tone: "busy" },
	waits: { unicode: "○", ascii: "o", tone: "busy" },
	no: { unicode: "✗", ascii: "x", tone: "bad" },
	rest: { unicode: "–", ascii: "-", tone: "quiet" },
};

export function sign(style: Style, which: Sign): string {
	const { unicode, ascii, tone } = SIGNS[which];
	return paint(style, tone, style.unicode ? unicode : ascii);
}

const ASCII: readonly (readonly [RegExp, string])[] = [
	[/→/g, "->"],
	[/[–—−]/g, "-"],
	[/≥/g, ">="],
	[/≤/g, "<="],
	[/Δ/g, "change"],
	[/∞/g, "inf"],
	[/…/g, "..."],
	[/·/g, "|"],
	[/✓/g, "+"],
	[/✗/g, "x"],
	[/●/g, "*"],
	[/○/g, "o"],
	[/“|”/g, '"'],
];

/** Our own typography in ASCII where the terminal has nothing else. */
export function typeset(style: Style, text: string): string {
	return style.unicode
		? text
		: ASCII.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), text);
}

/** Columns that a text takes: two for East Asian wide characters and emoji, none for colours and combining marks. */
export function widthOf(text: string): number {
	let width = 0;
	for (const character of stripVTControlCharacters(text)) width += characterWidth(character);
	return width;
}

function characterWidth(character: string): number {
	if (character < "\u0300") return 1;
	if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
	return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
		character,
	)
		? 2
		: 1;
}

export function padTo(text: string, width: number, align: "left" | "right" = "left"): string {
	const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
	return align === "left" ? text + blanks : blanks + text;
}

/** Rows in columns, two blanks between; a column without text in any row is left out. */
export function columns(
	rows: readonly (readonly string[])[],
	align: readonly ("left" | "right")[] = [],
	gap = "  ",
): string[] {
	const count = Math.max(0, ...rows.map((row) => row.length));
	const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ""))));
	return rows.map((row) =>
		widths
			.map((width, i) => (width === 0 ? null : padTo(row[i] ?? "", width, align[i])))
			.filter((cell) => cell !== null)
			.join(gap)
			.trimEnd(),
	);
}

/** Cuts a text to a width, with a mark where it was cut. */
export function shorten(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	let kept = "";
	for (const character of text) {
		if (widthOf(kept) + characterWidth(character) > width - 1) break;
		kept += character;
	}
	return `${kept}…`;
}

/** Breaks a text at blanks; the first line and the others are as wide. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
			lines.push(line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	return [...lines, line];
}
