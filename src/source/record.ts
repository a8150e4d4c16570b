import type { Place } from "../kernel/index.ts";
import { expectMap, type Report, type Rule } from "./expect.ts";
import { didYouMean } from "./nearest.ts";
import type { Entry, MapNode, Node } from "./node.ts";

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
	return (node, report) => {
		const map = expectMap(node, report);
		if (map === undefined) return undefined;
		unknownKeys(map, { known: Object.keys(fields), what }, report);
		const written = new Map(map.entries.map((entry) => [entry.key, entry] as const));
		const result: Record<string, unknown> = { $: { at: node.at, nodes: nodesOf(map) } };
		const before = report.failures.length;
		for (const [key, field] of Object.entries(fields))
			result[key] = readField(field, written.get(key), { key, map, what, report });
		// every field was read by the rule of its own name, which is what RecordOf says
		return report.failures.length > before ? undefined : (result as RecordOf<F>);
	};
}

interface FieldContext {
	readonly key: string;
	readonly map: MapNode;
	readonly what: string;
	readonly report: Report;
}

function readField(field: Field<unknown>, entry: Entry | undefined, { key, map, what, report }: FieldContext): unknown {
	if (entry !== undefined) return field.rule(entry.value, report);
	if (field.required) return report.add(map.at, `${what} needs \`${key}\``, { expected: `the key \`${key}\`` });
	return field.fallback;
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
