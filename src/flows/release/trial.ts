import type { EnvironmentConfig } from "../../config/index.ts";
import type { Ask, Deployment, TrialResult } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import { absoluteImage, type Site } from "./site.ts";
import { targetFor } from "./target-for.ts";

/** An image, as a version's tag names it or will name it. */
export interface Tried {
	readonly model: string;
	readonly version: string;
	readonly image: string;
	readonly digest: Sha256;
}

export interface Trying {
	readonly tried: Tried;
	readonly environment: EnvironmentConfig;
	/** A folder, absolute, for one that may never run there: nothing of it is left, and nobody waits for it. Absent: that of the environment's trials. */
	readonly apart?: string;
}

/**
 * Starts an image as an environment's target would, where nobody is sent to it, asks it, and ends it. Null where the target cannot start
 * one without touching what runs.
 */
export async function tryImage<T>(
	site: Site,
	{ tried, environment, apart }: Trying,
	ask: Ask<T>,
): Promise<TrialResult<T> | null> {
	const target = targetFor(site, environment, tried.image);
	return (await target.tryOut?.(deploymentOf(site, tried, environment), ask, apart)) ?? null;
}

/** Has the image brought to where it would run; null where only others can do that. */
export async function fetchImage(
	site: Site,
	{ tried, environment }: { readonly tried: Tried; readonly environment: EnvironmentConfig },
): Promise<TrialResult<string> | null> {
	const target = targetFor(site, environment, tried.image);
	return (await target.fetch?.(deploymentOf(site, tried, environment))) ?? null;
}

function deploymentOf(site: Site, tried: Tried, { name }: EnvironmentConfig): Deployment {
	return { ...tried, environment: name, image: absoluteImage(site, tried.image), previousImage: null };
}
