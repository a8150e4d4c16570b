import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { compareCodePoints, type Sha256 } from "../kernel/index.ts";
import { LAYER } from "./media.ts";
import type { Layer, LayerRole } from "./model.ts";
import { packagesOf } from "./python/layer.ts";

/** `same`: all layers of the role are. */
export type LayerChange = "same" | "changed" | "added" | "removed";

export interface RoleDiff {
	readonly role: LayerRole;
	readonly change: LayerChange;
	/** Bytes as they are stored, compressed or not. */
	readonly from: number;
	readonly to: number;
	/** Bytes of the layers that only the second image has: what a node that runs the first one must pull. */
	readonly pull: number;
}

export interface PackageChange {
	readonly name: string;
	/** Null where it is not in the image. */
	readonly from: string | null;
	readonly to: string | null;
}

export interface FileChange {
	readonly path: string;
	readonly change: "added" | "modified" | "deleted";
}

const ROLES: readonly LayerRole[] = ["base", "python", "code", "model"];

/** Role by role, bottom first; roles that neither image has are left out. */
export function diffLayers(from: readonly Layer[], to: readonly Layer[]): RoleDiff[] {
	const here = new Set(from.map(digestOf));
	return ROLES.flatMap((role): RoleDiff[] => {
		const [before, after] = [from.filter((layer) => layer.role === role), to.filter((layer) => layer.role === role)];
		if (before.length + after.length === 0) return [];
		const pull = sizeOf(after.filter((layer) => !here.has(digestOf(layer))));
		return [{ role, change: changeOf(before, after), from: sizeOf(before), to: sizeOf(after), pull }];
	});
}

function changeOf(before: readonly Layer[], after: readonly Layer[]): LayerChange {
	if (before.length === 0) return "added";
	if (after.length === 0) return "removed";
	return before.map(digestOf).join() === after.map(digestOf).join() ? "same" : "changed";
}

/** By what the layers say of themselves; null where neither image has a layer of packages. */
export function diffPackages(from: readonly Layer[], to: readonly Layer[]): PackageChange[] | null {
	if (![...from, ...to].some(({ role }) => role === "python")) return null;
	const [before, after] = [versionsIn(from), versionsIn(to)];
	const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareCodePoints);
	return names.flatMap((name) => {
		const change = { name, from: before.get(name) ?? null, to: after.get(name) ?? null };
		return change.from === change.to ? [] : [change];
	});
}

function versionsIn(layers: readonly Layer[]): Map<string, string> {
	const packages = layers.filter(({ role }) => role === "python").flatMap(({ descriptor }) => packagesOf(descriptor));
	return new Map(
		packages.flatMap((text) => {
			const [name, version] = text.split("==");
			return name === undefined || version === undefined ? [] : [[name, version] as const];
		}),
	);
}

/** Most bytes of code that are fetched to see which files changed. */
const MAX_CODE = 2 << 20;

/** Which files of the code changed; null where they are too big to be fetched for that, or not ours. */
export async function diffCode(from: readonly Layer[], to: readonly Layer[]): Promise<FileChange[] | null> {
	const [before, after] = [codeOf(from), codeOf(to)];
	if (changeOf(before, after) === "same") return [];
	const all = [...before, ...after];
	if (sizeOf(all) > MAX_CODE || all.some(({ descriptor }) => descriptor.mediaType !== LAYER)) return null;
	const [old, now] = [await filesIn(before), await filesIn(after)];
	const paths = [...new Set([...old.keys(), ...now.keys()])].sort(compareCodePoints);
	return paths.flatMap((path): FileChange[] => {
		if (!old.has(path)) return [{ path, change: "added" }];
		if (!now.has(path)) return [{ path, change: "deleted" }];
		return old.get(path) === now.get(path) ? [] : [{ path, change: "modified" }];
	});
}

function codeOf(layers: readonly Layer[]): Layer[] {
	return layers.filter(({ role }) => role === "code");
}

/** Path (below `app/` where it lies there) → what names content and mode. */
async function filesIn(layers: readonly Layer[]): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	for (const layer of layers) {
		const archive = extract();
		const feeding = Readable.from(layer.open(), { objectMode: false }).on("error", (error) => archive.destroy(error));
		feeding.pipe(archive);
		for await (const entry of archive) {
			const hash = createHash("sha256");
			for await (const chunk of entry as AsyncIterable<Uint8Array>) hash.update(chunk);
			const { name, type, mode } = entry.header;
			if (type === "file") files.set(name.replace(/^app\//, ""), `${hash.digest("hex")} ${mode}`);
		}
	}
	return files;
}

function digestOf({ descriptor }: Layer): Sha256 {
	return descriptor.digest;
}

function sizeOf(layers: readonly Layer[]): number {
	const sizes = new Map(layers.map(({ descriptor }) => [descriptor.digest, descriptor.size]));
	return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
