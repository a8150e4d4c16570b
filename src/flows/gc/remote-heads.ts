import type { Archive } from "../../git/index.ts";
import { openPullNumbers } from "../../github/index.ts";
import type { FlowContext } from "../context.ts";
import { type GitHubAccess, originAt } from "../doctor/origin.ts";

export interface Asking {
	readonly archive: Archive;
	readonly remote: string;
	readonly url: string | null;
	readonly access: GitHubAccess;
}

/** Commits that the remote names beside its branches and tags. */
export interface RemoteHeads {
	/** Of open pull requests, or of those that may be, and of all other refs: experiments that somebody pushed (`refs/exps`). */
	readonly open: readonly string[];
	/** The same with all pull requests that there ever were. */
	readonly all: readonly string[];
	/** What could not be told apart, in a sentence; null where all was. */
	readonly remark: string | null;
}

/** What is to be merged, at GitHub and Gitea, and at GitLab. */
const PULL = /^refs\/(?:pull|merge-requests)\/(\d+)\/head$/;
/** Fetched as they are, and what servers make of a pull request by themselves. */
const ELSEWHERE = /^refs\/(?:heads|tags)\/|^refs\/(?:pull|merge-requests)\/\d+\/(?!head$)/;

/**
 * What the remote names beside branches and tags, fetched: what pull requests wanted to bring in, those of forks included, and whatever else has a name there.
 * Open are those that GitHub says are, where it can be asked; else all there ever were: git's own protocol does not tell an open one from a closed one.
 */
export async function remoteHeads(context: FlowContext, asking: Asking): Promise<RemoteHeads> {
	const { archive, remote, url, access } = asking;
	const offered = (await archive.offered(remote)).filter(({ name }) => !ELSEWHERE.test(name));
	await archive.fetchRefs(remote, offered);
	const pulls = offered.filter(({ name }) => PULL.test(name));
	const everything = await archive.commitsOf(offered.map(({ object }) => object));
	if (pulls.length === 0) return { open: everything, all: everything, remark: null };
	const origin = originAt(url, access);
	const open =
		typeof origin === "string" || origin.token === null
			? null
			: new Set(
					await openPullNumbers({
						apiUrl: origin.apiUrl,
						repository: origin.repository,
						token: origin.token,
						clock: context.clock,
					}),
				);
	const closed = new Set(open === null ? [] : pulls.filter(({ name }) => !open.has(Number(PULL.exec(name)?.[1]))));
	const wanted = offered.filter((each) => !closed.has(each)).map(({ object }) => object);
	const remark = `which pull requests are open is not known, so what all ${pulls.length} of them name is kept: a token in GH_TOKEN lets GitHub be asked`;
	return {
		open: await archive.commitsOf(wanted),
		all: everything,
		remark: open === null ? remark : null,
	};
}
