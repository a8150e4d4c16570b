import {
	type EnvironmentState,
	environmentOf,
	isWorthALook,
	type PromotionQuestion,
	soakingOf,
	upSinceOf,
	wasStartedAnew,
} from "../../environments/index.ts";
import type { VersionState } from "../../release/index.ts";
import { askEnvironment } from "./health.ts";
import { type Site, stateOf } from "./site.ts";
import { targetFor } from "./target-for.ts";

type Found = Pick<PromotionQuestion, "healthyUpstream" | "upSince">;

/**
 * Asks the environment before, where it soaks what is to go on, and its target since when that has run. Written down is when it begins or ends to
 * answer badly, that it was started anew, and now and then that it answered, where nobody else could tell: the next job is on another machine.
 */
export async function lookUpstream(
	site: Site,
	model: string,
	{ name, version }: { readonly name: string; readonly version: VersionState },
): Promise<Found> {
	const config = site.config.environments.get(name);
	if (config === undefined || config.after === null || config.soakMs === 0) return {};
	const state = stateOf(site, model);
	const before = environmentOf(state, config.after);
	if (before === null || before.version !== version.version || before.assignment === null) return {};
	const answer = await askEnvironment(site, model, before.name);
	const upSince = await upSinceAt(site, before);
	if (answer === null && upSince === null) return {};
	const looking = { now: site.context.clock.now(), soakMs: config.soakMs, upSince };
	const soaking = soakingOf(state, before, looking);
	const isWell = soaking.since !== null;
	const note = noteOf(site, model, before);
	if (answer !== null && !answer.ok) {
		if (isWell) await note("unwell", answer.reason);
		return { healthyUpstream: false };
	}
	if (isWell && upSince !== null && wasStartedAnew(soaking, upSince)) {
		const words = `it was started anew at ${upSince.toISOString()}`;
		await note("unwell", words);
		await note("well", words);
	} else if (!isWell || (upSince === null && isWorthALook(soaking, looking))) {
		await note("well", answer?.reason ?? "it runs");
	}
	return { ...(answer === null ? {} : { healthyUpstream: true }), upSince };
}

async function upSinceAt(site: Site, { config, image }: EnvironmentState): Promise<Date | null> {
	return config === null || image === null ? null : upSinceOf({ target: targetFor(site, config, image) });
}

type Note = (kind: "well" | "unwell", reason: string) => Promise<void>;

const SAYS = { well: "answers well", unwell: "does not answer well" } as const;

function noteOf(site: Site, model: string, { name, version, assignment }: EnvironmentState): Note {
	return async (kind, reason) => {
		if (assignment === null) return;
		const summary = `${name} ${SAYS[kind]}: ${model} ${version}`;
		const entry = { model, commit: assignment.commit, summary, trailers: { reason } };
		await site.ledger.noteHealth(entry, { environment: name, kind });
	};
}
