import type { Key, Value } from "../../../kernel/index.ts";
import type { Tracing, Used } from "./tracing.ts";
import { type Known, UNKNOWN } from "./values.ts";

type Settings = Extract<Known, { kind: "settings" }>;

/** What a file of parameters holds, as a program reads it; unknown where it holds none. */
export function settingsFrom(t: Tracing, file: string): Known {
	if (t.sources.settings(file) === null) return UNKNOWN;
	usedOf(t, file);
	return { kind: "settings", file, keys: [] };
}

/** One key deeper. */
export function settingAt(t: Tracing, settings: Settings, key: string): Known {
	const next: Settings = { ...settings, keys: [...settings.keys, key] };
	if (!/^[\w-]+$/.test(key) || valueAt(t, next) === undefined) {
		handOn(t, settings);
		return UNKNOWN;
	}
	usedOf(t, settings.file).names.add(next.keys.join("."));
	return next;
}

/** Somebody else gets it whole. */
export function handOn(t: Tracing, value: Known): void {
	if (value.kind === "settings") usedOf(t, value.file).whole.add(value.keys.join("."));
	if (value.kind === "list") for (const item of value.items) handOn(t, item);
}

/** A setting as text, where it is a scalar. */
export function scalarAt(t: Tracing, settings: Settings): string | null {
	const value = valueAt(t, settings);
	if (typeof value === "string") return value;
	return typeof value === "number" || typeof value === "bigint" ? value.toString() : null;
}

function usedOf(t: Tracing, file: string): Used {
	const known = t.findings.settings.get(file);
	if (known !== undefined) return known;
	const used = { names: new Set<string>(), whole: new Set<string>() };
	t.findings.settings.set(file, used);
	return used;
}

function valueAt(t: Tracing, { file, keys }: Settings): Value | undefined {
	let value: Value | undefined = t.sources.settings(file) ?? undefined;
	for (const key of keys) value = value instanceof Map ? (value as ReadonlyMap<Key, Value>).get(key) : undefined;
	return value;
}

/** The least names that cover what is used, as `params:` takes them. Null for the whole file. */
export function namesOf({ names, whole }: Used): string[] | null {
	if (whole.has("") || names.size + whole.size === 0) return null;
	const longest = [...names].filter((name) => ![...names].some((other) => other.startsWith(`${name}.`)));
	const all = [...new Set([...longest, ...whole])];
	return all.filter((name) => !all.some((other) => whole.has(other) && name.startsWith(`${other}.`))).sort();
}
