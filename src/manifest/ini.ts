import { badInput } from "../kernel/index.ts";

/** A value: a text, or what an unquoted comma makes of it. */
export type IniValue = string | readonly string[];
export type IniSections = Map<string, Map<string, IniValue>>;

/**
 * Reads what Python's ConfigObj reads of DVC's config files: sections, `key = value`, quotes, comments, lists by commas.
 * Names of sections and options come out in lower case. Failure `config-invalid` with the line.
 */
export function parseIni(text: string, file: string): IniSections {
	const sections: IniSections = new Map();
	let current: Map<string, IniValue> | null = null;
	for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
		const line = raw.replace(/^\ufeff/, "").trim();
		if (line === "" || line.startsWith("#")) continue;
		const wrong = (expected: string): Error => invalid({ file, line: index + 1, text: raw }, expected);
		if (line.startsWith("[")) {
			current = openSection(sections, line, wrong);
			continue;
		}
		const at = line.indexOf("=");
		if (at <= 0) throw wrong("`option = value`");
		if (current === null) throw wrong("a [section] before the first option");
		current.set(unquote(line.slice(0, at).trim()).toLowerCase(), readValue(line.slice(at + 1).trim(), wrong));
	}
	return sections;
}

type Wrong = (expected: string) => Error;

function openSection(sections: IniSections, line: string, wrong: Wrong): Map<string, IniValue> {
	const name = /^\[([^\][]+)\]\s*(?:#.*)?$/.exec(line)?.[1]?.trim();
	if (name === undefined) throw wrong("`[section]`");
	const key = unquote(name).toLowerCase();
	const section = sections.get(key) ?? new Map<string, IniValue>();
	sections.set(key, section);
	return section;
}

/** `a`, `"a, b"`, `a, b`; ends at a `#` that follows a blank. */
function readValue(text: string, wrong: Wrong): IniValue {
	const items = [""];
	let quote = "";
	let before = " ";
	for (const char of text) {
		if (quote === "" && char === "#" && /\s/.test(before)) break;
		if (quote === "" && char === ",") items.push("");
		else items[items.length - 1] += char;
		if (char === quote) quote = "";
		else if (quote === "" && (char === '"' || char === "'")) quote = char;
		before = char;
	}
	if (quote !== "") throw wrong("a value with its quotes closed");
	const values = items.map((item) => unquote(item.trim()));
	if (values.length === 1) return values[0] ?? "";
	return values.at(-1) === "" ? values.slice(0, -1) : values;
}

function unquote(text: string): string {
	return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

function invalid({ file, line, text }: { file: string; line: number; text: string }, expected: string): Error {
	return badInput("config-invalid", `expected ${expected}, found \`${text.trim().slice(0, 80)}\``, {
		at: { file, line, column: text.length - text.trimStart().length + 1 },
		found: text.trim().slice(0, 80),
		expected,
		hint: `correct the line, or let dvc write it: dvc config, dvc remote`,
	});
}
