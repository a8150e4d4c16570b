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
import type { EnvironmentUse, PythonUse } from "./documents.ts";
import { type EnvironmentMade, makeEnvironment, planEnvironment } from "./make-environment.ts";
import { type Asking, pythonLayer, pythonPlan } from "./python.ts";
import { signerOf } from "./signing.ts";
import { openStore, type Site } from "./site.ts";
import { webAddress } from "./web-address.ts";

/** What is, or would be, done about what a model stands on; null where there is nothing to be done. */
export interface Uses {
	readonly python: PythonUse | null;
	readonly environment: EnvironmentUse | null;
}

export interface Pushed extends Uses {
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
	const signer = await signerOf(site);
	const { image, python, environment } = await packModel(site, candidate, { commit, version });
	const store = openStore(site, candidate.model.image);
	const below = environment?.push ?? null;
	// first: a model that was cut off while it was pushed finds its environment there
	const first = below === null ? null : await store.push(below.image, [below.tag]);
	const { digest, sent, reused } = await store.push(image, [imageTagFor(version)]);
	await attachDocuments(site, candidate, { store, image, commit, version, signer });
	const before = first?.sent ?? 0;
	return { digest, sent: sent + before, reused: reused - before, python, environment: environment?.use ?? null };
}

export interface Packed {
	readonly image: BuiltImage;
	/** What was done about Python packages; null where none go in. */
	readonly python: PythonUse | null;
	/** Null where no Dockerfile makes one. */
	readonly environment: EnvironmentMade | null;
}

export interface Packing {
	readonly commit: string;
	readonly version: string;
	/** The environment that the version had before its image was lost. */
	readonly before?: Sha256 | null;
}

/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
export async function packModel(
	site: Site,
	candidate: Candidate,
	{ commit, version, before = null }: Packing,
): Promise<Packed> {
	const { model } = candidate;
	const environment = candidate.environment ? await makeEnvironment(site, model, candidate.environment, before) : null;
	const base = environment?.base ?? (await openBase(site, model.base));
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
	return { image, python: python?.use ?? null, environment };
}

/** What building the image would have to do about what the model stands on. */
export async function planUses(site: Site, candidate: Candidate): Promise<Uses> {
	return { python: await planPackages(site, candidate), environment: await planDockerfile(site, candidate) };
}

async function planPackages(site: Site, candidate: Candidate): Promise<PythonUse | null> {
	if (candidate.python === null) return null;
	const unknown = notKnown(site, "Python packages would be installed");
	const base = await openBase(site, candidate.model.base).catch(unknown);
	return packagesFor(site, candidate, base, pythonPlan).catch((failure: unknown) => {
		if (failure instanceof Failure && failure.kind === "input") throw failure;
		return unknown(failure);
	});
}

async function planDockerfile(site: Site, { model, environment }: Candidate): Promise<EnvironmentUse | null> {
	if (!environment) return null;
	return planEnvironment(site, model, environment).catch(notKnown(site, "the environment would be built"));
}

/** A plan has to do without a registry that does not answer, or not to whoever makes plans. */
function notKnown(site: Site, what: string): (failure: unknown) => null {
	return (failure) => {
		if (!(failure instanceof Failure)) throw failure;
		site.context.progress.warn(`whether ${what} is not known: ${failure.message}`);
		return null;
	};
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
