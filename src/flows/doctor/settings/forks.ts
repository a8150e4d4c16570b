import type { Found } from "../codes.ts";
import { isSelfHosted } from "../workflows/model.ts";
import type { Site } from "./site.ts";

const WHY =
	"a fork's pull request brings its own workflow file: its author can run anything on that machine, as its user, and reach what it reaches";

/** Machines of your own, and a repository whose pull requests come from anybody. */
export function forks({ repository, settings: { facts, forkApproval, runners }, workflows }: Site): Found[] {
	if (!facts.public) return [];
	const asking = workflows.filter(({ jobs }) => jobs.some(isSelfHosted));
	const asked = asking.find(({ events }) => events.has("pull_request")) ?? asking[0];
	const registered = runners.kind === "seen" ? runners.value.length : 0;
	if (asked === undefined && registered === 0) return [];
	const machines = asked === undefined ? "has runners of its own" : `runs ${asked.file} on machines of your own`;
	const says = `${repository} is public and ${machines}`;
	if (forkApproval.kind !== "seen") {
		return [
			{
				code: "public-self-hosted",
				level: "danger",
				says: `${says}, and whether strangers need approval could not be looked at`,
				why: WHY,
				fix: "run doctor with the token of an administrator; until then make the repository private, or take its runners away",
			},
		];
	}
	if (forkApproval.value !== "all_external_contributors") {
		return [
			{
				code: "forks-run-unapproved",
				level: "danger",
				says: `${says}, and not every stranger's pull request needs approval`,
				why: `${WHY}; who once had a typo accepted needs nobody's consent`,
				fix: `gh api -X PUT repos/${repository}/actions/permissions/fork-pr-contributor-approval -f approval_policy=all_external_contributors`,
			},
		];
	}
	return [
		{
			code: "public-self-hosted",
			level: "advice",
			says: `${says}: one approval too many is enough`,
			why: WHY,
			fix: "make the repository private, or let pull requests run on GitHub's machines (`runs-on: ubuntu-latest`) and register runners elsewhere; where it has to be, each runner ends after one job (`--ephemeral`)",
		},
	];
}
