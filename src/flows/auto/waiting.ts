import type { PullReport } from "../../report/index.ts";
import type { Review } from "../report/review.ts";

/** What a job on another machine has to do before a pull request can be judged. */
export interface Waiting {
	/** How many of them have yet to run. */
	readonly stages: number;
	/** How many of them have yet to be asked their golden requests. */
	readonly models: number;
}

export const NOTHING_WAITS: Waiting = { stages: 0, models: 0 };

export function openStages({ plan }: Pick<Review, "plan">): Waiting {
	const stages = plan.stages.filter(({ action }) => action === "run" || action === "maybe").length;
	return { stages, models: 0 };
}

/** Models that nobody has started yet to ask them. */
export function openQuestions({ merging }: Pick<PullReport, "merging">): Waiting {
	const models = (merging?.models ?? []).filter(({ golden }) => golden?.pending !== undefined).length;
	return { stages: 0, models };
}

export function isWaiting({ stages, models }: Waiting): boolean {
	return stages + models > 0;
}

export function sumOf(all: readonly Waiting[]): Waiting {
	return all.reduce((a, b) => ({ stages: a.stages + b.stages, models: a.models + b.models }), NOTHING_WAITS);
}

/** `2 stages wait for a machine to run on`. */
export function waitingWords({ stages, models }: Waiting): string {
	if (stages > 0) return `${stages} ${stages === 1 ? "stage waits" : "stages wait"} for a machine to run on`;
	return models === 1
		? "a model's golden requests wait for a machine to ask them on"
		: `the golden requests of ${models} models wait for a machine to ask them on`;
}
