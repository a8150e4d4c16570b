import {
	type Approval,
	approvalsOf,
	type Decision,
	decidePromotion,
	type EnvironmentState,
	type PromotionQuestion,
	recordedApprovals,
} from "../../environments/index.ts";
import type { VersionState } from "../../release/index.ts";
import { askUntilEnough } from "./ask-approvals.ts";
import { configuredEnvironment } from "./resolve.ts";
import { type Site, stateOf } from "./site.ts";
import { lookUpstream } from "./soak-look.ts";

export interface Asked
	extends Pick<PromotionQuestion, "asked" | "askedAt" | "breaksFreeze" | "reinstates" | "retries"> {
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
	const upstream = await lookUpstream(site, model, { name, version });
	const state = stateOf(site, model);
	const environment = configuredEnvironment(site, state, name);
	const { approvals, uncounted } = await standing(site, model, { environment, version });
	const decision = decidePromotion({
		...asked,
		state,
		environment,
		now: site.context.clock.now(),
		approvals,
		uncounted,
		...upstream,
	});
	return { decision, approvals };
}

/** What the promotion's tag says of who approved it. */
export function approvedTrailer(approvals: readonly Approval[]): { approved?: readonly string[] } {
	if (approvals.length === 0) return {};
	const day = (at: Date): string => at.toISOString().slice(0, 10);
	return {
		approved: approvals.map(({ by, team, at }) => `by ${by}${team === null ? "" : ` of ${team}`} on ${day(at)}`),
	};
}

interface About {
	readonly environment: EnvironmentState;
	readonly version: VersionState;
}

type Standing = Required<Pick<PromotionQuestion, "approvals" | "uncounted">>;

/** Where nobody can be asked, the record has to do. */
async function standing(site: Site, model: string, { environment, version }: About): Promise<Standing> {
	const policy = environment.config?.approve ?? null;
	const state = stateOf(site, model);
	const { mayApprove } = site;
	if (policy === null || mayApprove === undefined) {
		return { approvals: approvalsOf(state, environment, version), uncounted: [] };
	}
	const commits = { from: environment.assignment?.commit ?? null, to: version.commit };
	const recorded = recordedApprovals(state, environment, version);
	return askUntilEnough(recorded, { policy, mayApprove, ...commits });
}
