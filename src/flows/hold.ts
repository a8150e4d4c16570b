import { imageOf, versionOf } from "../environments/index.ts";
import { badInput, infrastructure, type Outcome } from "../kernel/index.ts";
import type { Trailers } from "../release/index.ts";
import type { HoldDocument } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { openSite, type SiteOptions } from "./release/open-site.ts";
import { publishStanding } from "./release/publish.ts";
import { configuredEnvironment, knownModel } from "./release/resolve.ts";
import { type Site, stateOf } from "./release/site.ts";

export interface HoldOptions extends SiteOptions {
	readonly model: string;
	readonly environment: string;
	/** False: the hold ends. */
	readonly holds: boolean;
	/** For the record: why. */
	readonly reason: string | null;
}

/** How often it is tried again because somebody else was faster. */
const TRIES = 3;

/**
 * Puts an environment on hold, or ends that: what it has is assigned to it once more, with a word about it or without. Nothing
 * is deployed, and the time that it has run does not begin anew.
 */
export async function hold(context: FlowContext, options: HoldOptions): Promise<Outcome<HoldDocument>> {
	return holdAt(await openSite(context, options), options);
}

/** The same where the record is open already. */
export async function holdAt(site: Site, options: HoldOptions): Promise<Outcome<HoldDocument>> {
	knownModel(site, options.model);
	for (let tries = 0; tries < TRIES; tries++) {
		const document = await written(site, options);
		if (document !== null) {
			await publishStanding(site, options.model);
			return { answer: "yes", document };
		}
		await site.ledger.refresh();
	}
	throw infrastructure("environment-contended", `${options.environment} was changed by somebody else while we worked`, {
		hint: "see `mainline status`, then run again",
	});
}

/** Null when somebody else was faster. */
async function written(site: Site, options: HoldOptions): Promise<HoldDocument | null> {
	const { model, holds } = options;
	const state = stateOf(site, model);
	const environment = configuredEnvironment(site, state, options.environment);
	const { version, assignment, hold: standing, digest, image, name } = environment;
	if (version === null || assignment === null) {
		throw badInput("nothing-to-hold", `there is no version of ${model} in ${name}`, {
			hint: `a hold keeps what an environment has: \`mainline promote ${model} ${name}\` brings something there first`,
		});
	}
	const words = holds ? wordsOf(site, options) : null;
	const about = { schema: `mainline.${holds ? "hold" : "unhold"}/1` as const, plan: site.plan, model, version };
	const asItIs = holds ? standing !== null && standing.reason === words : standing === null;
	if (asItIs) return { ...about, environment: name, outcome: "kept", hold: standing?.reason ?? null, tag: null };
	const where = image ?? imageOf(versionOf(state.history, version));
	const trailers: Trailers = {
		...(where === null ? {} : { image: where }),
		...(digest === null ? {} : { digest }),
		...(words === null ? {} : { hold: words }),
		...(options.reason === null ? {} : { reason: options.reason }),
		...(site.by === null ? {} : { by: site.by }),
	};
	const done = await site.ledger.assign({
		model,
		environment: name,
		commit: assignment.commit,
		summary: `${holds ? "Hold" : "End the hold of"} ${model} ${version} in ${name}`,
		declared: null,
		trailers,
	});
	if (done.kind === "lost") return null;
	const outcome = site.plan ? "planned" : holds ? "held" : "released";
	return { ...about, environment: name, outcome, hold: words, tag: site.plan ? null : done.tag };
}

function wordsOf({ by }: Site, { reason }: HoldOptions): string {
	const words = by === null ? "put on hold" : `put on hold by ${by}`;
	return reason === null ? words : `${words}: ${reason}`;
}
