import { isNamed, isTeam } from "../../config/index.ts";
import type { GitHub, Membership, Teams } from "../../github/index.ts";

/** Whom to ask: the repository, and who is in teams, where a token that may know was given. */
export interface Askable {
	readonly gitHub: GitHub;
	readonly teams: Teams | null;
}

/** Whether mainline.yaml means somebody, and by which team; why not where there is more to say, in a sentence. */
export type Meant =
	| { readonly kind: "meant"; readonly team: string | null }
	| { readonly kind: "not-meant" }
	| { readonly kind: "not-yet"; readonly why: string };

/** Whether somebody is named in `by` (null: everybody is), or in a team that is: asked live, by a token that may know. */
export async function meant(teams: Teams | null, by: readonly string[] | null, login: string): Promise<Meant> {
	if (isNamed(by, login)) return { kind: "meant", team: null };
	const reasons: string[] = [];
	for (const team of (by ?? []).filter(isTeam)) {
		const found = teams === null ? null : await teams.membership({ team, login });
		if (found?.kind === "member") return { kind: "meant", team };
		if (found?.kind === "invited") reasons.push(`${login} is not in ${team} yet: the invitation is not accepted`);
		const why = whyUnknown(found, team);
		if (why !== null) reasons.push(`whether ${login} is in ${team} is not known: ${why}`);
	}
	const [first] = reasons;
	return first === undefined ? { kind: "not-meant" } : { kind: "not-yet", why: first };
}

const PERMISSION = "the organisation permission Members: read, which a workflow's own token cannot have";

/** What to do comes first: GitHub's words may be long. */
function whyUnknown(found: Membership | null, team: string): string | null {
	switch (found?.kind) {
		case undefined:
			return `this job has no \`members-token\`, a token with ${PERMISSION}`;
		case "member":
		case "outside":
		case "invited":
			return null;
		case "token-refused":
			return `\`members-token\` is wrong or has expired. ${found.words}`;
		case "forbidden":
			return `\`members-token\` needs ${PERMISSION}. ${found.words}`;
		case "no-team":
			return `there is no team ${team} that \`members-token\` sees. Correct the name, or give the token ${PERMISSION}. ${found.words}`;
	}
}
