import { git, gitText } from "./command.ts";

/** A setting of this clone, or null. */
export async function readSetting(root: string, name: string): Promise<string | null> {
	const result = await git(root, ["config", "--get", name]);
	return result.code === 0 ? result.stdoutText.replace(/\n$/, "") : null;
}

/** Sets it for this clone. */
export async function writeSetting(root: string, name: string, value: string): Promise<void> {
	await gitText(root, ["config", "--local", name, value]);
}

/** What `.gitattributes` says about one attribute of paths (relative to the git root), whether they exist or not; null for nothing. */
export async function attributeOf(
	root: string,
	attribute: string,
	paths: readonly string[],
): Promise<Map<string, string | null>> {
	const text = await gitText(root, ["check-attr", "-z", attribute, "--", ...paths]);
	const words = text.split("\0");
	const found = new Map<string, string | null>();
	for (let at = 0; at + 2 < words.length; at += 3) {
		const value = words[at + 2] ?? "";
		found.set(words[at] ?? "", value === "unspecified" ? null : value);
	}
	return found;
}

/** The branch that pull requests go to: what `origin` calls its head, else the branch that is checked out. */
export async function defaultBranch(root: string): Promise<string> {
	for (const name of ["refs/remotes/origin/HEAD", "HEAD"]) {
		const result = await git(root, ["symbolic-ref", "--quiet", "--short", name]);
		if (result.code === 0) return result.stdoutText.trim().replace(/^origin\//, "");
	}
	return "main";
}

/** From the text that a file holds to another one, as `git diff` shows it, without its two lines of names. */
export async function diffAgainst(root: string, path: string, text: string): Promise<string> {
	const { stdoutText } = await git(
		root,
		["diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv", "--", path, "-"],
		{ input: text },
	);
	return stdoutText.slice(Math.max(0, stdoutText.indexOf("@@")));
}
