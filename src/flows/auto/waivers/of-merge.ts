import { Git } from "../../../git/index.ts";
import type { GitHub, PullRequest } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { waiverLine } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import type { AutoOptions } from "../options.ts";
import { isLockCommit } from "../trusted/push-lock.ts";
import { findRecord } from "./settle.ts";

interface Merge {
	readonly commit: string;
	/** Where the main line stood before; null where that is not known. */
	readonly before: string | null;
}

const MOST_COMMITS = 20;
const MOST_LINES = 20;

/**
 * What the verdicts on the pull requests of a push stood on, a line for each waiver, for the record of the release. A release
 * does not wait for GitHub: what cannot be looked up is said in the log.
 */
export async function waiversOfMerge(context: FlowContext, options: AutoOptions, merge: Merge): Promise<string[]> {
	const { gitHub, checkName, remote } = options;
	if (gitHub === null) return [];
	const git = await Git.open(context.cwd);
	try {
		const lines: string[] = [];
		const commit = await git.resolve(merge.commit);
		for (const pull of await mergedBy(gitHub, git, { ...merge, commit })) {
			const commits = await judgedCommits(git, pull, remote);
			const found = await findRecord({ gitHub, checkName, pull }, commits);
			lines.push(...(found?.record.waivers ?? []).map((waiver) => `${waiverLine(waiver)} (#${pull.number})`));
		}
		const more = lines.length - MOST_LINES;
		return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		context.progress.warn(`whether gates were waived could not be looked up for the record: ${failure.message}`);
		return [];
	} finally {
		git.close();
	}
}

async function mergedBy(gitHub: GitHub, git: Git, { commit, before }: Merge): Promise<PullRequest[]> {
	const known = before !== null && (await git.tryResolve(before)) !== null;
	const range = { from: before ?? "", to: commit, most: MOST_COMMITS, along: true };
	const commits = known ? await git.newestCommits(range) : [commit];
	const pulls = new Map<number, PullRequest>();
	for (const each of commits) {
		const pull = await gitHub.pullForCommit(each);
		if (pull !== null) pulls.set(pull.number, pull);
	}
	return [...pulls.values()];
}

/** The head, and the commit that ran where the head only brings its dvc.lock up to date. */
async function judgedCommits(git: Git, { headSha }: PullRequest, remote: string): Promise<string[]> {
	await git.fetchCommit(remote, headSha);
	const [parent] = (await git.commitInfo(headSha)).parents;
	return parent !== undefined && (await isLockCommit(git, headSha, parent)) ? [headSha, parent] : [headSha];
}
