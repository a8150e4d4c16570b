import { compareCodePoints, type Sha256 } from "../../kernel/index.ts";
import { LINUX_AMD64 } from "../base.ts";
import { hexOf, jsonBytes, sha256 } from "../media.ts";
import { LAYER_TIME } from "../tar.ts";
import type { EnvironmentRecipe, Pins } from "./model.ts";

/** On an environment's config and on all that stand on it: what it is looked up by, what its commit says of it, and the images that it was made from. */
export const ENVIRONMENT_LABEL = "dev.mainline.environment";
export const RECIPE_LABEL = "dev.mainline.environment.recipe";
export const FROM_LABEL = "dev.mainline.environment.from";

/** Digits of the key in a tag: more than chance can meet, and the label has all of them. */
const TAG_DIGITS = 24;

/**
 * SHA-256 of one JSON array without white space: `["mainline.environment/1", sha256 of the Dockerfile, [[path, kind, object]…],
 * [[argument, value]…], target or null, "linux/amd64", time of the files]`.
 */
export function recipeDigest({ dockerfile, files, args, target }: Omit<EnvironmentRecipe, "digest">): Sha256 {
	const { os, architecture } = LINUX_AMD64;
	const rows = files.map(({ path, kind, object }) => [path, kind, object]);
	const given = [...args].sort(([a], [b]) => compareCodePoints(a, b));
	const what = ["mainline.environment/1", sha256(dockerfile.text), rows, given, target, `${os}/${architecture}`];
	return sha256(jsonBytes([...what, LAYER_TIME]));
}

/** What an environment is looked up by: its recipe, and what the images that it names are today. The builder is no part of it. */
export function environmentKey(recipe: EnvironmentRecipe, pins: Pins): Sha256 {
	return sha256(jsonBytes([recipe.digest, recipe.dockerfile.images.map((image) => [image, pins.get(image) ?? null])]));
}

/** The tag under which a repository keeps the environment. */
export function environmentTag(key: Sha256): string {
	return `mainline-env-${hexOf(key).slice(0, TAG_DIGITS)}`;
}
