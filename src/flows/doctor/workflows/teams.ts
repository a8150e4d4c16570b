import { isTeam, type MainlineConfig } from "../../../config/index.ts";
import type { Found } from "../codes.ts";
import { doesMore, isUntrusted, ourJobs, ourSteps, type Placed, placeOf, type Workflow } from "./model.ts";
import { moves } from "./waiting.ts";

/** Whether those who have to ask who is in a team can: GitHub gives that right to no workflow's own token. */
export function teams(workflows: readonly Workflow[], config: MainlineConfig | null): Found[] {
	if (config === null) return [];
	const approving = [...config.environments.values()].flatMap(({ approve }) => approve?.by ?? []).find(isTeam);
	const waiving = (config.waivers.by ?? []).find(isTeam);
	const without = ourJobs(workflows).filter((placed) => !hasToken(placed));
	const lacking = without.flatMap((placed) => {
		const team = (counts(placed) ? approving : undefined) ?? (judges(placed) ? waiving : undefined);
		return team === undefined ? [] : [lacks(placed, team)];
	});
	const single = new Set(without.filter(isOneLane).map(({ workflow }) => workflow.file));
	return waiving === undefined ? lacking : [...lacking, ...[...single].map((file) => cannot(file, waiving))];
}

/** Where gates are judged beside code of pull requests. */
function isOneLane({ workflow: { events }, job }: Placed): boolean {
	return events.has("pull_request") && !isUntrusted(job) && doesMore(job, ["plan", "status", "conclude"]);
}

/** Where approvals count: a job that hands promotions on to another asks nothing of them. */
function counts(placed: Placed): boolean {
	return moves(placed) && !handsOn(placed);
}

/** Where gates are judged in a workflow that runs no code of pull requests: in the others a secret has no place. */
function judges({ workflow, job }: Placed): boolean {
	const { events } = workflow;
	const judging = ["workflow_run", "merge_group", "issue_comment"].some((event) => events.has(event));
	if (!judging || events.has("pull_request") || isUntrusted(job)) return false;
	// a comment is answered by the job that hands promotions on, where there is one
	return !events.has("issue_comment") || handsOn({ workflow, job }) || !ourJobs([workflow]).some(handsOn);
}

function handsOn({ job }: Placed): boolean {
	return ourSteps(job).some(({ given }) => given.get("run") === "elsewhere");
}

function hasToken({ job }: Placed): boolean {
	return ourSteps(job).some(({ given }) => (given.get("members-token") ?? "") !== "");
}

function lacks(placed: Placed, team: string): Found {
	return {
		code: "members-token-missing",
		level: "problem",
		says: `${placeOf(placed)} cannot ask who is in ${team}, which mainline.yaml names`,
		why: "GitHub does not tell a workflow's own token: what somebody of the team approves or waives does not count there",
		fix: `in ${placed.workflow.file}, \`members-token:\` for Mainline's step in \`${placed.job.id}\`: a token with the organisation permission Members: read`,
	};
}

function cannot(file: string, team: string): Found {
	return {
		code: "team-waives-nothing",
		level: "advice",
		says: `what somebody of ${team} waives does not count in ${file}, where pull requests are judged in one lane`,
		why: "code of pull requests runs there, so a token that sees who is in a team has no place in it: the gate goes on saying no",
		fix: "name people by their logins in `waivers` of mainline.yaml, or `mainline init --lanes two`",
	};
}
