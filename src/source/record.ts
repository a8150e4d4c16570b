import type { Key, Place } from "../kernel/index.ts";
import { expectMap, type Report, type Rule } from "./expect.ts";
import { didYouMean } from "./nearest.ts";
import type { MapNode, Node } from "./node.ts";

/** How a key of a record is read. */
export interface Field<T> {
	readonly rule: Rule<T>;
	readonly required: boolean;
	readonly fallback: T | undefined;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValueOf<F> = F extends Field<infer T> ? T : never;

/** What a record's rule gives: a property for each key, and where each stood. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> } & { readonly $: RecordPlaces };

export interface RecordPlaces {
	readonly at: Place;
	/** The nodes of the keys that were written. */
	readonly nodes: ReadonlyMap<string, Node>;
}

export function required<T>(rule: Rule<T>): Field<T> {
	return { rule, required: true, fallback: undefined };
}

/** Null, or the given value, when the key is absent. */
export function optional<T>(rule: Rule<T>): Field<T | null>;
export function optional<T>(rule: Rule<T>, fallback: T): Field<T>;
export function optional<T>(rule: Rule<T>, fallback: T | null = null): Field<T | null> {
	return { rule, required: false, fallback };
}

/**
 * A mapping with known keys: `record("a stage", { cmd: required(expectString), deps: optional(listOf(expectString), []) })`.
 * Unknown keys are refused with the nearest known one; missing and misfitting ones are all reported.
 */
export function record<F extends Fields>(what: string, fields: F): Rule<RecordOf<F>> {
	const byKey: ReadonlyMap<Key, Field<unknown>> = new Map(Object.entries(fields));
	const known = Object.keys(fields);
	const needed = known.filter((key) => fields[key]?.required === true);
	const absent = Object.fromEntries(known.map((key) => [key, fields[key]?.fallback]));
	// locks hold very many records of few keys each: only what is written is looked at
	return (node, report) => {
		const map = expectMap(node, report);
		if (map === undefined) return undefined;
		const before = report.failures.length;
		if (map.entries.some(({ key }) => !byKey.has(key))) unknownKeys(map, { known, what }, report);
		const result: Record<string, unknown> = { ...absent };
		complainOfMissing(map, { needed, what, report });
		for (const { key, value } of map.entries) {
			const field = byKey.get(key);
			if (field !== undefined) result[String(key)] = field.rule(value, report);
		}
		if (report.failures.length > before) return undefined;
		result["$"] = { at: node.at, nodes: nodesOf(map) };
		// every field was read by the rule of its own name, which is what RecordOf says
		return result as RecordOf<F>;
	};
}

function complainOfMissing(
	map: MapNode,
	{ needed, what, report }: { needed: readonly string[]; what: string; report: Report },
): void {
	for (const name of needed) {
		if (map.entries.some(({ key }) => key === name)) continue;
		report.add(map.at, `${what} needs \`${name}\``, { expected: `the key \`${name}\`` });
	}
}

function nodesOf(map: MapNode): Map<string, Node> {
	return new Map(map.entries.map((entry) => [String(entry.key), entry.value]));
}

/** Complains of every key that is not known, with the nearest known one. */
export function unknownKeys(
	map: MapNode,
	{ known, what }: { known: readonly string[]; what: string },
	report: Report,
): void {
	for (const { key, keyAt } of map.entries) {
		const name = String(key);
		if (known.includes(name)) continue;
		report.add(keyAt, `\`${name}\` is not a key of ${what}`, {
			found: name,
			expected: `one of ${known.join(", ")}`,
			hint: didYouMean(name, known) ?? `the keys of ${what} are ${known.join(", ")}`,
			length: name.length,
		});
	}
}
