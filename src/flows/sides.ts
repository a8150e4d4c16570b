import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
	type Content,
	dataDiff,
	type ListedFile,
	metricsDiff,
	type Objects,
	paramsDiff,
	recordedData,
	type Side,
} from "../compare/index.ts";
import { hashBytes } from "../digest/index.ts";
import { badInput } from "../kernel/index.ts";
import type { Project } from "../manifest/index.ts";
import type { DiffDocument, SideName } from "../report/index.ts";
import { observeWorkspace } from "./observe.ts";
import { projectAt, type Workspace } from "./workspace.ts";

/** One side of a comparison, and how it is called. */
export interface NamedSide {
	readonly side: Side;
	readonly name: SideName;
}

/** A revision, or the workspace for null. Failures `unknown-revision`, `no-git`. */
export async function openSide(workspace: Workspace, rev: string | null): Promise<NamedSide> {
	if (rev === null) return { side: await workspaceSide(workspace), name: { name: "workspace", commit: null } };
	if (workspace.git === null) {
		throw badInput("no-git", `there is no git repository, so there is no \`${rev}\` to compare with`, {
			hint: "`git init` and a first commit make one; or set `core.no_scm` back to false",
		});
	}
	const { commit, tree, project } = await projectAt(workspace, rev);
	const side = { tree, project, objects: cachedObjects(workspace), data: recordedData(project) };
	return { side, name: { name: rev, commit } };
}

/** The document of `mainline diff` for two sides. */
export async function diffSides(base: NamedSide, head: NamedSide, all: boolean): Promise<DiffDocument> {
	const [metrics, params, data] = await Promise.all([
		metricsDiff(base.side, head.side, all),
		paramsDiff(base.side, head.side, all),
		dataDiff(base.side, head.side, all),
	]);
	return {
		schema: "mainline.diff/1",
		base: base.name,
		head: head.name,
		metrics: metrics.rows,
		params: params.rows,
		data: data.rows,
		warnings: [...new Set([...metrics.problems, ...params.problems, ...data.problems])],
	};
}

/** The workspace's files beside what its manifests record: no data is looked at. */
export function recordedSide(workspace: Workspace): Side {
	const { tree, project } = workspace;
	return { tree, project, objects: cachedObjects(workspace), data: recordedData(project) };
}

async function workspaceSide(workspace: Workspace): Promise<Side> {
	const { tree, project } = workspace;
	return { tree, project, objects: cachedObjects(workspace), data: await presentData(workspace, project) };
}

/** What lies in the workspace at the outputs that DVC caches; an output that is not there is left out. */
async function presentData(workspace: Workspace, project: Project): Promise<Map<string, Content>> {
	const observer = observeWorkspace(workspace);
	const recorded = recordedData(project);
	const found = new Map<string, Content>();
	for (const [path, { hash }] of recorded) {
		const content = await observer.content(path, hash);
		if (content === null) continue;
		const files = content.oid.endsWith(".dir") ? await listed(workspace, path) : null;
		found.set(path, { ...content, ...(files === null ? {} : { files }) });
	}
	await workspace.state.save();
	return found;
}

async function listed({ root, state, ignore }: Workspace, path: string): Promise<readonly ListedFile[] | null> {
	const absolute = join(root, path);
	if (!(await stat(absolute).catch(() => null))?.isDirectory()) return null;
	const rules = {
		ignored: (relpath: string, isDirectory: boolean) => ignore.ignored(`${path}/${relpath}`, isDirectory),
	};
	return (await state.hashTree(absolute, rules)).entries;
}

/** The cache as a source of recorded files. What does not hash to its name counts as absent: a verdict must not rest on it. */
function cachedObjects({ cache }: Workspace): Objects {
	return {
		read: async (oid, hash) => {
			const bytes = await readFile(cache.path(oid, hash)).catch(() => null);
			return bytes === null || (hash === "md5" && hashBytes(bytes) !== oid) ? null : bytes;
		},
		listing: (oid, hash) => cache.readListing(oid, hash),
	};
}
