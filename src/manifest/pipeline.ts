import { joinPath, parentOf } from "../kernel/index.ts";
import {
	decodeUtf8,
	entryOf,
	expectString,
	type MapNode,
	type Node,
	parseYaml,
	Report,
	toValue,
} from "../source/index.ts";
import type { FlagStyle } from "./command-flags.ts";
import { type Definition, generate, isGenerator } from "./generated.ts";
import type { Artifact, LockEntry, Stage, TopLevel, Tree } from "./model.ts";
import { pipelineSchema } from "./pipeline-schema.ts";
import { placePath } from "./places.ts";
import { readStage } from "./stage-rule.ts";
import { hasExpression, resolveNode, standing, type Where, withLocal } from "./template.ts";
import { readArtifacts, readTopLevel } from "./top-level.ts";
import { Variables } from "./variables.ts";

const CODE = "pipeline-invalid";

/** Everything that one dvc.yaml says. */
export interface Pipeline {
	readonly stages: readonly Stage[];
	readonly artifacts: readonly Artifact[];
	readonly topLevel: TopLevel;
}

export interface PipelineFile {
	readonly tree: Tree;
	/** The DVC root, absolute; null where absolute paths cannot be placed. */
	readonly root: string | null;
	/** Relative to the DVC root. */
	readonly file: string;
	readonly bytes: Uint8Array;
	readonly flags: FlagStyle;
	/** Of the dvc.lock beside it. */
	readonly lock: ReadonlyMap<string, LockEntry>;
}

/** Failures `pipeline-invalid`, `template`, with every mistake in its place. */
export async function readPipeline(source: PipelineFile): Promise<Pipeline> {
	const { tree, file, bytes } = source;
	const folder = parentOf(file);
	const report = new Report(CODE);
	const top = parseYaml(decodeUtf8(bytes, file), file);
	pipelineSchema(top, report);
	report.settle();
	if (top.kind !== "map") throw new Error("the schema lets mappings pass only");
	const templated = hasExpression(top) || entryOf(top, "vars") !== undefined || stagesOf(top).some(needsVariables);
	const variables = templated ? await Variables.load(tree, folder, entryOf(top, "vars")) : null;
	const rest = (key: string): Node | undefined => {
		const node = entryOf(top, key);
		return node === undefined || variables === null ? node : resolveNode(node, standing(variables, "anything"));
	};
	rest("datasets");
	const stages = await readStages(top, { ...source, folder, variables, report });
	const artifacts = readArtifacts(rest("artifacts"), { folder, report });
	const topLevel = readTopLevel(
		{ metrics: rest("metrics"), params: rest("params"), plots: rest("plots") },
		{ folder, report },
	);
	report.settle();
	return { stages, artifacts, topLevel };
}

function stagesOf(top: MapNode): Node[] {
	const stages = entryOf(top, "stages");
	return stages?.kind === "map" ? stages.entries.map(({ value }) => value) : [];
}

function needsVariables(stage: Node): boolean {
	return entryOf(stage, "vars") !== undefined || isGenerator(stage);
}

interface Reading extends PipelineFile {
	readonly folder: string;
	readonly variables: Variables | null;
	readonly report: Report;
}

async function readStages(top: MapNode, reading: Reading): Promise<Stage[]> {
	const node = entryOf(top, "stages");
	const stages: Stage[] = [];
	for (const { key, keyAt, value } of node?.kind === "map" ? node.entries : []) {
		const template = { name: String(key), at: keyAt, node: value };
		const definitions =
			reading.variables === null ? [{ ...template, local: new Map() }] : generate(template, reading.variables);
		for (const definition of definitions) {
			const stage = await readOne(definition, reading);
			if (stage !== null) stages.push(stage);
		}
	}
	return stages;
}

async function readOne({ name, at, node, local }: Definition, reading: Reading): Promise<Stage | null> {
	const { file, folder, root, lock } = reading;
	const report = reading.report.about(`stage "${name}"`);
	const resolved = await resolveStage(node, local, reading);
	const wdir = placePath({ root, wdir: folder }, workingDirectory(resolved, report) ?? ".") ?? folder;
	const body = readStage(resolved, { standing: { root, wdir }, report });
	if (body === undefined) return null;
	const address = folder === "." && file === "dvc.yaml" ? name : `${file}:${name}`;
	return { address, file, name, wdir, ...body, lock: lock.get(name) ?? null, place: at };
}

function workingDirectory(node: Node, report: Report): string | undefined {
	const wdir = entryOf(node, "wdir");
	return wdir === undefined || toValue(wdir) === null ? undefined : expectString(wdir, report);
}

/** The working directory comes first: a stage's own `vars` count from there. Switches have to be written out. */
async function resolveStage(
	node: Node,
	local: Definition["local"],
	{ folder, variables, flags }: Reading,
): Promise<Node> {
	if (variables === null || node.kind !== "map") return node;
	const wdir = entryOf(node, "wdir");
	const free = standing(withLocal(variables, local), "anything");
	const place = wdir === undefined ? null : toValue(resolveNode(wdir, free));
	const own = await variables.with(joinPath(folder, typeof place === "string" ? place : "."), {
		vars: entryOf(node, "vars"),
		reserved: [...local.keys()],
	});
	const entries = node.entries.map((entry) => {
		if (["vars", "frozen", "always_changed"].includes(String(entry.key))) return entry;
		const where: Where = entry.key === "cmd" ? { command: flags } : "single";
		const context = standing(withLocal(entry.key === "wdir" ? variables : own, local), where);
		return { ...entry, value: resolveNode(entry.value, context) };
	});
	return { ...node, entries };
}
