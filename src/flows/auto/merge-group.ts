import { Git } from "../../git/index.ts";
import type { MergeGroupEvent } from "../../github/index.ts";
import type { PullReport } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { compose } from "../report/compose.ts";
import { isSettled, openReview } from "../report/review.ts";
import { Board } from "./board.ts";
import { checkNameFor } from "./check-name.ts";
import { type AutoOptions, type AutoOutcome, nothing } from "./options.ts";
import { eachProject, projectsOf, reportOf } from "./projects.ts";
import { published, sayFailure } from "./verdict.ts";
import { type WaiverScope, waivingIn } from "./waivers/settle.ts";
import { isBlocked } from "./why-not.ts";

/**
 * The merge queue asks: the answer is looked up by content, in seconds. Where the main line has moved so that inputs are
 * not the ones that were run with, it is no, with the stages and what differs: nothing is trained while others wait.
 */
export async function onMergeGroup(
	context: FlowContext,
	options: AutoOptions,
	event: MergeGroupEvent,
): Promise<AutoOutcome> {
	if (event.action !== "checks_requested") return nothing(`\`${event.action}\` of a merge group asks nothing`);
	const { gitHub, runUrl } = options;
	const checkName = checkNameFor(options.checkName, branchOf(event), event.repository.defaultBranch);
	const { progress } = context;
	const board = new Board({
		gitHub,
		progress,
		checkName,
		runUrl,
		comment: false,
		headSha: event.head.sha,
		pull: null,
	});
	await board.begin("Looking it up");
	try {
		const git = await Git.open(context.cwd);
		await git.fetchCommit(options.remote, event.base.sha);
		const scope = await queuedPull(context, { options, checkName }, event);
		const looked = await eachProject(await projectsOf(context), (project) =>
			lookedUp(project.context, { options, event, scope }),
		);
		const links = runUrl === null ? {} : { run: runUrl };
		return await published(reportOf(looked, { notes: [], links }), board);
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Queued {
	readonly options: AutoOptions;
	readonly event: MergeGroupEvent;
	readonly scope: WaiverScope | null;
}

async function lookedUp(context: FlowContext, { options, event, scope }: Queued): Promise<PullReport> {
	const { runUrl } = options;
	const review = await openReview(context, event.base.sha);
	try {
		const open = !isSettled(review) && !isBlocked(review);
		return await compose(context, review, {
			pull: null,
			waived: waivingIn(context, scope),
			base: { name: branchOf(event), commit: event.base.sha, found: "queue" },
			head: { name: "the queue", commit: event.head.sha },
			run: null,
			notRun: open ? { reason: "lookup", text: MOVED } : null,
			merging: null,
			links: runUrl === null ? {} : { run: runUrl },
			warnings: [],
			...(open ? { next: [{ text: "update the pull request, so that its own run makes these results" }] } : {}),
		});
	} finally {
		review.workspace.git?.close();
	}
}

function branchOf({ base }: MergeGroupEvent): string {
	return base.ref.replace(/^refs\/heads\//, "");
}

interface Queue {
	readonly options: AutoOptions;
	/** Of the queue's check. */
	readonly checkName: string;
}

/** Whose waivers count: the pull request that the queue's branch is called after. Its head is brought in, to look for them. */
async function queuedPull(
	{ cwd }: FlowContext,
	{ options, checkName }: Queue,
	{ head, base }: MergeGroupEvent,
): Promise<WaiverScope | null> {
	const { gitHub, remote } = options;
	const [, number] = /\/pr-(\d{1,10})-[0-9a-f]+$/.exec(head.ref) ?? [];
	if (gitHub === null || number === undefined) return null;
	const pull = await gitHub.pullRequest(Number(number));
	const git = await Git.open(cwd);
	await git.fetchCommit(remote, pull.headSha);
	git.close();
	return { gitHub, checkName, pull, head: pull.headSha, base: base.sha, keeps: false };
}

const MOVED =
	"Together with what merged before it, the inputs are not the ones that the pull request ran with; the queue trains nothing.";
