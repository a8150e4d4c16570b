import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import { infrastructure, type Sha256 } from "../../kernel/index.ts";
import { parseImageConfig, parseJson, parseManifest } from "../image-json.ts";
import { hexOf } from "../media.ts";

/** An image as a builder gave it: its config, and a file for each layer, compressed or not. */
export interface TakenImage {
	readonly config: Uint8Array;
	/** Bottom first. */
	readonly layers: readonly { readonly file: string; readonly diffId: Sha256 }[];
}

/** Reads what `buildah push … dir:` or `podman push … dir:` wrote. Format: containers/image, directory transport. */
export async function takeFolder(folder: string): Promise<TakenImage> {
	const manifest = parseManifest(await readFile(join(folder, "manifest.json")), "the built image");
	const fileOf = (digest: Sha256): string => join(folder, hexOf(digest));
	const config = await readFile(fileOf(manifest.config.digest));
	return withDiffIds(
		config,
		manifest.layers.map(({ digest }) => fileOf(digest)),
	);
}

/**
 * Reads what `docker save` or BuildKit's docker exporter wrote, unpacking it into `folder`. Format: a tar whose manifest.json names
 * config and layers by their paths in it (Docker image spec 1.2); a layer that is there twice may be a link.
 */
export async function takeArchive(archive: string, folder: string): Promise<TakenImage> {
	const files = await unpacked(archive, folder);
	const read = async (name: string): Promise<Uint8Array> => readFile(fileAt(files, name));
	const [entry] = parseArchiveManifest(await read("manifest.json"));
	if (entry === undefined) throw broken("names no image");
	return withDiffIds(
		await read(entry.config),
		entry.layers.map((name) => fileAt(files, name)),
	);
}

function withDiffIds(config: Uint8Array, files: readonly string[]): TakenImage {
	const { diffIds } = parseImageConfig(config, "the built image");
	if (diffIds.length !== files.length) throw broken(`has ${files.length} layers and names ${diffIds.length}`);
	const layers = diffIds.map((diffId, index) => ({ diffId, file: files[index] ?? "" }));
	return { config, layers };
}

/** Name in the archive → the file that holds it, or the name that it links to. */
type Files = ReadonlyMap<string, { readonly file: string } | { readonly link: string }>;

function fileAt(files: Files, name: string, links = 0): string {
	const found = files.get(posix.normalize(name));
	if (found === undefined || links > 8) throw broken(`lacks ${name}`);
	return "file" in found ? found.file : fileAt(files, found.link, links + 1);
}

async function unpacked(archive: string, folder: string): Promise<Files> {
	const files = new Map<string, { file: string } | { link: string }>();
	const reader = extract();
	const feeding = pipeline(createReadStream(archive, { highWaterMark: 1 << 20 }), reader);
	const writing = (async () => {
		for await (const entry of reader) {
			const { name, type, linkname } = entry.header;
			const at = posix.normalize(name);
			if (type === "symlink" || type === "link") {
				files.set(at, { link: type === "link" ? (linkname ?? "") : posix.join(posix.dirname(at), linkname ?? "") });
			}
			if (type !== "file") {
				entry.resume();
				continue;
			}
			const file = join(folder, `part-${files.size}`);
			await pipeline(entry, createWriteStream(file, { flags: "wx" }));
			files.set(at, { file });
		}
	})();
	await Promise.all([feeding, writing]);
	return files;
}

function parseArchiveManifest(bytes: Uint8Array): { config: string; layers: string[] }[] {
	// the document is a list, which our reader of JSON objects wants inside one
	const { list } = parseJson(
		new TextEncoder().encode(`{"list":${new TextDecoder().decode(bytes)}}`),
		"the built image",
	);
	if (!Array.isArray(list)) throw broken("has no list of images");
	return list.map((item: { Config?: unknown; Layers?: unknown }) => {
		const { Config: config, Layers: layers } = item;
		if (typeof config !== "string" || !Array.isArray(layers)) throw broken("does not say what it is made of");
		return { config, layers: layers.map(String) };
	});
}

function broken(how: string): Error {
	return infrastructure("image-malformed", `the image that was built ${how}`, {
		hint: "run again; if it stays so, name another `builder` in mainline.yaml",
	});
}
