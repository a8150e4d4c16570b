import { randomBytes } from "node:crypto";
import { lstatSync, statSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { badInput, baseName, infrastructure, joinPath, type Outcome } from "../../kernel/index.ts";
import { type Content, isOutside, recorded } from "../../plan/index.ts";
import type { AddDocument } from "../../report/index.ts";
import { exclusively, place, store } from "../../run/index.ts";
import { Cache, push } from "../../store/index.ts";
import { addedRow, ignoreData, shelfOf, writeDotDvc } from "../add.ts";
import { stageInGit } from "../autostage.ts";
import type { FlowContext } from "../context.ts";
import { bringExternal, isAddress } from "../externals.ts";
import { observeWorkspace } from "../observe.ts";
import { rememberPlaced } from "../placed.ts";
import { changeWorkspace, notesFolder, type Workspace } from "../workspace.ts";
import { addTarget } from "./targets.ts";

export interface ElsewhereOptions {
	/** A file or folder of this machine, or an address that can be read. */
	readonly source: string;
	/** Where in the project it shall lie; into it, where that is a folder. Null: here, under its own name. */
	readonly out: string | null;
	/** To the remote alone. */
	readonly toRemote: boolean;
	/** Null: the default one. */
	readonly remote: string | null;
	readonly jobs: number | null;
	/** Replace what is there. */
	readonly force: boolean;
}

/**
 * `add --out` and `add --to-remote`: content from elsewhere is tracked at a path of the project. It is gathered in a folder
 * of its own first; killed before the end, the project knows nothing of it.
 */
export async function addFromElsewhere(context: FlowContext, options: ElsewhereOptions): Promise<Outcome<AddDocument>> {
	return changeWorkspace(context, "add", async (workspace, access) => {
		const path = destination(context, workspace, options);
		await refuseTracked(workspace, path);
		await access.check({ read: [], write: [join(workspace.root, path)] });
		const written = new Set<string>();
		const gathered = join(notesFolder(workspace.root), `elsewhere-${randomBytes(6).toString("hex")}`);
		const content = await exclusively(join(notesFolder(workspace.root), "lock"), process.pid, async () => {
			try {
				return await take(context, workspace, { ...options, path, gathered, written });
			} finally {
				await rm(gathered, { recursive: true, force: true });
			}
		});
		const staged = await stageInGit(workspace, written);
		await workspace.state.save();
		const row = addedRow({ path, file: `${path}.dvc`, content, before: null });
		return { answer: "yes", document: { schema: "mainline.add/1", added: [row], ...(staged ? { staged: true } : {}) } };
	});
}

interface Taking extends ElsewhereOptions {
	/** Relative to the DVC root. */
	readonly path: string;
	/** A folder below the root for the content on its way. */
	readonly gathered: string;
	readonly written: Set<string>;
}

async function take(context: FlowContext, workspace: Workspace, taking: Taking): Promise<Content> {
	const { root } = workspace;
	const { path, gathered, written } = taking;
	const here = join(gathered, "data");
	await mkdir(gathered, { recursive: true });
	await bring(context, workspace, { source: taking.source, to: here });
	const relpath = relative(root, here);
	const seen = await observeWorkspace({ ...workspace, ignore: { ignored: () => false, key: "elsewhere" } }).content(
		relpath,
		"md5",
	);
	if (seen === null) throw nothingThere(taking.source);
	const { isexec: _, ...content } = seen;
	const cache = taking.toRemote ? new Cache(join(gathered, "cache")) : workspace.cache;
	const shelf = { ...shelfOf(workspace), cache, rulesFor: () => ({ ignored: () => false, key: "elsewhere" }) };
	await store(relpath, content, shelf);
	if (taking.toRemote) await send(workspace, cache, { ...taking, content });
	else {
		await place(path, content, shelfOf(workspace));
		await ignoreData(workspace, path, written);
		await rememberPlaced(workspace, [path]);
	}
	await writeDotDvc(workspace, { file: `${path}.dvc`, record: recorded(baseName(path), content), written });
	return content;
}

async function send(
	workspace: Workspace,
	cache: Cache,
	{ remote, jobs, content }: Taking & { readonly content: Content },
): Promise<void> {
	const to = await workspace.remote(remote);
	const { failed } = await push([content], { cache, remote: to, ...(jobs === null ? {} : { jobs }) });
	const [first] = failed;
	if (first === undefined) return;
	throw infrastructure("push-failed", `${failed.length} objects could not be sent to ${to.name}: ${first.reason}`, {
		hint: "nothing was recorded; the same command again goes on from there",
	});
}

async function bring(
	context: FlowContext,
	workspace: Workspace,
	{ source, to }: { source: string; to: string },
): Promise<void> {
	if (isAddress(source)) return bringExternal(context, workspace, { external: { url: source, remote: null }, to });
	const from = resolve(context.cwd, source);
	if (statSync(from, { throwIfNoEntry: false }) === undefined) throw nothingThere(source);
	await cp(from, to, { recursive: true, dereference: true });
}

/** Failure `in-the-way` where something is there already. */
function destination({ cwd }: FlowContext, workspace: Workspace, options: ElsewhereOptions): string {
	const { source, out, toRemote, force } = options;
	const name = baseName(source.replace(/[?#].*$/, "").replace(/\/+$/, ""));
	const named = out ?? name;
	const folder = out !== null && statSync(resolve(cwd, out), { throwIfNoEntry: false })?.isDirectory() === true;
	const absolute = folder ? join(resolve(cwd, out), name) : resolve(cwd, named);
	const path = joinPath(isAbsolute(absolute) ? relative(workspace.root, absolute) : absolute);
	if (isOutside(path) || path === ".") {
		throw badInput("outside", `${named} is not inside the project`, {
			found: path,
			expected: "a path below the DVC root",
		});
	}
	const taken = lstatSync(absolute, { throwIfNoEntry: false }) !== undefined && !(toRemote && out === null);
	if (!taken || force) return path;
	throw badInput("in-the-way", `${path} exists already`, {
		at: { file: path },
		hint: "another --out, or --force to replace it",
	});
}

/** What `add` would refuse for a path is refused here, too, though nothing may be there yet. */
async function refuseTracked(workspace: Workspace, path: string): Promise<void> {
	const known = workspace.project.stages.find(({ file }) => file === `${path}.dvc`);
	if (known !== undefined) return;
	const target = await addTarget(workspace, join(workspace.root, path), { absent: true });
	if (target.known === null) return;
	throw badInput("overlapping-outputs", `${path} lies in what ${target.known.stage.address} tracks`, {
		at: target.known.out.place,
		hint: "another --out",
	});
}

function nothingThere(source: string): Error {
	return badInput("file-not-found", `${source} does not exist`, {
		found: "nothing there",
		expected: "a file or folder, or an http(s) address",
		hint: "paths count from the folder that you are in",
	});
}
