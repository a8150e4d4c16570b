import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import {
	argumentsOf,
	childrenOf,
	expressionOf,
	isExpression,
	parametersOf,
	type Reading,
} from "./python-expression.ts";
import type { PythonExpression, PythonImport, PythonStatement } from "./python-tree.ts";

/** Longer ones are data. */
const LONGEST = 2 ** 20;
const DEEPEST = 60;

/** A Python program as a tree, nothing run. What does not parse is left out, and the rest is read: never a failure. Null for a text that is too long. */
export function readPython(text: string): PythonStatement[] | null {
	if (text.length > LONGEST) return null;
	const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
	const starts = [...plain.matchAll(/\n/g)].map(({ index }) => index + 1);
	const reading = { text: plain, lineAt: (offset: number) => lineOf(starts, offset) };
	return statementsOf(reading, parser.parse(plain).topNode, 0);
}

/** How many of the starts lie before: by halves. */
function lineOf(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low + 1;
}

function statementsOf(reading: Reading, block: SyntaxNode, depth: number): PythonStatement[] {
	if (depth > DEEPEST) return [];
	return childrenOf(block).flatMap((node) => statementOf(reading, node, depth));
}

function statementOf(reading: Reading, node: SyntaxNode, depth: number): PythonStatement[] {
	const expressions = (): PythonExpression[] =>
		childrenOf(node)
			.filter(isExpression)
			.map((child) => expressionOf(reading, child));
	const bodies = (): PythonStatement[][] =>
		node.getChildren("Body").map((body) => statementsOf(reading, body, depth + 1));
	switch (node.name) {
		case "ImportStatement":
			return importsOf(reading, node);
		case "AssignStatement":
		case "UpdateStatement":
			return assignment(reading, node);
		case "ReturnStatement": {
			const [value, ...more] = expressions();
			if (value === undefined) return [];
			return [{ kind: "return", value: more.length === 0 ? value : { kind: "list", items: [value, ...more] } }];
		}
		case "FunctionDefinition":
			return functionOf(reading, node, { depth, decorators: [] });
		case "ClassDefinition":
			return classOf(reading, node, depth);
		case "DecoratedStatement":
			return decorated(reading, node, depth);
		case "ForStatement":
			return [forOf(reading, node, depth)];
		case "WithStatement":
			return [{ kind: "with", items: withItems(reading, node), body: bodies().flat() }];
		case "IfStatement":
			return [branchesOf(node, expressions(), bodies(), reading)];
		case "WhileStatement":
		case "TryStatement":
			return [branchesOf(node, expressions(), bodies(), reading)];
		case "MatchStatement":
			return [matchOf(reading, node, depth)];
		case "StatementGroup":
			return statementsOf(reading, node, depth + 1);
		case "ExpressionStatement":
			return expressions().map((value) => ({ kind: "do", value }));
		default:
			return [];
	}
}

function importsOf(reading: Reading, node: SyntaxNode): PythonImport[] {
	const { text } = reading;
	const words = childrenOf(node).map(({ from, to }) => text.slice(from, to));
	const line = reading.lineAt(node.from);
	if (words[0] !== "from") {
		return byComma(words.slice(1)).map((group) => {
			const at = group.indexOf("as");
			const module = group.slice(0, at < 0 ? group.length : at).join("");
			return { kind: "import", module, level: 0, names: null, as: at < 0 ? null : (group[at + 1] ?? null), line };
		});
	}
	const at = words.indexOf("import");
	const source = words.slice(1, at < 0 ? words.length : at).join("");
	const level = /^\.*/.exec(source)?.[0].length ?? 0;
	const names = byComma(at < 0 ? [] : words.slice(at + 1).filter((word) => word !== "(" && word !== ")")).flatMap(
		([name, , as]) => (name === undefined || name === "" ? [] : [{ name, as: as ?? name }]),
	);
	return [{ kind: "import", module: source.slice(level), level, names, as: null, line }];
}

function byComma(words: readonly string[]): string[][] {
	const groups: string[][] = [[]];
	for (const word of words) {
		if (word === ",") groups.push([]);
		else groups.at(-1)?.push(word);
	}
	return groups;
}

/** `a = b = value`, `a: type = value`, `a, b = value`; `a += value` as an assignment of `a + value`. */
function assignment(reading: Reading, node: SyntaxNode): PythonStatement[] {
	const groups: SyntaxNode[][] = [[]];
	for (const child of childrenOf(node)) {
		if (child.name === "AssignOp" || child.name === "UpdateOp") groups.push([]);
		else if (isExpression(child)) groups.at(-1)?.push(child);
	}
	const sides = groups.map((group) => sideOf(group.map((child) => expressionOf(reading, child))));
	const value = sides.at(-1);
	const targets = sides.slice(0, -1);
	const [target] = targets;
	if (value === undefined || target === undefined) return [];
	if (node.name === "AssignStatement") return [{ kind: "assign", targets, value }];
	return [{ kind: "assign", targets, value: { kind: "joined", parts: [target, value] } }];
}

function sideOf(expressions: readonly PythonExpression[]): PythonExpression {
	const [only] = expressions;
	return only !== undefined && expressions.length === 1 ? only : { kind: "list", items: expressions };
}

interface Definition {
	readonly depth: number;
	readonly decorators: readonly PythonExpression[];
}

function functionOf(reading: Reading, node: SyntaxNode, { depth, decorators }: Definition): PythonStatement[] {
	const name = node.getChild("VariableName");
	const body = node.getChild("Body");
	if (name === null || body === null) return [];
	return [
		{
			kind: "function",
			name: reading.text.slice(name.from, name.to),
			parameters: parametersOf(reading, node.getChild("ParamList")),
			decorators,
			body: statementsOf(reading, body, depth + 1),
			line: reading.lineAt(node.from),
		},
	];
}

function classOf(reading: Reading, node: SyntaxNode, depth: number): PythonStatement[] {
	const name = node.getChild("VariableName");
	const body = node.getChild("Body");
	if (name === null || body === null) return [];
	const { args: bases } = argumentsOf(reading, node.getChild("ArgList"), (child) => expressionOf(reading, child));
	return [
		{
			kind: "class",
			name: reading.text.slice(name.from, name.to),
			bases,
			body: statementsOf(reading, body, depth + 1),
		},
	];
}

function decorated(reading: Reading, node: SyntaxNode, depth: number): PythonStatement[] {
	const definition = node.getChild("FunctionDefinition");
	if (definition === null) return statementsOf(reading, node, depth + 1);
	const decorators = node.getChildren("Decorator").flatMap((one) => decoratorOf(reading, one));
	return functionOf(reading, definition, { depth, decorators });
}

/** `@a.b(c)` as the call that it is. */
function decoratorOf(reading: Reading, node: SyntaxNode): PythonExpression[] {
	const names = node.getChildren("VariableName").map(({ from, to }) => reading.text.slice(from, to));
	const [first, ...rest] = names;
	if (first === undefined) return [];
	const called = rest.reduce<PythonExpression>((of, name) => ({ kind: "attribute", of, name }), {
		kind: "name",
		name: first,
	});
	const list = node.getChild("ArgList");
	if (list === null) return [called];
	const args = argumentsOf(reading, list, (child) => expressionOf(reading, child));
	return [{ kind: "call", function: called, ...args, line: reading.lineAt(node.from) }];
}

function forOf(reading: Reading, node: SyntaxNode, depth: number): PythonStatement {
	const children = childrenOf(node);
	const within = children.findIndex(({ name }) => name === "in");
	const of = (nodes: readonly SyntaxNode[]): PythonExpression =>
		sideOf(nodes.filter(isExpression).map((child) => expressionOf(reading, child)));
	return {
		kind: "for",
		target: of(children.slice(0, within)),
		over: of(children.slice(within)),
		body: node.getChildren("Body").flatMap((body) => statementsOf(reading, body, depth + 1)),
	};
}

function withItems(reading: Reading, node: SyntaxNode): { value: PythonExpression; as: PythonExpression | null }[] {
	const items: { value: PythonExpression; as: PythonExpression | null }[] = [];
	let named = false;
	for (const child of childrenOf(node)) {
		if (child.name === "as") named = true;
		if (!isExpression(child)) continue;
		const value = expressionOf(reading, child);
		const last = items.at(-1);
		if (named && last !== undefined) items[items.length - 1] = { ...last, as: value };
		else items.push({ value, as: null });
		named = false;
	}
	return items;
}

function branchesOf(
	node: SyntaxNode,
	conditions: readonly PythonExpression[],
	bodies: readonly (readonly PythonStatement[])[],
	{ text }: Reading,
): PythonStatement {
	const head = text.slice(node.from, node.getChild("Body")?.from ?? node.from);
	return { kind: "branches", conditions, bodies, main: /\b__name__\b/.test(head) && /__main__/.test(head) };
}

function matchOf(reading: Reading, node: SyntaxNode, depth: number): PythonStatement {
	const clauses = node.getChild("MatchBody")?.getChildren("MatchClause") ?? [];
	const bodies = clauses.flatMap((clause) =>
		clause.getChildren("Body").map((body) => statementsOf(reading, body, depth + 1)),
	);
	return { kind: "branches", conditions: [], bodies, main: false };
}
