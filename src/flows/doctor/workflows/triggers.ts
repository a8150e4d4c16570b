import type { Found } from "../codes.ts";
import { checkouts, isUntrusted, ourJobs, type Workflow } from "./model.ts";

/** What starts the workflows: whether anything does, with whose code and rights, and whether it always ends in a check. */
export function triggers(workflows: readonly Workflow[]): Found[] {
	const users = workflows.filter((workflow) => ourJobs([workflow]).length > 0);
	if (users.length === 0) return [nothingStarts(), ...workflows.flatMap((workflow) => privileged(workflow, false))];
	return [
		...workflows.flatMap((workflow) => privileged(workflow, users.includes(workflow))),
		...users.flatMap(takesHead),
		...users.flatMap(filtered),
		...users.flatMap((workflow) => unheard(workflow, users)),
	];
}

function nothingStarts(): Found {
	return {
		code: "no-workflows",
		level: "advice",
		says: "no workflow in .github/workflows uses Mainline",
		why: "pull requests are not planned, and merges are not released",
		fix: "mainline init",
	};
}

/** Whatever a checkout is given that comes from the pull request's side. */
const HEAD = /pull_request\.head|head_ref|refs\/pull\/|pull_request\.merge_commit_sha|workflow_run\.head_/;

/** `pull_request_target`: the token writes and the secrets are there, whoever opened the pull request. */
function privileged(workflow: Workflow, ours: boolean): Found[] {
	if (!workflow.events.has("pull_request_target")) return [];
	const dangerous = checksOutPull(workflow);
	if (!dangerous && !ours) return [];
	return [
		{
			code: "pull-request-target",
			level: dangerous ? "danger" : "problem",
			says: dangerous
				? `${workflow.file} checks out the pull request's code on \`pull_request_target\``
				: `${workflow.file} uses Mainline on \`pull_request_target\``,
			why: "there the code of anybody's pull request would run with a token that may write, and with your secrets",
			fix: `in ${workflow.file}, write \`on: pull_request\`, as the template of \`mainline init\` does`,
		},
	];
}

/** What is trusted runs with the default branch's code: a pull request is read there, never checked out. */
function takesHead(workflow: Workflow): Found[] {
	const trusted = ["workflow_run", "issue_comment"].find((event) => workflow.events.has(event));
	if (trusted === undefined || !checksOutPull(workflow)) return [];
	return [
		{
			code: "trusted-lane-checkout",
			level: "danger",
			says: `${workflow.file} checks out the pull request's code on \`${trusted}\``,
			why: "whatever runs it there, a build or a test, gives its author the token that may write, and your secrets",
			fix: `in ${workflow.file}, take \`ref:\` out of actions/checkout: Mainline reads the pull request out of git`,
		},
	];
}

function checksOutPull({ jobs }: Workflow): boolean {
	return jobs.flatMap(checkouts).some(({ given }) => [...given.values()].some((value) => HEAD.test(value)));
}

/** A workflow that does not start never concludes its check. */
function filtered({ file, events }: Workflow): Found[] {
	const filters = events.get("pull_request");
	const filter = ["paths", "paths-ignore"].find((name) => filters?.has(name) === true);
	if (filter === undefined) return [];
	return [
		{
			code: "paths-filter",
			level: "problem",
			says: `${file} does not start for every pull request: it has \`${filter}:\``,
			why: "where it does not start, the check is never written, and a required one stays pending for ever",
			fix: `take \`${filter}:\` out of \`on: pull_request\` in ${file}: what nothing depends on is planned in seconds`,
		},
	];
}

/** The untrusted lane says nothing by itself. What it leaves for the merge queue, a job of the same workflow reads. */
function unheard(workflow: Workflow, users: readonly Workflow[]): Found[] {
	if (!workflow.events.has("pull_request") || !workflow.jobs.some(isUntrusted)) return [];
	const heard = users.some(({ events }) => {
		const named = events.get("workflow_run")?.get("workflows");
		return Array.isArray(named) ? named.includes(workflow.name) : named === workflow.name;
	});
	if (heard) return [];
	return [
		{
			code: "lane-unheard",
			level: "problem",
			says: `${workflow.file} runs pull requests, and no workflow reads what they report`,
			why: "no comment and no check is ever written: a required check stays pending",
			fix: `mainline init --lanes two, or \`on: workflow_run: workflows: [${workflow.name}]\` in a workflow of yours`,
		},
	];
}
