import { git, gitText } from "./command.ts";
import { ask, type Here } from "./talk.ts";

/** The parents that a commit itself names: in a shallow clone too, where git's own answers hide them. */
export async function writtenParents(root: string, commit: string): Promise<string[]> {
	const text = await gitText(root, ["cat-file", "commit", commit]);
	const head = text.slice(0, text.indexOf("\n\n") + 1);
	return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
}

/** Brings one commit in from a remote, its tree but not its history. Nothing is done where it is there. */
export async function fetchCommit(here: Here, remote: string, commit: string): Promise<void> {
	if ((await git(here.root, ["cat-file", "-e", `${commit}^{tree}`])).code === 0) return;
	// only in a clone that is shallow already: `--depth` would make a whole one shallow
	const shallow = (await gitText(here.root, ["rev-parse", "--is-shallow-repository"])) === "true";
	const depth = shallow ? ["--depth=1"] : [];
	const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...depth, remote, commit];
	await ask(here, { to: remote, about: `commit ${commit}`, args });
}
