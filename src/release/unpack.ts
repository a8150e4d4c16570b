import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { badInput, infrastructure, type Sha256 } from "../kernel/index.ts";
import { readImage } from "./base.ts";
import { onDisk } from "./disk.ts";
import { asSha256 } from "./media.ts";
import type { ImageConfig, ImageStore, Layer } from "./model.ts";

export interface UnpackOptions {
	/** Only the layers that Mainline put on top of the base: what runs on a machine that has the base's programs itself. */
	readonly appLayersOnly?: boolean;
	/** Most bytes to write; more is refused as a bomb. Default 256 GiB. */
	readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 256 * 2 ** 30;
const MAX_ENTRIES = 1_000_000;
const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";

/**
 * Writes an image's layers to `directory`, which appears complete or not at all and must not exist yet. Every layer is
 * verified (descriptor digest and diffID); links, devices and paths that leave the folder are refused.
 * Failures `image-not-found`, `blob-corrupt`, `image-unsafe`, `image-not-ours`.
 */
export async function unpack(
	store: ImageStore,
	digest: Sha256,
	directory: string,
	options: UnpackOptions = {},
): Promise<ImageConfig> {
	const { config, layers } = await readImage(store, digest, null);
	const wanted = options.appLayersOnly === true ? appLayers(layers, `${store.location}@${digest}`) : layers;
	await onDisk(directory, () => writeLayers(wanted, directory, options));
	return config;
}

async function writeLayers(layers: readonly Layer[], directory: string, options: UnpackOptions): Promise<void> {
	await mkdir(dirname(directory), { recursive: true });
	const temporary = `${directory}.part-${randomBytes(6).toString("hex")}`;
	const budget = { bytes: options.maxBytes ?? DEFAULT_MAX_BYTES, entries: MAX_ENTRIES };
	try {
		await mkdir(temporary);
		for (const layer of layers) await unpackLayer(layer, temporary, budget);
		await rename(temporary, directory);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

function appLayers(layers: readonly Layer[], where: string): Layer[] {
	const ours = layers.filter((layer) => layer.role !== "base");
	if (ours.length > 0) return ours;
	throw badInput("image-not-ours", `${where} was not made by mainline release: none of its layers is marked`, {
		hint: "release the model with mainline, or deploy this image with another target",
	});
}

type Archive = ReturnType<typeof extract>;
/** One entry of an archive: its content must be read, or drained, before the next comes. */
type Entry = Archive extends AsyncIterable<infer E> ? E : never;

interface Budget {
	bytes: number;
	entries: number;
}

async function unpackLayer(layer: Layer, root: string, budget: Budget): Promise<void> {
	const hash = createHash("sha256");
	const archive = extract();
	const bytes = Readable.from(layer.open(), { objectMode: false });
	const tap = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		for await (const chunk of chunks) {
			hash.update(chunk);
			yield chunk;
		}
	};
	const decompress = decompressor(layer.descriptor.mediaType);
	const feeding = decompress === null ? pipeline(bytes, tap, archive) : pipeline(bytes, decompress, tap, archive);
	const [fed, written] = await Promise.allSettled([feeding, writeEntries(archive, root, budget)]);
	// what stopped the writing tore the pipe down: it speaks first unless it only heard of the pipe's own failure
	for (const result of [written, fed]) if (result.status === "rejected") throw result.reason;
	const found = asSha256(hash.digest("hex"));
	if (found === layer.diffId) return;
	throw infrastructure("blob-corrupt", "a layer does not unpack to what its image says", {
		found,
		expected: layer.diffId,
	});
}

function decompressor(mediaType: string): ReturnType<typeof createGunzip> | null {
	if (/[+.]gzip$/.test(mediaType)) return createGunzip();
	if (mediaType.endsWith("+zstd")) return createZstdDecompress();
	return null;
}

async function writeEntries(archive: Archive, root: string, budget: Budget): Promise<void> {
	for await (const entry of archive) {
		const path = safePath(entry.header);
		spend(budget, entry.header.size);
		if (path !== null) await writeEntry(entry, path, root);
		entry.resume();
	}
}

function spend(budget: Budget, bytes: number): void {
	budget.bytes -= bytes;
	budget.entries -= 1;
	if (budget.bytes < 0 || budget.entries < 0)
		throw unsafe("an image unpacks to more than can be meant", "too many bytes or files");
}

async function writeEntry(entry: Entry, path: string, root: string): Promise<void> {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const parent = join(root, dirname(path));
	if (name === OPAQUE) return emptyFolder(parent);
	if (name.startsWith(WHITEOUT)) return rm(join(parent, hiddenName(name)), { recursive: true, force: true });
	const target = join(root, path);
	if (entry.header.type === "directory") {
		await mkdir(target, { recursive: true });
		return;
	}
	await mkdir(parent, { recursive: true });
	await rm(target, { recursive: true, force: true });
	await writeFile(target, entry);
	if ((entry.header.mode & 0o111) !== 0) await chmod(target, 0o755);
}

async function writeFile(target: string, content: Entry): Promise<void> {
	const handle = await open(target, "wx", 0o644);
	try {
		for await (const chunk of content as AsyncIterable<Uint8Array>) await handle.writeFile(chunk);
	} finally {
		await handle.close();
	}
}

async function emptyFolder(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => []))
		await rm(join(folder, name), { recursive: true, force: true });
}

function hiddenName(name: string): string {
	const hidden = name.slice(WHITEOUT.length);
	if (hidden === "" || hidden === "." || hidden === "..") throw unsafe("an image hides a path that is none", name);
	return hidden;
}

/** The entry's path below the root; null for the root itself. */
function safePath({ name, type }: Header): string | null {
	if (type !== "file" && type !== "directory" && type !== "contiguous-file") {
		throw unsafe(`an image holds a ${type}, which is not unpacked here`, name);
	}
	const parts = name.split("/").filter((part) => part !== "" && part !== ".");
	if (name.startsWith("/") || parts.includes("..") || /[\\\0]/.test(name))
		throw unsafe("an image holds a path that leaves its folder", name);
	return parts.length === 0 ? null : parts.join("/");
}

function unsafe(message: string, found: string): Error {
	return badInput("image-unsafe", message, {
		found: JSON.stringify(found),
		expected: "plain files and folders",
		hint: "a base image has such things: run it with a container engine instead of the process target",
	});
}
