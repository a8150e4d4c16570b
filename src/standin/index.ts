export type { Exchange } from "./exchange.ts";
export type { Fault, FaultPlan, OrderedFault } from "./faults.ts";
export type { Delivery } from "./happenings.ts";
export type { MergeMethod, MergeRequest, PullOrder } from "./pulls.ts";
export { Refusal } from "./refusal.ts";
export { type RunnerOrder, type RunnerResult, runAction } from "./runner.ts";
export type { WorkflowCommand } from "./runner-files.ts";
export { GitHubStandIn, type StandInOptions, startGitHub, type TokenOrder } from "./start.ts";
export type { Pull, Repository, Role } from "./state.ts";
