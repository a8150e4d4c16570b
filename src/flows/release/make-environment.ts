import type { ModelConfig } from "../../config/index.ts";
import { Failure, parseSha256, type Sha256 } from "../../kernel/index.ts";
import {
	ENVIRONMENT_LABEL,
	environmentKey,
	keptEnvironments,
	parseBaseOf,
	RECIPE_LABEL,
	readImage,
	userTrouble,
} from "../../release/index.ts";
import type { EnvironmentUse } from "./documents.ts";
import type { EnvironmentPart } from "./environment.ts";
import {
	type EnvironmentMade,
	environmentAt,
	folderOf,
	foundEnvironment,
	knownEnvironment,
	referenceOf,
	toPush,
	useOf,
} from "./find-environment.ts";
import { pinsOf } from "./from-images.ts";
import { newestImages } from "./newest-images.ts";
import { openElsewhere, openStore, type Site } from "./site.ts";

interface Wanted {
	readonly model: ModelConfig;
	readonly part: EnvironmentPart;
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
	const pins = await pinsOf(site, model.image, part).catch((failure: unknown) => failureOf(failure));
	const made =
		pins instanceof Failure
			? await released(site, { model, part, failure: pins })
			: await foundEnvironment(site, { home: model.image, part, pins });
	const trouble = userTrouble(made.base.config);
	if (trouble !== null) site.context.progress.warn(`${part.config.file}: ${trouble}`);
	return made;
}

/** What a release would do about the environment; nothing is built, nothing is written. */
export async function planEnvironment(site: Site, model: ModelConfig, part: EnvironmentPart): Promise<EnvironmentUse> {
	const pins = await pinsOf(site, model.image, part);
	const made = await knownEnvironment(site, { home: model.image, part, pins, key: environmentKey(part.recipe, pins) });
	return made?.use ?? { dockerfile: part.config.file, from: "to build", builder: null, digest: null, size: null };
}

/** An environment that was released with, where it is still kept under any key. */
async function standingEnvironment(
	site: Site,
	{ model, part }: Wanted,
	digest: Sha256,
): Promise<EnvironmentMade | null> {
	const kept = await keptEnvironments(folderOf(site), (repository) => openElsewhere(site, repository, model.image));
	const cached = kept.find(({ image }) => image.digest === digest);
	if (cached !== undefined) {
		const asking = { home: model.image, part, key: cached.key, pins: new Map() };
		return toPush(site, asking, { image: cached.image, from: "cached", builder: null });
	}
	const store = openStore(site, model.image);
	const manifest = (await store.resolve(digest)) === null ? null : await readImage(store, digest, "base");
	const key = parseSha256(manifest?.config.labels[ENVIRONMENT_LABEL] ?? "");
	const stored = key === null ? null : await environmentAt(store, { digest, reference: referenceOf(model.image, key) });
	return stored === null ? null : { base: stored, push: null, use: useOf({ part }, "registry", stored) };
}

/**
 * A registry that a Dockerfile names does not answer: what was released before from the same recipe has an environment that will do, and a
 * retrained model need not wait for it.
 */
async function released(site: Site, { model, part, failure }: Wanted & { failure: Failure }): Promise<EnvironmentMade> {
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

function failureOf(error: unknown): Failure {
	if (error instanceof Failure && error.kind === "infrastructure" && error.code !== "interrupted") return error;
	throw error;
}
