import { OciLayout } from "./layout.ts";
import type { ImageLocation, ImageStore, StoreOptions } from "./model.ts";
import { Registry } from "./registry.ts";

/** The store at a location; nothing is read or written yet. Failure `image-reference` for a malformed repository. */
export function openImageStore(location: ImageLocation, options: StoreOptions): ImageStore {
	return location.kind === "layout"
		? new OciLayout(location.directory, options)
		: new Registry(location.repository, options);
}
