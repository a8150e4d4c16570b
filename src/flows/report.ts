import { Git } from "../git/index.ts";
import type { Outcome } from "../kernel/index.ts";
import { type PullReport, pullHeadline } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { compose } from "./report/compose.ts";
import { openReview } from "./report/review.ts";

export interface ReportOptions {
	/** The revision to compare with; null: `HEAD` where there is a commit. */
	readonly base: string | null;
	/** Start what merging would release, and ask its golden requests. */
	readonly golden: boolean;
}

/** What would be said about the workspace as a pull request. Answer "no" when a gate, a stage or a golden request says no. No stage is run. */
export async function report(context: FlowContext, options: ReportOptions): Promise<Outcome<PullReport>> {
	const review = await openReview(context, await baseOf(context, options));
	const { git } = review.workspace;
	try {
		const head = (await git?.tryResolve("HEAD")) ?? null;
		const clean = git !== null && head !== null && !(await git.isDirty());
		const document = await compose(context, review, {
			pull: null,
			base: review.base === null ? null : { name: options.base ?? "HEAD", commit: review.base.commit, found: "asked" },
			head: { name: "workspace", commit: head ?? "" },
			run: null,
			notRun: null,
			merging: clean ? { rev: head, remote: null, mayStart: async () => options.golden } : null,
			links: {},
			warnings: [],
		});
		return { answer: pullHeadline(document).verdict === "failed" ? "no" : "yes", document };
	} finally {
		git?.close();
	}
}

/** A repository without a commit has nothing to compare with. */
async function baseOf(context: FlowContext, { base }: ReportOptions): Promise<string | null> {
	if (base !== null) return base;
	const git = await Git.find(context.cwd);
	return (await git?.tryResolve("HEAD")) == null ? null : "HEAD";
}
