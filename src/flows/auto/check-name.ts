/**
 * A check belongs to a commit, a verdict to a commit and the branch that it is proposed to: only the default branch's is
 * called by the bare name. What was judged by the gates of another branch must not let it through here.
 */
export function checkNameFor(name: string, base: string, mainLine: string): string {
	return base === mainLine ? name : `${name} (${base})`;
}

/** Whether a check is one of those, for whatever branch. */
export function isCheckName(found: string, name: string): boolean {
	return found === name || (found.startsWith(`${name} (`) && found.endsWith(")"));
}
