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

export interface PullHeads {
	/** Of open ones, or of those that may be. */
	readonly open: readonly string[];
	/** Of all there ever were. */
	readonly all: readonly string[];
	/** What could not be told apart, in a sentence; null where all was. */
	readonly remark: string | null;
}

/** Where GitHub, Gitea and GitLab offer what is to be merged. */
const PATTERNS = ["refs/pull/*/head", "refs/merge-requests/*/head"];
const NUMBER = /^refs\/(?:pull|merge-requests)\/(\d+)\/head$/;

/**
 * What pull requests wanted to bring in, those of forks included, fetched. Open are those that GitHub says are, where it can be asked; else all there ever were:
 * git's own protocol does not tell an open one from a closed one.
 */
export async function pullHeads(context: FlowContext, asking: Asking): Promise<PullHeads> {
	const { archive, remote, url, access } = asking;
	const offered = [];
	for (const pattern of PATTERNS) offered.push(...(await archive.offered(remote, pattern)));
	if (offered.length === 0) return { open: [], all: [], remark: null };
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
	const wanted = offered.filter(({ name }) => open === null || open.has(Number(NUMBER.exec(name)?.[1])));
	await archive.fetchRefs(remote, offered);
	const remark = `which pull requests are open is not known, so what all ${offered.length} of them name is kept: a token in GH_TOKEN lets GitHub be asked`;
	return {
		open: [...new Set(wanted.map(({ commit }) => commit))],
		all: [...new Set(offered.map(({ commit }) => commit))],
		remark: open === null ? remark : null,
	};
}
