import type { Found } from "../codes.ts";
import { makeRuleset } from "../commands.ts";
import { checkNames, type Workflow } from "../workflows/model.ts";
import type { Site } from "./site.ts";

/** Whether a merge waits for Mainline's check, by the name that it has. */
export function requiredCheck({ repository, settings, workflows }: Site): Found[] {
	const { requiredChecks, facts } = settings;
	const [name] = checkNames(workflows);
	if (name === undefined || requiredChecks.kind !== "seen") return [];
	const required = requiredChecks.value;
	const foreign = required.filter((each) => isLike(each) && !checkNames(workflows).includes(each));
	const jobs = namesOfJobs(workflows);
	const misnamed = foreign.filter((each) => !jobs.includes(each)).map((each) => neverWritten(each, name));
	return required.some((each) => checkNames(workflows).includes(each))
		? misnamed
		: [...misnamed, missing({ repository, branch: facts.defaultBranch, name })];
}

function isLike(name: string): boolean {
	return /mainline/i.test(name);
}

/** Jobs of pull requests have a check each, by their names. */
function namesOfJobs(workflows: readonly Workflow[]): string[] {
	return workflows
		.filter(({ events }) => events.has("pull_request"))
		.flatMap(({ jobs }) => jobs.map(({ title }) => title));
}

function neverWritten(found: string, name: string): Found {
	return {
		code: "required-check-misnamed",
		level: "problem",
		says: `merges wait for the check \`${found}\`, which nobody writes on a pull request`,
		why: "it stays pending for ever; names of checks are compared letter by letter",
		fix: `Settings, Rules, Rulesets (or Branches): replace \`${found}\` by \`${name}\``,
	};
}

function missing({ repository, branch, name }: { repository: string; branch: string; name: string }): Found {
	const ruleset = {
		name: "Mainline",
		target: "branch",
		enforcement: "active",
		conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
		rules: [
			{
				type: "required_status_checks",
				parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: name }] },
			},
		],
	};
	return {
		code: "required-check-missing",
		level: "advice",
		says: `a merge into ${branch} does not need the check \`${name}\``,
		why: "a gate that says no keeps nothing back: the pull request can be merged all the same",
		fix: makeRuleset(repository, ruleset),
	};
}

/** GitHub then wants both, and one of them may never come. */
export function nameClash({ settings: { statuses }, workflows }: Site): Found[] {
	if (statuses.kind !== "seen") return [];
	return checkNames(workflows)
		.filter((name) => statuses.value.includes(name))
		.map((name) => ({
			code: "check-name-clash",
			level: "problem",
			says: `something else writes a commit status called \`${name}\``,
			why: "a required name that is both a check and a status has to be green as both",
			fix: `give the status another name, or the check: \`check: mainline-gates\` for every step that uses Mainline, and in the rules`,
		}));
}
