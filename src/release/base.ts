import { badInput, infrastructure, parseSha256, type Sha256 } from "../kernel/index.ts";
import { type IndexEntry, parseImageConfig, parseManifestOrIndex } from "./image-json.ts";
import { ociLayerType, ROLE_ANNOTATION } from "./media.ts";
import type { BaseImage, BuiltImage, Descriptor, ImageConfig, ImageStore, Layer, LayerRole } from "./model.ts";

/** What the image must run on; `arm64` and the like as Go and OCI name them. */
export interface Platform {
	readonly os: string;
	readonly architecture: string;
}

export const LINUX_AMD64: Platform = { os: "linux", architecture: "amd64" };

/** Most bytes of an image config that are read. */
const MAX_CONFIG_SIZE = 16 << 20;

/**
 * Finds the base image that `reference` (a tag, or a digest) names in `store`, once: what comes back is pinned by
 * digest. An index is followed to the platform's image. Failures `base-not-found`, `base-platform`.
 */
export async function resolveBase(
	store: ImageStore,
	reference: { readonly text: string; readonly tagOrDigest: string },
	platform: Platform = LINUX_AMD64,
): Promise<BaseImage> {
	const named = await store.resolve(reference.tagOrDigest);
	if (named === null) {
		throw badInput("base-not-found", `there is no image ${reference.text}`, {
			hint: "correct `base` in mainline.yaml, or push the base image first",
		});
	}
	const digest = await imageFor(store, named, { reference: reference.text, platform });
	const { config, layers } = await readImage(store, digest, "base");
	return { reference: reference.text, pinned: `${store.location}@${digest}`, digest, config, layers };
}

/** An image in a store, as layers that can be pushed elsewhere. `role` null: as the manifest marks each layer. */
export async function readImage(
	store: ImageStore,
	digest: Sha256,
	role: LayerRole | null,
): Promise<{ config: ImageConfig; configBytes: Uint8Array; layers: Layer[] }> {
	const where = `${store.location}@${digest}`;
	const parsed = parseManifestOrIndex(await store.manifest(digest), where);
	if (parsed.kind === "index") throw infrastructure("image-malformed", `${where} is an index, not an image`);
	const configBytes = await readSmallBlob(store, parsed.manifest.config);
	const config = parseImageConfig(configBytes, where);
	if (config.diffIds.length !== parsed.manifest.layers.length) {
		throw infrastructure(
			"image-malformed",
			`${where} has ${parsed.manifest.layers.length} layers but names ${config.diffIds.length}`,
		);
	}
	const layers = parsed.manifest.layers.map((layer, index): Layer => {
		const descriptor = role === null ? layer : asRole(layer, role);
		return {
			role: roleOf(descriptor),
			descriptor,
			diffId: config.diffIds[index] ?? layer.digest,
			open: () => store.blob(layer),
			mountFrom: store.location,
		};
	});
	return { config, configBytes, layers };
}

/** An image in a store with everything that is in it. */
export async function storedImage(store: ImageStore, digest: Sha256): Promise<BuiltImage> {
	const { configBytes: config, layers } = await readImage(store, digest, null);
	return { digest, manifest: await store.manifest(digest), config, layers };
}

async function readSmallBlob(store: ImageStore, descriptor: Descriptor): Promise<Uint8Array> {
	if (descriptor.size > MAX_CONFIG_SIZE) {
		throw infrastructure("image-malformed", `the image config ${descriptor.digest} is too big`, {
			found: `${descriptor.size} bytes`,
		});
	}
	const chunks: Uint8Array[] = [];
	for await (const chunk of store.blob(descriptor)) chunks.push(chunk);
	return Buffer.concat(chunks);
}

function asRole(layer: Descriptor, role: LayerRole): Descriptor {
	const mediaType = ociLayerType(layer.mediaType);
	return { mediaType, digest: layer.digest, size: layer.size, annotations: { [ROLE_ANNOTATION]: role } };
}

/** A layer without a mark is somebody else's: part of a base. */
function roleOf(layer: Descriptor): LayerRole {
	const role = layer.annotations?.[ROLE_ANNOTATION];
	return role === "python" || role === "code" || role === "model" ? role : "base";
}

/** The image for a platform behind a digest, which may be an index's. Failures `base-platform`, `image-malformed`. */
export function platformImage(
	store: ImageStore,
	digest: Sha256,
	reference: string,
	platform: Platform = LINUX_AMD64,
): Promise<Sha256> {
	return imageFor(store, digest, { reference, platform });
}

async function imageFor(
	store: ImageStore,
	digest: Sha256,
	wanted: { readonly reference: string; readonly platform: Platform },
): Promise<Sha256> {
	const parsed = parseManifestOrIndex(await store.manifest(digest), wanted.reference);
	if (parsed.kind === "manifest") return digest;
	const found = parsed.entries.find((entry) => matches(entry, wanted.platform));
	const only = parsed.entries.length === 1 ? parsed.entries[0] : undefined;
	const chosen = found ?? (only?.platform === null ? only : undefined);
	if (chosen !== undefined) return chosen.digest;
	const { os, architecture } = wanted.platform;
	throw badInput("base-platform", `${wanted.reference} has no image for ${os}/${architecture}`, {
		found: parsed.entries
			.flatMap(({ platform }) => (platform ? [`${platform.os}/${platform.architecture}`] : []))
			.join(", "),
	});
}

function matches(entry: IndexEntry, platform: Platform): boolean {
	return entry.platform?.os === platform.os && entry.platform.architecture === platform.architecture;
}

/** What follows the repository in a reference: its digest, else its tag, else `latest`. */
export function tagOrDigest(reference: { readonly tag: string | null; readonly digest: Sha256 | null }): string {
	return reference.digest ?? reference.tag ?? "latest";
}

/** The digest of a `…@sha256:…` text, or null. */
export function digestIn(text: string): Sha256 | null {
	return parseSha256(text.slice(text.lastIndexOf("@") + 1));
}
