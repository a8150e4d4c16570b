import { isList, isMapping, type Mapping, reprFloat, type Value } from "../kernel/index.ts";

/** DVC's `[parsing]`: how switches and lists become options. */
export interface FlagStyle {
	/** `boolean_optional`: false becomes `--no-name` instead of nothing. */
	readonly bool: "store_true" | "boolean_optional";
	/** `append`: the option once for each item. */
	readonly list: "nargs" | "append";
}

/** Where nothing is configured, or nobody asks. */
export const DEFAULT_STYLE: FlagStyle = { bool: "store_true", list: "nargs" };

/**
 * A mapping inside a command: `{a: 1, b: {c: true}}` → `--a 1 --b.c`. Null for what DVC cannot write so: a list in a list.
 * Texts are quoted as Python's shlex does.
 */
export function commandFlags(mapping: Mapping, style: FlagStyle, prefix = ""): string | null {
	const parts = [...mapping].map(([key, value]) => flag(`${prefix}${String(key)}`, value, style));
	if (parts.some((part) => part === null)) return null;
	return parts.filter((part) => part !== "").join(" ");
}

function flag(name: string, value: Value, style: FlagStyle): string | null {
	if (isMapping(value)) return commandFlags(value, style, `${name}.`);
	if (isList(value)) return listFlag(name, value, style);
	if (value === true) return `--${name}`;
	if (value === false) return style.bool === "boolean_optional" ? `--no-${name}` : "";
	return `--${name} ${word(value)}`;
}

function listFlag(name: string, items: readonly Value[], { list }: FlagStyle): string | null {
	if (items.some((item) => isList(item) || isMapping(item))) return null;
	if (items.length === 0) return "";
	return list === "append"
		? items.map((item) => `--${name} ${word(item)}`).join(" ")
		: `--${name} ${items.map(word).join(" ")}`;
}

function word(value: Value): string {
	if (typeof value === "string") return quote(value);
	if (value === null) return "None";
	if (typeof value === "number") return reprFloat(value);
	if (typeof value === "boolean") return value ? "True" : "False";
	return typeof value === "bigint" ? value.toString() : "";
}

function quote(text: string): string {
	if (text === "") return "''";
	return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}
