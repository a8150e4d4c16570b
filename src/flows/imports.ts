import { randomBytes } from "node:crypto";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { badInput, Failure } from "../kernel/index.ts";
import type { Dependency, Recorded, Stage } from "../manifest/index.ts";
import { type Content, recordOfDependency, recordOfOutput } from "../plan/index.ts";
import { store } from "../run/index.ts";
import { shelfOf } from "./add.ts";
import type { FlowContext } from "./context.ts";
import { bringExternal, externalEye } from "./externals.ts";
import { bringFromRepository, sourceOf } from "./imports/repository.ts";
import { observeWorkspace } from "./observe.ts";
import type { SelectedOutput } from "./targets.ts";
import { notesFolder, type Workspace } from "./workspace.ts";

export interface Brought {
	/** Outputs that their source gave, by path. */
	readonly paths: string[];
	/** Bytes of them. */
	readonly bytes: number;
	readonly failed: { readonly path: string; readonly digest: string; readonly reason: string }[];
}

/** Everything of a tracked source counts. */
const ALL = { ignored: () => false, key: "source" };

/**
 * Imports whose data neither cache nor remote has come from where they were imported, as long as that is what it was then.
 * `place`: also those that were imported without their data (`--no-download`) get a file in the workspace.
 */
export async function bringImports(
	context: FlowContext,
	workspace: Workspace,
	{ outputs, place }: { outputs: readonly SelectedOutput[]; place: boolean },
): Promise<Brought> {
	const brought: Brought = { paths: [], bytes: 0, failed: [] };
	let bytes = 0;
	for (const { stage, out } of outputs) {
		const [dependency] = stage.deps;
		const record = recordOfOutput(stage, out);
		if (stage.name !== null || dependency === undefined || out.at === null || record === null) continue;
		const lacking = { stage, dependency, record, path: out.at };
		if (brought.paths.includes(out.at) || !(await isLacking(workspace, lacking, place))) continue;
		try {
			bytes += await bringOne(context, workspace, lacking);
			brought.paths.push(out.at);
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			brought.failed.push({ path: out.at, digest: `md5:${record.oid ?? ""}`, reason: failure.message });
		}
	}
	return { ...brought, bytes };
}

interface Lacking {
	readonly stage: Stage;
	readonly dependency: Dependency;
	readonly record: Recorded;
	readonly path: string;
}

async function isLacking(workspace: Workspace, { record, path }: Lacking, place: boolean): Promise<boolean> {
	if (record.oid !== null) return (await workspace.cache.missingBelow(record.oid, record.hash)).length > 0;
	return place && (await observeWorkspace(workspace).content(path, "md5")) === null;
}

async function bringOne(context: FlowContext, workspace: Workspace, lacking: Lacking): Promise<number> {
	const { path, record } = lacking;
	const gathered = join(notesFolder(workspace.root), `import-${randomBytes(6).toString("hex")}`);
	const to = join(gathered, "data");
	await mkdir(gathered, { recursive: true });
	try {
		context.progress.say(`bringing ${path} from where it was imported`);
		if ((await fromSource(context, workspace, { ...lacking, gathered, to })) === "stored") return 0;
		const content = await contentAt(workspace, to);
		if (record.oid === null) await placeNew(to, join(workspace.root, path));
		else await take(workspace, { to, content, record, path });
		return Number(content.size ?? 0n);
	} finally {
		await rm(gathered, { recursive: true, force: true });
	}
}

interface Gathering extends Lacking {
	readonly gathered: string;
	readonly to: string;
}

async function fromSource(
	context: FlowContext,
	workspace: Workspace,
	{ stage, dependency, record, gathered, to }: Gathering,
): Promise<"put" | "stored"> {
	const source = sourceOf(stage);
	if (source !== null) {
		const folder = join(gathered, "repository");
		return bringFromRepository(context, workspace, { source, record, folder, to });
	}
	await refuseChanged(context, workspace, { stage, dependency });
	if (dependency.external !== undefined) {
		await bringExternal(context, workspace, { external: dependency.external, to });
		return "put";
	}
	if (dependency.at === null) throw cannotBring(stage);
	await cp(join(workspace.root, dependency.at), to, { recursive: true, dereference: true });
	return "put";
}

/** What is there now is taken only while it is what was imported. */
async function refuseChanged(
	context: FlowContext,
	workspace: Workspace,
	{ stage, dependency }: Pick<Lacking, "stage" | "dependency">,
): Promise<void> {
	const before = recordOfDependency(stage, dependency);
	const { at, external, path } = dependency;
	if (external !== undefined) {
		const now = await externalEye(context, workspace)(external);
		if (now === null) throw sourceGone(stage, path);
		if (before?.extra?.get(now.kind) !== now.value) throw sourceChanged(stage, path);
	} else if (at !== null) {
		const now = await observeWorkspace(workspace).content(at, "md5", "dependency");
		if (now === null) throw sourceGone(stage, path);
		if (now.oid !== before?.oid) throw sourceChanged(stage, path);
	}
}

async function contentAt(workspace: Workspace, file: string): Promise<Content> {
	const observer = observeWorkspace({ ...workspace, ignore: ALL });
	const content = await observer.content(relative(workspace.root, file), "md5", "dependency");
	if (content === null) throw new Error(`${file} vanished on its way`);
	return content;
}

async function take(
	workspace: Workspace,
	{ to, content, record, path }: { to: string; content: Content; record: Recorded; path: string },
): Promise<void> {
	if (content.oid !== record.oid) {
		throw badInput("import-changed", `the source of ${path} holds something else than was imported`, {
			found: content.oid,
			expected: record.oid ?? "",
		});
	}
	await store(relative(workspace.root, to), content, { ...shelfOf(workspace), rulesFor: () => ALL });
}

async function placeNew(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await rename(from, to);
}

function sourceGone(stage: Stage, path: string): Error {
	return badInput("import-missing", `${path}, from which ${stage.address} was imported, is not there any more`, {
		at: stage.place,
	});
}

function sourceChanged(stage: Stage, path: string): Error {
	return badInput("import-changed", `${path} is not what ${stage.address} was imported from any more`, {
		at: stage.place,
		hint: `dvc update ${stage.address} takes it as it is now`,
	});
}

function cannotBring(stage: Stage): Error {
	return badInput("import-not-supported", `${stage.address} was imported from where mainline cannot read`, {
		at: stage.place,
		hint: `dvc pull ${stage.address}`,
	});
}
