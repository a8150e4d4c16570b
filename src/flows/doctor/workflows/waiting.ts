import type { Found } from "../codes.ts";
import { doesMore, type Group, isUntrusted, ourJobs, type Placed, placeOf, type Workflow } from "./model.ts";

/** Who waits for whom: a rollback must neither stand behind a release nor be cancelled by what comes after it. */
export function waiting(workflows: readonly Workflow[]): Found[] {
	const moving = ourJobs(workflows).filter(moves);
	const releases = new Set(moving.filter(({ workflow }) => workflow.events.has("push")).flatMap(groupNames));
	const asked = moving.filter(isAsked);
	return [...dropped(moving), ...asked.flatMap((placed) => [...behind(placed, releases), ...undated(placed)])];
}

/** Jobs that may write what runs where. */
export function moves({ workflow: { events }, job }: Placed): boolean {
	const starts = ["push", "schedule", "issue_comment", "workflow_dispatch"].some((event) => events.has(event));
	return starts && !isUntrusted(job) && doesMore(job, ["plan", "status", "conclude", "rehearse"]);
}

/** By a person, who waits for it. */
function isAsked({ workflow: { events } }: Placed): boolean {
	return events.has("issue_comment") || (events.has("workflow_dispatch") && !events.has("push"));
}

function groupsOf({ workflow, job }: Placed): Group[] {
	return [workflow.group, job.group].filter((group) => group !== null);
}

function groupNames(placed: Placed): string[] {
	return groupsOf(placed).map(({ name }) => name.toLowerCase());
}

function dropped(moving: readonly Placed[]): Found[] {
	const places = moving.flatMap((placed) =>
		groupsOf(placed)
			.filter(({ keepsAll, cancels }) => !keepsAll && !cancels)
			.map((group) => ({ placed, isWorkflows: group === placed.workflow.group })),
	);
	const found = places.map(({ placed, isWorkflows }) => ({
		code: "waiting-run-dropped" as const,
		level: "problem" as const,
		says: `${isWorkflows ? placed.workflow.file : placeOf(placed)} waits in a group of which GitHub keeps one run waiting`,
		why: "the next one cancels it: a merge, a schedule or another comment takes a rollback, or a release, away unseen",
		fix: `in ${placed.workflow.file}, \`queue: max\` beside \`cancel-in-progress: false\` under \`concurrency:\`${isWorkflows ? "" : ` of \`${placed.job.id}\``}`,
	}));
	return [...new Map(found.map((each) => [each.says, each])).values()];
}

function behind(placed: Placed, releases: ReadonlySet<string>): Found[] {
	if (!groupNames(placed).some((name) => releases.has(name))) return [];
	return [
		{
			code: "rollback-behind-release",
			level: "problem",
			says: `a rollback in ${placeOf(placed)} waits until a release that runs has ended`,
			why: "a release may take an hour, and what is broken stays so: two at once are safe, the record takes one of them",
			fix: `in ${placed.workflow.file}, a group of its own for rollbacks under \`concurrency:\` (\`mainline-rollback\`), as the template of \`mainline init\` has it`,
		},
	];
}

/** A run by hand that waited was asked for before it began: only GitHub says when. A comment says it itself. */
function undated(placed: Placed): Found[] {
	const { readings } = placed.job;
	const isDated = !placed.workflow.events.has("workflow_dispatch");
	if (isDated || readings === null || readings === "all" || readings.has("actions")) return [];
	return [
		{
			code: "asked-when-unknown",
			level: "problem",
			says: `${placeOf(placed)} may not read when it was asked for`,
			why: "a promotion that waited behind somebody's rollback takes it back: it passes for one that was asked for afterwards",
			fix: `in ${placed.workflow.file}, \`actions: read\` under \`permissions:\` of \`${placed.job.id}\``,
		},
	];
}
