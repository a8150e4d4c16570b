import { type JointClaim, jointAbout } from "../../../claim/index.ts";
import type { GoldenProof } from "../../../environments/index.ts";
import type { GitHub, PullRequest, WorkflowRun } from "../../../github/index.ts";
import type { Disbelief, LiveRun, PullReport, RunDocument } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import type { Hearsay } from "../../remote-shelves.ts";
import { compose } from "../../report/compose.ts";
import { isSettled, type Locks, openCommitReview, type Review } from "../../report/review.ts";
import { unknownLocks } from "../../report/truth.ts";
import { shareTimes } from "../../times/shared.ts";
import { claimedProgress } from "../live/claimed.ts";
import type { AutoOptions } from "../options.ts";
import type { Part, ProjectPlace } from "../projects.ts";
import { TAKEN } from "../verdict.ts";
import { isWaiting, NOTHING_WAITS, openQuestions, openStages } from "../waiting.ts";
import { withOfferedWaiver } from "../waivers/offer.ts";
import { type AskWaiver, waivingIn } from "../waivers/settle.ts";
import { hasFailed, isBlocked } from "../why-not.ts";
import { claimedRun } from "./claimed-run.ts";
import { Evidence } from "./evidence.ts";
import { type Ground, movedOn } from "./ground.ts";
import { nextAfter, whyStale } from "./why-stale.ts";

/** What one project's part is judged on. */
export interface PartOrder {
	readonly options: AutoOptions;
	readonly gitHub: GitHub;
	/** Of this pull's check. */
	readonly checkName: string;
	/** Somebody asks for a waiver. */
	readonly ask: AskWaiver | null;
	readonly run: WorkflowRun;
	readonly pull: PullRequest;
	readonly ended: boolean;
	readonly place: ProjectPlace;
	readonly ground: Ground;
	/** Of all projects; null where there is none that counts. */
	readonly claim: JointClaim | null;
	readonly own: Locks;
	/** What is wrong with the report as a whole. */
	readonly lies: readonly Disbelief[];
}

/** One project of a pull request, judged. */
export interface JudgedPart extends Part {
	readonly review: Review;
	/** How far that run says it is; null where it says nothing. */
	readonly live: LiveRun | null;
	readonly end: () => Promise<void>;
}

/** Plans one project with what is claimed of it, accepts what holds, and reports. To be ended by the caller. */
export async function partOf(context: FlowContext, order: PartOrder): Promise<JudgedPart> {
	const { claim: whole, place } = order;
	const claim = whole === null ? null : jointAbout(whole, place.path);
	const { review, evidence } = await reviewed(context, { ...order, claim });
	const end = async (): Promise<void> => {
		review.workspace.git?.close();
		await evidence?.end();
	};
	try {
		await evidence?.accept(review);
		const report = await reported(context, { ...order, review, evidence });
		if (claim !== null && report.run !== null) {
			await shareTimes(context, review, { run: claim.run, stages: ranNow(claim, report.run.stages) });
		}
		const goesOn = !order.ended && !isSettled(review) && report.notRun === null && !isBlocked(review);
		const waiting = report.notRun === null && isSettled(review) ? openQuestions(report) : NOTHING_WAITS;
		if (!goesOn) return { report, review, waiting, live: null, end };
		const live = await claimedProgress(context, {
			run: order.run,
			remote: review.shelves.remote,
			plan: review.document,
		});
		return { report, review, waiting: openStages(review), live, end };
	} catch (failure) {
		await end();
		throw failure;
	}
}

/** Without what ran in earlier attempts: that was noted then. */
function ranNow({ run, stages }: JointClaim, rows: RunDocument["stages"]): RunDocument["stages"] {
	const now = stages.filter(({ attempt, outcome }) => attempt === run.attempt && outcome === "executed");
	const addresses = new Set(now.map(({ address }) => address));
	return rows.filter(({ address }) => addresses.has(address));
}

export interface Reviewed {
	readonly review: Review;
	/** Null without a claim. */
	readonly evidence: Evidence | null;
}

export interface ReviewOrder {
	readonly run: Pick<WorkflowRun, "id">;
	readonly ground: Pick<Ground, "commit" | "base" | "tip">;
	/** What is claimed of this project; null where nothing is. */
	readonly claim: JointClaim | null;
	readonly own: Locks;
}

/** Plans the pull request's merge with what is claimed; what turns out not to lie at the remote is left out the second time. */
export async function reviewed(context: FlowContext, { run, ground, claim, own }: ReviewOrder): Promise<Reviewed> {
	const about = { commit: ground.commit, base: ground.base, judge: ground.tip, own, run: run.id };
	if (claim === null) {
		return { review: await openCommitReview(context, { ...about, hearsay: (observer) => observer }), evidence: null };
	}
	let evidence: Evidence | null = null;
	const hearsay: Hearsay = async (observer, { remote }) => {
		evidence ??= await Evidence.fetch(claim, remote?.claims(run.id) ?? null);
		return evidence.hearsay(observer);
	};
	for (;;) {
		const review = await openCommitReview(context, { ...about, hearsay });
		if (evidence === null) throw new Error("a review did not look at what is claimed");
		if (await (evidence as Evidence).check(review)) return { review, evidence };
		review.workspace.git?.close();
	}
}

type Told = PartOrder & Reviewed;

async function reported(context: FlowContext, told: Told): Promise<PullReport> {
	const { review, evidence, ground, pull, run, lies } = told;
	const disbelieved = [...lies, ...(evidence?.disbelieved(review) ?? [])];
	const claimed = evidence === null ? null : claimedRun(evidence.claim, review, disbelieved);
	const notRun =
		isSettled(review) || disbelieved.length > 0 || hasFailed(claimed)
			? null
			: await whyStale(told.options, { ...told, reports: evidence?.claim.reports ?? [] });
	const moved = told.ended ? await movedOn(context, ground, pull) : null;
	const { gitHub, checkName, ask, options } = told;
	const about = { checkName, pull, head: run.head.sha, base: ground.tip, project: told.place };
	const scope = { gitHub, teams: options.teams, ...about, keeps: true };
	const report = await compose(context, review, {
		pull: { number: pull.number },
		base: {
			name: pull.baseRef,
			commit: ground.base,
			behind: ground.behind,
			found: evidence === null || ground.behind === 0 ? "tip" : "run",
		},
		head: { name: "this PR", commit: run.head.sha },
		run: claimed,
		results: "recorded",
		disbelieved,
		notRun,
		// by the policy of the branch as it is: which registry is asked is not the pull request's to say, nor its run's
		merging: isSettled(review)
			? {
					rev: ground.commit,
					remote: options.remote,
					policy: ground.tip,
					onlyNew: true,
					answered: answeredIn(evidence?.claim),
				}
			: null,
		links: { run: run.url, ...(options.runUrl === null ? {} : { summary: options.runUrl }) },
		warnings: [...(moved === null ? [] : [moved]), ...(await doubts(told))],
		next: notRun === null && !told.ended && !isSettled(review) ? TAKEN : nextAfter(notRun, run, options.prefix),
		waived: waivingIn(context, scope, ask),
	});
	return withOfferedWaiver(await withUnasked(report, told), {
		prefix: options.prefix,
		now: context.clock.now(),
		project: told.place,
	});
}

/** Requests that should have been asked, and were not, are no yes: nobody may run the code here, or the run ended without them. */
async function withUnasked(report: PullReport, told: Told): Promise<PullReport> {
	const { review, evidence, run, options } = told;
	if (!isSettled(review) || !isWaiting(openQuestions(report))) return report;
	const why = await whyStale(options, { ...told, reports: evidence?.claim.reports ?? [] });
	if (why === null) return report;
	const notRun = why.reason === "lost" && run.conclusion !== "timed_out" ? { ...why, text: UNASKED } : why;
	return { ...report, notRun, next: nextAfter(notRun, run, options.prefix) };
}

const UNASKED = "The run ended without asking the golden requests.";

/** What the run says that its golden requests were answered. Whether it is so is asked again before a version is tagged. */
function answeredIn(claim: JointClaim | undefined): ReadonlyMap<string, GoldenProof> {
	return new Map(
		(claim?.golden ?? []).map(({ model, asked, notAsked }) => [
			model,
			{ asked: asked.map((each) => ({ ...each, ok: each.differences.length === 0 })), notAsked },
		]),
	);
}

/** What a reader should know of where results come from. */
async function doubts({ review, evidence }: Told): Promise<string[]> {
	const { base, project, shelves } = review;
	const recorded = base === null ? [] : [...(await unknownLocks(project, base, shelves))];
	const other = evidence?.differing(review) ?? [];
	return [
		...recorded.map(
			(address) => `\`${address}\`: its result is what dvc.lock of the pull request says. It was not run here.`,
		),
		...other.map(
			(address) =>
				`\`${address}\`: this run made something else of the same inputs than is known already. What was known counts.`,
		),
		...(evidence === null ? [] : tornWords(evidence, review)),
	];
}

/** Where jobs of a run do not agree, whose word counts and why. */
export function tornWords(evidence: Evidence, review: Review): string[] {
	return evidence.disagreements(review).map(({ address, counts, others }) => {
		const names = others.map((name) => `\`${name}\``).join(", ");
		return `\`${address}\`: the reports ${names} and \`${counts}\` do not agree. What \`${counts}\` says counts: of those that hold, the newest attempt's comes first, then the one that tells of most stages.`;
	});
}
