import { lstatSync, type Stats } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints, infrastructure } from "../kernel/index.ts";
import { install, writeInto } from "./install.ts";
import { LARGEST_NOTE, MOST_NOTES, type NoteShelf, noteKey, noteNames } from "./notes.ts";

/** Notes at a remote that is a folder. What others may write there could be a pipe, or a link to anywhere: only files count. */
export function folderNotes(folder: string): NoteShelf {
	const at = (key: string): string => join(folder, noteKey(key));
	const fileAt = (path: string): Stats | null => {
		const found = lstatSync(path, { throwIfNoEntry: false });
		return found?.isFile() === true ? found : null;
	};
	return {
		names: async (place) => {
			const names = (await readdir(at(place)).catch(() => [])).toSorted(compareCodePoints).slice(0, MOST_NOTES);
			const found = names.map((name) => ({ key: `${place}/${name}`, size: fileAt(join(at(place), name))?.size }));
			return noteNames(
				place,
				found.flatMap(({ key, size }) => (size === undefined ? [] : [{ key, size: BigInt(size) }])),
			);
		},
		read: async (key) => {
			const size = fileAt(at(key))?.size ?? Number.POSITIVE_INFINITY;
			return size > LARGEST_NOTE ? null : readFile(at(key));
		},
		write: async (key, bytes) => {
			if (fileAt(at(key)) !== null) return;
			try {
				await install(at(key), (temporary) => writeInto(temporary, bytes, 0o644));
			} catch (cause) {
				throw infrastructure("remote-not-writable", `${at(key)} cannot be written`, { cause });
			}
		},
	};
}
