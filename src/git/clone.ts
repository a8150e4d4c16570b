import { badInput } from "../kernel/index.ts";
import { git, gitFailed } from "./command.ts";
import { ask } from "./talk.ts";

export interface Cloning {
	/** A manifest's word: nothing that git would take for an option, or for a program to run. */
	readonly url: string;
	readonly commit: string;
	/** Absolute; is made. */
	readonly folder: string;
}

/** A working copy of another repository as it was at a commit. `from`: the folder that a relative address counts from. */
export async function cloneAt(from: string, { url, commit, folder }: Cloning): Promise<void> {
	if (!/^[0-9a-f]{40,64}$/.test(commit) || url.startsWith("-")) {
		throw badInput("import-invalid", `${url} at ${commit} is no repository at a commit`, {
			found: commit,
			expected: "a full commit id under `rev_lock`",
		});
	}
	const clone = ["clone", "--quiet", "--no-checkout", "--no-recurse-submodules", "--", url, folder];
	await ask({ root: from }, { to: url, about: "a clone", args: clone });
	const checkout = ["checkout", "--quiet", "--detach", commit];
	const result = await git(folder, checkout);
	if (result.code !== 0) throw gitFailed(checkout, result);
}
