import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";
import { badInput } from "../kernel/index.ts";
import { notUtf8, refuseUnreadable } from "./refusals.ts";

/** Which paths of a directory do not count (`.dvcignore`). */
export interface IgnoreRules {
	/** `relpath` is relative to the directory, with `/`. */
	ignored(relpath: string, isDirectory: boolean): boolean;
	/**
	 * Names the rules (a digest of the `.dvcignore` texts that apply, say): equal keys promise equal answers. With a key, an
	 * unchanged directory is recognised without asking again about each of its files.
	 */
	readonly key?: string;
}

export interface Walked {
	/** Files and links, relative to the root, in the order met. */
	readonly files: string[];
	/** What the rules left out. */
	readonly ignored: string[];
}

/** What stands where decoding met bytes that are no UTF-8; a name may also hold it by right. */
const REPLACEMENT = "\ufffd";

/**
 * Every file and link below a directory, folder by folder; empty folders vanish, links to folders are told by the caller's
 * `stat`. A generator, so that the files of the first folders can be examined while the others are read.
 */
export function* walk(root: string, rules: Pick<IgnoreRules, "ignored">): Generator<Walked, void> {
	const folders = [""];
	for (let prefix = folders.pop(); prefix !== undefined; prefix = folders.pop()) {
		const { files, ignored, below } = readFolder(root, prefix, rules);
		// Reversed, because the next folder is taken from the end.
		folders.push(...below.reverse());
		yield { files, ignored };
	}
}

function readFolder(root: string, prefix: string, rules: Pick<IgnoreRules, "ignored">): Walked & { below: string[] } {
	const found = { files: [] as string[], ignored: [] as string[], below: [] as string[] };
	for (const entry of entriesOf(prefix === "" ? root : `${root}/${prefix.slice(0, -1)}`)) {
		const path = prefix + entry.name;
		const isDirectory = entry.isDirectory();
		if (entry.name === ".dvcignore") throw ignoreFileInside(root, path);
		if (rules.ignored(path, isDirectory)) found.ignored.push(path);
		else if (isDirectory) found.below.push(`${path}/`);
		else found.files.push(path);
	}
	return found;
}

function entriesOf(folder: string): Dirent[] {
	const entries = readEntries(folder);
	if (entries.some((entry) => entry.name.includes(REPLACEMENT))) {
		const strange = readdirSync(folder, { encoding: "buffer" }).find((name) => !isUtf8(name));
		if (strange !== undefined) throw notUtf8(folder, strange);
	}
	return entries;
}

function readEntries(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (cause) {
		return refuseUnreadable(folder, cause);
	}
}

function ignoreFileInside(root: string, path: string): Error {
	return badInput("dvcignore-inside", `a .dvcignore file cannot be part of a tracked directory: ${root}/${path}`, {
		at: { file: `${root}/${path}` },
		hint: "put its patterns into a .dvcignore above the directory",
	});
}
