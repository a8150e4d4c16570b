import type { GateCause, GateVerdict, ParamRow, Side } from "../../compare/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Stage, Tree } from "../../manifest/index.ts";
import { type Graph, lenientGraph, spread } from "../../plan/index.ts";
import type { DiffDocument } from "../../report/index.ts";
import { type Node, readParams } from "../../source/index.ts";

interface Known {
	readonly head: Pick<Side, "project" | "tree">;
	/** Null without a base. */
	readonly diff: DiffDocument | null;
}

/** Gates that stand in the way, with the line that a reader wants to see first. */
export async function withCauses(gates: readonly GateVerdict[], { head, diff }: Known): Promise<GateVerdict[]> {
	const graph = lenientGraph(head.project.stages);
	const changed = (diff?.params ?? []).filter((row) => row.head !== null && !Object.is(row.base, row.head));
	const causes = gates.map(async (gate) => {
		const stage = gate.blocks ? graph.producersOf(gate.file)[0]?.stage : undefined;
		if (stage === undefined) return gate;
		const cause = (await parameterCause(graph, stage, { changed, tree: head.tree })) ?? stageCause(stage);
		return cause === null ? gate : { ...gate, cause };
	});
	return Promise.all(causes);
}

async function parameterCause(
	graph: Graph,
	stage: Stage,
	{ changed, tree }: { readonly changed: readonly ParamRow[]; readonly tree: Tree },
): Promise<GateCause | null> {
	const readers = [...spread([stage], (each) => graph.upstream(each))];
	for (const row of changed) {
		if (!readers.some((reader) => reads(reader, row))) continue;
		const line = await lineOf(tree, row);
		const { name, base, head } = row;
		if (line !== null) return { file: row.file, line, parameter: { name, base, head } };
	}
	return null;
}

function stageCause({ cmdPlace, place }: Stage): GateCause | null {
	const { file, line } = cmdPlace ?? place;
	return line === undefined ? null : { file, line };
}

function reads({ params }: Stage, { file, name }: ParamRow): boolean {
	return params.some(
		({ at, keys }) =>
			at === file &&
			(keys.length === 0 ||
				keys.some((key) => key === name || name.startsWith(`${key}.`) || key.startsWith(`${name}.`))),
	);
}

/** Where a parameter stands in its file; null where that cannot be told. */
async function lineOf(tree: Tree, { file, name }: ParamRow): Promise<number | null> {
	try {
		const bytes = await tree.read(file);
		return bytes === null ? null : lineIn(readParams(bytes, file), name);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return null;
	}
}

/** The line of a dotted name's last key; keys may hold dots themselves. */
function lineIn(node: Node, name: string): number | null {
	if (node.kind !== "map") return node.at.line ?? null;
	for (const { key, keyAt, value } of node.entries) {
		const own = String(key);
		if (own === name) return keyAt.line ?? null;
		const below = name.startsWith(`${own}.`) ? lineIn(value, name.slice(own.length + 1)) : null;
		if (below !== null) return below;
	}
	return null;
}
