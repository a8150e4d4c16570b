import { compareCodePoints } from "../kernel/index.ts";

/** A small text of ours at a remote is at most so long; what is longer is none, and is not read. Bytes. */
export const LARGEST_NOTE = 1024 * 1024;

/** So many names of a folder are looked at. */
export const MOST_NOTES = 5000;

/**
 * Small texts of ours at a remote, below `mainline/`: hints for people, never results. Each is written once, under a name of
 * its own, so that nobody has to lock anything and a credential that can only add is enough.
 */
export interface NoteShelf {
	/** Names in a folder, sorted; none where nothing can be listed. */
	names(folder: string): Promise<string[]>;
	/** Null when there is none, or what is there is too long. */
	read(key: string): Promise<Uint8Array | null>;
	write(key: string, bytes: Uint8Array): Promise<void>;
}

/** For remotes that keep none. */
export const NO_NOTES: NoteShelf = {
	names: async () => [],
	read: async () => null,
	write: async () => {},
};

const KEY = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;

export function noteKey(key: string): string {
	if (!KEY.test(key) || key.length > 200) throw new Error(`no name of a note: ${key}`);
	return `mainline/${key}`;
}

/** What was listed below a folder: notes' own names, of those that are none too long. */
export function noteNames(folder: string, found: readonly { readonly key: string; readonly size: bigint }[]): string[] {
	return found
		.filter(({ size }) => size <= LARGEST_NOTE)
		.map(({ key }) => key.slice(folder.length + 1))
		.filter((name) => KEY.test(name) && !name.includes("/"))
		.toSorted(compareCodePoints);
}
