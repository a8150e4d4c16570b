import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type Sha256 } from "../../kernel/index.ts";
import type { ImageFound } from "../../report/index.ts";
import { imageAt } from "./image-at.ts";
import type { KnowTree } from "./known.ts";
import { type Lost, recipeOf } from "./rebuild.ts";
import { restoreImage } from "./restore.ts";
import { type Images, locationOf, type Site, type Wanted } from "./site.ts";
import { documented } from "./unbuilt.ts";

/** The same site, which sees to it that what it deploys is there. */
export function withImages<S extends Site>(site: S, know: KnowTree): S {
	return { ...site, images: new KeptImages(know) };
}

/** Asks the registry once for each image, however many environments it goes to. */
class KeptImages implements Images {
	readonly #know: KnowTree;
	readonly #found = new Map<Sha256, Promise<ImageFound | null>>();

	constructor(know: KnowTree) {
		this.#know = know;
	}

	pushed(digest: Sha256): void {
		this.#found.set(digest, Promise.resolve(null));
	}

	async ready(site: Site, { model, version }: Wanted): Promise<ImageFound | null> {
		const { digest } = documented(version);
		// what a plan only imagines is nowhere yet
		if (digest === null) return null;
		const lost = { model, version, know: this.#know };
		const asked = this.#found.get(digest) ?? (site.plan ? looked(site, lost) : restored(site, lost));
		this.#found.set(digest, asked);
		return asked;
	}
}

/** Packed anew where it is gone. */
async function restored(site: Site, lost: Lost): Promise<ImageFound | null> {
	const found = await restoreImage(site, lost);
	switch (found.kind) {
		case "not-needed":
			return null;
		case "lost":
			return { state: "lost", says: found.reason };
		case "unasked":
			return { state: "unknown", says: found.reason, passing: true };
		case "not-taken":
			return { state: "lost", says: found.reason, passing: true };
		case "restored":
			return {
				state: "rebuilt",
				says: "its image was gone from the registry: it was packed anew from the stored model, with the same digest",
			};
	}
}

/** What a deploy would find; nothing is packed, nothing is started. */
async function looked(site: Site, lost: Lost): Promise<ImageFound | null> {
	const { image, digest } = documented(lost.version);
	if (image === null || digest === null) return null;
	if (await isElsewhere(site, image)) {
		return { state: "unknown", says: "whether its image is there is known on the machine with that folder alone" };
	}
	const found = await imageAt(site, { image, digest, model: lost.model, version: lost.version.version });
	switch (found.kind) {
		case "there":
		// who signed it is said by what refuses it
		case "unsigned":
			return { state: "there", says: "its image is in the registry" };
		case "wrong":
			return { state: "there", says: `its image is in the registry; ${found.says}` };
		case "unknown":
			return { state: "unknown", says: `whether its image is in the registry is not known: ${found.says}` };
		case "gone":
			return wouldBeRebuilt(site, lost, found.says);
	}
}

async function wouldBeRebuilt(site: Site, lost: Lost, gone: string): Promise<ImageFound> {
	try {
		const recipe = await recipeOf(site.context, lost);
		if (!recipe.ok) return { state: "lost", says: `${gone}, and it cannot be packed anew: ${recipe.reason}` };
		const lacking = await recipe.candidate.lacking();
		const where = lacking === null ? "" : `, where this machine's cache still has it (${lacking})`;
		return { state: "gone", says: `${gone}; it would be packed anew from the stored model${where}` };
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return { state: "gone", says: `${gone}; whether it could be packed anew is not known: ${failure.message}` };
	}
}

/** A folder of images is one machine's: a plan that is made on another one finds none. */
async function isElsewhere({ root }: Site, image: string): Promise<boolean> {
	const location = locationOf(image);
	if (location.kind === "registry") return false;
	return (await stat(resolve(root, location.directory)).catch(() => null)) === null;
}
