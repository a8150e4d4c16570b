import { infrastructure } from "../kernel/index.ts";
import type { RunOptions } from "../shell/index.ts";
import { git, gitFailed, NO_PRUNE } from "./command.ts";

/** A branch of another repository. */
export interface BranchElsewhere {
	/** Nothing that git would take for an option, or for a program to run. */
	readonly url: string;
	readonly branch: string;
	readonly signal?: AbortSignal;
	/** Absent: as git is set up. */
	readonly login?: Login | undefined;
}

/** A token for one server on the web. */
export interface Login {
	/** `https://github.com`. */
	readonly origin: string;
	readonly token: string;
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
	const result = await git(from, clone, optionsOf(of));
	if (result.code !== 0) throw gitFailed(clone, result);
}

type There = Omit<BranchElsewhere, "url">;

/** Moves the branch there from one commit (empty: it must not be there) to the next; false when it is not at that commit any more. */
export async function moveBranch(
	root: string,
	move: There & { readonly from: string; readonly to: string },
): Promise<boolean> {
	const ref = `refs/heads/${move.branch}`;
	const push = ["push", "--porcelain", `--force-with-lease=${ref}:${move.from}`, "origin", `${move.to}:${ref}`];
	const result = await git(root, push, optionsOf(move));
	if (result.code === 0) return true;
	const said = `${result.stdoutText}\n${result.stderr}`;
	// somebody was faster, before our push or during it
	if (/stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref/.test(said)) return false;
	throw gitFailed(push, result);
}

/** The newest commit of another branch there, which is fetched; null where there is no such branch. */
export async function fetchBranch(root: string, of: There): Promise<string | null> {
	const ref = `refs/heads/${of.branch}`;
	const asked = await git(root, ["ls-remote", "origin", ref], optionsOf(of));
	if (asked.code !== 0) throw gitFailed(["ls-remote"], asked);
	const [id = ""] = asked.stdoutText.split("\t");
	if (id === "") return null;
	const fetched = await git(
		root,
		["fetch", "--quiet", "--depth=1", NO_PRUNE, "--no-tags", "origin", id],
		optionsOf(of),
	);
	if (fetched.code !== 0) throw gitFailed(["fetch"], fetched);
	return id;
}

/** Takes a branch there away, if it is where it was read. */
export async function deleteBranch(root: string, of: There & { readonly from: string }): Promise<void> {
	const ref = `refs/heads/${of.branch}`;
	const result = await git(
		root,
		["push", "--porcelain", `--force-with-lease=${ref}:${of.from}`, "origin", `:${ref}`],
		optionsOf(of),
	);
	if (result.code !== 0 && !/stale info|remote ref does not exist/.test(`${result.stdoutText}\n${result.stderr}`)) {
		throw gitFailed(["push"], result);
	}
}

/** The token travels in the environment: arguments are seen by everybody on the machine. */
function optionsOf({ signal, login }: Pick<BranchElsewhere, "signal" | "login">): RunOptions {
	return { ...(login === undefined ? {} : { env: loginFor(login) }), ...(signal === undefined ? {} : { signal }) };
}

function loginFor({ origin, token }: Login): Record<string, string> {
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
	};
}
