import { Failure, type Sha256 } from "../../kernel/index.ts";
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
import type { PythonUse } from "./documents.ts";
import { type Asking, pythonLayer, pythonPlan } from "./python.ts";
import { signerOf } from "./signing.ts";
import { openStore, type Site } from "./site.ts";
import { webAddress } from "./web-address.ts";

export interface Pushed {
	readonly digest: Sha256;
	/** Bytes that travelled, and bytes that were there already. */
	readonly sent: number;
	readonly reused: number;
	/** Null where no packages go in. */
	readonly python: PythonUse | null;
}

/** Packs the stored model and pushes it. Killed and repeated it gives the same image, of which the parts are there already. */
export async function buildAndPush(
	site: Site,
	candidate: Candidate,
	{ commit, version }: { readonly commit: string; readonly version: string },
): Promise<Pushed> {
	const signer = await signerOf(site);
	const { image, python } = await packModel(site, candidate, { commit, version });
	const store = openStore(site, candidate.model.image);
	const { digest, sent, reused } = await store.push(image, [imageTagFor(version)]);
	await attachDocuments(site, candidate, { store, image, commit, version, signer });
	return { digest, sent, reused, python };
}

export interface Packed {
	readonly image: BuiltImage;
	/** What was done about Python packages; null where none go in. */
	readonly python: PythonUse | null;
}

/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
export async function packModel(
	site: Site,
	candidate: Candidate,
	{ commit, version }: { readonly commit: string; readonly version: string },
): Promise<Packed> {
	const { model } = candidate;
	const base = await openBase(site, model.base);
	const python = await packagesFor(site, candidate, base, pythonLayer);
	site.context.progress.say(`${model.name} ${version}: packing the model`);
	const image = await buildImage({
		model: model.name,
		version,
		modelFiles: await candidate.modelFiles(),
		codeFiles: candidate.codeFiles,
		base,
		python: python?.layer.layer ?? null,
		command: model.command,
		labels: await labelsOf(site, candidate, commit),
		created: candidate.time,
	});
	return { image, python: python?.use ?? null };
}

/** What building the image would have to do about Python packages; null where none go in. */
export async function planPackages(site: Site, candidate: Candidate): Promise<PythonUse | null> {
	if (candidate.python === null) return null;
	// a plan has to do without a registry that does not answer, or not to whoever makes plans
	const unknown = (failure: unknown): null => {
		if (!(failure instanceof Failure)) throw failure;
		site.context.progress.warn(`whether Python packages would be installed is not known: ${failure.message}`);
		return null;
	};
	const base = await openBase(site, candidate.model.base).catch(unknown);
	return packagesFor(site, candidate, base, pythonPlan).catch((failure: unknown) => {
		if (failure instanceof Failure && failure.kind === "input") throw failure;
		return unknown(failure);
	});
}

async function packagesFor<T>(
	site: Site,
	{ model, python }: Candidate,
	base: BaseImage | null,
	work: (site: Site, asking: Asking) => Promise<T>,
): Promise<T | null> {
	return python === null || base === null ? null : work(site, { model, part: python, base });
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
