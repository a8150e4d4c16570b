export { byStage, type JobReport, type JointClaim, type JointStage, joinReports, jointAbout } from "./joint.ts";
export {
	CLAIM_LIMITS,
	type Claim,
	type ClaimedGolden,
	type ClaimedResult,
	type ClaimedStage,
	projectOf,
} from "./model.ts";
export { type ClaimedProgress, readProgress, writeProgress } from "./progress.ts";
export { readClaim, writeClaim } from "./read.ts";
