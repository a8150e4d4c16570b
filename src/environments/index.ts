export { type Approval, approvalsOf, approversIn, recordedApprovals } from "./approvals.ts";
export { type Declaration, decideDeclaration, type Move, reinstates } from "./declaration.ts";
export { formatDuration } from "./durations.ts";
export { failureOf, lastFailure } from "./failures.ts";
export { type Frozen, frozenAt } from "./freeze.ts";
export { askGolden } from "./golden/ask.ts";
export type { GoldenAnswer, GoldenProof, GoldenRequest } from "./golden/model.ts";
export { GOLDEN_LIMITS, readGolden } from "./golden/read.ts";
export { allRight, goldenWords } from "./golden/words.ts";
export { declaredTrailer, originOf } from "./origin.ts";
export { type ProbeQuestion, type ProbeResult, probe } from "./probe.ts";
export { type StateFolder, stateFolder } from "./process/files.ts";
export { type FrontOptions, serveFront } from "./process/front.ts";
export { withLock } from "./process/lock.ts";
export { letGo, own } from "./process/owner.ts";
export { processesOf, stopProcesses } from "./process/stop.ts";
export { ProcessTarget, type ProcessTargetOptions } from "./process/target.ts";
export { type Decision, decidePromotion } from "./promotion.ts";
export { upSinceOf, whatRuns } from "./proof.ts";
export type { Predicate, PromotionQuestion } from "./question.ts";
export { lastRehearsal, type Rehearsal, rehearsalMessage, rehearsalsIn, rehearsalTag } from "./rehearsal.ts";
export { explicitTarget, heldByRollback, rollbackTarget, wasBroughtBackBy, wasRolledBack } from "./rollback.ts";
export { type Rollout, type RolloutResult, rollOut, runsNow } from "./rollout.ts";
export { isWorthALook, type Looking, type Soaking, soakingOf, wasStartedAnew } from "./soak.ts";
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
export { tookText, usualTake } from "./takes.ts";
export { CommandTarget } from "./targets/command.ts";
export { serviceStarter } from "./targets/compose/service.ts";
export { plainStarter, type Starter } from "./targets/compose/start.ts";
export { ContainerTarget, type ContainerTargetOptions } from "./targets/compose/target.ts";
export { openTarget, startsHere, type TargetPlace } from "./targets/open.ts";
export type { Ask, Deployment, DeployResult, Target, TargetContext, TrialResult } from "./targets/target.ts";
export { type Happening, timelineOf } from "./timeline.ts";
export { isOurs, isSameVersion } from "./told.ts";
export { type Hold, holdOf, type Rejection, rejectionsOf } from "./verdicts.ts";
