import { Failure, type Sha256 } from "../kernel/index.ts";
import { readImage } from "./base.ts";
import { MODEL_LABEL, SOURCE_LABEL, VERSION_LABEL } from "./media.ts";
import type { ImageStore } from "./model.ts";

/** Which model and version an image says that it is, and of which repository, in its config, which its digest holds; null for what it does not say. */
export interface OwnWords {
	readonly model: string | null;
	readonly version: string | null;
	readonly source: string | null;
}

/** What is no image of ours says nothing. Failures of registries. */
export async function ownWords(store: ImageStore, digest: Sha256): Promise<OwnWords> {
	try {
		const { labels } = (await readImage(store, digest, null)).config;
		const said = (name: string): string | null => labels[name] ?? null;
		return { model: said(MODEL_LABEL), version: said(VERSION_LABEL), source: said(SOURCE_LABEL) };
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "image-malformed")
			return { model: null, version: null, source: null };
		throw failure;
	}
}
