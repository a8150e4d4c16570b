import type { Git } from "../../git/index.ts";
import { Failure } from "../../kernel/index.ts";

/** The branch whose newest commit says what runs. */
export interface MainLine {
	/** The newest commit of the remote's own branch; where there is no remote, what is checked out. Null where nobody can say. */
	tip(): Promise<string | null>;
	/**
	 * The remote's newest commit of the branch (absent: the one that is checked out, or the remote's own) where that comes after this one; null
	 * where it does not, or where there is no remote.
	 */
	newerThan(commit: string, branch?: string | null): Promise<string | null>;
}

export function mainLineOf(git: Git, remote: string | null): MainLine {
	return {
		async tip() {
			if (remote === null) return git.tryResolve("HEAD");
			const branch = await git.checkedOut();
			return git.tipOf(remote, ["HEAD", ...headOf(branch)]).catch(nobodyCanSay);
		},
		async newerThan(commit, branch = null) {
			if (remote === null) return null;
			return git.newerThan(remote, commit, [...headOf(branch ?? (await git.checkedOut())), "HEAD"]);
		},
	};
}

function headOf(branch: string | null): string[] {
	return branch === null ? [] : [`refs/heads/${branch}`];
}

function nobodyCanSay(failure: unknown): null {
	if (failure instanceof Failure) return null;
	throw failure;
}
