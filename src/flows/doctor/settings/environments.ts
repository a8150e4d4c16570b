import type { Found } from "../codes.ts";
import { ourJobs, type Placed, placeOf } from "../workflows/model.ts";
import type { Site } from "./site.ts";

/** GitHub asks reviewers when a job names the environment; Mainline's own order and soak times it does not know. */
export function environments(site: Site): Found[] {
	const { environments: answer } = site.settings;
	if (answer.kind !== "seen" || site.config === null) return [];
	const named = ourJobs(site.workflows).filter(({ job }) => job.environment !== null);
	const silent = [...site.config.environments.keys()].filter((name) => {
		const reviewed = answer.value.some((each) => each.name === name && each.reviewed);
		return reviewed && !named.some(({ job }) => job.environment === name || job.environment?.includes("${{") === true);
	});
	const open = named.filter(({ job: { environment } }) => {
		const known = answer.value.find(({ name }) => name === environment);
		return environment?.includes("${{") === false && known?.guarded !== true;
	});
	return [...silent.map((name) => notAsked(name, site)), ...open.map((placed) => unguarded(placed, site.repository))];
}

function notAsked(name: string, { workflows }: Site): Found {
	const deploying = ourJobs(workflows).find(
		({ job }) => job.permissions instanceof Set && job.permissions.has("deployments"),
	);
	const where = deploying === undefined ? "the job that deploys there" : placeOf(deploying);
	return {
		code: "reviewers-not-asked",
		level: "problem",
		says: `the environment \`${name}\` has reviewers, whom nobody asks`,
		why: "GitHub asks them for a job that names the environment; what mainline.yaml says goes there without",
		fix: `\`environment: ${name}\` in ${where}`,
	};
}

function unguarded(placed: Placed, repository: string): Found {
	const name = placed.job.environment ?? "";
	return {
		code: "environment-unguarded",
		level: "advice",
		says: `${placeOf(placed)} names the environment \`${name}\`, which has no rules`,
		why: "it keeps nothing back: no reviewer is asked, and any branch may use its secrets",
		fix: `Settings, Environments, ${name}, "Required reviewers" (https://github.com/${repository}/settings/environments)`,
	};
}
