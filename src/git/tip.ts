import { git } from "./command.ts";
import { ask, type Here } from "./talk.ts";

/** What the first of these refs that the remote has names there now; null where it has none of them. Failures as of `ask`. */
export async function tipOf(here: Here, remote: string, refs: readonly string[]): Promise<string | null> {
	const args = ["ls-remote", "--quiet", remote, ...refs];
	const text = await ask(here, { to: remote, about: "the newest commit", args });
	const found = new Map(
		text.split("\n").flatMap((line) => {
			const [object, name] = line.split("\t");
			return object === undefined || name === undefined ? [] : [[name, object] as const];
		}),
	);
	const first = refs.find((ref) => found.has(ref));
	return first === undefined ? null : (found.get(first) ?? null);
}

/** That commit where it comes after ours, else null; brought in to find out. Failures as of `ask`. */
export async function newerThan(
	here: Here,
	remote: string,
	commit: string,
	refs: readonly string[],
): Promise<string | null> {
	const tip = await tipOf(here, remote, refs);
	if (tip === null || tip === commit) return null;
	await fetchLine(here, remote, tip);
	const { code } = await git(here.root, ["merge-base", "--is-ancestor", commit, tip]);
	return code === 0 ? tip : null;
}

/** Brings a commit in with its history, as far back as where this clone knows it. */
async function fetchLine(here: Here, remote: string, commit: string): Promise<void> {
	if ((await git(here.root, ["cat-file", "-e", `${commit}^{tree}`])).code === 0) return;
	const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", remote, commit];
	await ask(here, { to: remote, about: "the newest commit", args });
}

/** The branch that is checked out; null where a commit is. */
export async function checkedOut(root: string): Promise<string | null> {
	const result = await git(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
	return result.code === 0 ? result.stdoutText.trim() : null;
}
