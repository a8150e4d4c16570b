import type { GitHub, IssueCommentEvent, PullRequest } from "../../../github/index.ts";
import { checkNameFor } from "../check-name.ts";
import type { Ask } from "./grammar.ts";

/** Why somebody may not, in a sentence; null when he may. */
export type Refusal = string | null;

/** Everybody may ask for words. */
const FREE: ReadonlySet<Ask["verb"]> = new Set(["help", "status"]);
/** What writes the report anew is for the pull's author as well. */
const AUTHORS: ReadonlySet<Ask["verb"]> = new Set(["plan", "gate", "diff"]);

/**
 * What costs a machine or moves an environment is for those who may write. Whoever GitHub does not know may do nothing of
 * it. Asked live: what an event says of its sender may be out of date.
 */
export async function mayAsk(gitHub: GitHub, ask: Ask, { sender, author }: IssueCommentEvent): Promise<Refusal> {
	if (FREE.has(ask.verb) || (AUTHORS.has(ask.verb) && sender === author)) return null;
	const level = await gitHub.permission(sender);
	return level === "admin" || level === "write"
		? null
		: `${sender} may not: \`${ask.verb}\` is for those who may write here`;
}

interface Seen {
	readonly gitHub: GitHub;
	readonly pull: PullRequest;
	readonly event: IssueCommentEvent;
	readonly checkName: string;
}

/**
 * A run is for the commit that the one who asks for it has seen: the one that he names; else the head, when our check stood
 * on it before he wrote. Strangers' code has to be named. What was pushed in between is somebody's who was not asked.
 */
export async function hasSeen({ gitHub, pull, event, checkName }: Seen, sha: string | null): Promise<Refusal> {
	if (pull.state !== "open") return "the pull request is closed";
	if (sha !== null) {
		return sha === pull.headSha ? null : `its head is ${pull.headSha} now: look at that, and ask again`;
	}
	if (pull.fork) return `for a fork's pull request, name the commit that you have read: \`run ${pull.headSha}\``;
	const name = checkNameFor(checkName, pull.baseRef, event.repository.defaultBranch);
	const check = await gitHub.lastCheck({ headSha: pull.headSha, name });
	const shown = check?.startedAt ?? null;
	return shown !== null && shown.getTime() <= event.comment.createdAt.getTime()
		? null
		: `its head has changed since: it is ${pull.headSha} now, look at that, and ask again`;
}
