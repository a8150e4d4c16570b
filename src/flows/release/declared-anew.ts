import { Failure } from "../../kernel/index.ts";
import type { Candidate } from "./candidate.ts";
import { findCandidate } from "./find-candidate.ts";
import type { ReleaseSite } from "./open-commit.ts";

/** So far back is looked; whoever says the same for longer says nothing new. */
const MOST = 500;

/**
 * Whether the main line declared other content at that commit or since, before it came to what it declares now. Null where that cannot be
 * told: a commit that is not here, or results that nobody knows.
 */
export async function declaredAnew(site: ReleaseSite, now: Candidate, since: string | null): Promise<boolean | null> {
	if (since === null) return null;
	const { git, commit } = site;
	if (since === commit || (await git.tryResolve(since)) === null) return since === commit ? false : null;
	const base = await git.mergeBase(since, commit);
	if (base === commit) return false;
	const line = base === null ? [] : await git.newestCommits({ from: since, to: commit, most: MOST, along: true });
	for (const earlier of [...line.filter((each) => each !== commit), since]) {
		if ((await sameContent(site, now, earlier)) === false) return true;
	}
	return base === null ? null : false;
}

async function sameContent(site: ReleaseSite, now: Candidate, commit: string): Promise<boolean | null> {
	const found = await findCandidate(site, now.model, commit).catch(unreadable);
	return found === null || "unknown" in found ? null : found.content === now.content;
}

function unreadable(failure: unknown): null {
	if (failure instanceof Failure) return null;
	throw failure;
}
