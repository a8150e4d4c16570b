import {
	askGolden,
	type GoldenAnswer,
	type GoldenProof,
	type GoldenRequest,
	type Tried,
} from "../../environments/index.ts";
import { Failure, type Sha256 } from "../../kernel/index.ts";
import { absoluteImage, type Site } from "./site.ts";
import { targetFor } from "./target-for.ts";

/** An image that was built and has no tag yet. */
export interface Built {
	readonly model: string;
	readonly version: string;
	/** As its tag will name it. */
	readonly image: string;
	readonly digest: Sha256;
}

/** Asks a version before it is tagged, where an environment can start it without sending people to it. Null: it has no requests. */
export async function askBuilt(
	site: Site,
	built: Built,
	requests: readonly GoldenRequest[],
): Promise<GoldenProof | null> {
	if (requests.length === 0) return null;
	const { model, version, digest } = built;
	for (const config of site.config.environments.values()) {
		const target = targetFor(site, config, built.image);
		if (target.tryOut === undefined) continue;
		site.context.progress.say(`${model} ${version}: asking what its answers are known to be`);
		const image = absoluteImage(site, built.image);
		const deployment = { environment: config.name, model, version, image, digest, previousImage: null };
		const ask = (url: string) => askGolden({ url, model, requests, clock: site.context.clock });
		return unlessUnstartable(target.tryOut(deployment, ask));
	}
	return { asked: [], notAsked: "no environment can start the image here without sending people to it" };
}

/** That an image does not start here is for its deployment to find: here it only means that nobody was asked. */
async function unlessUnstartable(trying: Promise<Tried<GoldenAnswer[]>>): Promise<GoldenProof> {
	try {
		const tried = await trying;
		return tried.ok ? { asked: tried.found, notAsked: null } : { asked: [], notAsked: tried.reason };
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return { asked: [], notAsked: failure.message };
	}
}
