import { digestOf, failureOf } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Act } from "./act.ts";
import { type Site, stateOf } from "./site.ts";

/** Of one version that fails again and again, by schedules that bring it back, one tag a day is enough. */
const ONCE_MS = 86_400_000;

/**
 * Writes down that a version failed where it was brought, for whoever looks later, and for the schedule, which does not try it again. What is
 * assigned already and fails is told by those who ask the environment. The failure itself is news: that it cannot be written down is a warning.
 */
export async function noteFailure(site: Site, act: Act, reason: string): Promise<void> {
	const { action, model, version } = act;
	const { name } = act.environment;
	const digest = digestOf(version);
	if (action === "repair" || digest === null) return;
	const known = failureOf(stateOf(site, model), act.environment, version);
	if (known !== null && site.context.clock.now().getTime() - known.at.getTime() < ONCE_MS) return;
	const summary = `${model} ${version.version} failed in ${name}`;
	try {
		await site.ledger.noteFailure(
			{ model, commit: version.commit, summary, trailers: { digest, reason } },
			{ environment: name, version: version.version },
		);
	} catch (cause) {
		if (!(cause instanceof Failure)) throw cause;
		site.context.progress.warn(`that ${version.version} failed in ${name} could not be written down: ${cause.message}`);
	}
}
