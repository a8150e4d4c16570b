import { isList, isMapping, type Mapping, type Place, type Value } from "../kernel/index.ts";
import { complain, describeNode, entryOf, type Node, toValue } from "../source/index.ts";
import { type Context, resolveNode, textOf } from "./template.ts";

/** A stage of dvc.yaml before its expressions are resolved. */
export interface Definition {
	readonly name: string;
	readonly at: Place;
	readonly node: Node;
	/** `item` and `key` of a generated stage. */
	readonly local: ReadonlyMap<string, Value>;
}

type Template = Omit<Definition, "local">;

/** Whether the entry stands for several stages. */
export function isGenerator(node: Node): boolean {
	return entryOf(node, "foreach") !== undefined || entryOf(node, "matrix") !== undefined;
}

/** The stages that an entry stands for: itself, or one for each item of `foreach`, one for each combination of `matrix`. */
export function generate(template: Template, context: Context): Definition[] {
	const { node } = template;
	const [foreach, matrix] = [entryOf(node, "foreach"), entryOf(node, "matrix")];
	if (foreach !== undefined) return forEach(template, { data: foreach, context });
	if (matrix !== undefined) return overMatrix(template, { data: matrix, context });
	return [{ ...template, local: new Map() }];
}

interface Generator {
	readonly data: Node;
	readonly context: Context;
}

function forEach({ name, at, node }: Template, { data, context }: Generator): Definition[] {
	const body = bodyOf(node, name);
	const value = toValue(resolveNode(data, context));
	if (!isList(value) && !isMapping(value)) throw misfit(data, "a list or a mapping to go through");
	const items = isList(value) ? itemsOf(value, data) : [...value].map(([key, item]) => [String(key), item] as const);
	const stages = items.map(([key, item]): Definition => {
		const local = new Map<string, Value>([["item", item]]);
		if (!isList(value)) local.set("key", key);
		return { name: `${name}@${key}`, at, node: body, local };
	});
	return [...new Map(stages.map((stage) => [stage.name, stage])).values()];
}

function bodyOf(node: Node, name: string): Node {
	const body = entryOf(node, "do");
	const extra = node.kind === "map" ? node.entries.find(({ key }) => key !== "foreach" && key !== "do") : undefined;
	if (body !== undefined && extra === undefined) return body;
	const message =
		body === undefined ? "`foreach` needs `do`" : `\`${String(extra?.key)}\` cannot stand beside \`foreach\``;
	throw complain(extra?.keyAt ?? node.at, "pipeline-invalid", `stage "${name}": ${message}`, {
		expected: "`foreach` with the items, `do` with the stage",
	});
}

/** Scalars name their stages; where one item is more than a scalar, all are numbered. */
function itemsOf(items: readonly Value[], data: Node): (readonly [string, Value])[] {
	if (items.some((item) => isList(item) || isMapping(item))) return items.map((item, index) => [String(index), item]);
	// as DVC: items written out are named as a text would hold them, items out of a variable as Python prints them
	const text = data.kind === "list" ? (item: Value) => textOf(item, { text: "", at: data.at }) : inPython;
	return items.map((item) => [text(item), item]);
}

function inPython(item: Value): string {
	return typeof item === "boolean" ? (item ? "True" : "False") : textOf(item, { text: "", at: { file: "" } });
}

/** One value of one axis, and what it adds to the name. */
interface Choice {
	readonly axis: string;
	readonly text: string;
	readonly value: Value;
}

function overMatrix({ name, at, node }: Template, { data, context }: Generator): Definition[] {
	const axes = axesOf(data, context);
	const body: Node =
		node.kind === "map" ? { ...node, entries: node.entries.filter(({ key }) => key !== "matrix") } : node;
	const combinations = axes.reduce<readonly Choice[][]>(
		(before, axis) => before.flatMap((choices) => axis.map((choice) => [...choices, choice])),
		[[]],
	);
	return combinations.map((choices) => {
		const key = choices.map(({ text }) => text).join("-");
		const item: Mapping = new Map(choices.map(({ axis, value }) => [axis, value]));
		return {
			name: `${name}@${key}`,
			at,
			node: body,
			local: new Map<string, Value>([
				["item", item],
				["key", key],
			]),
		};
	});
}

function axesOf(data: Node, context: Context): Choice[][] {
	if (data.kind !== "map") throw misfit(data, "a mapping of lists");
	return data.entries.map(({ key, value }) => {
		const values = toValue(resolveNode(value, context));
		if (!isList(values)) throw misfit(value, "a list of values");
		const axis = String(key);
		return values.map((each, index) => {
			const composite = isList(each) || isMapping(each);
			return { axis, value: each, text: composite ? `${axis}${index}` : textOf(each, { text: axis, at: value.at }) };
		});
	});
}

function misfit(node: Node, expected: string): Error {
	const found = describeNode(node);
	return complain(node.at, "pipeline-invalid", `expected ${expected}, found ${found}`, { found, expected });
}
