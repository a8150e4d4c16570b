import type { ClaimedGolden } from "../../../claim/index.ts";
import type { GoldenProof } from "../../../environments/index.ts";
import { Failure, type Outcome } from "../../../kernel/index.ts";
import type { FlowContext } from "../../context.ts";
import type { Released } from "../../release/documents.ts";
import { namesGolden } from "../../release/golden.ts";
import { knowAlso } from "../../release/know.ts";
import { type ReleaseOptions, release } from "../../release.ts";
import type { Review } from "../../report/review.ts";
import type { AutoOptions } from "../options.ts";
import { NOTHING_WAITS, type Waiting } from "../waiting.ts";
import { finishedBy } from "./own-shelf.ts";

export interface GoldenOrder extends Pick<AutoOptions, "remote" | "run" | "workflowRun"> {
	/** The commit whose merge would release. */
	readonly rev: string;
	/** Whether the pull request's code may run. */
	readonly mayStart: () => Promise<boolean>;
}

export interface GoldenAsked {
	readonly golden: readonly ClaimedGolden[];
	readonly waiting: Waiting;
}

export const NOTHING_ASKED: GoldenAsked = { golden: [], waiting: NOTHING_WAITS };

/**
 * Starts what merging would release, where all that it needs was made by this run or is known, and asks its golden requests; or says
 * that another job has to. What keeps this one from it is found by whoever judges the pull request: then nothing is claimed.
 */
export async function claimedGolden(
	context: FlowContext,
	{ workspace, base }: Review,
	{ rev, remote, run, workflowRun, mayStart }: GoldenOrder,
): Promise<GoldenAsked> {
	if (!(await namesGolden(workspace.tree)) || !(await mayStart())) return NOTHING_ASKED;
	const about = { model: null, rev, before: base?.commit ?? null, plan: true, by: null, remote, onlyNew: true };
	const know = knowAlso(finishedBy(workflowRun.id));
	const outcome = await planned(context, { ...about, know, ...(run === "here" ? { mayStart } : {}) });
	const models = outcome?.document.models ?? [];
	const pending = models.filter(({ golden }) => golden?.pending !== undefined).length;
	const golden = models.flatMap((model) =>
		model.golden === null || model.golden.pending !== undefined ? [] : [claimOf(model.name, model.golden)],
	);
	return { golden, waiting: run === "elsewhere" ? { stages: 0, models: pending } : NOTHING_WAITS };
}

/** This lane need not have the right to fetch tags: without them it is only not known what the version would be called. */
async function planned(context: FlowContext, options: ReleaseOptions): Promise<Outcome<Released> | null> {
	for (const remote of [options.remote, null]) {
		try {
			return await release(context, { ...options, remote });
		} catch (failure) {
			if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
			if (failure.kind === "infrastructure" && remote !== null) continue;
			context.progress.warn(`golden requests were not asked: ${failure.message}`);
			return null;
		}
	}
	return null;
}

function claimOf(model: string, { asked, notAsked }: GoldenProof): ClaimedGolden {
	const answers = asked.map(({ file, differences, milliseconds }) => ({ file, differences, milliseconds }));
	return { model, asked: answers, notAsked };
}
