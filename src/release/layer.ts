import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { badInput, compareCodePoints, type Failure, together } from "../kernel/index.ts";
import { asSha256, LAYER, ROLE_ANNOTATION, sha256 } from "./media.ts";
import type { ImageFile, Layer, LayerMemory } from "./model.ts";
import { LAYER_TIME, type TarEntry, tarStream } from "./tar.ts";

/** Where a repository's files lie in the image. */
export const APP = "app";

/** A file at least this big gets a layer of its own: one changed shard of a model then moves alone. 32 MiB. */
const OWN_LAYER_SIZE = 32 << 20;
/** Most such layers in an image: overlayfs takes 127 layers in all, and a base needs its share. The biggest files get them. */
const MAX_OWN_LAYERS = 40;

export interface SizedFile extends ImageFile {
	readonly size: number;
}

/**
 * The layers for files of one role: big files one by one (by path), then all others together. Files are read once, to
 * name the layer, and not even then when `memory` knows it; `open` reads them again to send them.
 */
export async function makeLayers(
	role: "code" | "model",
	files: readonly ImageFile[],
	memory: LayerMemory | undefined,
): Promise<Layer[]> {
	const sized = await sizedFiles(files);
	const layers: Layer[] = [];
	for (const group of grouped(sized)) layers.push(await makeLayer(role, group, memory));
	return layers;
}

/** The files with their sizes, in code point order. */
export async function sizedFiles(files: readonly ImageFile[]): Promise<SizedFile[]> {
	refuseBadPaths(files);
	const sized = await Promise.all(files.map(withSize));
	return sized.sort((a, b) => compareCodePoints(a.path, b.path));
}

async function withSize(file: ImageFile): Promise<SizedFile> {
	if (typeof file.source !== "string") return { ...file, size: file.source.length };
	const found = await stat(file.source).catch(() => null);
	if (found?.isFile()) return { ...file, size: found.size };
	throw badInput("image-file-missing", `${file.path} is not a file that can go into the image`, {
		found: found === null ? `nothing at ${file.source}` : "something that is not a regular file",
		hint: "pull the data first, or correct `code` in mainline.yaml",
	});
}

function grouped(files: readonly SizedFile[]): SizedFile[][] {
	const big = files.filter((file) => file.size >= OWN_LAYER_SIZE).sort((a, b) => b.size - a.size);
	const own = new Set(big.slice(0, MAX_OWN_LAYERS));
	const others = files.filter((file) => !own.has(file));
	const alone = files.filter((file) => own.has(file)).map((file) => [file]);
	return others.length === 0 ? alone : [...alone, others];
}

async function makeLayer(role: Layer["role"], files: readonly SizedFile[], memory?: LayerMemory): Promise<Layer> {
	const entries = tarEntries(APP, files);
	const open = (): AsyncIterable<Uint8Array> => tarStream(entries);
	const key = memoryKey(files);
	const known = key === null ? null : (memory?.get(key) ?? null);
	const { digest, size } = known ?? (await measure(open()));
	if (known === null && key !== null) memory?.set(key, { digest, size });
	const descriptor = { mediaType: LAYER, digest, size, annotations: { [ROLE_ANNOTATION]: role } };
	return { role, descriptor, diffId: digest, open };
}

/** Null when some file's content has no name. */
function memoryKey(files: readonly SizedFile[]): string | null {
	const lines = files.map(({ path, contentId, size, executable }) =>
		contentId === undefined ? null : JSON.stringify([path, contentId, size, executable === true]),
	);
	return lines.includes(null) ? null : sha256(`layer 1 ${LAYER_TIME}\n${lines.join("\n")}`);
}

async function measure(stream: AsyncIterable<Uint8Array>): Promise<{ digest: Layer["diffId"]; size: number }> {
	const hash = createHash("sha256");
	let size = 0;
	for await (const chunk of stream) {
		hash.update(chunk);
		size += chunk.length;
	}
	return { digest: asSha256(hash.digest("hex")), size };
}

/** Every folder above the files first, parents before children; then the files. Both in code point order. */
export function tarEntries(root: string, files: readonly SizedFile[]): TarEntry[] {
	const folders = new Set(files.flatMap((file) => foldersAbove(`${root}/${file.path}`)));
	const directories = [...folders].sort(compareCodePoints).map((path): TarEntry => {
		return { path, type: "directory", executable: false, size: 0, source: new Uint8Array() };
	});
	const regular = files.map((file): TarEntry => {
		const { path, executable = false, size, source } = file;
		return { path: `${root}/${path}`, type: "file", executable, size, source };
	});
	return [...directories, ...regular];
}

function foldersAbove(path: string): string[] {
	const parts = path.split("/").slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Two files at one path, a file where another needs a folder, and paths that leave `/app` or that overlayfs reads as its own. */
export function refuseBadPaths(files: readonly ImageFile[]): void {
	const paths = new Set<string>();
	const problems: Failure[] = [];
	for (const { path } of files) {
		if (!isPlainPath(path)) {
			problems.push(
				badInput("image-path", `"${path}" cannot be a path in the image`, {
					expected: "a relative path inside the repository without `..`, `.wh.` or control characters",
				}),
			);
		} else if (paths.has(path)) problems.push(badInput("image-path-twice", `${path} goes into the image twice`));
		paths.add(path);
	}
	for (const path of paths) {
		const above = foldersAbove(path).find((folder) => paths.has(folder));
		if (above !== undefined) {
			problems.push(badInput("image-path-twice", `${above} is a file and the folder of ${path} in the image`));
		}
	}
	if (problems.length > 0) throw together(problems);
}

function isPlainPath(path: string): boolean {
	const parts = path.split("/");
	return (
		parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.startsWith(".wh.")) &&
		!/\p{Cc}/u.test(path)
	);
}
