import type { GitHub, PullRequest, WorkflowRun, WorkflowRunEvent } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { checkOf, type PullRequestReport } from "../../../report/index.ts";
import { budgetOf } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { isSettled, type Review } from "../../report/review.ts";
import { Board } from "../board.ts";
import { checkNameFor, isCheckName } from "../check-name.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, nothing } from "../options.ts";
import { allOf, eachProject } from "../projects.ts";
import { handOn, published, sayFailure } from "../verdict.ts";
import { isWaiting } from "../waiting.ts";
import type { AskWaiver } from "../waivers/settle.ts";
import { mayNot } from "../why-not.ts";
import { claimOf, NOTHING_YET } from "./claim-of.ts";
import { openGround } from "./ground.ts";
import { judgedProjects } from "./judged-projects.ts";
import { type JudgedPart, partOf } from "./part.ts";
import { lockedHead, pullsOf } from "./pull-of.ts";
import { type LockPush, pushLock, trueLock } from "./push-lock.ts";

/**
 * A run of the untrusted lane began or ended: what it claims is checked, what can be known without it is worked out anew
 * from the pull request's files, and comment and check are written. Code of the pull request is read here, as data, and
 * never run; gates and everything that says where to look are the default branch's. The check is concluded whatever happens.
 */
export async function onWorkflowRun(
	context: FlowContext,
	options: AutoOptions,
	{ run, action, repository }: WorkflowRunEvent,
): Promise<AutoOutcome> {
	if (run.event !== "pull_request") return nothing(`a run on \`${run.event}\` makes nothing that is judged here`);
	return judgeRun(context, options, { run, ended: action === "completed", mainLine: repository.defaultBranch });
}

/** Bytes of what runs of pull requests stored: records of runs, listings, metrics. The model and its data are not read. */
const MOST_READ = 1024n ** 3n;

export interface RunOrder {
	readonly run: WorkflowRun;
	readonly ended: boolean;
	/** The default branch. */
	readonly mainLine: string;
	/** Somebody asks for a waiver of a pull's gates. */
	readonly asked?: { readonly pull: number; readonly ask: AskWaiver };
}

/** Judges the pull requests of a run as they stand: one for each branch that its head is proposed to. */
export async function judgeRun(trusted: FlowContext, options: AutoOptions, order: RunOrder): Promise<AutoOutcome> {
	const context = { ...trusted, budget: budgetOf(MOST_READ) };
	const gitHub = neededGitHub(options, "the trusted lane");
	const { sha } = order.run.head;
	const [newest] = await gitHub.workflowRuns({ workflow: order.run.workflowId, sha, event: order.run.event });
	const same = newest?.id === order.run.id;
	if (newest !== undefined && (newest.id > order.run.id || (same && newest.attempt > order.run.attempt)))
		return nothing(`a newer run looks after ${sha.slice(0, 7)}: it has the word`);
	// an event may come late: what it says of the run's state is less than GitHub knows now
	const over = same && newest?.status === "completed";
	const run = over ? newest : order.run;
	const ended = order.ended || over;
	const pulls = await pullsOf(gitHub, run, order.mainLine);
	const judgements: PromiseSettledResult<AutoOutcome>[] = [];
	for (const pull of pulls) {
		const checkName = checkNameFor(options.checkName, pull.baseRef, order.mainLine);
		const ask = order.asked?.pull === pull.number ? order.asked.ask : null;
		// what is wrong with one of them must not leave the check of another open
		judgements.push(
			...(await Promise.allSettled([judgePull(context, { options, gitHub, checkName, run, pull, ended, ask })])),
		);
	}
	for (const each of judgements) if (each.status === "rejected") throw each.reason;
	const names = pulls.map(({ baseRef }) => checkNameFor(options.checkName, baseRef, order.mainLine));
	if (ended && pulls.length > 0) await endOthers(context, options, { gitHub, run, names, summary: MOVED });
	const [first] = judgements.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
	return first ?? ofNobody(context, options, { gitHub, run });
}

/** Checks that were begun are concluded, though there is no pull request any more that they could be about. */
async function ofNobody(
	context: FlowContext,
	options: AutoOptions,
	{ gitHub, run }: { readonly gitHub: GitHub; readonly run: WorkflowRun },
): Promise<AutoOutcome> {
	const commit = run.head.sha.slice(0, 7);
	const said =
		run.headRepository === null
			? `the repository that ${commit} came from is gone`
			: `no pull request has ${commit} as its head`;
	await endOthers(context, options, { gitHub, run, names: [], summary: `${said}.` });
	return nothing(said);
}

interface Nobodys {
	readonly gitHub: GitHub;
	readonly run: WorkflowRun;
	/** Checks that are somebody's. */
	readonly names: readonly string[];
	readonly summary: string;
}

const MOVED = "The pull request goes to another branch now, and has its check by that name.";

/** A pull request may go to another branch since its run began: the check that was called after the old one is nobody's. */
async function endOthers(
	{ progress }: FlowContext,
	{ checkName }: AutoOptions,
	{ gitHub, run, names, summary }: Nobodys,
): Promise<void> {
	const { sha: headSha } = run.head;
	const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
	for (const name of open.filter((each) => !names.includes(each))) {
		const board = new Board({
			gitHub,
			progress,
			checkName: name,
			comment: false,
			headSha,
			pull: null,
			runUrl: run.url,
		});
		await board.conclude({ conclusion: "cancelled", title: "Nothing to judge", summary, annotations: [] });
	}
}

async function judgePull(context: FlowContext, at: Omit<Case, "board" | "locked">): Promise<AutoOutcome> {
	const { options, gitHub, checkName, run, pull } = at;
	const { progress } = context;
	const { comment } = options;
	const about = { gitHub, progress, checkName, comment, headSha: run.head.sha, pull: pull.number, runUrl: run.url };
	const board = new Board(about);
	await board.begin("Looking at what changed");
	try {
		const locked = await lockedHead(context, options, { pull, run });
		board.headIsOurs(locked);
		return await judged(context, { ...at, board, locked });
	} catch (cause) {
		await sayFailure(context, board, cause);
		throw cause;
	}
}

interface Case {
	readonly options: AutoOptions;
	readonly gitHub: GitHub;
	/** Of this pull's check. */
	readonly checkName: string;
	readonly board: Board;
	readonly run: WorkflowRun;
	readonly pull: PullRequest;
	/** The pull's head, where it is our own commit of the lock on the head that ran. */
	readonly locked: string | null;
	readonly ended: boolean;
	readonly ask: AskWaiver | null;
}

async function judged(context: FlowContext, at: Case): Promise<AutoOutcome> {
	const { options, pull, run } = at;
	const forbidden = await mayNot(
		{ ...options, run: "here" },
		{ fork: pull.fork, author: pull.author, head: run.head.sha },
	);
	const { found, lie } = at.ended ? await claimOf(at.gitHub, run) : NOTHING_YET;
	const { remote } = options;
	const ground = await openGround(context, { pull, head: run.head.sha, remote, base: found?.base ?? null });
	const refused = ground.refused ?? (found === null || forbidden === null ? null : UNASKED);
	const lies = refused === null ? lie : [...lie, { address: null, why: refused }];
	const claim = refused === null ? found : null;
	// whoever may not run code here may not tell by a lock either what it makes
	const own = forbidden === null ? "written" : "known";
	const { places, notes, unknown } = await judgedProjects(context, { commit: ground.commit, claim });
	const parts: JudgedPart[] = [];
	try {
		const looked = await eachProject(places, async (place) => {
			// what is wrong with the report as a whole is said once
			const whole = place === places[0] ? [...lies, ...unknown] : [];
			const part = await partOf(place.context, { ...at, place, ground, claim, own, lies: whole });
			parts.push(part);
			return part;
		});
		const links = { run: run.url, ...(options.runUrl === null ? {} : { summary: options.runUrl }) };
		const { report, waiting } = allOf(looked, { notes, links });
		context.signal.throwIfAborted();
		if (isWaiting(waiting)) {
			const askAnew = `${options.prefix} plan`;
			const [live] = parts.flatMap(({ live, review }) =>
				live === null ? [] : [{ live, plan: review.document, askAnew }],
			);
			return await handOn(at.board, report, { waiting, live: live ?? null });
		}
		const outcome = await published(report, at.board);
		const settled = parts.flatMap(({ review }) => (isSettled(review) ? [review] : []));
		if (settled.length > 0 && options.lock === "push") await withLock(context, { ...at, reviews: settled }, report);
		return outcome;
	} finally {
		for (const part of parts) await part.end();
	}
}

/** What code has made that nobody let run counts for nothing, however it came to run. */
const UNASKED = "nobody who may write here let this commit run";

/**
 * The true lock on the branch makes a new head, which no workflow looks at when a workflow's own token made it: the verdict
 * goes there, too. The verdict does not depend on it: what goes wrong is said.
 */
async function withLock(
	context: FlowContext,
	at: Case & { readonly reviews: readonly Review[] },
	report: PullRequestReport,
): Promise<void> {
	const { gitHub, pull, run, checkName } = at;
	const { progress } = context;
	try {
		const push = { gitHub, pull, head: run.head.sha, runUrl: run.url };
		const commit = await lockCommit(context, at, push);
		if (commit === null) return;
		const about = { gitHub, progress, checkName, comment: false, pull: null, runUrl: run.url };
		await new Board({ ...about, headSha: commit }).conclude(checkOf(report));
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
		progress.warn(`dvc.lock was not brought up to date: ${failure.message}${hint}`);
	}
}

/** The commit with the true lock, made once: after a call whose answer was lost, nobody knows but the branch itself. */
async function lockCommit(
	context: FlowContext,
	{ options, run, reviews, locked }: Case & { readonly reviews: readonly Review[] },
	push: LockPush,
): Promise<string | null> {
	if (locked !== null) return trueLock(context, reviews, { ...push, locked });
	try {
		return await pushLock(context, reviews, push);
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code !== "github-unavailable") throw failure;
		const pull = await push.gitHub.pullRequest(push.pull.number);
		const made = await lockedHead(context, options, { pull, run });
		return made === null ? pushLock(context, reviews, push) : trueLock(context, reviews, { ...push, locked: made });
	}
}
