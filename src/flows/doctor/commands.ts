/** A word of a command to paste: what a file or a branch is called is no more than a name to the shell. */
export function word(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Makes a ruleset of a repository. */
export function makeRuleset(repository: string, ruleset: object): string {
	return `echo ${word(JSON.stringify(ruleset))} | gh api -X POST repos/${repository}/rulesets --input -`;
}
