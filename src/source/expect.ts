import { type Failure, isTimestamp, type Mapping, type Place, together, type Value } from "../kernel/index.ts";
import { nearest } from "./nearest.ts";
import { describeNode, type MapNode, type Node, toValue } from "./node.ts";
import { type Complaint, complain } from "./place.ts";

/**
 * A rule for a node: the value when the node fits, `undefined` and a complaint when it does not. Rules compose
 * (`optional(listOf(text))`), go on after a mistake, and report all of them in one failure. See `check`.
 */
export type Rule<T> = (node: Node, report: Report) => T | undefined;

/** Collects the complaints of one reading. `subject` goes before every message: `stage "train": `. */
export class Report {
	readonly failures: Failure[] = [];
	readonly code: string;
	readonly subject: string;

	constructor(code: string, subject = "", failures: Failure[] = []) {
		this.code = code;
		this.subject = subject;
		this.failures = failures;
	}

	add(at: Place, message: string, details: Complaint = {}): undefined {
		this.failures.push(complain(at, this.code, this.subject === "" ? message : `${this.subject}: ${message}`, details));
		return undefined;
	}

	/** The same collection under another subject. */
	about(subject: string): Report {
		return new Report(this.code, subject, this.failures);
	}

	/** Throws all complaints as one `Failure`, if there are any. */
	settle(): void {
		if (this.failures.length > 0) throw together(this.failures);
	}
}

/** Applies a rule to a whole file; every mistake in it is thrown as one `Failure` with this code. */
export function check<T>(node: Node, rule: Rule<T>, code: string): T {
	const report = new Report(code);
	const value = rule(node, report);
	report.settle();
	if (value === undefined) throw new Error("a rule refused a node without a complaint");
	return value;
}

export function expectString(node: Node, report: Report): string | undefined {
	if (node.kind === "scalar" && typeof node.value === "string") return node.value;
	const quotable = node.kind === "scalar" && node.value !== null;
	return mismatch(node, report, "a text", quotable ? { hint: "put it in quotes" } : {});
}

export function expectBoolean(node: Node, report: Report): boolean | undefined {
	if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
	return mismatch(node, report, "true or false");
}

export function expectInteger(node: Node, report: Report): bigint | undefined {
	if (node.kind === "scalar" && typeof node.value === "bigint") return node.value;
	return mismatch(node, report, "a whole number");
}

/** An integer or a float, as a JavaScript number. */
export function expectNumber(node: Node, report: Report): number | undefined {
	if (node.kind === "scalar" && (typeof node.value === "bigint" || typeof node.value === "number"))
		return Number(node.value);
	return mismatch(node, report, "a number");
}

/** Any value but a date, which no tool around DVC can carry. */
export function expectValue(node: Node, report: Report): Value | undefined {
	const value = toValue(node);
	return isTimestamp(value) ? mismatch(node, report, "a value other than a date", { hint: "put it in quotes" }) : value;
}

/** A mapping whose values may be anything, as a plain value. */
export function expectMapping(node: Node, report: Report): Mapping | undefined {
	const value = toValue(node);
	return value instanceof Map ? value : mismatch(node, report, "a mapping");
}

/** A mapping to be read entry by entry. */
export function expectMap(node: Node, report: Report): MapNode | undefined {
	return node.kind === "map" ? node : mismatch(node, report, "a mapping");
}

export function expectList(node: Node, report: Report): readonly Node[] | undefined {
	return node.kind === "list" ? node.items : mismatch(node, report, "a list");
}

/** The node itself, for what is looked at later. */
export function expectNode(node: Node): Node {
	return node;
}

/** Every item by one rule; items that do not fit are left out after their complaint. */
export function listOf<T>(rule: Rule<T>): Rule<T[]> {
	return (node, report) =>
		expectList(node, report)?.flatMap((item) => {
			const value = rule(item, report);
			return value === undefined ? [] : [value];
		});
}

/** A mapping from free names to one rule, in file order. Names that YAML reads as numbers or booleans are taken as their text. */
export function mapOf<T>(
	rule: (node: Node, report: Report, name: string, nameAt: Place) => T | undefined,
): Rule<Map<string, T>> {
	return (node, report) => {
		const map = expectMap(node, report);
		if (map === undefined) return undefined;
		const result = new Map<string, T>();
		for (const { key, keyAt, value } of map.entries) {
			const read = rule(value, report, String(key), keyAt);
			if (read !== undefined) result.set(String(key), read);
		}
		return result;
	};
}

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Rule<T> {
	return (node, report) => {
		const word = words.find((candidate) => node.kind === "scalar" && node.value === candidate);
		if (word !== undefined) return word;
		const meant = node.kind === "scalar" && typeof node.value === "string" ? nearest(node.value, words) : null;
		return mismatch(node, report, words.join(", "), meant === null ? {} : { hint: `did you mean \`${meant}\`?` });
	};
}

/** The rule by what kind of node stands there: `{ scalar: expectString, list: listOf(expectString) }`. */
export function byKind<T>(rules: { readonly [K in Node["kind"]]?: Rule<T> }, expected: string): Rule<T> {
	return (node, report) => {
		const rule = rules[node.kind];
		return rule === undefined ? mismatch(node, report, expected) : rule(node, report);
	};
}

/** Null where nothing stands after the key. */
export function nullable<T>(rule: Rule<T>): Rule<T | null> {
	return (node, report) => (node.kind === "scalar" && node.value === null ? null : rule(node, report));
}

/** Changes what a rule gives; complain through `report` and return undefined to refuse. */
export function refine<T, U>(rule: Rule<T>, then: (value: T, node: Node, report: Report) => U | undefined): Rule<U> {
	return (node, report) => {
		const value = rule(node, report);
		return value === undefined ? undefined : then(value, node, report);
	};
}

/** "found …, expected …" at a node. */
export function mismatch(node: Node, report: Report, expected: string, details: Complaint = {}): undefined {
	const found = describeNode(node);
	return report.add(node.at, `expected ${expected}, found ${found}`, { expected, found, ...details });
}
