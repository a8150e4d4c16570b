import { join } from "node:path";
import type { ModelConfig } from "../../config/index.ts";
import { Failure, parseSha256, type Sha256 } from "../../kernel/index.ts";
import {
	type BaseImage,
	type BuiltImage,
	buildEnvironment,
	cachedEnvironment,
	ENVIRONMENT_LABEL,
	environmentKey,
	environmentTag,
	findBuilder,
	type ImageStore,
	keptEnvironments,
	type Pins,
	parseBaseOf,
	parseImageConfig,
	RECIPE_LABEL,
	readImage,
	userTrouble,
} from "../../release/index.ts";
import { notesFolder } from "../workspace.ts";
import type { EnvironmentUse } from "./documents.ts";
import type { EnvironmentPart } from "./environment.ts";
import { allLoopback, layersBelow, pinnedNames, pinsOf } from "./from-images.ts";
import { newestImages } from "./newest-images.ts";
import { openElsewhere, openStore, type Site } from "./site.ts";

/** An environment to stand a model on. */
export interface EnvironmentMade {
	readonly base: BaseImage;
	/** What has to be pushed before the model, under this tag; null: the model's repository has it. */
	readonly push: { readonly image: BuiltImage; readonly tag: string } | null;
	readonly use: EnvironmentUse;
}

interface Asking {
	readonly model: ModelConfig;
	readonly part: EnvironmentPart;
	/** Null where a registry does not say what an image is today. */
	readonly key: Sha256;
	readonly pins: Pins;
}

/** From the model's repository, else from this machine, else built. `before`: the very one that is wanted, whatever its key would be today. */
export async function makeEnvironment(
	site: Site,
	model: ModelConfig,
	part: EnvironmentPart,
	before: Sha256 | null = null,
): Promise<EnvironmentMade> {
	const standing = before === null ? null : await standingEnvironment(site, { model, part }, before);
	if (standing !== null) return standing;
	const pins = await pinsOf(site, model, part).catch((failure: unknown) => failureOf(failure));
	const made =
		pins instanceof Failure
			? await released(site, { model, part, failure: pins })
			: await found(site, { model, part, pins });
	const trouble = userTrouble(made.base.config);
	if (trouble !== null) site.context.progress.warn(`${part.config.file}: ${trouble}`);
	return made;
}

async function found(site: Site, about: Omit<Asking, "key">): Promise<EnvironmentMade> {
	const asking = { ...about, key: environmentKey(about.part.recipe, about.pins) };
	return (await known(site, asking)) ?? (await build(site, asking));
}

/** What a release would do about the environment; nothing is built, nothing is written. */
export async function planEnvironment(site: Site, model: ModelConfig, part: EnvironmentPart): Promise<EnvironmentUse> {
	const pins = await pinsOf(site, model, part);
	const made = await known(site, { model, part, pins, key: environmentKey(part.recipe, pins) });
	return made?.use ?? { dockerfile: part.config.file, from: "to build", builder: null, digest: null, size: null };
}

async function known(site: Site, asking: Asking): Promise<EnvironmentMade | null> {
	const { model, key } = asking;
	const stored = await storedEnvironment(site, model, key);
	if (stored !== null) return { base: stored, push: null, use: useOf(asking, "registry", stored) };
	const cached = await cachedEnvironment(folderOf(site), key, (repository) =>
		openElsewhere(site, repository, model.image),
	);
	return cached === null ? null : toPush(site, asking, { image: cached, from: "cached", builder: null });
}

/** An environment that was released with, where it is still kept under any key. */
async function standingEnvironment(
	site: Site,
	{ model, part }: Pick<Asking, "model" | "part">,
	digest: Sha256,
): Promise<EnvironmentMade | null> {
	const kept = await keptEnvironments(folderOf(site), (repository) => openElsewhere(site, repository, model.image));
	const cached = kept.find(({ image }) => image.digest === digest);
	if (cached !== undefined) {
		const asking = { model, part, key: cached.key, pins: new Map() };
		return toPush(site, asking, { image: cached.image, from: "cached", builder: null });
	}
	const store = openStore(site, model.image);
	const manifest = (await store.resolve(digest)) === null ? null : await readImage(store, digest, "base");
	const key = parseSha256(manifest?.config.labels[ENVIRONMENT_LABEL] ?? "");
	const stored = key === null ? null : await environmentAt(store, { digest, reference: referenceOf(model, key) });
	return stored === null ? null : { base: stored, push: null, use: useOf({ part }, "registry", stored) };
}

async function build(site: Site, asking: Asking): Promise<EnvironmentMade> {
	const { model, part, pins, key } = asking;
	const { clock, progress, signal } = site.context;
	const builder = await findBuilder(part.config.builder, signal);
	const image = await buildEnvironment(part.recipe, {
		folder: folderOf(site),
		key,
		builder,
		pins: pinnedNames(pins),
		below: await layersBelow(site, model, { part, pins }),
		loopback: allLoopback(pins),
		storeAt: (repository) => openElsewhere(site, repository, model.image),
		read: (object) => part.read(object),
		clock,
		progress,
		signal,
	});
	// building takes long: what another machine has pushed meanwhile is what all others have
	const stored = await storedEnvironment(site, model, key);
	if (stored !== null) return { base: stored, push: null, use: useOf(asking, "registry", stored) };
	return toPush(site, asking, { image, from: "built", builder: builder.name });
}

/** Of which everything is here. */
function toPush(
	site: Site,
	asking: Asking,
	{ image, from, builder }: { image: BuiltImage; from: "cached" | "built"; builder: string | null },
): EnvironmentMade {
	const tag = environmentTag(asking.key);
	const base: BaseImage = {
		reference: referenceOf(asking.model, asking.key),
		pinned: `${openStore(site, asking.model.image).location}@${image.digest}`,
		digest: image.digest,
		config: parseImageConfig(image.config, "the environment"),
		layers: image.layers,
		isEnvironment: true,
	};
	return { base, push: { image, tag }, use: { ...useOf(asking, from, base), builder } };
}

/** How the images that stand on it call it: the same on every machine, wherever a folder lies. */
function referenceOf({ image }: ModelConfig, key: Sha256): string {
	const place = image.kind === "registry" ? image.repository : `oci:${image.directory}`;
	return `${place}:${environmentTag(key)}`;
}

/** As the model's repository has it, by its tag; what says that it is of another key was pushed over it. */
async function storedEnvironment(site: Site, model: ModelConfig, key: Sha256): Promise<BaseImage | null> {
	const store = openStore(site, model.image);
	const digest = await store.resolve(environmentTag(key));
	const base = digest === null ? null : await environmentAt(store, { digest, reference: referenceOf(model, key) });
	return base?.config.labels[ENVIRONMENT_LABEL] === key ? base : null;
}

/** Null where it, or a layer of it, is gone. */
async function environmentAt(
	store: ImageStore,
	{ digest, reference }: { readonly digest: Sha256; readonly reference: string },
): Promise<BaseImage | null> {
	try {
		const { config, layers } = await readImage(store, digest, "base");
		for (const { descriptor } of layers) if (!(await store.hasBlob(descriptor.digest))) return null;
		return { reference, pinned: `${store.location}@${digest}`, digest, config, layers, isEnvironment: true };
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "image-not-found") return null;
		throw failure;
	}
}

/**
 * A registry that a Dockerfile names does not answer: what was released before from the same recipe has an environment that will do, and a
 * retrained model need not wait for it.
 */
async function released(
	site: Site,
	{ model, part, failure }: { model: ModelConfig; part: EnvironmentPart; failure: Failure },
): Promise<EnvironmentMade> {
	const store = openStore(site, model.image);
	for (const digest of newestImages(site, model)) {
		const { config } = await readImage(store, digest, null);
		const base = parseBaseOf(await store.manifest(digest));
		if (base === null || config.labels[RECIPE_LABEL] !== part.recipe.digest) continue;
		const environment = await environmentAt(store, base);
		if (environment === null) continue;
		site.context.progress.warn(`${failure.message}: the environment of the last release is taken`);
		return { base: environment, push: null, use: useOf({ part }, "registry", environment) };
	}
	throw failure;
}

function useOf(
	{ part }: Pick<Asking, "part">,
	from: EnvironmentUse["from"],
	{ digest, layers }: BaseImage,
): EnvironmentUse {
	const size = layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
	return { dockerfile: part.config.file, from, builder: null, digest, size };
}

function folderOf(site: Pick<Site, "root">): string {
	return join(notesFolder(site.root), "environments");
}

function failureOf(error: unknown): Failure {
	if (error instanceof Failure && error.kind === "infrastructure" && error.code !== "interrupted") return error;
	throw error;
}
