import { CLAIM_LIMITS, type Claim, readClaim } from "../../../claim/index.ts";
import type { GitHub, WorkflowRun } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import type { Disbelief } from "../../../report/index.ts";

/** The artifact that the untrusted lane leaves, and the one file in it. */
export const CLAIM_ARTIFACT = { name: "mainline-report", file: "mainline-report.json" } as const;

export interface FoundClaim {
	/** Null where there is none that is about this run. */
	readonly found: Claim | null;
	/** What is wrong with the one that there is. */
	readonly lie: readonly Disbelief[];
}

export const NOTHING_YET: FoundClaim = { found: null, lie: [] };

/** What the run left, as far as it is about this run and this head. */
export async function claimOf(gitHub: GitHub, run: Pick<WorkflowRun, "id" | "attempt" | "head">): Promise<FoundClaim> {
	const disbelief = (why: string): FoundClaim => ({ found: null, lie: [{ address: null, why }] });
	try {
		const bytes = await gitHub.artifactFile({ run: run.id, ...CLAIM_ARTIFACT, most: CLAIM_LIMITS.bytes });
		if (bytes === null) return NOTHING_YET;
		const claim = readClaim(bytes);
		if (claim.run.id !== run.id) return disbelief(`it is of another run, ${claim.run.id}`);
		if (claim.run.attempt > run.attempt)
			return disbelief(`it is of an attempt that was not made, ${claim.run.attempt}`);
		if (claim.head !== run.head.sha) return disbelief(`it is of another commit, ${claim.head.slice(0, 7)}`);
		return { found: claim, lie: [] };
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.kind !== "input") throw failure;
		return disbelief(failure.message);
	}
}
