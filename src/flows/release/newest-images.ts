import type { ModelConfig } from "../../config/index.ts";
import { digestOf, imageOf, isUsable } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import { locationOf, type Site, stateOf } from "./site.ts";

/** So many of the newest versions are asked for what their images have. */
const ASKED = 3;

/** Images of the newest versions that lie where the model's images go today, newest first. */
export function newestImages(site: Site, { name, image: place }: ModelConfig): Sha256[] {
	const { history } = stateOf(site, name);
	const here = JSON.stringify(place);
	const images = history.versions.flatMap((version) => {
		const [image, digest] = [imageOf(version), digestOf(version)];
		const fits = isUsable(version) && image !== null && JSON.stringify(locationOf(image)) === here;
		return fits && digest !== null ? [digest] : [];
	});
	return images.slice(0, ASKED);
}
