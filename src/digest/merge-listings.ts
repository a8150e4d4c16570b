import type { Oid } from "../kernel/index.ts";
import type { ListedFile } from "./listing.ts";

export interface ListingMerge {
	/** Null when the two sides changed one file, and not alike. */
	readonly files: readonly ListedFile[] | null;
	/** Those files. */
	readonly conflicts: readonly string[];
}

/** A tracked directory's files brought together file by file: what one side added, changed or took out is so in the result. */
export function mergeListings(sides: {
	readonly base: readonly ListedFile[];
	readonly ours: readonly ListedFile[];
	readonly theirs: readonly ListedFile[];
}): ListingMerge {
	const [base, ours, theirs] = [byPath(sides.base), byPath(sides.ours), byPath(sides.theirs)];
	const files: ListedFile[] = [];
	const conflicts: string[] = [];
	for (const relpath of new Set([...ours.keys(), ...theirs.keys()])) {
		const [was, here, there] = [base.get(relpath), ours.get(relpath), theirs.get(relpath)];
		if (here !== there && was !== here && was !== there) conflicts.push(relpath);
		const oid = was === here ? there : here;
		if (oid !== undefined) files.push({ relpath, oid });
	}
	return { files: conflicts.length > 0 ? null : files, conflicts };
}

function byPath(files: readonly ListedFile[]): Map<string, Oid> {
	return new Map(files.map(({ relpath, oid }) => [relpath, oid]));
}
