import { lstatSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { badInput, Failure, isDirectoryOid, isWithin, joinPath, type Oid, type Outcome } from "../kernel/index.ts";
import type { HashName, Recorded } from "../manifest/index.ts";
import { type Observer, recordOfOutput } from "../plan/index.ts";
import type { CheckoutDocument } from "../report/index.ts";
import type { Access } from "../run/index.ts";
import type { FlowContext } from "./context.ts";
import { observeWorkspace, rulesFor } from "./observe.ts";
import { readPlaced, writePlaced } from "./placed.ts";
import { type SelectedOutput, selectedOutputs } from "./targets.ts";
import { changeWorkspace, type Workspace } from "./workspace.ts";

export interface CheckoutOptions {
	readonly targets: readonly string[];
	/** Overwrite and remove data that is saved nowhere. */
	readonly force: boolean;
	/** Link anew what is unchanged, too. */
	readonly relink: boolean;
	/** Missing data is no failure. */
	readonly allowMissing: boolean;
	readonly withDeps?: boolean;
	readonly recursive?: boolean;
	/** Tell how many files changed. */
	readonly summary?: boolean;
}

type Change = CheckoutDocument["changes"][number];

export interface CheckedOut {
	readonly changes: Change[];
	/** Paths that could not be placed. */
	readonly missing: string[];
	/** Those of them whose object is in the cache with another content than its name says. */
	readonly damaged: string[];
	/** Numbers of files. */
	readonly files: Record<Change["change"], number>;
}

/** Places what DVC's files record into the workspace. Answer "no" when something is missing from the cache. */
export async function checkout(context: FlowContext, options: CheckoutOptions): Promise<Outcome<CheckoutDocument>> {
	return changeWorkspace(context, "checkout", async (workspace, access) => {
		const { files, ...placed } = await checkoutOutputs(workspace, access, options);
		const summary = options.summary === true ? { summary: files } : {};
		const document: CheckoutDocument = { schema: "mainline.checkout/1", ...placed, ...summary };
		return { answer: placed.missing.length > 0 && !options.allowMissing ? "no" : "yes", document };
	});
}

export async function checkoutOutputs(
	workspace: Workspace,
	access: Access,
	options: Omit<CheckoutOptions, "allowMissing">,
): Promise<CheckedOut> {
	const outputs = selectedOutputs(workspace, options.targets, options);
	const write = outputs.flatMap(({ out }) => (out.at === null ? [] : [join(workspace.root, out.at)]));
	await access.check({ read: [], write });
	const observer = observeWorkspace(workspace);
	const removed = options.targets.length === 0 ? await removeLeftovers(workspace, { observer, ...options }) : [];
	const files = { new: 0, modified: 0, deleted: removed.length };
	const done: CheckedOut = { changes: [...removed], missing: [], damaged: [], files };
	for (const output of outputs) await checkoutOne(workspace, output, { observer, done, ...options });
	await workspace.state.save();
	const placed = outputs.filter(({ out }) => !done.missing.includes(out.at ?? "")).flatMap(({ out }) => out.at ?? []);
	const before = options.targets.length === 0 ? [] : await readPlaced(workspace);
	await writePlaced(workspace, new Set([...before, ...placed]));
	return done;
}

interface Doing {
	readonly observer: Observer;
	readonly done: CheckedOut;
	readonly force: boolean;
	readonly relink: boolean;
}

async function checkoutOne(workspace: Workspace, selected: SelectedOutput, doing: Doing): Promise<void> {
	const { stage, out, part } = selected;
	const path = out.at ?? out.path;
	const record = recordOfOutput(stage, out);
	if (record === null || record.oid === null) {
		// A stage that never ran has made nothing; DVC fails here, too.
		doing.done.missing.push(path);
		return;
	}
	const pieces = await piecesOf(workspace, selected, { oid: record.oid, hash: record.hash });
	if (pieces !== null && (await placePieces(workspace, pieces, { ...doing, record }))) return;
	if (!doing.relink && (await doing.observer.content(path, record.hash))?.oid === record.oid) return;
	const asked = part === null ? path : `${path}/${part}`;
	doing.done.missing.push(asked);
	if ((await workspace.cache.verify(record.oid, record.hash)) === "corrupt") doing.done.damaged.push(asked);
}

/** False when the cache lacks something of them. */
async function placePieces(
	workspace: Workspace,
	pieces: readonly Piece[],
	doing: Doing & { readonly record: Recorded },
): Promise<boolean> {
	const { hash, isexec = false } = doing.record;
	try {
		for (const piece of pieces) await placePiece(workspace, { ...piece, hash, isexec }, doing);
		return true;
	} catch (cause) {
		if (cause instanceof Failure && cause.code === "object-missing") return false;
		throw cause;
	}
}

interface Piece {
	/** Relative to the DVC root. */
	readonly path: string;
	readonly oid: Oid;
}

/** What is to be placed: the whole output, or the named files of a directory. Null when the cache lacks some of it. */
async function piecesOf(
	{ cache }: Workspace,
	{ out, part }: SelectedOutput,
	{ oid, hash }: { oid: Oid; hash: HashName },
): Promise<Piece[] | null> {
	const path = out.at ?? out.path;
	// Whether all files of a whole directory are here is asked when it is placed, before anything is touched.
	if (part === null && !isDirectoryOid(oid)) return (await cache.has(oid, hash)) ? [{ path, oid }] : null;
	const listing = await cache.readListing(oid, hash);
	if (listing === null) return null;
	if (part === null) return [{ path, oid }];
	const files = listing.filter(({ relpath }) => isWithin(relpath, part));
	if (files.length === 0) throw notInside(path, part);
	for (const file of files) if (!(await cache.has(file.oid, hash))) return null;
	return files.map((file) => ({ path: `${path}/${file.relpath}`, oid: file.oid }));
}

async function placePiece(
	{ root, cache, config, state, ignore }: Workspace,
	piece: Piece & { readonly hash: HashName; readonly isexec?: boolean },
	{ done, force, relink }: Doing,
): Promise<void> {
	const absolute = join(root, piece.path);
	const existed = lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
	const { added, changed, removed } = await cache.place(piece.oid, absolute, {
		types: config.cacheTypes,
		hash: piece.hash,
		force,
		relink,
		exec: piece.isexec === true,
		state,
		rules: rulesFor(ignore, piece.path),
	});
	done.files.new += added;
	done.files.modified += changed;
	done.files.deleted += removed;
	if (!existed) done.changes.push({ path: piece.path, change: "new" });
	else if (added + changed + removed > 0) done.changes.push({ path: piece.path, change: "modified" });
}

interface Leftovers {
	readonly observer: Observer;
	readonly force: boolean;
}

/** Outputs that were placed here and that no stage of this branch has. Only what the cache holds is removed, or all with force. */
async function removeLeftovers(workspace: Workspace, { observer, force }: Leftovers): Promise<Change[]> {
	// those that are not cached (any more), too
	const current = workspace.project.stages.flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? []));
	const gone = [...(await readPlaced(workspace))].filter(
		(path) => !current.some((at) => isWithin(path, at) || isWithin(at, path)),
	);
	const removed: Change[] = [];
	for (const path of gone) {
		const content = await observer.content(path, "md5");
		if (content === null || (await isTracked(workspace, path))) continue;
		if (!force && !(await observer.stored(content.oid, "md5"))) throw unsaved(path);
		await rm(join(workspace.root, path), { recursive: true, force: true });
		removed.push({ path, change: "deleted" });
	}
	return removed;
}

/** What git tracks by now is git's to remove. */
async function isTracked({ git, below }: Workspace, path: string): Promise<boolean> {
	return git !== null && (await git.tracked([joinPath(below, path)])).size > 0;
}

function notInside(path: string, part: string): Error {
	return badInput("unknown-target", `${path} holds no \`${part}\``, {
		found: `${path}/${part}`,
		expected: "a file or a folder of the recorded directory",
	});
}

function unsaved(path: string): Error {
	return badInput("unsaved-data", `${path} belongs to no stage of this branch, and its content is saved nowhere`, {
		at: { file: path },
		hint: "save it (mainline add) or let it go (--force)",
	});
}
