import { type EnvironmentConfig, environmentsFor } from "../../config/index.ts";
import { askGolden, type GoldenProof, type GoldenRequest, startsHere } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Site } from "./site.ts";
import { type Tried, tryImage } from "./trial.ts";

/**
 * Asks a version before it is tagged, where an environment runs images on this machine. Null: it has no requests. `apart`: a folder,
 * absolute, for one that may never run there.
 */
export async function askBuilt(
	site: Site,
	{ model, version, image, digest }: Tried,
	requests: readonly GoldenRequest[],
	apart?: string,
): Promise<GoldenProof | null> {
	if (requests.length === 0) return null;
	const here = whereToAsk(site, model);
	if (here === null) return NOWHERE;
	const { clock, signal, progress } = site.context;
	progress.say(`${model} ${version}: asking what its answers are known to be`);
	const about = {
		tried: { model, version, image, digest },
		environment: here,
		...(apart === undefined ? {} : { apart }),
	};
	return unlessUnstartable(async () => {
		const result = await tryImage(site, about, (url) => askGolden({ url, model, version, requests, clock, signal }));
		if (result === null) throw new Error(`${here.name} was to start the image here`);
		return result.ok ? { asked: result.found, notAsked: null } : { asked: [], notAsked: result.reason };
	});
}

export const NOWHERE: GoldenProof = {
	asked: [],
	notAsked: "no environment can start the image here without sending people to it",
};

/** The environment whose way of starting images is borrowed; null where none that the model comes to starts any on this machine. */
export function whereToAsk({ config }: Pick<Site, "config">, model: string): EnvironmentConfig | null {
	return [...environmentsFor(config, model).values()].find(({ deploy }) => startsHere(deploy)) ?? null;
}

/** That others try one meanwhile says nothing of this one: who comes again finds them gone. */
const CONTENDED: ReadonlySet<string> = new Set(["interrupted", "deploy-under-way", "lock-failed"]);

/** That an image does not start here is for its deployment to find: here it only means that nobody was asked. */
export async function unlessUnstartable(trying: () => Promise<GoldenProof>): Promise<GoldenProof> {
	try {
		return await trying();
	} catch (failure) {
		if (!(failure instanceof Failure) || CONTENDED.has(failure.code)) throw failure;
		return { asked: [], notAsked: failure.message };
	}
}
