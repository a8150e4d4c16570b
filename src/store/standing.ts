import { lstatSync, readdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { dos2unixHashFile, type HashState, hashFile, type IgnoreRules, readTree } from "../digest/index.ts";
import { Failure, type Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";

/** Path relative to a target → id; `""` is the target itself, where it is a file. */
export type FilesById = ReadonlyMap<string, Oid>;

interface Looking {
	readonly hash?: HashName;
	readonly state?: HashState;
	readonly rules?: IgnoreRules;
}

const NO_RULES: IgnoreRules = { ignored: () => false, key: "none" };

/** What is at a path now: a file, a directory's files, or nothing. A link that leads nowhere is nothing. */
export async function standingFiles(target: string, looking: Looking): Promise<FilesById> {
	const stat = lstatSync(target, { throwIfNoEntry: false });
	if (stat === undefined || isDangling(target)) return new Map();
	if (!stat.isDirectory()) return new Map([["", await idOf(target, looking)]]);
	const tree = await hashedTree(target, looking);
	if (looking.hash !== "md5-dos2unix") return new Map(tree.map((file) => [file.relpath, file.oid]));
	const files = new Map<string, Oid>();
	for (const { relpath } of tree) files.set(relpath, await dos2unixHashFile(join(target, relpath)));
	return files;
}

async function idOf(file: string, { hash, state }: Looking): Promise<Oid> {
	if (hash === "md5-dos2unix") return dos2unixHashFile(file);
	return (await (state === undefined ? hashFile(file) : state.hashFile(file))).oid;
}

async function hashedTree(
	target: string,
	{ state, rules = NO_RULES }: Looking,
): Promise<readonly { relpath: string; oid: Oid }[]> {
	const look = () => (state === undefined ? readTree(target, rules) : state.hashTree(target, rules));
	try {
		return (await look()).entries;
	} catch (failure) {
		// In symlink mode every file becomes such a link when the cache is emptied; nothing is lost with them.
		if (!(failure instanceof Failure) || failure.code !== "broken-link") throw failure;
		removeDangling(target);
		return (await look()).entries;
	}
}

function removeDangling(folder: string): void {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isSymbolicLink() && isDangling(path)) unlinkSync(path);
	}
}

function isDangling(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false }) === undefined;
}
