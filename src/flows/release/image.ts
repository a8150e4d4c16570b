import type { Sha256 } from "../../kernel/index.ts";
import {
	type BaseImage,
	billOfMaterials,
	buildImage,
	type ImageStore,
	imageTagFor,
	parseReference,
	provenance,
	type ReleaseStatement,
	resolveBase,
	tagOrDigest,
} from "../../release/index.ts";
import type { Candidate } from "./candidate.ts";
import { openStore, type Site } from "./site.ts";

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
	const { model } = candidate;
	site.context.progress.say(`${model.name} ${version}: packing the model`);
	const base = await openBase(site, model.base);
	const image = await buildImage({
		model: model.name,
		version,
		modelFiles: await candidate.modelFiles(),
		codeFiles: candidate.codeFiles,
		base,
		command: model.command,
		labels: await labelsOf(site, candidate, commit),
		created: candidate.time,
	});
	const store = openStore(site, model.image);
	const { digest, sent, reused } = await store.push(image, [imageTagFor(version)]);
	await attachDocuments(site, candidate, { store, statement: { commit, version, digest, base } });
	return { digest, sent, reused };
}

interface About {
	readonly store: ImageStore;
	readonly statement: Pick<ReleaseStatement, "version" | "base"> & { readonly commit: string; readonly digest: Sha256 };
}

/** What the image is made of and where it comes from hangs on it before any tag of git names it. */
async function attachDocuments(
	site: Site,
	candidate: Candidate,
	{ store, statement: { commit, version, digest, base } }: About,
): Promise<void> {
	const { model, time, content, lock } = candidate;
	const statement: ReleaseStatement = {
		...(await candidate.evidence()),
		model: model.name,
		version,
		image: {
			location: model.image.kind === "layout" ? `oci:${model.image.directory}` : model.image.repository,
			digest,
		},
		base: base === null ? null : { reference: base.reference, digest: base.digest },
		source: { url: webAddress(await site.git.remoteUrl("origin")), commit },
		created: time,
		content,
		lock,
	};
	for (const document of [billOfMaterials(statement), provenance(statement)]) await store.attach(digest, document);
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

/**
 * One address for every way to clone (`git@host:o/r.git`, `https://token@host/o/r`), because it goes into the image's
 * digest; null for a folder on some machine.
 */
export function webAddress(remote: string | null): string | null {
	const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/)(.+)$/.exec(remote ?? "");
	const url = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote ?? "");
	const [, host, path] = url ?? scp ?? [];
	if (host === undefined || path === undefined) return null;
	return `https://${host}/${path.replace(/(\.git)?\/*$/, "")}`;
}
