export { type Approval, approvalsOf, approversIn, isNamed } from "./approvals.ts";
export { type Declaration, decideDeclaration, type Move, reinstates } from "./declaration.ts";
export { formatDuration } from "./durations.ts";
export { type Frozen, frozenAt } from "./freeze.ts";
export { askGolden } from "./golden/ask.ts";
export type { GoldenAnswer, GoldenProof, GoldenRequest } from "./golden/model.ts";
export { GOLDEN_LIMITS, readGolden } from "./golden/read.ts";
export { allRight, goldenWords } from "./golden/words.ts";
export { declaredTrailer, originOf } from "./origin.ts";
export { type ProbeQuestion, type ProbeResult, probe } from "./probe.ts";
export { type StateFolder, stateFolder } from "./process/files.ts";
export { type FrontOptions, serveFront } from "./process/front.ts";
export { ProcessTarget, type ProcessTargetOptions, processesOf, stopProcesses } from "./process/target.ts";
export { type Trial, type TrialResult, tryOut } from "./process/trial.ts";
export { type Decision, decidePromotion } from "./promotion.ts";
export type { Predicate, PromotionQuestion } from "./question.ts";
export { lastRehearsal, type Rehearsal, rehearsalMessage, rehearsalsIn, rehearsalTag } from "./rehearsal.ts";
export { explicitTarget, rollbackTarget, wasRolledBack } from "./rollback.ts";
export { type Rollout, type RolloutResult, rollOut, runsNow, whatRuns } from "./rollout.ts";
export { type Soaking, soakingOf } from "./soak.ts";
export {
	compareAge,
	digestOf,
	type EnvironmentState,
	environmentOf,
	imageOf,
	isUsable,
	type ModelState,
	modelState,
	versionOf,
	versionWithContent,
} from "./state.ts";
export { CommandTarget } from "./targets/command.ts";
export { serviceStarter } from "./targets/compose/service.ts";
export { plainStarter, type Starter } from "./targets/compose/start.ts";
export { ContainerTarget, type ContainerTargetOptions } from "./targets/compose/target.ts";
export { openTarget, type TargetPlace } from "./targets/open.ts";
export type { Deployment, DeployResult, Target, TargetContext } from "./targets/target.ts";
export { type Happening, timelineOf } from "./timeline.ts";
export { type Hold, holdOf, type Rejection, rejectionsOf } from "./verdicts.ts";
