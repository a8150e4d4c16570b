import {
	approvalsOf,
	type EnvironmentState,
	environmentOf,
	frozenAt,
	type Looking,
	type ModelState,
	soakingOf,
	versionOf,
} from "../../environments/index.ts";
import type { StatusOfEnvironment } from "../release/documents.ts";
import type { Site } from "../release/site.ts";

type Waits = Required<Pick<StatusOfEnvironment, "soakSeconds" | "soaking" | "frozen" | "approvals">>;

/** What promotions into an environment, or on from it, have to wait for: from tags and mainline.yaml alone. */
export function waitsFor(site: Site, state: ModelState, environment: EnvironmentState): Waits {
	const seconds = soakSeconds(site, environment.name);
	return {
		soakSeconds: seconds,
		soaking: soakingStatus(state, environment, { now: site.context.clock.now(), soakMs: (seconds ?? 0) * 1000 }),
		frozen: frozenStatus(site, environment),
		approvals: approvalStatus(state, environment),
	};
}

/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site: Site, name: string): number | null {
	const followers = [...site.config.environments.values()].filter((config) => config.after === name);
	const longest = Math.max(0, ...followers.map((config) => config.soakMs));
	return longest === 0 ? null : longest / 1000;
}

function soakingStatus(state: ModelState, environment: EnvironmentState, looking: Looking): Waits["soaking"] {
	const { since, broken } = soakingOf(state, environment, looking);
	return { since: since?.toISOString() ?? null, broken };
}

function frozenStatus({ context }: Site, { config }: EnvironmentState): Waits["frozen"] {
	const frozen = frozenAt(config?.freeze ?? [], context.clock.now());
	return frozen === null ? null : { ...frozen, until: frozen.until.toISOString() };
}

/** Of what the environment before holds, or the latest version. */
function approvalStatus(state: ModelState, environment: EnvironmentState): Waits["approvals"] {
	const { config, version } = environment;
	if (config === null || config.approve === null) return null;
	const due = config.after === null ? state.history.latest?.version : environmentOf(state, config.after)?.version;
	const found = due == null || due === version ? null : versionOf(state.history, due);
	if (found === null) return null;
	const by = approvalsOf(state, environment, found).map((approval) => approval.by);
	return { version: found.version, by, needed: config.approve.count };
}
