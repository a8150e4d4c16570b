import { loadMainline, type MainlineConfig } from "../../config/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Diagnosis, Patient } from "./check.ts";
import { jobs } from "./workflows/jobs.ts";
import { ourJobs } from "./workflows/model.ts";
import { signers } from "./workflows/signing.ts";
import { teams } from "./workflows/teams.ts";
import { triggers } from "./workflows/triggers.ts";
import { waiting } from "./workflows/waiting.ts";

/** Whether GitHub is told to do something, and to do it safely. */
export async function workflows({ ground, workflows: { all, unreadable } }: Patient): Promise<Diagnosis> {
	const policy = await policyOf(ground);
	const ours = [...jobs(all), ...waiting(all), ...signers(all, policy?.signing ?? null), ...teams(all, policy)];
	const found = [...unreadable, ...triggers(all), ...ours];
	if (found.length > 0) return found;
	const files = [...new Set(ourJobs(all).map(({ workflow }) => workflow.file.replace(/^.*\//, "")))];
	return `GitHub runs Mainline (${files.join(", ")})`;
}

/** What is wrong with mainline.yaml another check says. */
async function policyOf({ workspace }: Patient["ground"]): Promise<MainlineConfig | null> {
	const bytes = (await workspace?.tree.read("mainline.yaml")) ?? null;
	try {
		return loadMainline(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
	} catch (failure) {
		if (failure instanceof Failure) return null;
		throw failure;
	}
}
