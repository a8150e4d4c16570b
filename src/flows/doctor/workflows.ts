import type { Diagnosis, Patient } from "./check.ts";
import { jobs } from "./workflows/jobs.ts";
import { ourJobs } from "./workflows/model.ts";
import { triggers } from "./workflows/triggers.ts";

/** Whether GitHub is told to do something, and to do it safely. */
export async function workflows({ workflows: { all, unreadable } }: Patient): Promise<Diagnosis> {
	const found = [...unreadable, ...triggers(all), ...jobs(all)];
	if (found.length > 0) return found;
	const files = [...new Set(ourJobs(all).map(({ workflow }) => workflow.file.replace(/^.*\//, "")))];
	return `GitHub runs Mainline (${files.join(", ")})`;
}
