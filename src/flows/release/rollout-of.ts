import {
	type Deployment,
	digestOf,
	type EnvironmentState,
	type GoldenRequest,
	imageOf,
	type Rollout,
} from "../../environments/index.ts";
import { badInput, type Sha256 } from "../../kernel/index.ts";
import type { VersionState } from "../../release/index.ts";
import type { Act } from "./act.ts";
import { goldenIfReadable } from "./golden.ts";
import { absoluteImage, type Site } from "./site.ts";
import { targetFor } from "./target-for.ts";

const PROBE_MS = 60_000;

/** Where a version goes, what was there before, and how it is asked whether it runs. */
export async function rolloutOf(
	site: Site,
	act: Pick<Act, "action" | "model" | "environment" | "version">,
): Promise<Rollout> {
	const { clock, signal, progress } = site.context;
	const { environment, version } = act;
	const config = environment.config;
	if (config === null) throw unconfigured(site, environment.name);
	const image = imageOf(version) ?? "";
	const target = targetFor(site, config, image);
	const previous = earlierDeployment(site, act.model, environment);
	const deployment: Deployment = {
		environment: environment.name,
		model: act.model,
		version: version.version,
		image: absoluteImage(site, image),
		digest: requiredDigest(version),
		previousImage: previous?.image ?? null,
	};
	const golden = site.plan ? [] : await goldenIfReadable(site, { model: act.model, commit: version.commit });
	const goldenBefore = (): Promise<readonly GoldenRequest[]> => goldenOfAssigned(site, act);
	const asked = { probe: config.probe, untold: config.untold, probeMs: PROBE_MS };
	const about = { ...asked, golden, goldenBefore, wayBack: act.action === "revert" };
	return { target, deployment, previous, isFirst: previous === null, ...about, clock, signal, progress };
}

/** Where people reach it; null when nobody knows. */
export function urlOf(rollout: Rollout): string | null {
	return rollout.probe ?? rollout.target.url;
}

export function requiredDigest(version: VersionState): Sha256 {
	const digest = digestOf(version);
	if (digest !== null) return digest;
	throw badInput("version-without-image", `the tag of ${version.version} names no image`, {
		hint: "only versions that `mainline release` made can be deployed",
	});
}

/** What the version that the environment has is to be answered. */
async function goldenOfAssigned(
	site: Site,
	{ model, environment }: Pick<Act, "model" | "environment">,
): Promise<readonly GoldenRequest[]> {
	const commit = environment.assignment?.commit;
	return commit === undefined ? [] : goldenIfReadable(site, { model, commit });
}

function earlierDeployment(site: Site, model: string, environment: EnvironmentState): Deployment | null {
	const { version, digest, image } = environment;
	if (version === null || digest === null || image === null) return null;
	return {
		environment: environment.name,
		model,
		version,
		digest,
		image: absoluteImage(site, image),
		previousImage: null,
	};
}

function unconfigured(site: Site, name: string): Error {
	const known = [...site.config.environments.keys()];
	return badInput("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
		found: name,
		expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
		hint: `write environments.${name} with its \`deploy\` in mainline.yaml`,
	});
}
