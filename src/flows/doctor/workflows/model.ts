import type { Key, Value } from "../../../kernel/index.ts";

/** A file of `.github/workflows`, as far as doctor goes by it. */
export interface Workflow {
	/** Relative to the git root. */
	readonly file: string;
	readonly name: string;
	/** With the filters of each. */
	readonly events: ReadonlyMap<string, ReadonlyMap<Key, Value>>;
	readonly jobs: readonly Job[];
	/** Of all its runs. */
	readonly group: Group | null;
}

/** Where runs or jobs wait for each other. */
export interface Group {
	/** As it is written, expressions and all. */
	readonly name: string;
	/** Whether all who wait are kept: GitHub keeps one, else, and cancels it for the next. */
	readonly keepsAll: boolean;
	/** Whether what runs is ended for what comes. */
	readonly cancels: boolean;
}

/** What a job's token may write; null: what the repository's settings say. */
export type Permissions = "write-all" | ReadonlySet<string>;
/** What it may read, writing included; null as there. */
export type Readings = "all" | ReadonlySet<string>;

export interface Job {
	readonly id: string;
	readonly title: string;
	/** Of the runner; null where that is decided later. */
	readonly labels: readonly string[] | null;
	readonly permissions: Permissions | null;
	readonly readings: Readings | null;
	/** Whether it says how long it may take. */
	readonly limited: boolean;
	readonly environment: string | null;
	readonly steps: readonly Step[];
	readonly secrets: readonly Secret[];
	readonly group: Group | null;
	/** The workflow that it calls in place of steps. */
	readonly calls: string | null;
}

export interface Step {
	readonly uses: string | null;
	/** `with:`. */
	readonly given: ReadonlyMap<string, string>;
}

export interface Secret {
	/** `*` for all there are. */
	readonly name: string;
	/** Of the variable or input that it goes into. */
	readonly key: string;
}

/** A job, and the workflow that it stands in. */
export interface Placed {
	readonly workflow: Workflow;
	readonly job: Job;
}

/** `mainline-ml/mainline@…`, `OWNER/mainline@…` or the action of this very repository. */
const OURS = /^(?:\.\/?$|[\w.-]+\/mainline@)/;

export function ourSteps({ steps }: Job): Step[] {
	return steps.filter(({ uses }) => uses !== null && OURS.test(uses));
}

/** The jobs in which Mainline works. */
export function ourJobs(workflows: readonly Workflow[]): Placed[] {
	return workflows.flatMap((workflow) =>
		workflow.jobs.filter((job) => ourSteps(job).length > 0).map((job) => ({ workflow, job })),
	);
}

/** Whether anything is done in it but this. */
export function doesMore(job: Job, commands: readonly string[]): boolean {
	return ourSteps(job).some(({ given }) => !commands.includes(given.get("command") ?? "auto"));
}

/** Whether it writes nothing at GitHub, and leaves that to the lane that is trusted. */
export function isUntrusted(job: Job): boolean {
	return ourSteps(job).some(({ given }) => given.get("lane") === "untrusted");
}

/** Whether code of a pull request runs in it. */
export function runsPulls({ workflow, job }: Placed): boolean {
	const onPull = workflow.events.has("pull_request") || workflow.events.has("pull_request_target");
	return onPull && ourSteps(job).some(({ given }) => (given.get("run") ?? "here") === "here");
}

export function isSelfHosted({ labels }: Job): boolean {
	return labels?.some((label) => label.toLowerCase() === "self-hosted") === true;
}

export function checkouts({ steps }: Job): Step[] {
	return steps.filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
}

/** Names under which Mainline's check is written: every one that a workflow gives it. */
export function checkNames(workflows: readonly Workflow[]): string[] {
	const writing = ourJobs(workflows).filter(
		({ workflow: { events }, job }) =>
			!isUntrusted(job) && ["pull_request", "pull_request_target", "workflow_run"].some((event) => events.has(event)),
	);
	const named = writing.flatMap(({ job }) => ourSteps(job).map(({ given }) => given.get("check") ?? "mainline"));
	return [...new Set(named.filter((name) => !name.includes("${{")))];
}

/** `JOB in FILE`, as sentences name it. */
export function placeOf({ workflow, job }: Placed): string {
	return `the job \`${job.id}\` of ${workflow.file}`;
}
