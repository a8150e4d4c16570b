import { type Matcher, type Step, stepwise } from "./stepwise.ts";

/** One line of a `.dvcignore` as it counts for paths. */
export interface IgnorePattern {
	readonly matches: Matcher;
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
	try {
		const matches = rule === "/" || rule === "" ? null : matcherOf(partsOf(rule), foldersOnly);
		return matches === null ? null : { matches, ignores, foldersOnly };
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

const NEVER = /(?!)/;

/**
 * A regular expression where it takes no more than a try for each character: with one piece at most that may end in several
 * places. What has more is gone through step by step, so that no pattern takes time without bound.
 */
function matcherOf(parts: readonly string[], foldersOnly: boolean): Matcher | null {
	const known = parts.join("/");
	// DVC asks at the path's start for what it has only read as "a slash somewhere"
	if (known === "**" || known === "**/*") return foldersOnly ? NEVER : /^[^\n]/;
	if (known === "**/*/**") return NEVER;
	const globs: Steps[] = [];
	for (const part of parts) {
		const glob = part === "**" ? null : globOf(part);
		if (glob === null && part !== "**") return null;
		globs.push(glob);
	}
	const loose = globs.slice(0, -1).filter((glob) => glob === null).length + globs.flatMap(looseStars).length;
	return loose < 2 ? new RegExp(sourceOf(globs), "u") : stepwise(stepsOf(globs));
}

/** Of one part; null for `**`. */
type Steps = readonly Step[] | null;

const NOT_SLASH = "[^/]";
const LINE = "[^\\n]";

function sourceOf(globs: readonly Steps[]): string {
	let source = "^";
	let slash = false;
	for (const [index, glob] of globs.entries()) {
		const last = index === globs.length - 1;
		if (glob === null) {
			source += index === 0 ? `(?:${LINE}+/)?` : last ? "/" : `(?:/${LINE}+)?`;
			slash ||= index > 0;
			continue;
		}
		source += `${slash ? "/" : ""}${globSource(glob, `p${index}`)}${last ? "(?:/|$)" : ""}`;
		slash = true;
	}
	return source;
}

/** The same as steps: what `**` stands for may be left out. */
function stepsOf(globs: readonly Steps[]): { steps: Step[]; skips: Map<number, number>; open: boolean } {
	const steps: Step[] = [];
	const skips = new Map<number, number>();
	const [one, many] = [
		{ one: LINE, many: false },
		{ one: LINE, many: true },
	];
	let slash = false;
	for (const [index, glob] of globs.entries()) {
		if (glob !== null) {
			steps.push(...(slash ? [SLASH] : []), ...glob);
			slash = true;
			continue;
		}
		const from = steps.length;
		if (index === globs.length - 1) steps.push(SLASH);
		else {
			steps.push(...(index === 0 ? [one, many, SLASH] : [SLASH, one, many]));
			skips.set(from, steps.length);
		}
		slash ||= index > 0;
	}
	return { steps, skips, open: globs.at(-1) === null };
}

const SLASH: Step = { one: "/", many: false };
const STAR: Step = { one: NOT_SLASH, many: true };

const LITERAL = /[\\^$.*+?()[\]{}|/-]/g;

/** One part: `*`, `?`, `[a-z]`, `[!a]`, and escapes. Null where a bracket or an escape does not end. */
function globOf(part: string): Step[] | null {
	if (part === "*") return [{ one: NOT_SLASH, many: false }, STAR];
	const steps: Step[] = [];
	const literal = (char: string): Step => ({ one: char.replace(LITERAL, "\\$&"), many: false });
	for (let at = 0; at < part.length; at++) {
		const char = String.fromCodePoint(part.codePointAt(at) ?? 0);
		at += char.length - 1;
		if (char === "*") {
			if (steps.at(-1) !== STAR) steps.push(STAR);
		} else if (char === "?") steps.push({ one: NOT_SLASH, many: false });
		else if (char === "[") {
			const set = bracketAt(part, at);
			if (set === null) return null;
			steps.push({ one: set.source, many: false });
			at = set.end;
		} else if (char === "\\") {
			if (++at >= part.length) return null;
			const escaped = String.fromCodePoint(part.codePointAt(at) ?? 0);
			at += escaped.length - 1;
			steps.push(literal(escaped));
		} else steps.push(literal(char));
	}
	return steps;
}

/** Stars beside a set that may match a slash: then it matters where the star ends. */
function looseStars(glob: Steps): Step[] {
	return glob?.some(meetsSlash) ? glob.filter((step) => step === STAR) : [];
}

function meetsSlash({ one, many }: Step): boolean {
	return !many && new RegExp(`^${one}$`, "u").test("/");
}

/**
 * A star and what stands before the next one: where that is found first is right and no other place needs a try, as Python's own
 * fnmatch has it since 3.9: `*a*a*a*b` takes no time without bound.
 */
function globSource(glob: readonly Step[], name: string): string {
	const chunks = [""];
	for (const step of glob) {
		if (step === STAR) chunks.push("");
		else chunks[chunks.length - 1] += step.one;
	}
	const loose = looseStars(glob).length > 0;
	return chunks
		.map((chunk, index) => {
			if (index === 0) return chunk;
			if (loose || index === chunks.length - 1) return `${NOT_SLASH}*${chunk}`;
			return `(?=(?<${name}s${index}>${NOT_SLASH}*?${chunk}))\\k<${name}s${index}>`;
		})
		.join("");
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
