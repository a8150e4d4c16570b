import { isList, isMapping, type Key, type Place, pythonRepr, reprFloat, type Value } from "../kernel/index.ts";
import { complain, didYouMean, type Entry, type Node } from "../source/index.ts";
import { commandFlags, DEFAULT_STYLE, type FlagStyle } from "./command-flags.ts";

/** `${…}` not behind a backslash, on one line, as short as it can be. */
const EXPRESSION = /(?<!\\)\$\{([^\n]*?)\}/g;
/** Words without `.`, `[` and `]`, joined by `.word` or `[word]`; behind a `]` blanks may stand. */
const PATH = /^[^.[\]]+(?:\.[^.[\]]+|\[[^.[\]]+\]\s*)*$/;

/**
 * Where an expression stands: in a command a mapping becomes options; in what generates stages and in the sections of the top
 * level every value has a text, as Python prints it; anywhere else only single values may stand.
 */
export type Where = { readonly command: FlagStyle } | "anything" | "single";

/** The values that `${}` may name. */
export interface Context {
	/** `single` when absent. */
	readonly where?: Where;
	/** Undefined when nothing has this name. */
	lookup(name: readonly string[]): Value | undefined;
	/** Names to suggest from. */
	readonly names: readonly string[];
	/** Told how many letters an expression put into a text; throws where all of them together are too many. */
	grown?(letters: number, at: Place): void;
}

/** The same names and a few that hide others: `item` and `key` of a generated stage. */
export function withLocal(context: Context, local: ReadonlyMap<string, Value>): Context {
	if (local.size === 0) return context;
	return {
		...(context.where === undefined ? {} : { where: context.where }),
		get names() {
			return [...local.keys(), ...context.names];
		},
		grown: (letters, at) => context.grown?.(letters, at),
		lookup: ([first = "", ...rest]) => {
			const value = local.get(first);
			return value === undefined ? context.lookup([first, ...rest]) : below(value, rest);
		},
	};
}

/** What lies at a path in a value; lists are counted from either end. */
export function below(value: Value, path: readonly string[]): Value | undefined {
	let found: Value | undefined = value;
	for (const part of path) {
		if (found === undefined) return undefined;
		found = isList(found) ? atIndex(found, part) : isMapping(found) ? found.get(part) : undefined;
	}
	return found;
}

/** As Python reads an integer: `+1`, `01` and `1_0` are some. */
function atIndex(list: readonly Value[], part: string): Value | undefined {
	return /^[-+]?\d+(?:_\d+)*$/.test(part) ? list.at(Number(part.replaceAll("_", ""))) : undefined;
}

/** Whether a node holds an expression anywhere, keys included. */
export function hasExpression(node: Node): boolean {
	if (node.kind === "list") return node.items.some(hasExpression);
	if (node.kind === "map") return node.entries.some(({ key, value }) => holdsOne(key) || hasExpression(value));
	return holdsOne(node.value);
}

function holdsOne(value: unknown): boolean {
	return typeof value === "string" && (value.includes("${") || value.includes("\\${"));
}

/** The same node with every expression replaced, in mapping keys too. Failure `template`, with the place of the text. */
export function resolveNode(node: Node, context: Context): Node {
	if (!hasExpression(node)) return node;
	if (node.kind === "list") {
		return { kind: "list", at: node.at, items: node.items.map((item) => resolveNode(item, context)) };
	}
	if (node.kind === "map") {
		return { kind: "map", at: node.at, entries: node.entries.map((entry) => resolveEntry(entry, context)) };
	}
	return typeof node.value === "string" ? nodeFrom(resolveText(node.value, node.at, context), node.at) : node;
}

function resolveEntry({ key, keyAt, value }: Entry, context: Context): Entry {
	const name = typeof key === "string" ? keyOf(resolveText(key, keyAt, context), { text: key, at: keyAt }) : key;
	return { key: name, keyAt, value: resolveNode(value, context) };
}

function keyOf(value: Value, written: Written): Key {
	return value === null || typeof value !== "object" ? value : textOf(value, written);
}

/** An expression's text, and where it stands. */
interface Written {
	readonly text: string;
	readonly at: Place;
}

/** A text that is one expression gives the value itself; others join the values' texts. */
function resolveText(text: string, at: Place, context: Context): Value {
	const expressions = [...text.matchAll(EXPRESSION)];
	const [first] = expressions;
	if (first !== undefined && first[0] === text)
		return fitting(evaluate(first[1] ?? "", at, context), { text, at }, context);
	let resolved = "";
	let end = 0;
	for (const { 0: whole, 1: inner = "", index } of expressions) {
		const put = inText(evaluate(inner, at, context), { text: whole, at }, context);
		context.grown?.(put.length, at);
		resolved += text.slice(end, index) + put;
		end = index + whole.length;
	}
	return (resolved + text.slice(end)).replaceAll("\\${", "${");
}

/** Whether a text holds an expression that is not escaped. */
export function holdsExpression(text: string): boolean {
	return text.search(EXPRESSION) >= 0;
}

/** Whether a text is one expression and nothing else. */
export function isWholeExpression(text: string): boolean {
	const [first, ...more] = text.matchAll(EXPRESSION);
	return more.length === 0 && first?.[0] === text;
}

/** A value in the place of its expression. */
function fitting(value: Value, written: Written, { where }: Context): Value {
	if (where === "anything" || (!isList(value) && !isMapping(value))) return value;
	return typeof where === "object" && isMapping(value) ? value : textOf(value, written);
}

/** A value in a text around it. */
function inText(value: Value, written: Written, { where = "single" }: Context): string {
	if (where === "single" || (!isList(value) && !isMapping(value))) return textOf(value, written);
	if (isMapping(value)) {
		const flags = commandFlags(value, where === "anything" ? DEFAULT_STYLE : where.command);
		return flags ?? textOf(value, written);
	}
	return where === "anything" ? pythonRepr(value) : textOf(value, written);
}

/** The same names, for something that stands elsewhere. */
export function standing(context: Context, where: Where): Context {
	return {
		where,
		get names() {
			return context.names;
		},
		grown: (letters, at) => context.grown?.(letters, at),
		lookup: (name) => context.lookup(name),
	};
}

function evaluate(expression: string, at: Place, context: Context): Value {
	if (!PATH.test(expression)) {
		throw complain(at, "template", `\${${expression}} is not an expression`, {
			found: `\${${expression}}`,
			expected: "a name such as ${train.epochs} or ${layers[0]}",
		});
	}
	const value = context.lookup(
		expression
			.split(/[.[\]]+/)
			.filter((part) => part !== "")
			.map((part) => part.trim()),
	);
	if (value !== undefined) return value;
	throw complain(at, "template", `\`${expression}\` is not known here`, {
		found: `\${${expression}}`,
		expected: "a value of params.yaml or of `vars`",
		hint: didYouMean(expression, context.names) ?? `give it a value in params.yaml, or under \`vars\` in ${at.file}`,
	});
}

/** As DVC puts a value into a text. */
export function textOf(value: Value, { text, at }: Written): string {
	if (typeof value === "string") return value;
	if (value === null) return "None";
	if (typeof value === "number") return reprFloat(value);
	if (typeof value === "boolean" || typeof value === "bigint") return String(value);
	const kind = isList(value) ? "a list" : isMapping(value) ? "a mapping" : "a date";
	throw complain(at, "template", `${text} is ${kind}, which has no place in a text`, {
		found: kind,
		expected: "a text, a number, true or false",
		hint: "name one of its values",
	});
}

/** A value where a node is wanted; everything in it stands where the expression stood. */
export function nodeFrom(value: Value, at: Place): Node {
	if (isList(value)) return { kind: "list", at, items: value.map((item) => nodeFrom(item, at)) };
	if (isMapping(value)) {
		return {
			kind: "map",
			at,
			entries: [...value].map(([key, item]) => ({ key, keyAt: at, value: nodeFrom(item, at) })),
		};
	}
	return { kind: "scalar", at, value };
}
