import type { Claim, ClaimedStage } from "../../../claim/index.ts";
import type { Disbelief, RunDocument, RunStageRow } from "../../../report/index.ts";
import type { Review } from "../../report/review.ts";

/**
 * What a claim says of the run itself, for readers: times and failures, of stages that there are and that are believed. That
 * one ran is said only where its claimed result is what the plan uses: a row decorates what is known, and decides nothing.
 */
export function claimedRun(claim: Claim, review: Review, disbelieved: readonly Disbelief[]): RunDocument | null {
	const doubted = new Set(disbelieved.map(({ address }) => address));
	const { runCache } = review.shelves;
	const planned = new Map(review.plan.stages.map((each) => [each.stage.address, each]));
	const rows = claim.stages.flatMap((claimed) => {
		const found = planned.get(claimed.address);
		if (found === undefined || doubted.has(claimed.address)) return [];
		const done = claimed.outcome === "executed" || claimed.outcome === "restored";
		const used = found.result !== null && runCache.digest(found.result) === claimed.result?.value;
		return done && !used ? [] : [row(claimed, found.stage.cmdPlace ?? found.stage.place)];
	});
	return rows.length === 0 ? null : { schema: "mainline.run/1", stages: rows };
}

function row(
	{ address, outcome, seconds, attempts, message, exitCode, tail, after }: ClaimedStage,
	place: { readonly file: string; readonly line?: number },
): RunStageRow {
	const failed = {
		...(message === undefined ? {} : { message }),
		...(tail === undefined ? {} : { tail }),
		exitCode: exitCode ?? null,
		file: place.file,
		...(place.line === undefined ? {} : { line: place.line }),
	};
	return {
		address,
		outcome,
		seconds,
		...(attempts === undefined ? {} : { attempts }),
		...(outcome === "failed" ? failed : {}),
		...(after === undefined ? {} : { after }),
	};
}
