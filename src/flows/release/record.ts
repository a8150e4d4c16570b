import {
	type EnvironmentState,
	environmentOf,
	type GoldenProof,
	goldenWords,
	imageOf,
	tookText,
} from "../../environments/index.ts";
import type { Act } from "./act.ts";
import type { Written } from "./ledger.ts";
import { requiredDigest } from "./rollout-of.ts";
import { type Site, stateOf } from "./site.ts";

/** Others may write of other environments while we do. */
const RECORD_TRIES = 5;

/** What an act was decided on: the environment's assignment, that of the one before it, and what is said against the version. */
export function premiseOf(site: Site, act: Act): string {
	return premiseNow(site, act, act.environment);
}

function premiseNow(site: Site, { model, environment, version }: Act, own: EnvironmentState | null): string {
	const state = stateOf(site, model);
	const before = environment.config === null ? null : environmentOf(state, environment.config.after ?? "");
	const tags = [own, before].map((each) => each?.assignment?.entry.tag.name);
	return JSON.stringify([tags, state.rejections.get(version.version)?.from]);
}

/** What an act was decided on, and what came of it. */
export interface Proof {
	readonly premise: string;
	readonly golden: GoldenProof | null;
	/** Until it answered; null where nothing was deployed. */
	readonly seconds: number | null;
}

/** Writes the assignment, unless something else came into effect since we decided: what has nothing to do with it does not matter. */
export async function record(site: Site, act: Act, { premise, golden, seconds }: Proof): Promise<Written> {
	const { model, environment, version } = act;
	const main = act.declared === null && !site.plan ? await site.mainLine.tip() : null;
	for (let left = RECORD_TRIES; left > 0; left--) {
		await site.ledger.refresh();
		const own = environmentOf(stateOf(site, model), environment.name);
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
				...(main === null ? {} : { main }),
				...(seconds === null ? {} : { took: tookText(seconds) }),
				...(site.by === null ? {} : { by: site.by }),
				...(site.run === null ? {} : { run: site.run }),
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
