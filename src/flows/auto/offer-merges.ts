import { Git } from "../../git/index.ts";
import type { GitHub, PullRequest } from "../../github/index.ts";
import { baseName, Failure } from "../../kernel/index.ts";
import { COMMENT_MARKER, withOffer } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { ATTRIBUTE_LINES, driverCommand } from "../init/merge-driver-setup.ts";
import type { AutoOptions } from "./options.ts";

/** Pulls that are looked at after one push: those that people work on. */
const MOST_PULLS = 30;

interface MainLine {
	readonly branch: string;
	readonly commit: string;
}

/**
 * After the main line has moved, pull requests may conflict in dvc.lock, and GitHub runs no merge drivers, nor any workflow
 * for a pull that conflicts. Where a merge by stages leaves nothing to settle, it is made and offered in the pull's
 * comment. What goes wrong here is said, and keeps nothing else from happening.
 */
export async function offerMerges(context: FlowContext, options: AutoOptions, main: MainLine): Promise<void> {
	const { gitHub } = options;
	if (gitHub === null || !options.comment) return;
	const git = await Git.open(context.cwd);
	try {
		if (await git.isShallow()) {
			context.progress.say("this clone is shallow, so no merge can be tried: `fetch-depth: 0` for actions/checkout");
			return;
		}
		const pulls = await gitHub.openPulls(main.branch);
		for (const pull of pulls.slice(0, MOST_PULLS)) await offerMerge({ context, options, git, gitHub }, main, pull);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		context.progress.warn(`pull requests were not looked through for conflicts in dvc.lock: ${failure.message}`);
	} finally {
		git.close();
	}
}

interface Tools {
	readonly context: FlowContext;
	readonly options: AutoOptions;
	readonly git: Git;
	readonly gitHub: GitHub;
}

async function offerMerge(tools: Tools, main: MainLine, pull: PullRequest): Promise<void> {
	const { context, git, gitHub, options } = tools;
	await git.fetchCommit(options.remote, pull.headSha);
	const sides = { ours: pull.headSha, theirs: main.commit };
	const byLines = await git.mergeTrees(sides, null);
	if (byLines === null || byLines.conflicts.length === 0 || !byLines.conflicts.every(isOurs)) return;
	const driver = { attributes: ATTRIBUTE_LINES, command: driverCommand(context.machine.self) };
	const byStages = await git.mergeTrees(sides, driver);
	if (byStages === null || byStages.conflicts.length > 0) return;
	const ref = pull.fork ? null : await published(tools, main, { pull, tree: byStages.tree });
	const at = { issue: pull.number, marker: COMMENT_MARKER };
	const [before] = await gitHub.ourComments(at);
	const offer = { base: main.branch, paths: byLines.conflicts, ref };
	await gitHub.upsertComment({ ...at, body: withOffer(before?.body ?? null, offer) });
	context.progress.say(
		`#${pull.number} conflicts in ${byLines.conflicts.join(", ")} by lines only: the merge is offered there`,
	);
}

function isOurs(path: string): boolean {
	return baseName(path) === "dvc.lock" || path.endsWith(".dvc");
}

/** The merge commit, under a ref that is no branch: nothing starts by it. Null where the token may not put it there. */
async function published(
	{ context, git, options }: Tools,
	main: MainLine,
	{ pull, tree }: { pull: PullRequest; tree: string },
): Promise<string | null> {
	const { time } = await git.commitInfo(main.commit);
	const message = `Merge ${main.branch} into ${pull.headRef}\n\ndvc.lock is merged stage by stage, tracked folders file by file.`;
	const commit = await git.commitMerge({ tree, parents: [pull.headSha, main.commit], message, at: time });
	const ref = `refs/mainline/merge/${pull.number}`;
	try {
		await git.pushRef(options.remote, commit, ref);
		return ref;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		context.progress.warn(`the merge for #${pull.number} could not be put to ${ref}: ${failure.message}`);
		return null;
	}
}
