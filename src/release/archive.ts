import type { Sha256 } from "../kernel/index.ts";
import { hexOf, INDEX, jsonBytes, MANIFEST, REF_NAME, sha256 } from "./media.ts";
import type { BuiltImage, Layer } from "./model.ts";
import { type TarEntry, tarStream } from "./tar.ts";

/** An image with everything that is in it. */
export interface WholeImage {
	readonly config: Uint8Array;
	/** Bottom first. */
	readonly layers: readonly Layer[];
}

/**
 * An image as `docker load` and `podman load` take it, under a name (`host/path:tag`). Format: Docker image spec 1.2, layers compressed
 * or not, as they are.
 */
export function loadableArchive({ config, layers }: WholeImage, name: string): AsyncGenerator<Uint8Array> {
	const fileOf = ({ descriptor }: Layer): string => `${hexOf(descriptor.digest)}.tar`;
	const configName = `${hexOf(sha256(config))}.json`;
	const manifest = jsonBytes([{ Config: configName, RepoTags: [name], Layers: layers.map(fileOf) }]);
	return tarStream([
		file(configName, config),
		file("manifest.json", manifest),
		...eachOnce(layers).map((layer) => file(fileOf(layer), () => layer.open(), layer.descriptor.size)),
	]);
}

/**
 * The same in the form that Docker itself saves since 25: an OCI layout, and beside it what the engines before it read. Their id of it is the
 * digest of its config; one that keeps images as containerd does has it by the manifest's digest, which stays what it is.
 */
export function layoutArchive(
	{ digest, manifest, config, layers }: BuiltImage,
	name: string,
): AsyncGenerator<Uint8Array> {
	const blobOf = (of: Sha256): string => `blobs/sha256/${hexOf(of)}`;
	const configName = blobOf(sha256(config));
	const files = layers.map(({ descriptor }) => blobOf(descriptor.digest));
	const annotations = { [CONTAINERD_NAME]: name, [REF_NAME]: name.slice(name.lastIndexOf(":") + 1) };
	const entry = { mediaType: MANIFEST, digest, size: manifest.length, annotations };
	return tarStream([
		file("oci-layout", jsonBytes({ imageLayoutVersion: "1.0.0" })),
		file("index.json", jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests: [entry] })),
		file("manifest.json", jsonBytes([{ Config: configName, RepoTags: [name], Layers: files }])),
		file(blobOf(digest), manifest),
		file(configName, config),
		...eachOnce(layers).map((layer) =>
			file(blobOf(layer.descriptor.digest), () => layer.open(), layer.descriptor.size),
		),
	]);
}

/** Where containerd looks for the whole name of an image in a layout. */
const CONTAINERD_NAME = "io.containerd.image.name";

function eachOnce(layers: readonly Layer[]): Layer[] {
	return [...new Map(layers.map((layer) => [layer.descriptor.digest, layer])).values()];
}

function file(path: string, source: Uint8Array): TarEntry;
function file(path: string, source: () => AsyncIterable<Uint8Array>, size: number): TarEntry;
function file(path: string, source: Uint8Array | (() => AsyncIterable<Uint8Array>), size = source.length): TarEntry {
	return { path, type: "file", executable: false, size, source };
}
