import {
	type BuiltImage,
	billOfMaterials,
	billStatement,
	fileName,
	type ImageStore,
	packagesOf,
	parseBaseOf,
	provenance,
	type ReleaseStatement,
	type Signer,
} from "../../release/index.ts";
import type { Candidate } from "./candidate.ts";
import { sign } from "./signing.ts";
import type { Site } from "./site.ts";

interface Attaching {
	readonly store: ImageStore;
	readonly image: BuiltImage;
	readonly commit: string;
	readonly version: string;
	/** Address of the repository, as the image names it. */
	readonly source: string | null;
	/** Null: nothing is signed. */
	readonly signer: Signer | null;
}

/** What the image is made of and where it comes from hangs on it, signed, before any tag of git names it. */
export async function attachDocuments(
	site: Site,
	candidate: Candidate,
	{ store, image, commit, version, source, signer }: Attaching,
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
		source: { url: source, commit },
		created: time,
		content,
		lock,
	};
	const [bill, origin] = [billOfMaterials(statement), provenance(statement)];
	for (const document of [bill, origin]) await store.attach(image.digest, document);
	if (signer === null) return;
	const statements = [origin.bytes, billStatement(image.digest, bill)];
	await sign(site, signer, { store, image: image.digest, name: fileName(model.name, version), statements });
}
