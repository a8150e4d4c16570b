import type { SyntaxNode } from "@lezer/common";
import { PythonLiteral } from "./python-literal.ts";
import type { PythonCall, PythonExpression, PythonParameter } from "./python-tree.ts";

/** A text that is being read, and where its lines begin. */
export interface Reading {
	readonly text: string;
	lineAt(offset: number): number;
}

/** Expressions that are nested deeper hold nothing that we would find. */
const DEEPEST = 80;

const NOTHING: PythonExpression = { kind: "other", parts: [] };

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
	const children: SyntaxNode[] = [];
	for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
	return children;
}

/** Punctuation and key words are nodes of their own, named as they are written. */
export function isExpression({ name }: SyntaxNode): boolean {
	return (
		/^[A-Z]/.test(name) && !/Op$|^(?:TypeDef|Body|Comment|ParamList|ArgList|⚠|FormatSpec|FormatConversion)$/.test(name)
	);
}

export function expressionOf(reading: Reading, node: SyntaxNode, depth = 0): PythonExpression {
	if (depth > DEEPEST) return NOTHING;
	const of = (child: SyntaxNode): PythonExpression => expressionOf(reading, child, depth + 1);
	const inside = (): SyntaxNode[] => childrenOf(node).filter(isExpression);
	switch (node.name) {
		case "VariableName":
			return { kind: "name", name: textOf(reading, node) };
		case "String":
			return textLiteral(textOf(reading, node));
		case "Number":
			return { kind: "literal", value: Number(textOf(reading, node).replaceAll("_", "")) };
		case "Boolean":
			return { kind: "literal", value: textOf(reading, node) === "True" };
		case "None":
			return { kind: "literal", value: null };
		case "ContinuedString":
			return { kind: "joined", parts: inside().map(of) };
		case "FormatString":
			return { kind: "joined", parts: formatParts(reading, node, of) };
		case "MemberExpression":
			return member(reading, node, of);
		case "CallExpression":
			return call(reading, node, of);
		case "BinaryExpression":
			return binary(reading, node, of);
		case "ConditionalExpression": {
			const [yes = NOTHING, , no = NOTHING] = inside().map(of);
			return { kind: "choice", options: [yes, no] };
		}
		case "ArrayExpression":
		case "TupleExpression":
		case "SetExpression":
			return { kind: "list", items: inside().map(of) };
		case "DictionaryExpression":
			return { kind: "dictionary", entries: entriesOf(node, of) };
		case "ArrayComprehensionExpression":
		case "ComprehensionExpression":
		case "SetComprehensionExpression":
		case "ParenthesizedExpression":
		case "AwaitExpression":
		case "NamedExpression":
			return wrapped(node, of);
		case "LambdaExpression":
			return NOTHING;
		default:
			return { kind: "other", parts: inside().map(of) };
	}
}

function textOf({ text }: Reading, node: SyntaxNode): string {
	return text.slice(node.from, node.to);
}

function textLiteral(written: string): PythonExpression {
	const value = new PythonLiteral(written).whole();
	return typeof value === "string" ? { kind: "literal", value } : NOTHING;
}

function formatParts(
	reading: Reading,
	node: SyntaxNode,
	of: (child: SyntaxNode) => PythonExpression,
): PythonExpression[] {
	const written = textOf(reading, node);
	const opening = /^[a-zA-Z]*("""|'''|"|')/.exec(written);
	const quote = opening?.[1] ?? '"';
	const end = node.to - (written.endsWith(quote) ? quote.length : 0);
	const parts: PythonExpression[] = [];
	let at = node.from + (opening?.[0].length ?? 0);
	const literal = (to: number): void => {
		const plain = reading.text.slice(at, to).replaceAll("{{", "{").replaceAll("}}", "}");
		if (plain !== "") parts.push({ kind: "literal", value: plain });
	};
	for (const replacement of childrenOf(node).filter(({ name }) => name === "FormatReplacement")) {
		literal(replacement.from);
		const [value] = childrenOf(replacement).filter(isExpression);
		parts.push(value === undefined ? NOTHING : of(value));
		at = replacement.to;
	}
	literal(end);
	return parts;
}

function member(reading: Reading, node: SyntaxNode, of: (child: SyntaxNode) => PythonExpression): PythonExpression {
	const children = childrenOf(node);
	const [object] = children;
	const property = children.find(({ name }) => name === "PropertyName");
	if (object === undefined) return NOTHING;
	if (property !== undefined) return { kind: "attribute", of: of(object), name: textOf(reading, property) };
	const [key] = children.slice(1).filter(isExpression);
	return { kind: "item", of: of(object), key: key === undefined ? NOTHING : of(key) };
}

function call(reading: Reading, node: SyntaxNode, of: (child: SyntaxNode) => PythonExpression): PythonExpression {
	const [called] = childrenOf(node);
	const list = childrenOf(node).find(({ name }) => name === "ArgList");
	if (called === undefined) return NOTHING;
	return { kind: "call", function: of(called), ...argumentsOf(reading, list, of), line: reading.lineAt(node.from) };
}

export function argumentsOf(
	reading: Reading,
	list: SyntaxNode | null | undefined,
	of: (child: SyntaxNode) => PythonExpression,
): Pick<PythonCall, "args" | "keywords" | "spread"> {
	const args: PythonExpression[] = [];
	const keywords = new Map<string, PythonExpression>();
	const spread: PythonExpression[] = [];
	for (const group of commaGroups(list)) {
		const [first, second, third] = group;
		if (first === undefined) continue;
		if (first.name === "*" || first.name === "**") spread.push(second === undefined ? NOTHING : of(second));
		else if (second?.name === "AssignOp") {
			if (third !== undefined) keywords.set(textOf(reading, first), of(third));
		} else if (group.some(({ name }) => name === "for")) args.push(comprehension(group, of));
		else args.push(of(first));
	}
	return { args, keywords, spread };
}

/** What stands between the commas of a list in brackets. */
function commaGroups(list: SyntaxNode | null | undefined): SyntaxNode[][] {
	const groups: SyntaxNode[][] = [[]];
	for (const child of list == null ? [] : childrenOf(list)) {
		if (child.name === ",") groups.push([]);
		else if (!/^[()]$|^Comment$/.test(child.name)) groups.at(-1)?.push(child);
	}
	return groups;
}

function binary(reading: Reading, node: SyntaxNode, of: (child: SyntaxNode) => PythonExpression): PythonExpression {
	const [left, operator, right] = childrenOf(node);
	if (left === undefined || operator === undefined || right === undefined) return NOTHING;
	const sign = textOf(reading, operator);
	if (sign === "+") return { kind: "joined", parts: [of(left), of(right)] };
	if (sign === "/") return { kind: "divided", left: of(left), right: of(right) };
	if (sign === "or") return { kind: "choice", options: [of(left), of(right)] };
	if (sign !== "%") return { kind: "other", parts: [of(left), of(right)] };
	const formatter: PythonExpression = { kind: "attribute", of: of(left), name: "%" };
	const args = right.name === "TupleExpression" ? childrenOf(right).filter(isExpression).map(of) : [of(right)];
	return { kind: "call", function: formatter, args, keywords: new Map(), spread: [], line: reading.lineAt(node.from) };
}

function entriesOf(
	node: SyntaxNode,
	of: (child: SyntaxNode) => PythonExpression,
): [PythonExpression, PythonExpression][] {
	const children = childrenOf(node);
	return children.flatMap((child, at) => {
		const [key, value] = [children[at - 1], children[at + 1]];
		return child.name === ":" && key !== undefined && value !== undefined
			? [[of(key), of(value)] as [PythonExpression, PythonExpression]]
			: [];
	});
}

/** What brackets hold, which may be a comprehension. */
function wrapped(node: SyntaxNode, of: (child: SyntaxNode) => PythonExpression): PythonExpression {
	const children = childrenOf(node).filter(({ name }) => !/^[()[\]{}]$|^Comment$/.test(name));
	if (children.some(({ name }) => name === "for")) return comprehension(children, of);
	const last = children.filter(isExpression).at(-1);
	return last === undefined ? NOTHING : of(last);
}

function comprehension(children: readonly SyntaxNode[], of: (child: SyntaxNode) => PythonExpression): PythonExpression {
	const at = children.findIndex(({ name }) => name === "for");
	const within = children.findIndex(({ name }) => name === "in");
	const [element, over] = [children[0], children[within + 1]];
	if (element === undefined || over === undefined || within < 0) return NOTHING;
	const targets = children
		.slice(at + 1, within)
		.filter(isExpression)
		.map(of);
	const [only = NOTHING] = targets;
	const target: PythonExpression = targets.length === 1 ? only : { kind: "list", items: targets };
	return { kind: "comprehension", element: of(element), target, over: of(over) };
}

/** The parameters of a function, `*` and `**` ones left out. */
export function parametersOf(reading: Reading, list: SyntaxNode | null): PythonParameter[] {
	return commaGroups(list).flatMap((group) => {
		const [first] = group;
		if (first?.name !== "VariableName") return [];
		const equals = group.findIndex(({ name }) => name === "AssignOp");
		const value = equals < 0 ? undefined : group[equals + 1];
		return [{ name: textOf(reading, first), standard: value === undefined ? null : expressionOf(reading, value) }];
	});
}
