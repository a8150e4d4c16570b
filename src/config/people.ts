import { expectString, mismatch, type Rule, refine } from "../source/index.ts";

/** As GitHub makes them; programs approve and waive nothing: theirs end with `[bot]`. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;
/** `organisation/team`, the team by the last part of its page's address. */
const TEAM = /^[a-z0-9](?:[a-z0-9-]{0,99})\/[a-z0-9_-]{1,100}$/i;

/** Somebody, or a team, whom mainline.yaml names in `by`. */
export const named: Rule<string> = refine(expectString, (text, node, report) => {
	if (LOGIN.test(text) || TEAM.test(text)) return text;
	const bare = text.replace(/^@/, "");
	const hint = LOGIN.test(bare) || TEAM.test(bare) ? { hint: `write \`${bare}\`` } : {};
	return mismatch(node, report, "a login at GitHub, or a team as `organisation/team`, without `@`", hint);
});

export function isTeam(name: string): boolean {
	return TEAM.test(name);
}

/** Whether they are the same account or team: GitHub knows no case in either. */
export function isSameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

/** Whether somebody is meant by his login, or because nobody is named at all. */
export function isNamed(by: readonly string[] | null, login: string): boolean {
	return by === null || by.some((name) => isSameName(name, login));
}
