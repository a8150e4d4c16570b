export { CLAIM_LIMITS, type Claim, type ClaimedResult, type ClaimedStage } from "./model.ts";
export { type ClaimedProgress, readProgress, writeProgress } from "./progress.ts";
export { readClaim, writeClaim } from "./read.ts";
