/** The text of a single-quoted YAML scalar, given what stands between its quotes. */
export function foldSingle(raw: string): string {
	const text = raw.includes("\n") ? fold(raw.split("\n")) : raw;
	return text.includes("'") ? text.replaceAll("''", "'") : text;
}

/** The text of a double-quoted YAML scalar, given what stands between its quotes; null when an escape is unknown or the case too rare to be sure. */
export function foldDouble(raw: string): string | null {
	if (!raw.includes("\n")) return raw.includes("\\") ? decodeEscapes(raw) : raw;
	const lines = joinEscapedBreaks(raw.split("\n"));
	return lines === null ? null : decodeEscapes(fold(lines));
}

/** Line folding: blanks around breaks go, one break is a blank, n blank lines are n breaks. */
function fold(lines: readonly string[]): string {
	const last = lines.length - 1;
	if (last === 0) return lines[0] ?? "";
	let text = trimRight(lines[0] ?? "");
	let blank = 0;
	for (let i = 1; i <= last; i++) {
		const line = i === last ? trimLeft(lines[i] ?? "") : trimLeft(trimRight(lines[i] ?? ""));
		if (line === "" && i < last) blank++;
		else {
			text += (blank > 0 ? "\n".repeat(blank) : " ") + line;
			blank = 0;
		}
	}
	return text;
}

/** A backslash at the end of a line joins it to the next one without a blank. */
function joinEscapedBreaks(lines: readonly string[]): string[] | null {
	const joined: string[] = [];
	let open: string | null = null;
	for (const line of lines) {
		const content: string = open === null ? line : open + trimLeft(line);
		if (open !== null && trimLeft(line) === "" && line !== lines.at(-1)) return null;
		const trimmed = trimRight(content);
		if (oddBackslashes(content)) open = content.slice(0, -1);
		else if (trimmed !== content && oddBackslashes(trimmed)) return null;
		else {
			joined.push(content);
			open = null;
		}
	}
	return open === null ? joined : null;
}

function oddBackslashes(text: string): boolean {
	let count = 0;
	while (text.charCodeAt(text.length - 1 - count) === 92) count++;
	return count % 2 === 1;
}

function trimLeft(text: string): string {
	return text.replace(/^[ \t]+/, "");
}

/** Without the blanks and tabs at its end; other white space is text to YAML. */
export function trimRight(text: string): string {
	let end = text.length;
	while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
	return text.slice(0, end);
}

const ESCAPES: Readonly<Record<string, string>> = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	t: "\t",
	"\t": "\t",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r",
	e: "\x1b",
	" ": " ",
	'"': '"',
	"/": "/",
	"\\": "\\",
	N: "\x85",
	_: "\xa0",
	L: "\u2028",
	P: "\u2029",
};

function decodeEscapes(text: string): string | null {
	let known = true;
	const result = text.replace(
		/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
		(_, x, u, long, one) => {
			const hex: string | undefined = x ?? u ?? long;
			const code = hex === undefined ? -1 : Number.parseInt(hex, 16);
			const plain =
				hex === undefined ? ESCAPES[String(one)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
			if (plain === undefined) known = false;
			return plain ?? "";
		},
	);
	return known ? result : null;
}
