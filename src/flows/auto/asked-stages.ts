import type { GitHub, WorkflowRun } from "../../github/index.ts";
import { Failure } from "../../kernel/index.ts";
import { code } from "../../report/index.ts";

/**
 * A run takes no inputs when it is begun anew. Which stages it is for stands in a check of ours on its commit, for one attempt
 * of one run: the lane that runs them only reads, and no other attempt is meant.
 */
interface Attempt {
	readonly gitHub: GitHub;
	readonly checkName: string;
	readonly headSha: string;
	readonly run: number;
	readonly attempt: number;
}

const MOST_STAGES = 20;
/** Plain letters, as a command can name them. */
const ADDRESS = /^[\w./:@+-]{1,200}$/;

function nameOf(checkName: string): string {
	return `${checkName}: stages`;
}

export async function askForStages(
	{ gitHub, checkName, headSha, run, attempt }: Attempt,
	{ stages, by }: { readonly stages: readonly string[]; readonly by: string },
): Promise<void> {
	const title = stages.length === 1 ? "One stage was asked for" : `${stages.length} stages were asked for`;
	await gitHub.checkRun({
		name: nameOf(checkName),
		headSha,
		status: "completed",
		conclusion: "neutral",
		output: {
			title,
			summary: `${stages.map((stage) => code(stage)).join(", ")}, by ${code(by, 60)}, for attempt ${attempt} of run ${run}.`,
			text: JSON.stringify({ run, attempt, stages }),
		},
	});
}

/** The stages that an attempt is for, by address; none: all that is stale. It makes a run smaller, and decides nothing else. */
export async function stagesAsked({ gitHub, checkName, headSha, run, attempt }: Attempt): Promise<readonly string[]> {
	try {
		const check = await gitHub.lastCheck({ headSha, name: nameOf(checkName) });
		return check?.text == null ? [] : read(check.text, { run, attempt });
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "github-permission-missing") return [];
		throw failure;
	}
}

function read(text: string, of: { readonly run: number; readonly attempt: number }): readonly string[] {
	const found = parsed(text);
	if (found.run !== of.run || found.attempt !== of.attempt || !Array.isArray(found.stages)) return [];
	const stages = found.stages.filter((each): each is string => typeof each === "string" && ADDRESS.test(each));
	return stages.length === found.stages.length && stages.length <= MOST_STAGES ? stages : [];
}

function parsed(text: string): { readonly run?: unknown; readonly attempt?: unknown; readonly stages?: unknown } {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}

/** The attempt that a run's next beginning is. One that GitHub holds back has not begun. */
export function nextAttempt({ attempt, conclusion }: WorkflowRun): number {
	return conclusion === "action_required" ? attempt : attempt + 1;
}
