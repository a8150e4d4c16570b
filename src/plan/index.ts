export { buildGraph, type Graph, graphFor, lenientGraph, type Producer, spread } from "./graph.ts";
export {
	contentOf,
	fits,
	isOutside,
	lockEntry,
	recorded,
	recordedPath,
	recordOfDependency,
	recordOfOutput,
	reusable,
} from "./inputs.ts";
export type { JudgeOptions } from "./judge.ts";
export { type KnownResults, knownResults } from "./known.ts";
export { lookingOnce } from "./memo.ts";
export type { Action, Content, Observer, Plan, PlannedStage, Reason } from "./model.ts";
export { inputsNow, judgeAmong, judgeNow } from "./now.ts";
export { inOrder, needs, type Selection } from "./order.ts";
export { type PlanOptions, plan } from "./plan.ts";
export {
	isPlausible,
	mergeStageTimes,
	parseStageTimes,
	type StageTimes,
	type TimeSample,
	writeStageTimes,
} from "./stage-times.ts";
export { Timings } from "./timings.ts";
