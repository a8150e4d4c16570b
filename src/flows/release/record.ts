import {
	type EnvironmentState,
	environmentOf,
	type GoldenProof,
	goldenWords,
	imageOf,
} from "../../environments/index.ts";
import type { Act } from "./act.ts";
import type { Written } from "./ledger.ts";
import { requiredDigest } from "./rollout-of.ts";
import type { Site } from "./site.ts";

/** Others may write of other environments while we do. */
const RECORD_TRIES = 5;

/** What an act was decided on: the environment's assignment, that of the one before it, and what is said against the version. */
export function premiseOf(site: Site, act: Act): string {
	return premiseNow(site, act, act.environment);
}

function premiseNow(site: Site, { model, environment, version }: Act, own: EnvironmentState | null): string {
	const state = site.ledger.state(model, site.config.environments);
	const before = environment.config === null ? null : environmentOf(state, environment.config.after ?? "");
	const tags = [own, before].map((each) => each?.assignment?.entry.tag.name);
	return JSON.stringify([tags, state.rejections.get(version.version)?.from]);
}

/** Writes the assignment, unless something else came into effect since we decided: what has nothing to do with it does not matter. */
export async function record(
	site: Site,
	act: Act,
	{ premise, golden }: { readonly premise: string; readonly golden: GoldenProof | null },
): Promise<Written> {
	const { model, environment, version } = act;
	for (let left = RECORD_TRIES; left > 0; left--) {
		await site.ledger.refresh();
		const own = environmentOf(site.ledger.state(model, site.config.environments), environment.name);
		if (premiseNow(site, act, own) !== premise) break;
		const written = await site.ledger.assign({
			model,
			environment: environment.name,
			commit: version.commit,
			summary: summaryOf(act),
			declared: act.declared,
			trailers: {
				image: imageOf(version) ?? "",
				digest: requiredDigest(version),
				...act.trailers,
				...(golden === null ? {} : { golden: goldenWords(golden) }),
				...(site.by === null ? {} : { by: site.by }),
			},
		});
		if (written.kind === "written") return written;
	}
	return { kind: "lost" };
}

function summaryOf({ action, model, environment, version }: Act): string {
	const verb = action === "revert" ? "Bring back" : "Assign";
	return `${verb} ${model} ${version.version} in ${environment.name}`;
}
