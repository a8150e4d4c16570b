import { hashBytes } from "../digest/index.ts";
import type { Blob, Depot, Surroundings } from "./depot.ts";
import { bytesOf, download } from "./download.ts";
import { inMemory } from "./in-memory.ts";
import { LARGEST_NOTE, MOST_NOTES, NO_NOTES, type NoteShelf, noteKey, noteNames } from "./notes.ts";
import { patiently } from "./patience.ts";

/** Notes behind any protocol that can list what is there. */
export function depotNotes(depot: Depot, surroundings: Surroundings): NoteShelf {
	if (depot.page === null) return NO_NOTES;
	return {
		names: (folder) =>
			patiently(surroundings, async () => {
				const found: Blob[] = [];
				for await (const page of depot.list(`${noteKey(folder)}/`)) {
					found.push(...page);
					if (found.length >= MOST_NOTES) break;
				}
				return noteNames(noteKey(folder), found);
			}),
		read: (key) => bounded({ ...surroundings, depot, key: noteKey(key) }),
		write: (key, bytes) => patiently(surroundings, () => depot.write(noteKey(key), inMemory(bytes, hashBytes(bytes)))),
	};
}

class TooLong extends Error {}

async function bounded(from: Parameters<typeof download>[0]): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let held = 0;
	const write = (chunk: Uint8Array): void => {
		held += chunk.length;
		if (held > LARGEST_NOTE) throw new TooLong();
		chunks.push(chunk);
	};
	try {
		return (await download(from, { write })) === null ? null : bytesOf(chunks);
	} catch (cause) {
		if (!(cause instanceof TooLong)) throw cause;
		return null;
	}
}
