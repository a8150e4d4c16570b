import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { badInput, baseName, compareCodePoints, Failure, infrastructure, parentOf } from "../kernel/index.ts";
import type { Tree, TreeEntry } from "./model.ts";

/**
 * The files below the DVC root (absolute) as they lie on disk now; with `within` (absolute, links resolved), nothing of what lies
 * outside of that folder, by `..` or by a link, which the files of a stranger may name: Failure `outside`. Manifests are many and small, so they are read at once:
 * handing each to another thread costs several times what the reading does. Failure `unreadable` for what the system will
 * not show.
 */
export function workspaceTree(root: string, within: string | null = null): Tree {
	const allowed = (path: string): string => {
		if (within !== null) refuseOutside(root, path, within);
		return path;
	};
	return {
		name: "workspace",
		read: async (path) => read(root, allowed(path)),
		kind: async (path) => entryKind(join(root, path)),
		list: async (path) => list(root, allowed(path)),
	};
}

function refuseOutside(root: string, path: string, within: string): void {
	const real = realOf(join(root, path));
	if (real === null || real === within || real.startsWith(`${within}/`)) return;
	throw badInput("outside", `${path} lies outside of the repository`, {
		at: { file: path },
		found: "a path, or a link, that leads out",
		expected: "a file of the repository: this change is a stranger's",
		hint: "put the file into the repository",
	});
}

/** Null for what is not there. */
function realOf(path: string): string | null {
	try {
		return realpathSync(path);
	} catch (cause) {
		if (isAbsence(cause)) return null;
		throw cause;
	}
}

function read(root: string, path: string): Uint8Array | null {
	try {
		const stats = statSync(join(root, path), { throwIfNoEntry: false });
		if (stats === undefined) return null;
		// a pipe or a device would be read for ever
		if (!stats.isFile() && !stats.isDirectory()) throw noFile(path);
		return readFileSync(join(root, path));
	} catch (cause) {
		if (isAbsence(cause)) return null;
		throw unreadable(path, cause);
	}
}

function list(root: string, path: string): readonly TreeEntry[] {
	const folder = join(root, path);
	try {
		const found = readdirSync(folder, { withFileTypes: true }).map((entry): TreeEntry | null => {
			const link = entry.isSymbolicLink();
			const kind = link ? entryKind(join(folder, entry.name)) : kindOf(entry);
			return kind === null ? null : new Entry(folder, entry.name, { kind, link });
		});
		return found.filter((entry) => entry !== null).sort((a, b) => compareCodePoints(a.name, b.name));
	} catch (cause) {
		if (isAbsence(cause)) return [];
		throw unreadable(path, cause);
	}
}

/** Asks for the mode only when somebody wants it: folders of data hold very many files. */
class Entry implements TreeEntry {
	readonly name: string;
	readonly kind: TreeEntry["kind"];
	readonly link: boolean;
	readonly #folder: string;

	constructor(folder: string, name: string, { kind, link }: Pick<TreeEntry, "kind" | "link">) {
		this.name = name;
		this.kind = kind;
		this.link = link;
		this.#folder = folder;
	}

	get exec(): boolean {
		if (this.kind === "directory") return false;
		const stats = statsOf(join(this.#folder, this.name));
		return stats !== null && (stats.mode & 0o111) !== 0;
	}
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): TreeEntry["kind"] | null {
	if (entry.isFile()) return "file";
	return entry.isDirectory() ? "directory" : null;
}

/** Pipes, sockets and devices are none of ours: reading one could wait for ever. */
function entryKind(absolute: string): TreeEntry["kind"] | null {
	const stats = statsOf(absolute);
	return stats === null ? null : kindOf(stats);
}

/** Links followed; null for what is not there, or not shown. */
function statsOf(absolute: string): Stats | null {
	try {
		return statSync(absolute, { throwIfNoEntry: false }) ?? null;
	} catch {
		return null;
	}
}

function noFile(path: string): Error {
	return badInput("not-a-file", `${path} is a device, a pipe or a socket`, {
		at: { file: path },
		found: "no file and no folder",
		expected: "a file",
		hint: "put the file itself in its place",
	});
}

function isAbsence(cause: unknown): boolean {
	return cause instanceof Error && "code" in cause && ["ENOENT", "ENOTDIR", "ELOOP"].includes(String(cause.code));
}

function unreadable(path: string, cause: unknown): unknown {
	if (cause instanceof Failure) return cause;
	const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
	if (reason === "EISDIR") {
		return badInput("not-a-file", `${path} is a folder`, {
			at: { file: path },
			found: "a folder",
			expected: "a file",
			hint: "move the folder away; git has the file, if there was one",
			cause,
		});
	}
	return infrastructure("unreadable", `${baseName(path)} in ${parentOf(path)} cannot be read (${reason})`, {
		at: { file: path },
		hint: "check its permissions",
		cause,
	});
}
