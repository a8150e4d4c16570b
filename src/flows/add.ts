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
import type { FlowContext } from "./context.ts";
import { observeWorkspace, rulesFor } from "./observe.ts";
import { rememberPlaced } from "./placed.ts";
import { changeWorkspace, gitEye, notesFolder, type Workspace } from "./workspace.ts";

export interface AddOptions {
	/** Files and folders, as seen from where the user stands. */
	readonly paths: readonly string[];
	/** Record them without taking them into the cache. */
	readonly noCommit: boolean;
}

/** Tracks files and folders: content into the cache, a `.dvc` file beside, a line in `.gitignore`. */
export async function add(context: FlowContext, options: AddOptions): Promise<Outcome<AddDocument>> {
	return changeWorkspace(context, "add", async (workspace, access) => {
		const targets: AddTarget[] = [];
		for (const path of options.paths) targets.push(await addTarget(workspace, path));
		await access.check({ read: [], write: targets.map(({ path }) => join(workspace.root, path)) });
		const added = await exclusively(join(notesFolder(workspace.root), "lock"), process.pid, async () => {
			const rows: AddedRow[] = [];
			for (const target of targets) rows.push(await addOne(workspace, target, options));
			return rows;
		});
		await workspace.state.save();
		await rememberPlaced(
			workspace,
			added.map(({ path }) => path),
		);
		return { answer: "yes", document: { schema: "mainline.add/1", added } };
	});
}

async function addOne(workspace: Workspace, target: AddTarget, { noCommit }: AddOptions): Promise<AddedRow> {
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
	await ignore(workspace, whole);
	const file = known?.stage.file ?? `${path}.dvc`;
	const plain = recorded(known?.out.path ?? baseName(path), content);
	const record = keepVersions(before, plain, await listedIn(workspace, { path: whole, before, content }));
	await writeDotDvc(workspace, file, record);
	if (now !== null && !noCommit && !linked) await relink(path, now, shelf);
	return row({ path: whole, file, content, before });
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

function shelfOf({ root, cache, state, config, ignore }: Workspace): Shelf {
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

async function ignore({ git, below, root }: Workspace, path: string): Promise<void> {
	if (git === null || (await gitEye(git, below).ignored([path])).has(path)) return;
	await ensureGitignore(join(root, path));
}

async function writeDotDvc({ root }: Workspace, file: string, out: Recorded): Promise<void> {
	const absolute = join(root, file);
	const old = await readFile(absolute, "utf8").catch(() => null);
	const text = updateDotDvc(old, { deps: [], outs: [out] });
	if (text !== old) await replaceFile(absolute, text);
}

interface Added {
	readonly path: string;
	readonly file: string;
	readonly content: Content;
	readonly before: Recorded | null;
}

function row({ path, file, content, before }: Added): AddedRow {
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
