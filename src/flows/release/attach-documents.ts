import {
	type BuiltImage,
	billOfMaterials,
	type ImageStore,
	packagesOf,
	parseBaseOf,
	provenance,
	type ReleaseStatement,
} from "../../release/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Site } from "./site.ts";
import { webAddress } from "./web-address.ts";

interface Attaching {
	readonly store: ImageStore;
	readonly image: BuiltImage;
	readonly commit: string;
	readonly version: string;
}

/** What the image is made of and where it comes from hangs on it before any tag of git names it. */
export async function attachDocuments(
	site: Site,
	candidate: Candidate,
	{ store, image, commit, version }: Attaching,
): Promise<void> {
	const { model, time, content, lock } = candidate;
	const location = model.image.kind === "layout" ? `oci:${model.image.directory}` : model.image.repository;
	const statement: ReleaseStatement = {
		...(await candidate.evidence()),
		model: model.name,
		version,
		image: { location, digest: image.digest },
		packages: image.layers.flatMap(({ role, descriptor }) => (role === "python" ? packagesOf(descriptor) : [])),
		base: parseBaseOf(image.manifest),
		source: { url: webAddress(await site.git.remoteUrl("origin")), commit },
		created: time,
		content,
		lock,
	};
	for (const document of [billOfMaterials(statement), provenance(statement)]) {
		await store.attach(image.digest, document);
	}
}
