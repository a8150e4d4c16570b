import { readFile } from "node:fs/promises";
import { type Event, parseEvent } from "../../github/index.ts";
import { badInput } from "../../kernel/index.ts";
import type { Variables } from "../machine.ts";

/** What the runner says of the job, from its variables and files. */
export interface Job {
	readonly event: Event;
	/** `owner/name`. */
	readonly repository: string;
	readonly apiUrl: string;
	/** The page of this workflow run; null where the runner does not say. */
	readonly runUrl: string | null;
	/** GitHub's numbers for this run; 0 where the runner does not say. */
	readonly workflowRun: { readonly id: number; readonly attempt: number };
	/** Absolute folder of the checkout. */
	readonly workspace: string;
	/** Absolute folder for files that outlive us by a step. */
	readonly temp: string;
}

/** Failures `runner-variable` and those of `parseEvent`. */
export async function readJob(variables: Variables): Promise<Job> {
	const event = parseEvent(variable(variables, "GITHUB_EVENT_NAME"), await payload(variables));
	const repository = variable(variables, "GITHUB_REPOSITORY");
	return {
		event,
		repository,
		apiUrl: variable(variables, "GITHUB_API_URL"),
		runUrl: runUrl(variables, repository),
		workflowRun: {
			id: natural(variables["GITHUB_RUN_ID"]),
			attempt: natural(variables["GITHUB_RUN_ATTEMPT"]),
		},
		workspace: variable(variables, "GITHUB_WORKSPACE"),
		temp: variable(variables, "RUNNER_TEMP"),
	};
}

async function payload(variables: Variables): Promise<string> {
	const path = variable(variables, "GITHUB_EVENT_PATH");
	return readFile(path, "utf8").catch((cause: unknown) => {
		throw badInput("event-unreadable", `the event's file ${path} cannot be read`, {
			cause,
			hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
		});
	});
}

function runUrl(variables: Variables, repository: string): string | null {
	const [server, id] = [variables["GITHUB_SERVER_URL"] ?? "", variables["GITHUB_RUN_ID"] ?? ""];
	return server === "" || id === "" ? null : `${server}/${repository}/actions/runs/${id}`;
}

function natural(text = ""): number {
	return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

function variable(variables: Variables, name: string): string {
	const value = variables[name] ?? "";
	if (value !== "") return value;
	throw badInput("runner-variable", `the runner's variable ${name} is not set`, {
		found: "nothing",
		expected: "the variables that GitHub's runner sets",
		hint: "outside a runner, use the command line: `mainline help`",
	});
}
