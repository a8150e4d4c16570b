import { byStage, type ClaimedStage, type JointClaim, type JointStage } from "../../../claim/index.ts";
import type { PlannedStage } from "../../../plan/index.ts";
import type { Disbelief, RunDocument, RunStageRow } from "../../../report/index.ts";
import type { RunCache } from "../../../store/index.ts";
import { isSettled, type Review } from "../../report/review.ts";

/**
 * What a claim says of the run itself, for readers: times and failures, of stages that there are and that are believed, each
 * once. That one ran is said only where its claimed result is what the plan uses: a row decorates what is known, and decides
 * nothing. As long as something is missing, what failed in one job is shown though another one made it.
 */
export function claimedRun(claim: JointClaim, review: Review, disbelieved: readonly Disbelief[]): RunDocument | null {
	const doubted = new Set(disbelieved.map(({ address }) => address));
	const { runCache } = review.shelves;
	const planned = new Map(review.plan.stages.map((each) => [each.stage.address, each]));
	const order = isSettled(review) ? SETTLED : OPEN;
	const rows = [...byStage(claim)].flatMap(([address, told]) => {
		const found = planned.get(address);
		if (found === undefined || doubted.has(address)) return [];
		const fit = told.filter((each) => isUsed(each, found, runCache));
		const outcome = order.find((one) => fit.some((each) => each.outcome === one));
		const shown = fit.find((each) => each.outcome === outcome);
		return shown === undefined ? [] : [row(shown, found.stage.cmdPlace ?? found.stage.place)];
	});
	return rows.length === 0 ? null : { schema: "mainline.run/1", stages: rows };
}

/** Which of several outcomes of one stage is shown. */
const SETTLED = ["executed", "restored", "failed", "skipped"] as const;
const OPEN = ["failed", "executed", "restored", "skipped"] as const;

function isUsed({ outcome, result }: JointStage, { result: used }: PlannedStage, runCache: RunCache): boolean {
	if (outcome === "failed" || outcome === "skipped") return true;
	return used !== null && runCache.digest(used) === result?.value;
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
