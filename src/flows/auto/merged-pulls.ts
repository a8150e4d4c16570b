import { Git } from "../../git/index.ts";
import type { GitHub, PullRequest } from "../../github/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { FlowContext } from "../context.ts";

export interface Merge {
	readonly commit: string;
	/** Where the main line stood before; null where that is not known. */
	readonly before: string | null;
}

/** The pull requests that a push to the main line merged, looked up once. */
export type MergedPulls = () => Promise<readonly PullRequest[]>;

const MOST_COMMITS = 20;

export function mergedPulls({ cwd }: FlowContext, gitHub: GitHub | null, merge: Merge): MergedPulls {
	let found: Promise<readonly PullRequest[]> | null = null;
	return () => {
		found ??= gitHub === null ? Promise.resolve([]) : lookUp(cwd, gitHub, merge);
		return found;
	};
}

/** Their numbers, for the record of a release, which does not wait for GitHub: none where it cannot be asked. */
export async function pullNumbers({ progress }: FlowContext, merged: MergedPulls): Promise<number[]> {
	try {
		return (await merged()).map(({ number }) => number);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		progress.warn(`which pull requests were merged could not be looked up for the record: ${failure.message}`);
		return [];
	}
}

async function lookUp(cwd: string, gitHub: GitHub, { commit, before }: Merge): Promise<PullRequest[]> {
	const git = await Git.open(cwd);
	try {
		const to = await git.resolve(commit);
		const known = before !== null && (await git.tryResolve(before)) !== null;
		const range = { from: before ?? "", to, most: MOST_COMMITS, along: true };
		const pulls = new Map<number, PullRequest>();
		for (const each of known ? await git.newestCommits(range) : [to]) {
			const pull = await gitHub.pullForCommit(each);
			if (pull !== null) pulls.set(pull.number, pull);
		}
		return [...pulls.values()];
	} finally {
		git.close();
	}
}
