import type { ModelConfig } from "../../config/index.ts";
import { imageOf } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import { type BuiltImage, parseReference } from "../../release/index.ts";
import { locationOf, type Site, stateOf } from "./site.ts";

/**
 * An image whose layers may be mounted from where the model's versions were kept before, where `image:` moved within one registry:
 * weights that it has need not travel. Layers that know of a place keep it.
 */
export function mountable(site: Site, model: ModelConfig, image: BuiltImage): BuiltImage {
	const from = earlierPlace(site, model);
	if (from === null) return image;
	return { ...image, layers: image.layers.map((layer) => ({ mountFrom: from, ...layer })) };
}

/** The newest version's that is kept elsewhere on the same host. */
function earlierPlace(site: Site, { name, image }: ModelConfig): string | null {
	if (image.kind === "layout") return null;
	const here = parseReference(image.repository);
	for (const version of stateOf(site, name).history.versions) {
		const place = placeOf(imageOf(version) ?? "");
		if (place !== null && place.host === here.host && place.path !== here.path) return `${place.host}/${place.path}`;
	}
	return null;
}

/** Tags are written by others, too: what names no repository is none. */
function placeOf(image: string): { readonly host: string; readonly path: string } | null {
	const location = locationOf(image);
	if (location.kind === "layout" || image === "") return null;
	try {
		return parseReference(location.repository);
	} catch (failure) {
		if (failure instanceof Failure) return null;
		throw failure;
	}
}
