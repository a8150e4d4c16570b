import {
	type Approval,
	approvalsOf,
	type Decision,
	decidePromotion,
	type EnvironmentState,
	environmentOf,
	type PromotionQuestion,
	soakingOf,
} from "../../environments/index.ts";
import type { VersionState } from "../../release/index.ts";
import { askEnvironment } from "./health.ts";
import { configuredEnvironment } from "./resolve.ts";
import type { Site } from "./site.ts";

export interface Asked extends Pick<PromotionQuestion, "asked" | "breaksFreeze" | "reinstates"> {
	readonly model: string;
	readonly environment: string;
	readonly version: VersionState;
}

export interface Decided {
	readonly decision: Decision;
	/** Those that count just now. */
	readonly approvals: readonly Approval[];
}

/**
 * Decides a promotion by all that can be asked now: whether the environment before answers well, and whether those who
 * approved still may. What is found of its health is written down, so that the soak begins anew after a bad answer.
 */
export async function decideNow(site: Site, { model, environment: name, ...asked }: Asked): Promise<Decided> {
	const { version } = asked;
	const healthyUpstream = await lookedAfter(site, model, { name, version });
	const state = site.ledger.state(model, site.config.environments);
	const environment = configuredEnvironment(site, state, name);
	const approvals = await standing(site, model, { environment, version });
	const decision = decidePromotion({
		...asked,
		state,
		environment,
		now: site.context.clock.now(),
		approvals,
		...(healthyUpstream === undefined ? {} : { healthyUpstream }),
	});
	return { decision, approvals };
}

/** What the promotion's tag says of who approved it. */
export function approvedTrailer(approvals: readonly Approval[]): { approved?: readonly string[] } {
	if (approvals.length === 0) return {};
	return { approved: approvals.map(({ by, at }) => `by ${by} on ${at.toISOString().slice(0, 10)}`) };
}

interface About {
	readonly environment: EnvironmentState;
	readonly version: VersionState;
}

async function standing(site: Site, model: string, { environment, version }: About): Promise<readonly Approval[]> {
	const policy = environment.config?.approve ?? null;
	const recorded = approvalsOf(site.ledger.state(model, site.config.environments), environment, version);
	const { mayApprove } = site;
	if (policy === null || mayApprove === undefined) return recorded;
	const from = environment.assignment?.commit ?? null;
	const counts: Approval[] = [];
	for (const approval of recorded) {
		const refusal = await mayApprove({ policy, by: approval.by, from, to: version.commit });
		if (refusal === null) counts.push(approval);
	}
	return counts;
}

/** Asks the environment before, where it soaks what is to go on, and writes down when that begins or ends to answer badly. */
async function lookedAfter(
	site: Site,
	model: string,
	{ name, version }: { readonly name: string; readonly version: VersionState },
): Promise<boolean | undefined> {
	const config = site.config.environments.get(name);
	if (config === undefined || config.after === null || config.soakMs === 0) return undefined;
	const state = site.ledger.state(model, site.config.environments);
	const before = environmentOf(state, config.after);
	if (before === null || before.version !== version.version || before.assignment === null) return undefined;
	const answer = await askEnvironment(site, model, before.name);
	if (answer === null) return undefined;
	const wasWell = soakingOf(state, before).since !== null;
	if (answer.ok === wasWell) return answer.ok;
	const summary = `${before.name} ${answer.ok ? "answers well again" : "does not answer well"}: ${model} ${version.version}`;
	const trailers = { reason: answer.reason };
	const entry = { model, commit: before.assignment.commit, summary, trailers };
	await site.ledger.noteHealth(entry, { environment: before.name, kind: answer.ok ? "well" : "unwell" });
	return answer.ok;
}
