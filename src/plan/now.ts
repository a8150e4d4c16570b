import type { LockEntry, Stage } from "../manifest/index.ts";
import type { Known } from "./future.ts";
import { lenientGraph } from "./graph.ts";
import { inputsOf, type JudgeOptions, judge } from "./judge.ts";
import type { Observer, PlannedStage } from "./model.ts";
import { gather } from "./plan.ts";

/** The verdict on a stage whose turn has come: everything before it is done, so what lies in the workspace counts. */
export async function judgeNow(stage: Stage, observer: Observer, options: JudgeOptions): Promise<PlannedStage> {
	return judge(await evidenceNow(stage, observer), observer, options);
}

/** The same where data may be absent: then what the stages before have recorded, or turned out to have, counts. */
export async function judgeAmong(stage: Stage, known: Known, options: JudgeOptions): Promise<PlannedStage> {
	return judge(await gather(known, stage), known.observer, options);
}

/** What goes into the stage now, as a lock entry without results; null while something is missing. */
export async function inputsNow(stage: Stage, observer: Observer): Promise<LockEntry | null> {
	const { inputs, open } = inputsOf(await evidenceNow(stage, observer));
	return open.size > 0 ? null : inputs;
}

function evidenceNow(stage: Stage, observer: Observer): ReturnType<typeof gather> {
	return gather({ graph: lenientGraph([]), observer, planned: new Map() }, stage);
}
