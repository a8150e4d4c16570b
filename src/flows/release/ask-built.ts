import { askGolden, type GoldenProof, type GoldenRequest } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Site } from "./site.ts";
import { type Tried, tryImage } from "./trial.ts";

/** An image that was built and has no tag yet. */
export type Built = Omit<Tried, "environment">;

/** Asks a version before it is tagged, where an environment runs images on this machine. Null: it has no requests. */
export async function askBuilt(
	site: Site,
	{ model, version, image, digest }: Built,
	requests: readonly GoldenRequest[],
): Promise<GoldenProof | null> {
	if (requests.length === 0) return null;
	const here = [...site.config.environments.values()].find(({ deploy }) => deploy.kind === "process");
	if (here === undefined) {
		return { asked: [], notAsked: "no environment can start the image here without sending people to it" };
	}
	const { clock, signal, progress } = site.context;
	progress.say(`${model} ${version}: asking what its answers are known to be`);
	const tried = { model, version, image, digest, environment: here.name };
	return unlessUnstartable(async () => {
		const result = await tryImage(site, tried, (url) => askGolden({ url, model, requests, clock, signal }));
		return result.ok ? { asked: result.found, notAsked: null } : { asked: [], notAsked: result.reason };
	});
}

/** That an image does not start here is for its deployment to find: here it only means that nobody was asked. */
async function unlessUnstartable(trying: () => Promise<GoldenProof>): Promise<GoldenProof> {
	try {
		return await trying();
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return { asked: [], notAsked: failure.message };
	}
}
