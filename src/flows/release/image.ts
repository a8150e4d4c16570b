import { Failure, type Sha256 } from "../../kernel/index.ts";
import {
	type BaseImage,
	type BuiltImage,
	buildImage,
	type ImageRecipe,
	parseReference,
	relabelled,
	resolveBase,
	SOURCE_LABEL,
	tagOrDigest,
} from "../../release/index.ts";
import { attachDocuments } from "./attach-documents.ts";
import type { Candidate } from "./candidate.ts";
import type { EnvironmentUse, PythonUse } from "./documents.ts";
import type { EnvironmentMade } from "./find-environment.ts";
import { makeEnvironment, planEnvironment } from "./make-environment.ts";
import { mountable } from "./mount-from.ts";
import { tagsOfPush } from "./name-image.ts";
import { type Asking, type PythonMade, pythonLayer, pythonPlan } from "./python.ts";
import { signerOf } from "./signer.ts";
import { openStore, type Site } from "./site.ts";

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

/** Packs the stored model and pushes it, by digest alone. Killed and repeated it gives the same image, of which the parts are there already. */
export async function buildAndPush(
	site: Site,
	candidate: Candidate,
	{ commit, version, source }: { readonly commit: string; readonly version: string; readonly source: string | null },
): Promise<Pushed> {
	const signer = await signerOf(site);
	const { image, python, environment } = await packModel(site, candidate, { commit, version, source });
	const store = openStore(site, candidate.model.image);
	const below = environment?.push ?? null;
	// first: a model that was cut off while it was pushed finds its environment there
	const first = below === null ? null : await store.push(below.image, [below.tag]);
	const { digest, sent, reused } = await store.push(
		mountable(site, candidate.model, image),
		tagsOfPush(candidate.model.image, version),
	);
	await attachDocuments(site, candidate, { store, image, commit, version, source, signer });
	const before = first?.sent ?? 0;
	return { digest, sent: sent + before, reused: reused - before, python, environment: environment?.use ?? null };
}

export interface Packed {
	readonly image: BuiltImage;
	/** What was done about Python packages; null where none go in. */
	readonly python: PythonUse | null;
	/** Null where no Dockerfile makes one. */
	readonly environment: EnvironmentMade | null;
	/** The same image, as one that names another repository. */
	named(source: string | null): BuiltImage;
}

export interface Packing {
	readonly commit: string;
	readonly version: string;
	/** Address of the repository; null where it has none. */
	readonly source: string | null;
	/** The environment that the version had before its image was lost. */
	readonly before?: Sha256 | null;
}

/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
export async function packModel(
	site: Site,
	candidate: Candidate,
	{ commit, version, source, before = null }: Packing,
): Promise<Packed> {
	const { model } = candidate;
	const environment = candidate.environment ? await makeEnvironment(site, model, candidate.environment, before) : null;
	const base = environment?.base ?? (await openBase(site, model.base));
	const python = await packagesFor(site, candidate, base, pythonLayer);
	site.context.progress.say(`${model.name} ${version}: packing the model`);
	const recipe = await recipeFor(candidate, { commit, version, source, base, python });
	const image = await buildImage(recipe);
	const named = (other: string | null): BuiltImage =>
		relabelled({ ...recipe, labels: labelsOf(candidate, { commit, source: other }) }, image);
	return { image, named, python: python?.use ?? null, environment };
}

/**
 * As much of a version's image as the target `process` takes of one: packages, code and model, without what they stand on. It is no
 * version's image and goes to no registry.
 */
export async function packAboveBase(
	site: Site,
	candidate: Candidate,
	{ commit, version, source }: Packing,
): Promise<BuiltImage> {
	const base = candidate.python === null ? null : await openBase(site, candidate.model.base);
	const python = await packagesFor(site, candidate, base, pythonLayer);
	return buildImage(await recipeFor(candidate, { commit, version, source, base: null, python }));
}

interface Parts extends Packing {
	readonly base: BaseImage | null;
	readonly python: PythonMade | null;
}

async function recipeFor(candidate: Candidate, { commit, version, source, base, python }: Parts): Promise<ImageRecipe> {
	const { model, codeFiles, time } = candidate;
	return {
		model: model.name,
		version,
		modelFiles: await candidate.modelFiles(),
		codeFiles,
		base,
		python: python?.layer.layer ?? null,
		command: model.command,
		labels: labelsOf(candidate, { commit, source }),
		created: time,
	};
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

/** What a model stands on, found and pinned; null where it stands on nothing. */
export async function openBase(site: Site, base: string | null): Promise<BaseImage | null> {
	if (base === null) return null;
	const reference = parseReference(base);
	const store = openStore(site, { kind: "registry", repository: `${reference.host}/${reference.path}` });
	return resolveBase(store, { text: base, tagOrDigest: tagOrDigest(reference) });
}

function labelsOf({ lock }: Candidate, { commit, source }: Pick<Packing, "commit" | "source">): Record<string, string> {
	return {
		"org.opencontainers.image.revision": commit,
		"dev.mainline.lock": lock,
		...(source === null ? {} : { [SOURCE_LABEL]: source }),
	};
}
