import { baseName, isWithin, joinPath, type Oid, relativeTo } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { recordOf, type Side } from "./side.ts";

/** A file's bytes; `unavailable`: it is recorded but not at hand; null: the side has no such file. */
export type Found = Uint8Array | "unavailable" | null;

/** Reads a file as DVC's own file system does: what lies in the tree, else what the lock records, out of the cache. */
export async function readTracked(side: Side, path: string): Promise<Found> {
	const there = await side.tree.read(path);
	if (there !== null) return there;
	const tracked = trackedAt(side, path);
	if (tracked === null) return null;
	const oid = tracked.below === "." ? tracked.oid : await childOf(side, tracked);
	if (oid === null) return null;
	if (oid === "unavailable") return "unavailable";
	return (await side.objects.read(oid, tracked.hash)) ?? "unavailable";
}

/** The files at or below a path, in the tree or recorded, sorted; the path itself when it is no directory. */
export async function expandPath(side: Side, path: string): Promise<string[]> {
	if ((await side.tree.kind(path)) === "directory") return (await filesBelow(side, path)).sort();
	const tracked = trackedAt(side, path);
	if (tracked === null || !tracked.oid.endsWith(".dir") || tracked.below !== ".") return [path];
	const listing = await side.objects.listing(tracked.oid, tracked.hash);
	return listing === null ? [path] : listing.map((file) => joinPath(path, file.relpath)).sort();
}

interface Tracked {
	readonly oid: Oid;
	readonly hash: HashName;
	/** The path inside the output; `.` for the output itself. */
	readonly below: string;
}

function trackedAt(side: Side, path: string): Tracked | null {
	for (const stage of side.project.stages) {
		for (const out of stage.outs) {
			if (out.at === null || !isWithin(path, out.at)) continue;
			const recorded = recordOf(stage, out);
			if (recorded?.oid) return { oid: recorded.oid, hash: recorded.hash, below: relativeTo(path, out.at) };
		}
	}
	return null;
}

async function childOf(side: Side, { oid, hash, below }: Tracked): Promise<Oid | "unavailable" | null> {
	if (!oid.endsWith(".dir")) return null;
	const listing = await side.objects.listing(oid, hash);
	if (listing === null) return "unavailable";
	return listing.find((file) => file.relpath === below)?.oid ?? null;
}

async function filesBelow(side: Side, directory: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await side.tree.list(directory)) {
		const path = joinPath(directory, entry.name);
		if (entry.kind === "file") found.push(path);
		else if (!entry.link && baseName(path) !== ".dvc") found.push(...(await filesBelow(side, path)));
	}
	return found;
}
