import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { chmod, copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { badInput, isDirectoryOid, type Oid } from "../kernel/index.ts";
import { keepVersions, type Output, type Recorded, type Stage } from "../manifest/index.ts";
import { type Content, isOutside, recorded, recordedPath, recordOfOutput } from "../plan/index.ts";
import type { Shelf, Workshop } from "./model.ts";

/** Before a command runs its outputs go, so that none can be an old one; those that persist only become writable. */
export async function clearOutputs(stage: Stage, shop: Workshop): Promise<void> {
	for (const out of stage.outs) {
		const path = join(shop.root, localPath(stage, out));
		if (!out.persist) await rm(path, { recursive: true, force: true });
		else if (out.cache) await unprotect(path);
	}
}

/** A link into the cache becomes a file of its own: writing to it must not write to the cache. */
async function unprotect(path: string): Promise<void> {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	if (stat === undefined) return;
	if (stat.isDirectory()) {
		for (const name of readdirSync(path)) await unprotect(join(path, name));
		return;
	}
	if (stat.isSymbolicLink() || stat.nlink > 1) {
		const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
		await copyFile(path, temporary);
		await rename(temporary, path);
	}
	await chmod(path, lstatSync(path).mode | 0o200);
}

export interface SaveOptions {
	/** Move the content into the cache and link it back. */
	readonly commit: boolean;
	/** Put a copy of uncached outputs into the cache, for the run cache to restore. */
	readonly keepUncached: boolean;
}

/** What the stage made: hashed, ignored by git, in the cache. Failure when an output is not there. */
export async function saveOutputs(stage: Stage, shop: Workshop, options: SaveOptions): Promise<Recorded[]> {
	const saved: Recorded[] = [];
	// before anything is moved
	for (const out of stage.outs) await refuseTracked(localPath(stage, out), out, shop);
	for (const out of stage.outs) saved.push(await saveOutput(stage, out, { shop, ...options }));
	return saved;
}

async function saveOutput(stage: Stage, out: Output, saving: SaveOptions & { shop: Workshop }): Promise<Recorded> {
	const { shop } = saving;
	const path = localPath(stage, out);
	if (out.cache && isOutside(path)) throw cachedOutside(stage, out);
	await ignoreInGit(path, out, shop);
	const content = await currentContent(stage, out, shop);
	if (content === null) throw notMade(stage, out);
	if (content.size === 0n) shop.progress.warn(`output ${path} of ${stage.address} is empty`);
	const kept = out.cache ? saving.commit : saving.keepUncached;
	// an uncached file stays the user's own: never a link to the cache's object
	const linked = kept && (await store(path, content, out.cache ? shop : { ...shop, linkTypes: ["copy"] }));
	if (out.cache && saving.commit && !linked) await relink(path, content, shop);
	return keepVersions(recordOfOutput(stage, out), recorded(recordedPath(stage, out), content), null);
}

/** DVC keeps an unchanged output of the 2.x kind as it is; everything new is plain MD5. */
async function currentContent(stage: Stage, out: Output, shop: Workshop): Promise<Content | null> {
	const path = localPath(stage, out);
	const before = recordOfOutput(stage, out);
	if (before?.hash === "md5-dos2unix" && before.oid !== null) {
		const now = await shop.observer.content(path, before.hash);
		if (now?.oid === before.oid && (await shop.cache.has(before.oid, before.hash))) return now;
	}
	return shop.observer.content(path, "md5");
}

/**
 * Takes a file or a directory of the workspace into the cache; a directory's listing comes last. True when what lies in the
 * workspace is known to be already what `relink` would make of it.
 */
export async function store(path: string, { oid, hash }: Content, shop: Shelf): Promise<boolean> {
	if (hash !== "md5") return false;
	const absolute = join(shop.root, path);
	const link = shop.linkTypes[0] === "hardlink";
	if (!isDirectoryOid(oid)) {
		await shop.cache.add(absolute, oid, { link });
		return false;
	}
	const tree = shop.state.latestTree(absolute, oid) ?? (await shop.state.hashTree(absolute, shop.rulesFor(path)));
	const own = await shop.cache.addTree(absolute, tree, { link });
	return own && copies(shop.linkTypes);
}

/** Whether files are copies where the file system cannot share their bytes: where `addTree` tells of own files, it cannot. */
function copies(types: Shelf["linkTypes"]): boolean {
	return (types.find((type) => type !== "reflink") ?? "copy") === "copy";
}

/** Content that was just taken into the cache comes back as the kind of link that `cache.type` asks for, in a fresh mode. */
export function relink(path: string, content: Content, shelf: Shelf): Promise<void> {
	return put(path, content, { shelf, previous: content.oid });
}

/** Makes the path hold this content, whatever is there now. */
export function place(path: string, content: Content, shelf: Shelf): Promise<void> {
	return put(path, content, { shelf, previous: null });
}

async function put(
	path: string,
	{ oid, hash, isexec }: Content,
	{ shelf, previous }: { shelf: Shelf; previous: Oid | null },
): Promise<void> {
	const rules = shelf.rulesFor(path);
	const options = { types: shelf.linkTypes, state: shelf.state, hash, rules, previous };
	await shelf.cache.place(oid, join(shelf.root, path), {
		...options,
		relink: true,
		force: true,
		exec: isexec === true,
	});
}

/** DVC's line in the `.gitignore` beside a cached output. Failure when git tracks it already. */
export async function ignoreInGit(path: string, out: Output, shop: Workshop): Promise<void> {
	if (shop.git === null || !isGitToIgnore(path, out)) return;
	await refuseTracked(path, out, shop);
	await shop.git.ignore(path);
}

async function refuseTracked(path: string, out: Output, { git }: Workshop): Promise<void> {
	if (git === null || !isGitToIgnore(path, out) || !(await git.tracks(path))) return;
	throw badInput("output-in-git", `output \`${path}\` is tracked by git already`, {
		at: out.place,
		hint: `git rm -r --cached '${path}' && git commit -m "stop tracking ${path}"`,
	});
}

function isGitToIgnore(path: string, out: Output): boolean {
	return out.cache && !isOutside(path);
}

export function localPath(stage: Stage, out: Output): string {
	if (out.at !== null) return out.at;
	throw badInput("external-output", `stage \`${stage.address}\` writes to \`${out.path}\`, which is not a path here`, {
		at: out.place,
		hint: `run it with dvc for now: dvc repro ${stage.address}`,
	});
}

function notMade(stage: Stage, out: Output): Error {
	return badInput("output-missing", `stage \`${stage.address}\` did not make its output \`${out.path}\``, {
		at: out.place,
		hint: "correct the command, or the path in outs",
	});
}

function cachedOutside(stage: Stage, out: Output): Error {
	return badInput("output-outside", `output \`${out.path}\` of stage \`${stage.address}\` lies outside the project`, {
		at: out.place,
		found: out.path,
		expected: "a path in the project, or `cache: false`",
		hint: "let the command write below the project, or give the output `cache: false`",
	});
}
