import type { Sha256 } from "../kernel/index.ts";
import { INDEX, jsonBytes, MANIFEST, sha256 } from "./media.ts";
import type { Attachment, Descriptor, Referrer } from "./model.ts";

/** What stands where a manifest has no config (image-spec 1.1, "guidance for an empty descriptor"). */
const EMPTY = "application/vnd.oci.empty.v1+json";
export const EMPTY_CONFIG = new TextEncoder().encode("{}");

/**
 * The manifest that ties a document to an image: the image is its `subject` (image-spec 1.1, "artifact usage"). The same
 * document for the same image gives the same bytes.
 */
export function attachmentManifest(
	subject: Descriptor,
	{ type, bytes, title, created, annotations = {} }: Attachment,
): Uint8Array {
	return jsonBytes({
		schemaVersion: 2,
		mediaType: MANIFEST,
		artifactType: type,
		config: { mediaType: EMPTY, digest: sha256(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
		layers: [
			{
				mediaType: type,
				digest: sha256(bytes),
				size: bytes.length,
				annotations: { "org.opencontainers.image.title": title },
			},
		],
		subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
		annotations: { ...annotations, "org.opencontainers.image.created": created.toISOString().replace(/\.\d+Z$/, "Z") },
	});
}

export function referrerOf(manifest: Uint8Array, { type }: Pick<Attachment, "type">): Referrer {
	return { mediaType: MANIFEST, digest: sha256(manifest), size: manifest.length, artifactType: type };
}

/** The tag under which registries without the referrers API keep what refers to an image (distribution-spec 1.1). */
export function fallbackTag(subject: Sha256): string {
	return subject.replace(":", "-");
}

/** The index below that tag, with one more in it; null where it is there already. */
export function indexWith(known: readonly Referrer[], referrer: Referrer): Uint8Array | null {
	if (known.some(({ digest }) => digest === referrer.digest)) return null;
	return jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests: [...known, referrer] });
}
