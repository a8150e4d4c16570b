import { infrastructure } from "../kernel/index.ts";
import type { RunOptions } from "../shell/index.ts";
import { NO_PRUNE } from "./command.ts";
import { ask, isLostOnItsWay, send } from "./talk.ts";

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
 * address counts from. Failures as of `ask`.
 */
export async function cloneBranch(from: string, of: BranchElsewhere & { readonly folder: string }): Promise<void> {
	if (of.url.startsWith("-") || /^[a-z0-9]+::/i.test(of.url)) {
		throw infrastructure("git-failed", `${of.url} is not the address of a repository`);
	}
	const args = ["clone", "--quiet", "--no-checkout", "--depth=1", "--single-branch", `--branch=${of.branch}`];
	const clone = [...args, "--no-recurse-submodules", "--", of.url, of.folder];
	await ask({ root: from }, { to: of.url, about: `branch ${of.branch}`, args: clone, options: optionsOf(of) });
}

type There = Omit<BranchElsewhere, "url">;

/** Moves the branch there from one commit (empty: it must not be there) to the next; false when it is not at that commit any more. */
export async function moveBranch(
	root: string,
	move: There & { readonly from: string; readonly to: string },
): Promise<boolean> {
	const ref = `refs/heads/${move.branch}`;
	const push = ["push", "--porcelain", `--force-with-lease=${ref}:${move.from}`, "origin", `${move.to}:${ref}`];
	const about = `branch ${move.branch}`;
	const { result, failure } = await send({ root }, { to: "origin", about, args: push, options: optionsOf(move) });
	if (result.code === 0) return true;
	const cause = failure();
	const isRace = RACE.test(`${result.stdoutText}\n${result.stderr}`);
	// the answer may be lost after the push was taken; then curl sends it again by itself, and is refused
	const isDoubtful = isRace || isLostOnItsWay(cause);
	if (isDoubtful && (await tipElsewhere(root, move).catch(() => null)) === move.to) return true;
	if (isRace) return false;
	throw cause;
}

/** Somebody was faster, before our push or during it. */
const RACE = /stale info|fetch first|non-fast-forward|already exists|cannot lock ref|failed to update ref/;

/** The newest commit of a branch there; null where there is no such branch. */
async function tipElsewhere(root: string, of: There): Promise<string | null> {
	const args = ["ls-remote", "origin", `refs/heads/${of.branch}`];
	const listing = await ask({ root }, { to: "origin", about: `branch ${of.branch}`, args, options: optionsOf(of) });
	return listing.split("\t")[0] || null;
}

/** The newest commit of another branch there, which is fetched; null where there is no such branch. */
export async function fetchBranch(root: string, of: There): Promise<string | null> {
	const id = await tipElsewhere(root, of);
	if (id === null) return null;
	const args = ["fetch", "--quiet", "--depth=1", NO_PRUNE, "--no-tags", "origin", id];
	await ask({ root }, { to: "origin", about: `branch ${of.branch}`, args, options: optionsOf(of) });
	return id;
}

/** Takes a branch there away, if it is where it was read. */
export async function deleteBranch(root: string, of: There & { readonly from: string }): Promise<void> {
	const ref = `refs/heads/${of.branch}`;
	const args = ["push", "--porcelain", `--force-with-lease=${ref}:${of.from}`, "origin", `:${ref}`];
	const about = `the end of branch ${of.branch}`;
	const { result, failure } = await send({ root }, { to: "origin", about, args, options: optionsOf(of) });
	if (result.code !== 0 && !/stale info|remote ref does not exist/.test(`${result.stdoutText}\n${result.stderr}`)) {
		throw failure();
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
