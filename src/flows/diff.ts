import type { Outcome } from "../kernel/index.ts";
import type { DiffDocument } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { withTables } from "./report/tables.ts";
import { diffSides, openSide } from "./sides.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

export interface DiffOptions {
	/** Null: `HEAD`. */
	readonly base: string | null;
	/** Null: the workspace. */
	readonly head: string | null;
	/** Every metric and parameter, not only what changed. */
	readonly all: boolean;
}

/** Metrics, parameters and data between two revisions, or a revision and the workspace. */
export async function diff(context: FlowContext, options: DiffOptions): Promise<Outcome<DiffDocument>> {
	const workspace = await openWorkspace(context);
	if (await hasNoCommits(workspace)) return { answer: "yes", document: nothingCommitted };
	const base = await openSide(workspace, options.base ?? "HEAD");
	const head = await openSide(workspace, options.head);
	const document = await diffSides(base, head, options.all);
	const places = { cache: workspace.cache, remote: null, root: options.head === null ? workspace.root : null };
	const data = await withTables(document.data, { base: base.side, head: head.side, places });
	return { answer: "yes", document: { ...document, data } };
}

async function hasNoCommits({ git }: Workspace): Promise<boolean> {
	return git !== null && (await git.tryResolve("HEAD")) === null;
}

const nothingCommitted: DiffDocument = {
	schema: "mainline.diff/1",
	base: { name: "HEAD", commit: null },
	head: { name: "workspace", commit: null },
	metrics: [],
	params: [],
	data: [],
	warnings: ["the repository has no commit yet: there is nothing to compare with"],
};
