import { evaluateGates, type MetricTable, metricPaths, readMetrics, refuseUnknownMetrics } from "../compare/index.ts";
import { type Gate, loadMainline, type MainlineConfig } from "../config/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { Tree } from "../manifest/index.ts";
import type { GateDocument } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { type NamedSide, openSide } from "./sides.ts";
import { openWorkspace } from "./workspace.ts";

const POLICY_FILE = "mainline.yaml";

export interface GateOptions {
	/** Null: `HEAD` where there is a commit. Where one is named, the gates are read from there: a change does not judge itself. */
	readonly base: string | null;
	/** Null: the workspace. */
	readonly head: string | null;
}

/** Whether the metrics keep the gates of mainline.yaml. Answer "no" when one is broken, or when the head cannot be judged. */
export async function gate(context: FlowContext, options: GateOptions): Promise<Outcome<GateDocument>> {
	const workspace = await openWorkspace(context);
	const head = await openSide(workspace, options.head);
	const fallback = (await workspace.git?.tryResolve("HEAD")) == null ? null : "HEAD";
	const rev = options.base ?? fallback;
	const base = rev === null ? null : await openSide(workspace, rev);
	const policy = options.base !== null && base !== null ? base.side.tree : workspace.tree;
	const document = await gateSides((await readPolicy(policy)).gates, base, head);
	return { answer: document.gates.some((verdict) => verdict.blocks) ? "no" : "yes", document };
}

/** What a tree's mainline.yaml says; everything is empty without the file. */
export async function readPolicy(tree: Tree): Promise<MainlineConfig> {
	const bytes = await tree.read(POLICY_FILE);
	return loadMainline(bytes === null ? null : new TextDecoder().decode(bytes), POLICY_FILE);
}

/** Judges two sides. Failure `gate-metric` for a gate on a metric that neither has. */
export async function gateSides(
	gates: readonly Gate[],
	base: NamedSide | null,
	head: NamedSide,
): Promise<GateDocument> {
	const tables = { base: base === null ? null : await readMetrics(base.side), head: await readMetrics(head.side) };
	const declared = [...metricPaths(head.side), ...(base === null ? [] : metricPaths(base.side))];
	refuseUnknownMetrics(gates, tables, declared);
	const verdicts = evaluateGates(gates, tables);
	return {
		schema: "mainline.gate/1",
		verdict: verdictOf(verdicts),
		base: base?.name ?? null,
		head: head.name,
		gates: verdicts,
		warnings: problemsOf(tables),
	};
}

function verdictOf(gates: GateDocument["gates"]): GateDocument["verdict"] {
	if (gates.length === 0) return "none";
	if (gates.some((verdict) => verdict.blocks)) return "failed";
	return gates.some((verdict) => verdict.verdict === "not-comparable") ? "not-comparable" : "passed";
}

function problemsOf({ base, head }: { base: MetricTable | null; head: MetricTable }): string[] {
	return [...new Set([...(base?.problems ?? []), ...head.problems])];
}
