import { join } from "node:path";
import type { ImageTarget } from "../../config/index.ts";
import { Failure, type Sha256 } from "../../kernel/index.ts";
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
	type Pins,
	parseImageConfig,
	readImage,
} from "../../release/index.ts";
import { notesFolder } from "../workspace.ts";
import type { EnvironmentUse } from "./documents.ts";
import type { EnvironmentPart } from "./environment.ts";
import { allLoopback, layersBelow, pinnedNames } from "./from-images.ts";
import { openElsewhere, openStore, type Site } from "./site.ts";

/** The machine and the project that an environment is for. */
export type Ground = Pick<Site, "context" | "root">;

/** An environment to stand a model on. */
export interface EnvironmentMade {
	readonly base: BaseImage;
	/** What has to be pushed before the model, under this tag; null: the model's repository has it. */
	readonly push: { readonly image: BuiltImage; readonly tag: string } | null;
	readonly use: EnvironmentUse;
}

export interface Asking {
	/** Where the model's images go; null: nothing stands on it that is released. */
	readonly home: ImageTarget | null;
	readonly part: EnvironmentPart;
	readonly key: Sha256;
	/** Null where a registry does not say what an image is today. */
	readonly pins: Pins;
}

/** As it is wanted now: from where the model's images are, else from this machine, else built. */
export async function foundEnvironment(site: Ground, about: Omit<Asking, "key">): Promise<EnvironmentMade> {
	const asking = { ...about, key: environmentKey(about.part.recipe, about.pins) };
	return (await knownEnvironment(site, asking)) ?? (await build(site, asking));
}

/** Null where it would have to be built. */
export async function knownEnvironment(site: Ground, asking: Asking): Promise<EnvironmentMade | null> {
	const { home, key } = asking;
	const stored = await storedEnvironment(site, home, key);
	if (stored !== null) return { base: stored, push: null, use: useOf(asking, "registry", stored) };
	const cached = await cachedEnvironment(folderOf(site), key, (repository) => openElsewhere(site, repository, home));
	return cached === null ? null : toPush(site, asking, { image: cached, from: "cached", builder: null });
}

async function build(site: Ground, asking: Asking): Promise<EnvironmentMade> {
	const { home, part, pins, key } = asking;
	const { clock, progress, signal } = site.context;
	const builder = await findBuilder(part.config.builder, signal);
	const image = await buildEnvironment(part.recipe, {
		folder: folderOf(site),
		key,
		builder,
		pins: pinnedNames(pins),
		below: await layersBelow(site, home, { part, pins }),
		loopback: allLoopback(pins),
		storeAt: (repository) => openElsewhere(site, repository, home),
		read: (object) => part.read(object),
		clock,
		progress,
		signal,
	});
	// building takes long: what another machine has pushed meanwhile is what all others have
	const stored = await storedEnvironment(site, home, key);
	if (stored !== null) return { base: stored, push: null, use: useOf(asking, "registry", stored) };
	return toPush(site, asking, { image, from: "built", builder: builder.name });
}

/** Of which everything is here. */
export function toPush(
	site: Ground,
	asking: Asking,
	{ image, from, builder }: { image: BuiltImage; from: "cached" | "built"; builder: string | null },
): EnvironmentMade {
	const { home, key } = asking;
	const tag = environmentTag(key);
	const base: BaseImage = {
		reference: home === null ? tag : referenceOf(home, key),
		pinned: `${home === null ? tag : openStore(site, home).location}@${image.digest}`,
		digest: image.digest,
		config: parseImageConfig(image.config, "the environment"),
		layers: image.layers,
		isEnvironment: true,
	};
	return { base, push: { image, tag }, use: { ...useOf(asking, from, base), builder } };
}

/** How the images that stand on it call it: the same on every machine, wherever a folder lies. */
export function referenceOf(image: ImageTarget, key: Sha256): string {
	const place = image.kind === "registry" ? image.repository : `oci:${image.directory}`;
	return `${place}:${environmentTag(key)}`;
}

/** As the model's repository has it, by its tag; what says that it is of another key was pushed over it. */
async function storedEnvironment(site: Ground, home: ImageTarget | null, key: Sha256): Promise<BaseImage | null> {
	if (home === null) return null;
	const store = openStore(site, home);
	const digest = await store.resolve(environmentTag(key));
	const base = digest === null ? null : await environmentAt(store, { digest, reference: referenceOf(home, key) });
	return base?.config.labels[ENVIRONMENT_LABEL] === key ? base : null;
}

/** Null where it, or a layer of it, is gone. */
export async function environmentAt(
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

export function useOf(
	{ part }: Pick<Asking, "part">,
	from: EnvironmentUse["from"],
	{ digest, layers }: BaseImage,
): EnvironmentUse {
	const size = layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
	return { dockerfile: part.config.file, from, builder: null, digest, size };
}

export function folderOf(site: Pick<Site, "root">): string {
	return join(notesFolder(site.root), "environments");
}
