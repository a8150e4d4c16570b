import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { baseName, isDirectoryOid, type Outcome } from "../kernel/index.ts";
import { keepVersions, type Recorded, updateDotDvc } from "../manifest/index.ts";
import { type Content, recorded, recordOfOutput } from "../plan/index.ts";
import type { AddDocument, AddedRow } from "../report/index.ts";
import { exclusively, relink, replaceFile, type Shelf, store } from "../run/index.ts";
import { ensureGitignore } from "../store/index.ts";
import { withPart } from "./add/part.ts";
import { type AddTarget, addTarget } from "./add/targets.ts";
import { stageInGit } from "./autostage.ts";
import type { FlowContext } from "./context.ts";
import { globTargets } from "./glob.ts";
import { observeWorkspace, rulesFor } from "./observe.ts";
import { rememberPlaced } from "./placed.ts";
import { changeWorkspace, gitEye, notesFolder, type Workspace } from "./workspace.ts";

export interface AddOptions {
	/** Files and folders, as seen from where the user stands. */
	readonly paths: readonly string[];
	/** Record them without taking them into the cache. */
	readonly noCommit: boolean;
	/** Leave the files in the workspace as they are, whatever `cache.type` says. */
	readonly noRelink?: boolean;
	/** Paths are patterns. */
	readonly glob?: boolean;
}

/** Tracks files and folders: content into the cache, a `.dvc` file beside, a line in `.gitignore`. */
export async function add(context: FlowContext, options: AddOptions): Promise<Outcome<AddDocument>> {
	const paths = options.glob === true ? globTargets(context.cwd, options.paths) : options.paths;
	return changeWorkspace(context, "add", async (workspace, access) => {
		const targets: AddTarget[] = [];
		const written = new Set<string>();
		for (const path of paths) targets.push(await addTarget(workspace, path));
		await access.check({ read: [], write: targets.map(({ path }) => join(workspace.root, path)) });
		const added = await exclusively(join(notesFolder(workspace.root), "lock"), process.pid, async () => {
			const rows: AddedRow[] = [];
			for (const target of targets) rows.push(await addOne(workspace, target, { ...options, written }));
			return rows;
		});
		const staged = await stageInGit(workspace, written);
		await workspace.state.save();
		await rememberPlaced(
			workspace,
			added.map(({ path }) => path),
		);
		return { answer: "yes", document: { schema: "mainline.add/1", added, ...(staged ? { staged: true } : {}) } };
	});
}

interface Adding extends AddOptions {
	/** Files that git is to have, absolute. */
	readonly written: Set<string>;
}

async function addOne(workspace: Workspace, target: AddTarget, adding: Adding): Promise<AddedRow> {
	const { noCommit, noRelink = false, written } = adding;
	const { path, known } = target;
	const before = known === null ? null : recordOfOutput(known.stage, known.out);
	const whole = known?.out.at ?? path;
	const shelf = shelfOf(workspace);
	const now = target.exists ? await observeWorkspace(workspace).content(path, "md5") : null;
	const linked = now !== null && !noCommit && (await store(path, now, shelf));
	const content =
		whole === path || before === null
			? now
			: await withPart(workspace, before, await partOf(workspace, { path, whole, now }));
	if (content === null) throw new Error(`${path} vanished while it was added`);
	await ignoreData(workspace, whole, written);
	const file = known?.stage.file ?? `${path}.dvc`;
	const plain = recorded(known?.out.path ?? baseName(path), content);
	const record = keepVersions(before, plain, await listedIn(workspace, { path: whole, before, content }));
	await writeDotDvc(workspace, { file, record, written });
	if (now !== null && !noCommit && !noRelink && !linked) await relink(path, now, shelf);
	return addedRow({ path: whole, file, content, before });
}

/** The files of a folder whose `.dvc` file lists them, as DVC has it for cloud-versioned remotes. */
async function listedIn(
	{ state, root, ignore }: Workspace,
	{ path, before, content }: { path: string; before: Recorded | null; content: Content },
) {
	if (before?.extra?.has("files") !== true || !isDirectoryOid(content.oid)) return null;
	const tree = await state.hashTree(join(root, path), rulesFor(ignore, path));
	return tree.oid === content.oid ? tree.entries : null;
}

export function shelfOf({ root, cache, state, config, ignore }: Workspace): Shelf {
	return { root, cache, state, linkTypes: config.cacheTypes, rulesFor: (directory) => rulesFor(ignore, directory) };
}

async function partOf(
	workspace: Workspace,
	{ path, whole, now }: { path: string; whole: string; now: Content | null },
): Promise<Parameters<typeof withPart>[2]> {
	const relpath = path.slice(whole.length + 1);
	if (now === null) return { relpath, now };
	if (!isDirectoryOid(now.oid)) return { relpath, now: { ...now, files: [{ relpath, oid: now.oid }] } };
	const tree = await workspace.state.hashTree(join(workspace.root, path), rulesFor(workspace.ignore, path));
	const files = tree.entries.map((file) => ({ relpath: `${relpath}/${file.relpath}`, oid: file.oid }));
	return { relpath, now: { ...now, files } };
}

/** DVC's line in the `.gitignore` beside the data. */
export async function ignoreData(workspace: Workspace, path: string, written: Set<string>): Promise<void> {
	const { git, below, root } = workspace;
	if (git === null || (await gitEye(git, below).ignored([path])).has(path)) return;
	const changed = await ensureGitignore(join(root, path));
	if (changed !== null) written.add(changed);
}

interface Writing {
	/** Relative to the DVC root. */
	readonly file: string;
	readonly record: Recorded;
	readonly written: Set<string>;
}

export async function writeDotDvc({ root }: Workspace, { file, record, written }: Writing): Promise<void> {
	const absolute = join(root, file);
	const old = await readFile(absolute, "utf8").catch(() => null);
	const text = updateDotDvc(old, { deps: [], outs: [record] });
	if (text !== old) await replaceFile(absolute, text);
	written.add(absolute);
}

interface Added {
	readonly path: string;
	readonly file: string;
	readonly content: Content;
	readonly before: Recorded | null;
}

export function addedRow({ path, file, content, before }: Added): AddedRow {
	const old = before?.oid ?? null;
	const change = old === null ? "new" : old === content.oid ? "unchanged" : "modified";
	return {
		path,
		file,
		digest: `md5:${content.oid}`,
		change,
		size: content.size === undefined ? null : Number(content.size),
		...(content.nfiles === undefined ? {} : { files: Number(content.nfiles) }),
	};
}
