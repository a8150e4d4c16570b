import type { ActionsPolicy } from "../../../github/index.ts";
import { fnmatch } from "../../../kernel/index.ts";
import type { Found } from "../codes.ts";
import { ourJobs } from "../workflows/model.ts";
import type { Site } from "./site.ts";

/** Whether GitHub lets the workflows use the actions that they name. */
export function allowedActions(site: Site): Found[] {
	const { actions } = site.settings;
	if (actions.kind !== "seen") return [];
	if (!actions.value.enabled) return [disabled(site.repository)];
	const used = usedIn(site);
	return [...blocked(used, actions.value, site), ...unpinned(used, actions.value, site)];
}

/** What the workflows of Mainline use, but for what lies in the repository itself. */
function usedIn({ workflows }: Site): string[] {
	const files = new Set(ourJobs(workflows).map(({ workflow }) => workflow));
	const jobs = [...files].flatMap((workflow) => workflow.jobs);
	const uses = jobs.flatMap(({ steps, calls }) => [calls, ...steps.map((step) => step.uses)]);
	const elsewhere = uses.filter((each) => each !== null && !each.startsWith("./") && !each.startsWith("docker://"));
	return [...new Set(elsewhere.filter((each) => each !== null))].sort();
}

function disabled(repository: string): Found {
	return {
		code: "actions-disabled",
		level: "problem",
		says: `GitHub Actions are switched off for ${repository}`,
		why: "no workflow starts: nothing is planned, judged or released",
		fix: `gh api -X PUT repos/${repository}/actions/permissions -F enabled=true -f allowed_actions=all`,
	};
}

function blocked(used: readonly string[], policy: ActionsPolicy, { repository }: Site): Found[] {
	const refused = used.filter((action) => !isAllowed(action, policy, repository));
	if (refused.length === 0) return [];
	return [
		{
			code: "action-not-allowed",
			level: "problem",
			says: `the repository's settings do not allow ${refused.join(", ")}`,
			why: "a workflow that uses an action which is not allowed fails before its first step",
			fix: `Settings, Actions, General, "Allow or block specified actions": add ${refused.map(patternOf).join(", ")}`,
		},
	];
}

function isAllowed(action: string, { allowed, selected }: ActionsPolicy, repository: string): boolean {
	const owner = action.split("/")[0]?.toLowerCase() ?? "";
	const local = owner === repository.split("/")[0]?.toLowerCase();
	if (allowed === "all" || local) return true;
	if (allowed === "local_only") return false;
	// chosen by the organisation, and not to be seen
	if (selected === null) return true;
	const fits = (pattern: string): boolean => fnmatch(action.toLowerCase(), pattern.toLowerCase());
	// which creators are verified is written nowhere that could be asked
	if (selected.verified) return true;
	if (selected.patterns.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1)))) return false;
	const official = owner === "actions" || owner === "github";
	return (selected.githubOwned && official) || selected.patterns.some(fits);
}

function patternOf(action: string): string {
	return `${action.split("@")[0]}@*`;
}

function unpinned(used: readonly string[], { shaPinning }: ActionsPolicy, { workflows }: Site): Found[] {
	const loose = shaPinning ? used.filter((action) => !/@[0-9a-f]{40}$/i.test(action)) : [];
	if (loose.length === 0) return [];
	const files = workflows
		.filter(({ jobs }) => jobs.some(({ steps }) => steps.some(({ uses }) => uses !== null && loose.includes(uses))))
		.map(({ file }) => file);
	return [
		{
			code: "action-not-pinned",
			level: "problem",
			says: `the settings want actions by their commit, and ${loose.join(", ")} is named by a tag or branch`,
			why: "GitHub refuses to start a workflow that uses it",
			fix: `in ${files.join(", ")}, write the 40 letters of the commit behind the @, and the version as a comment`,
		},
	];
}
