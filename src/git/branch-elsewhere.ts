import { infrastructure } from "../kernel/index.ts";
import { git, gitFailed } from "./command.ts";

/** A branch of another repository. */
export interface BranchElsewhere {
	/** Nothing that git would take for an option, or for a program to run. */
	readonly url: string;
	readonly branch: string;
	readonly signal?: AbortSignal;
}

/**
 * A clone of the branch's newest commit, without a working copy, in a folder that is made. `from`: the folder that a relative
 * address counts from. Failure `git-failed`.
 */
export async function cloneBranch(from: string, of: BranchElsewhere & { readonly folder: string }): Promise<void> {
	if (of.url.startsWith("-") || /^[a-z0-9]+::/i.test(of.url)) {
		throw infrastructure("git-failed", `${of.url} is not the address of a repository`);
	}
	const args = ["clone", "--quiet", "--no-checkout", "--depth=1", "--single-branch", `--branch=${of.branch}`];
	const clone = [...args, "--no-recurse-submodules", "--", of.url, of.folder];
	const result = await git(from, clone, of.signal === undefined ? {} : { signal: of.signal });
	if (result.code !== 0) throw gitFailed(clone, result);
}

/** Moves the branch there from one commit to the next; false when it is not at that commit any more. */
export async function moveBranch(
	root: string,
	move: { readonly branch: string; readonly from: string; readonly to: string; readonly signal?: AbortSignal },
): Promise<boolean> {
	const ref = `refs/heads/${move.branch}`;
	const push = ["push", "--porcelain", `--force-with-lease=${ref}:${move.from}`, "origin", `${move.to}:${ref}`];
	const result = await git(root, push, move.signal === undefined ? {} : { signal: move.signal });
	if (result.code === 0) return true;
	const said = `${result.stdoutText}\n${result.stderr}`;
	// somebody was faster, before our push or during it
	if (/stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref/.test(said)) return false;
	throw gitFailed(push, result);
}
