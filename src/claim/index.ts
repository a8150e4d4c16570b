export { CLAIM_LIMITS, type Claim, type ClaimedResult, type ClaimedStage, claimAbout, projectOf } from "./model.ts";
export { type ClaimedProgress, readProgress, writeProgress } from "./progress.ts";
export { readClaim, writeClaim } from "./read.ts";
