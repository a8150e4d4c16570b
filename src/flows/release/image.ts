import type { Sha256 } from "../../kernel/index.ts";
import {
	type BaseImage,
	type BuiltImage,
	buildImage,
	imageTagFor,
	parseReference,
	resolveBase,
	tagOrDigest,
} from "../../release/index.ts";
import { attachDocuments } from "./attach-documents.ts";
import type { Candidate } from "./candidate.ts";
import { openStore, type Site } from "./site.ts";
import { webAddress } from "./web-address.ts";

export interface Pushed {
	readonly digest: Sha256;
	/** Bytes that travelled, and bytes that were there already. */
	readonly sent: number;
	readonly reused: number;
}

/** Packs the stored model and pushes it. Killed and repeated it gives the same image, of which the parts are there already. */
export async function buildAndPush(
	site: Site,
	candidate: Candidate,
	{ commit, version }: { readonly commit: string; readonly version: string },
): Promise<Pushed> {
	const image = await packModel(site, candidate, { commit, version });
	const store = openStore(site, candidate.model.image);
	const { digest, sent, reused } = await store.push(image, [imageTagFor(version)]);
	await attachDocuments(site, candidate, { store, image, commit, version });
	return { digest, sent, reused };
}

/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
export async function packModel(
	site: Site,
	candidate: Candidate,
	{ commit, version }: { readonly commit: string; readonly version: string },
): Promise<BuiltImage> {
	const { model } = candidate;
	site.context.progress.say(`${model.name} ${version}: packing the model`);
	return buildImage({
		model: model.name,
		version,
		modelFiles: await candidate.modelFiles(),
		codeFiles: candidate.codeFiles,
		base: await openBase(site, model.base),
		command: model.command,
		labels: await labelsOf(site, candidate, commit),
		created: candidate.time,
	});
}

async function openBase(site: Site, base: string | null): Promise<BaseImage | null> {
	if (base === null) return null;
	const reference = parseReference(base);
	const store = openStore(site, { kind: "registry", repository: `${reference.host}/${reference.path}` });
	return resolveBase(store, { text: base, tagOrDigest: tagOrDigest(reference) });
}

async function labelsOf(site: Site, candidate: Candidate, commit: string): Promise<Record<string, string>> {
	const source = webAddress(await site.git.remoteUrl("origin"));
	return {
		"org.opencontainers.image.revision": commit,
		"dev.mainline.lock": candidate.lock,
		...(source === null ? {} : { "org.opencontainers.image.source": source }),
	};
}
