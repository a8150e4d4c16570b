/** One line of a `.dvcignore` as it counts for paths. */
export interface IgnorePattern {
	readonly matches: RegExp;
	/** False for a line that takes back what an earlier one says (`!`). */
	readonly ignores: boolean;
	/** True for a line that ends with `/`: it speaks of folders only. */
	readonly foldersOnly: boolean;
}

/** What stands before every path below a nested `.dvcignore`: its folder, whatever its name. */
export const BELOW = "_";

/** In characters: what no path exceeds. A longer line is no pattern that anybody meant, and may be more than V8 can translate. */
const LONGEST = 4096;

/**
 * Reads a line the way DVC does, by the rules of gitignore and with DVC's own ideas: blanks around it never count; the rules of a
 * nested file are moved up to the root, where a star and a slash mean more than they do in the root's own file, and an escape at the start is
 * lost. Null for a line that says nothing or cannot be understood.
 */
export function readPattern(line: string, nested: boolean): IgnorePattern | null {
	const text = strip(line);
	if (text === "" || text.startsWith("#") || text.length > LONGEST) return null;
	return compile(nested ? movedUp(text) : text);
}

// oxlint-disable-next-line no-control-regex -- Python takes these for blanks
const BLANK = /^(?!\ufeff)[\s\x1c-\x1f\x85]$/u;

/** Without white space around it, as Python knows it, which is not quite JavaScript's. */
function strip(line: string): string {
	let [from, to] = [0, line.length];
	while (from < to && BLANK.test(line.charAt(from))) from++;
	while (to > from && BLANK.test(line.charAt(to - 1))) to--;
	return line.slice(from, to);
}

function movedUp(text: string): string {
	const [mark, rule] = text.startsWith("!") ? ["!", text.slice(1)] : ["", text];
	const anchored = rule.slice(0, -1).includes("/") && !rule.startsWith("**/");
	const bare = anchored ? rule.replace(/^\//, "") : rule.replace(/^\*\*\//, "");
	return `${mark}/${BELOW}/${anchored ? "" : "**/"}${bare.replace(/^\\/, "")}`;
}

function compile(text: string): IgnorePattern | null {
	const ignores = !text.startsWith("!");
	const rule = ignores ? text : text.slice(1);
	const foldersOnly = rule.endsWith("/");
	const source = rule === "/" || rule === "" ? null : sourceOf(partsOf(rule), foldersOnly);
	if (source === null) return null;
	try {
		return { matches: new RegExp(source, "u"), ignores, foldersOnly };
	} catch {
		// a range that runs backwards: DVC breaks down over it
		return null;
	}
}

/** The parts between slashes, `**` in front where the rule holds at any depth and at the end where it holds for what is inside. */
function partsOf(rule: string): string[] {
	const parts = rule.split("/");
	if (parts[0] === "") parts.shift();
	else if ((parts.length === 1 || (parts.length === 2 && parts[1] === "")) && parts[0] !== "**") parts.unshift("**");
	if (parts.at(-1) === "") parts[parts.length - 1] = "**";
	return parts.filter((part, index) => !(part === "**" && parts[index - 1] === "**"));
}

const NEVER = "(?!)";

function sourceOf(parts: readonly string[], foldersOnly: boolean): string | null {
	const known = parts.join("/");
	// DVC asks at the path's start for what it has only read as "a slash somewhere"
	if (known === "**" || known === "**/*") return foldersOnly ? NEVER : "^[^\\n]";
	if (known === "**/*/**") return NEVER;
	let source = "";
	let slash = false;
	for (const [index, part] of parts.entries()) {
		const last = index === parts.length - 1;
		if (part === "**") {
			source += index === 0 ? "^(?:[^\\n]+/)?" : last ? "/" : "(?:/[^\\n]+)?";
			slash ||= index > 0;
			continue;
		}
		const glob = part === "*" ? "[^/]+" : globOf(part, `p${index}`);
		if (glob === null) return null;
		source += `${index === 0 ? "^" : ""}${slash ? "/" : ""}${glob}${last ? "(?:/|$)" : ""}`;
		slash = true;
	}
	return source;
}

const LITERAL = /[\\^$.*+?()[\]{}|/-]/g;

/** One part: `*`, `?`, `[a-z]`, `[!a]`, and escapes. Null where a bracket or an escape does not end. `name` is for its groups alone. */
function globOf(part: string, name: string): string | null {
	let [before, chunk] = ["", ""];
	let [stars, sets] = [0, 0];
	for (let at = 0; at < part.length; at++) {
		const char = part.charAt(at);
		if (char === "*") {
			if (stars > 0 && chunk === "") continue;
			before += stars === 0 ? chunk : afterStar(chunk, sets > 0 ? null : `${name}s${stars}`);
			[chunk, stars, sets] = ["", stars + 1, 0];
		} else if (char === "?") chunk += "[^/]";
		else if (char === "[") {
			const set = bracketAt(part, at);
			if (set === null) return null;
			chunk += set.source;
			sets++;
			at = set.end;
		} else if (char === "\\") {
			if (++at >= part.length) return null;
			chunk += part.charAt(at).replace(LITERAL, "\\$&");
		} else chunk += char.replace(LITERAL, "\\$&");
	}
	return `${before}${stars === 0 ? "" : "[^/]*"}${chunk}`;
}

/**
 * A star and what stands before the next one. Where that is found first is right and no other place needs a try, as Python's own
 * fnmatch has it since 3.9: `*a*a*a*b` takes no time without bound. Null for a group where a set may match a slash: then the place matters.
 */
function afterStar(chunk: string, group: string | null): string {
	return group === null ? `[^/]*${chunk}` : `(?=(?<${group}>[^/]*?${chunk}))\\k<${group}>`;
}

function bracketAt(part: string, open: number): { source: string; end: number } | null {
	let from = open + 1;
	const negated = part.charAt(from) === "!" || part.charAt(from) === "^";
	if (negated) from++;
	// a bracket that comes first is one of the set
	const end = part.indexOf("]", part.charAt(from) === "]" ? from + 1 : from);
	if (end < 0) return null;
	const inside = part.slice(from, end).replace(/[\\\][^]|^-|-$/g, "\\$&");
	return { source: `[${negated ? "^" : ""}${inside}]`, end };
}
