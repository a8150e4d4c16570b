import { createHash } from "node:crypto";
import { parseSha256, type Sha256 } from "../kernel/index.ts";

/** OCI image-spec 1.1 media types, and Docker's that registries still hold. */
export const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const INDEX = "application/vnd.oci.image.index.v1+json";
export const CONFIG = "application/vnd.oci.image.config.v1+json";
export const LAYER = "application/vnd.oci.image.layer.v1.tar";
export const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
export const DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";

/** Labels of the config: which model and version an image is. */
export const MODEL_LABEL = "dev.mainline.model";
export const VERSION_LABEL = "org.opencontainers.image.version";
/** Where the code of an image is. */
export const SOURCE_LABEL = "org.opencontainers.image.source";
/** Marks a layer's role on its descriptor: `base`, `python`, `code` or `model`. */
export const ROLE_ANNOTATION = "dev.mainline.layer";
/** On the layer of Python packages: what it was asked for, and what is in it (`name==version`, sorted, a space between). */
export const PYTHON_ANNOTATION = "dev.mainline.python";
export const PACKAGES_ANNOTATION = "dev.mainline.packages";
/** What a layout's index.json calls the tag. */
export const REF_NAME = "org.opencontainers.image.ref.name";

const DOCKER_LAYERS: ReadonlyMap<string, string> = new Map([
	["application/vnd.docker.image.rootfs.diff.tar.gzip", `${LAYER}+gzip`],
	["application/vnd.docker.image.rootfs.diff.tar", LAYER],
]);

/** The OCI name of a layer's format; the bytes are the same. */
export function ociLayerType(mediaType: string): string {
	return DOCKER_LAYERS.get(mediaType) ?? mediaType;
}

export function sha256(bytes: Uint8Array | string): Sha256 {
	return asSha256(createHash("sha256").update(bytes).digest("hex"));
}

export function asSha256(hex: string): Sha256 {
	const digest = parseSha256(`sha256:${hex}`);
	if (digest === null) throw new Error(`not 64 hex digits: ${hex}`);
	return digest;
}

/** The 64 hex digits, as blobs are filed under. */
export function hexOf(digest: Sha256): string {
	return digest.slice("sha256:".length);
}

/** The bytes of a JSON document: keys in the order given, no white space, so that equal values have equal digests. */
export function jsonBytes(value: unknown): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(value));
}

/** Object with its keys sorted, for maps whose order means nothing. */
export function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
