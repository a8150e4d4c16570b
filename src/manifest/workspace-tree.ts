import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { badInput, baseName, compareCodePoints, Failure, infrastructure, parentOf } from "../kernel/index.ts";
import type { Tree, TreeEntry } from "./model.ts";

/** The files below the DVC root (absolute) as they lie on disk now. Failure `unreadable` for what the system will not show. */
export function workspaceTree(root: string): Tree {
	return {
		name: "workspace",
		read: (path) => read(root, path),
		kind: async (path) => (await entryKind(join(root, path))) ?? null,
		list: (path) => list(root, path),
	};
}

async function read(root: string, path: string): Promise<Uint8Array | null> {
	try {
		const stats = await stat(join(root, path));
		// a pipe or a device would be read for ever
		if (!stats.isFile() && !stats.isDirectory()) throw noFile(path);
		return await readFile(join(root, path));
	} catch (cause) {
		if (isAbsence(cause)) return null;
		throw unreadable(path, cause);
	}
}

async function list(root: string, path: string): Promise<readonly TreeEntry[]> {
	const folder = join(root, path);
	try {
		const entries = await readdir(folder, { withFileTypes: true });
		const found = await Promise.all(
			entries.map(async (entry): Promise<TreeEntry | null> => {
				const link = entry.isSymbolicLink();
				const kind = link ? await entryKind(join(folder, entry.name)) : kindOf(entry);
				return kind === null ? null : { name: entry.name, kind, link, exec: false };
			}),
		);
		return (
			await withModes(
				folder,
				found.filter((entry) => entry !== null),
			)
		).sort((a, b) => compareCodePoints(a.name, b.name));
	} catch (cause) {
		if (isAbsence(cause)) return [];
		throw unreadable(path, cause);
	}
}

/** Folders of data hold too many files to ask for the mode of each; nobody asks about the modes of those. */
const MODES_UP_TO = 1000;

async function withModes(folder: string, entries: readonly TreeEntry[]): Promise<TreeEntry[]> {
	if (entries.length > MODES_UP_TO) return [...entries];
	return Promise.all(
		entries.map(async (entry) => {
			if (entry.kind === "directory") return entry;
			const stats = await stat(join(folder, entry.name)).catch(() => null);
			return stats !== null && (stats.mode & 0o111) !== 0 ? { ...entry, exec: true } : entry;
		}),
	);
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): TreeEntry["kind"] | null {
	if (entry.isFile()) return "file";
	return entry.isDirectory() ? "directory" : null;
}

/** Pipes, sockets and devices are none of ours: reading one could wait for ever. */
async function entryKind(absolute: string): Promise<TreeEntry["kind"] | null> {
	const stats = await stat(absolute).catch(() => null);
	return stats === null ? null : kindOf(stats);
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
