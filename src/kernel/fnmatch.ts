/** Python's `fnmatch`: `*` any text (slashes, too), `?` one character, `[a-z]` one of these, `[!a-z]` one of the others. */
export function fnmatch(text: string, pattern: string): boolean {
	return new RegExp(`^${translate(pattern)}$`, "su").test(text);
}

/** Whether a pattern is more than a name. */
export function hasWildcards(pattern: string): boolean {
	return /[*?[]/.test(pattern);
}

function translate(pattern: string): string {
	const chunks = [""];
	for (let at = 0; at < pattern.length; ) {
		const set = pattern[at] === "[" ? setAt(pattern, at) : null;
		const char = set?.text ?? String.fromCodePoint(pattern.codePointAt(at) ?? 0);
		if (set === null && char === "*") chunks.push("");
		else chunks[chunks.length - 1] += set?.text ?? (char === "?" ? "." : escaped(char));
		at = set?.end ?? at + char.length;
	}
	return betweenStars(chunks);
}

/**
 * What stands between stars, as one expression. Where a piece is found first is right and no other place needs a try, as Python's
 * own fnmatch has it since 3.9: `*a*a*a*b` takes no time without bound.
 */
export function betweenStars([first = "", ...chunks]: readonly string[]): string {
	const rest = chunks.map((chunk, index) =>
		index === chunks.length - 1 ? `.*${chunk}` : `(?=(?<s${index}>.*?${chunk}))\\k<s${index}>`,
	);
	return first + rest.join("");
}

/** `[…]` as a class; null where no bracket closes it: then it is a bracket like any other character. */
function setAt(pattern: string, start: number): { text: string; end: number } | null {
	const negated = pattern[start + 1] === "!";
	const first = start + (negated ? 2 : 1);
	// a bracket that comes first is one of the set
	const end = pattern.indexOf("]", first + 1);
	if (end < 0) return null;
	return { text: classOf(Array.from(pattern.slice(first, end)), negated), end: end + 1 };
}

function classOf(members: readonly string[], negated: boolean): string {
	const parts: string[] = [];
	for (let at = 0; at < members.length; at++) {
		const [from = "", dash, to] = members.slice(at, at + 3);
		if (dash !== "-" || to === undefined) {
			parts.push(member(from));
			continue;
		}
		// a range that runs backwards holds nothing
		if (from <= to) parts.push(`${member(from)}-${member(to)}`);
		at += 2;
	}
	if (parts.length === 0) return negated ? "." : "(?!)";
	return `[${negated ? "^" : ""}${parts.join("")}]`;
}

function escaped(char: string): string {
	return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}

/** Inside a class a dash is more than itself, too. */
function member(char: string): string {
	return char === "-" ? "\\-" : escaped(char);
}
