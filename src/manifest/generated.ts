import { isList, isMapping, type Mapping, type Place, type Value } from "../kernel/index.ts";
import { complain, describeNode, entryOf, type Node, toValue } from "../source/index.ts";
import { type Context, isWholeExpression, resolveNode, standing, textOf } from "./template.ts";

/** A stage of dvc.yaml before its expressions are resolved. */
export interface Definition {
	readonly name: string;
	readonly at: Place;
	readonly node: Node;
	/** `item` and `key` of a generated stage. */
	readonly local: ReadonlyMap<string, Value>;
}

type Template = Omit<Definition, "local">;

/** Stages that one entry may stand for: lists that multiply must cost a message, not the machine. */
const MOST = 20_000;

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
	const body = entryOf(node, "do") ?? node;
	const value = toValue(resolveNode(data, standing(context, "anything")));
	if (!isList(value) && !isMapping(value)) throw misfit(data, "a list or a mapping to go through");
	refuseMany(isList(value) ? value.length : value.size, { name, at: data.at });
	const items = isList(value)
		? itemsOf(value, data)
		: [...value].map(([key, item]) => [textOf(key, { text: name, at: data.at }), item] as const);
	return distinct(
		items.map(([key, item]): Definition => {
			const local = new Map<string, Value>([["item", item]]);
			if (!isList(value)) local.set("key", key);
			return { name: generatedName(name, key, data), at, node: body, local };
		}),
	);
}

function refuseMany(count: number, { name, at }: Pick<Template, "name" | "at">): void {
	if (count <= MOST) return;
	throw complain(at, "pipeline-invalid", `stage "${name}": this would make ${count} stages`, {
		found: `${count} stages`,
		expected: `at most ${MOST}`,
	});
}

/** Of several with one name the last counts, in the place of the first. */
function distinct(stages: readonly Definition[]): Definition[] {
	return [...new Map(stages.map((stage) => [stage.name, stage])).values()];
}

/** DVC finds a generated stage by what stands behind the last `@`, so nothing and another `@` cannot. */
function generatedName(name: string, key: string, data: Node): string {
	if (key !== "" && !key.includes("@")) return `${name}@${key}`;
	throw complain(data.at, "pipeline-invalid", `stage "${name}": \`${key}\` cannot name a generated stage`, {
		found: key === "" ? "an empty name" : key,
		expected: "items whose text is not empty and holds no @",
		hint: "use a mapping: its keys name the stages",
	});
}

/** Scalars name their stages; where one item is more than a scalar, all are numbered. */
function itemsOf(items: readonly Value[], data: Node): (readonly [string, Value])[] {
	if (items.some((item) => isList(item) || isMapping(item))) return items.map((item, index) => [String(index), item]);
	const written = data.kind === "list" ? data.items : [];
	return items.map((item, index) => [nameOf(item, written[index] ?? data, data), item]);
}

/** As DVC: what is written out is named as a text would hold it, what comes out of a variable as Python prints it. */
function nameOf(item: Value, written: Node, data: Node): string {
	const variable = written.kind === "scalar" && typeof written.value === "string" && isWholeExpression(written.value);
	if (variable && typeof item === "boolean") return item ? "True" : "False";
	return textOf(item, { text: "", at: data.at });
}

/** One value of one axis, and what it adds to the name. */
interface Choice {
	readonly axis: string;
	readonly text: string;
	readonly value: Value;
}

function overMatrix({ name, at, node }: Template, { data, context }: Generator): Definition[] {
	const axes = axesOf(data, context);
	refuseMany(
		axes.reduce((count, axis) => count * axis.length, 1),
		{ name, at: data.at },
	);
	const body: Node =
		node.kind === "map" ? { ...node, entries: node.entries.filter(({ key }) => key !== "matrix") } : node;
	const combinations = axes.reduce<readonly Choice[][]>(
		(before, axis) => before.flatMap((choices) => axis.map((choice) => [...choices, choice])),
		[[]],
	);
	const stages = combinations.map((choices) => {
		const key = choices.map(({ text }) => text).join("-");
		const item: Mapping = new Map(choices.map(({ axis, value }) => [axis, value]));
		return {
			name: generatedName(name, key, data),
			at,
			node: body,
			local: new Map<string, Value>([
				["item", item],
				["key", key],
			]),
		};
	});
	return distinct(stages);
}

function axesOf(data: Node, context: Context): Choice[][] {
	if (data.kind !== "map") throw misfit(data, "a mapping of lists");
	const resolved = resolveNode(data, standing(context, "anything"));
	if (resolved.kind !== "map") throw misfit(data, "a mapping of lists");
	return resolved.entries.map((entry, place) => {
		const written = data.entries[place]?.value ?? data;
		const axis = textOf(entry.key, { text: "", at: entry.keyAt });
		return valuesOf(toValue(entry.value), written).map((each, index) => {
			const composite = isList(each) || isMapping(each);
			const source = written.kind === "list" ? (written.items[index] ?? written) : written;
			return { axis, value: each, text: composite ? `${axis}${index}` : nameOf(each, source, data) };
		});
	});
}

/** What Python would go through: items, the keys of a mapping, the characters of a text that is written out. */
function valuesOf(value: Value, written: Node): readonly Value[] {
	if (isList(value)) return value;
	if (isMapping(value)) return [...value.keys()];
	const out = written.kind === "scalar" && typeof written.value === "string" && !isWholeExpression(written.value);
	if (out && typeof value === "string") return Array.from(value);
	throw misfit(written, "a list of values");
}

function misfit(node: Node, expected: string): Error {
	const found = describeNode(node);
	return complain(node.at, "pipeline-invalid", `expected ${expected}, found ${found}`, { found, expected });
}
