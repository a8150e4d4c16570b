import { Git } from "../../../git/index.ts";
import type { GitHub, IssueCommentEvent, PullRequest, WorkflowRun } from "../../../github/index.ts";
import { didYouMean } from "../../../source/index.ts";
import type { FlowContext } from "../../context.ts";
import { openWorkspace, projectAt } from "../../workspace.ts";
import { askForStages, nextAttempt } from "../asked-stages.ts";
import type { Askable } from "../named.ts";
import type { AutoOptions } from "../options.ts";
import { eachProject, projectsOf } from "../projects.ts";
import { nameFromRoot, nameWithin } from "../stage-names.ts";
import { isLockCommit } from "../trusted/push-lock.ts";
import { approvalName } from "../why-not.ts";
import { hasSeen } from "./authority.ts";
import type { Reply } from "./reply.ts";

/** The file of the untrusted lane, as `mainline init` names it. */
const UNTRUSTED_WORKFLOW = "mainline-pull-request.yml";

export interface AboutPull extends Askable {
	readonly event: IssueCommentEvent;
	readonly pull: PullRequest;
	readonly checkName: string;
	/** The commit that was run: the head, or the one below it where the head only brings its dvc.lock up to date. */
	readonly ran: string;
}

export async function aboutPull(
	{ cwd }: FlowContext,
	{ checkName, lock, remote, teams }: AutoOptions,
	{ gitHub, event, number }: { readonly gitHub: GitHub; readonly event: IssueCommentEvent; readonly number: number },
): Promise<AboutPull> {
	const pull = await gitHub.pullRequest(number);
	const about = { gitHub, teams, event, pull, checkName };
	if (lock !== "push" || pull.fork) return { ...about, ran: pull.headSha };
	const git = await Git.open(cwd);
	try {
		await git.fetchCommit(remote, pull.headSha);
		const [parent = ""] = (await git.commitInfo(pull.headSha)).parents;
		return { ...about, ran: (await isLockCommit(git, pull.headSha, parent)) ? parent : pull.headSha };
	} finally {
		git.close();
	}
}

type OfPull = Pick<AboutPull, "gitHub" | "ran">;

/** For the pull's head, the newest first. */
export function runsOf({ gitHub, ran }: OfPull): Promise<WorkflowRun[]> {
	return gitHub.workflowRuns({ workflow: UNTRUSTED_WORKFLOW, sha: ran, event: "pull_request" });
}

/** The newest run for the pull's head; null where none has begun. */
export async function newestRun(about: OfPull): Promise<WorkflowRun | null> {
	return (await runsOf(about))[0] ?? null;
}

interface Wanted {
	readonly sha: string | null;
	/** By address; none: all that is stale. */
	readonly stages: readonly string[];
	/** The git remote. */
	readonly remote: string;
}

/** Begins the run of a pull's head anew, or lets one begin that waits. A fork's code is let run for this one commit, by name. */
export async function runAgain(
	context: FlowContext,
	about: AboutPull,
	{ sha, stages, remote }: Wanted,
): Promise<Reply> {
	const { gitHub, event, pull, checkName } = about;
	const unseen = await hasSeen(about, sha);
	if (unseen !== null) return refused(unseen);
	const run = await newestRun(about);
	if (run === null) return refused("no run of it has begun yet");
	if (run.status !== "completed") return { kind: "done", said: `it is at work already: ${run.url}`, text: null };
	const unknown = stages.length === 0 ? null : await unknownStage(context, { remote, commit: run.head.sha }, stages);
	if (unknown !== null) return refused(unknown);
	const { headSha } = await gitHub.pullRequest(pull.number);
	if (headSha !== pull.headSha) return refused("its head has changed just now");
	if (stages.length > 0) {
		const attempt = { run: run.id, attempt: nextAttempt(run) };
		await askForStages({ gitHub, checkName, headSha: run.head.sha, ...attempt }, { stages, by: event.sender });
	}
	if (pull.fork) {
		await gitHub.checkRun({
			name: approvalName(checkName),
			headSha,
			status: "completed",
			conclusion: "success",
			output: {
				title: `Let run by ${event.sender}`,
				summary: `The code of \`${headSha}\` was read by ${event.sender}.`,
			},
		});
	}
	if (run.conclusion === "action_required") await gitHub.approveRun(run);
	else await gitHub.rerun(run);
	const what = stages.length === 0 ? "" : `, of it ${stages.map((stage) => `\`${stage}\``).join(", ")}`;
	return { kind: "done", said: `${run.head.sha.slice(0, 7)} runs${what}: ${run.url}`, text: null };
}

/** A stage that the commit's files do not have, in a sentence; null where they have them all. The files are read as data. */
async function unknownStage(
	context: FlowContext,
	{ remote, commit }: { readonly remote: string; readonly commit: string },
	stages: readonly string[],
): Promise<string | null> {
	const git = await Git.open(context.cwd);
	await git.fetchCommit(remote, commit).finally(() => git.close());
	const projects = await eachProject(await projectsOf(context), ({ context: here }) => stagesAt(here, commit));
	const known = projects.flatMap((each) => (each.kind === "found" ? [{ path: each.path, own: each.found }] : []));
	const odd = stages.find((stage) => !known.some(({ path, own }) => own.includes(nameWithin(path, stage))));
	if (odd === undefined) return null;
	const names = known.flatMap(({ path, own }) =>
		projects.length === 1 ? own : own.map((address) => nameFromRoot(path, address)),
	);
	const hint = didYouMean(odd, names) ?? `the stages are ${names.slice(0, 8).join(", ")}`;
	return `${commit.slice(0, 7)} has no stage \`${odd}\`: ${hint}`;
}

/** The addresses of a project's stages at a commit; none where the commit has no such project. */
async function stagesAt(context: FlowContext, commit: string): Promise<string[]> {
	const workspace = await openWorkspace(context);
	try {
		const { project } = await projectAt(workspace, commit);
		return project.stages.flatMap(({ address, name }) => (name === null ? [] : [address]));
	} finally {
		workspace.git?.close();
	}
}

function refused(said: string): Reply {
	return { kind: "refused", said, text: null };
}
