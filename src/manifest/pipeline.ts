import { badInput, joinPath, parentOf } from "../kernel/index.ts";
import {
	decodeUtf8,
	entryOf,
	expectMap,
	expectString,
	type MapNode,
	type Node,
	parseYaml,
	Report,
	toValue,
	unknownKeys,
} from "../source/index.ts";
import type { Artifact, LockEntry, Stage, TopLevel, Tree } from "./model.ts";
import { readStage } from "./stage-rule.ts";
import { hasExpression, resolveNode } from "./template.ts";
import { readArtifacts, readTopLevel } from "./top-level.ts";
import { Variables } from "./variables.ts";

const KEYS = ["vars", "stages", "params", "metrics", "plots", "artifacts", "datasets"];
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
	/** Of the dvc.lock beside it. */
	readonly lock: ReadonlyMap<string, LockEntry>;
}

/** Failures `pipeline-invalid`, `template`, with every mistake in its place. */
export async function readPipeline(source: PipelineFile): Promise<Pipeline> {
	const { tree, file, bytes } = source;
	const folder = parentOf(file);
	const report = new Report(CODE);
	const top = readTop(parseYaml(decodeUtf8(bytes, file), file), report);
	if (top === null) return { stages: [], artifacts: [], topLevel: { metrics: [], params: [], plots: [] } };
	report.settle();
	const templated = hasExpression(top) || entryOf(top, "vars") !== undefined || stagesOf(top).some(hasOwnVariables);
	const variables = templated ? await Variables.load(tree, folder, entryOf(top, "vars")) : null;
	const rest = (key: string): Node | undefined => {
		const node = entryOf(top, key);
		return node === undefined || variables === null ? node : resolveNode(node, variables);
	};
	const stages = await readStages(top, { ...source, folder, variables, report });
	const artifacts = readArtifacts(rest("artifacts"), { folder, report });
	const topLevel = readTopLevel(
		{ metrics: rest("metrics"), params: rest("params"), plots: rest("plots") },
		{ folder, report },
	);
	report.settle();
	return { stages, artifacts, topLevel };
}

function readTop(node: Node, report: Report): MapNode | null {
	if (node.kind === "scalar" && node.value === null) return null;
	const map = expectMap(node, report);
	if (map !== undefined) unknownKeys(map, { known: KEYS, what: "dvc.yaml" }, report);
	return map ?? null;
}

function stagesOf(top: MapNode): Node[] {
	const stages = entryOf(top, "stages");
	return stages?.kind === "map" ? stages.entries.map(({ value }) => value) : [];
}

function hasOwnVariables(stage: Node): boolean {
	return entryOf(stage, "vars") !== undefined;
}

interface Reading extends PipelineFile {
	readonly folder: string;
	readonly variables: Variables | null;
	readonly report: Report;
}

async function readStages(top: MapNode, reading: Reading): Promise<Stage[]> {
	const node = entryOf(top, "stages");
	if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
	const map = expectMap(node, reading.report);
	const stages: Stage[] = [];
	for (const { key, keyAt, value } of map?.entries ?? []) {
		const stage = await readOne({ name: String(key), at: keyAt, node: value }, reading);
		if (stage !== null) stages.push(stage);
	}
	return stages;
}

interface Definition {
	readonly name: string;
	readonly at: Node["at"];
	readonly node: Node;
}

async function readOne({ name, at, node }: Definition, reading: Reading): Promise<Stage | null> {
	const { file, folder, root, lock } = reading;
	const report = reading.report.about(`stage "${name}"`);
	refuseGenerated({ name, at, node });
	const resolved = await resolveStage(node, reading);
	const wdir = joinPath(folder, workingDirectory(resolved, report) ?? ".");
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
async function resolveStage(node: Node, { folder, variables }: Reading): Promise<Node> {
	if (variables === null || node.kind !== "map") return node;
	const wdir = entryOf(node, "wdir");
	const place = wdir === undefined ? null : toValue(resolveNode(wdir, variables));
	const own = await variables.with(joinPath(folder, typeof place === "string" ? place : "."), entryOf(node, "vars"));
	const entries = node.entries.map((entry) => {
		if (["vars", "frozen", "always_changed"].includes(String(entry.key))) return entry;
		return { ...entry, value: resolveNode(entry.value, entry.key === "wdir" ? variables : own) };
	});
	return { ...node, entries };
}

function refuseGenerated({ name, at, node }: Definition): void {
	const key = ["foreach", "matrix"].find((each) => entryOf(node, each) !== undefined);
	if (key === undefined) return;
	throw badInput("not-supported", `stage "${name}" is made by \`${key}\`, which mainline cannot read yet`, {
		at: { file: at.file, ...(at.line && { line: at.line }), ...(at.column && { column: at.column }) },
		found: key,
		expected: "stages written out one by one",
		hint: "write its stages out, or go on with dvc for this project",
	});
}
