import {
	checkOf,
	commentOf,
	liveTitle,
	liveWords,
	type PlanDocument,
	type PullRequestReport,
	summaryWithProgress,
	withProgress,
} from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import type { Board } from "../board.ts";
import { whileTelling } from "./pace.ts";
import { Watch } from "./watch.ts";

export interface LiveOptions {
	readonly board: Board;
	readonly plan: PlanDocument;
	/** What is said of the pull request as long as nothing has run; made when it is needed. */
	readonly report: () => Promise<PullRequestReport>;
}

/** Runs what a pull request makes stale, and shows in check, comment and log how far it is. GitHub's trouble is not the run's. */
export function runLive<T>(
	context: FlowContext,
	{ board, plan, report }: LiveOptions,
	work: (context: FlowContext) => Promise<T>,
): Promise<T> {
	const { clock, progress } = context;
	const watch = new Watch(clock, plan);
	const live = board.live();
	let planned: Promise<PullRequestReport> | null = null;
	const tell = async (words: string): Promise<void> => {
		progress.say(words);
		if (live === null) return;
		planned ??= report();
		const [now, said] = [watch.now(), await planned];
		await live.begin(
			liveTitle(plan, now),
			summaryWithProgress(checkOf(said).summary, plan, { live: now, askAnew: null }),
		);
		await live.tell(withProgress(commentOf(said), plan, { live: now, askAnew: null }));
	};
	const failed = (cause: unknown): void => {
		planned = null;
		progress.say(`how far it is could not be shown: ${cause instanceof Error ? cause.message : String(cause)}`);
	};
	return whileTelling({ clock, words: () => liveWords(plan, watch.now()), tell, failed }, () =>
		work({ ...context, progress: watch.over(progress) }),
	);
}
