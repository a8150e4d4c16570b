import { Git } from "../../../git/index.ts";
import type { PullRequest } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { waiverLine } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import type { MergedPulls } from "../merged-pulls.ts";
import type { AutoOptions } from "../options.ts";
import { isLockCommit } from "../trusted/push-lock.ts";
import { findRecord } from "./settle.ts";

const MOST_LINES = 20;

/**
 * What the verdicts on the pull requests of a push stood on, a line for each waiver, for the record of the release. A release
 * does not wait for GitHub: what cannot be looked up is said in the log.
 */
export async function waiversOfMerge(
	context: FlowContext,
	options: AutoOptions,
	merged: MergedPulls,
): Promise<string[]> {
	const { gitHub, checkName, remote } = options;
	if (gitHub === null) return [];
	const git = await Git.open(context.cwd);
	try {
		const lines: string[] = [];
		for (const pull of await merged()) {
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

/** The head, and the commit that ran where the head only brings its dvc.lock up to date. */
async function judgedCommits(git: Git, { headSha }: PullRequest, remote: string): Promise<string[]> {
	await git.fetchCommit(remote, headSha);
	const [parent] = (await git.commitInfo(headSha)).parents;
	return parent !== undefined && (await isLockCommit(git, headSha, parent)) ? [headSha, parent] : [headSha];
}
